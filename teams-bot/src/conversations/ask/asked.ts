import { createHash } from "node:crypto";
import { admit, type ConfidentialityJudgement, type Marking } from "@genai-office/shared/guards";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { GenaiError, type Finding } from "@genai-office/shared/vocabulary";
import type { Outgoing } from "../../channel/outgoing";
import type { RunningJob } from "../../jobs/job-port";
import type { ModelChoice } from "../../jobs/model-choice";
import type { Words } from "../texts/words";
import type { RememberedTurn } from "./conversation-turns";

/** What there is to answer, and with what. */
export interface Asked {
  job: RunningJob;
  /** How long a turn of the conversation is remembered. Milliseconds. */
  memoryMs: number;
  now: Date | undefined;
  words: Words;
  relay: RelayClient;
  turns: readonly RememberedTurn[];
  question: string;
  signal: AbortSignal;
}

/** An answer, before it is said. */
export interface Written {
  message: Outgoing;
  /** The words alone, for the memory. */
  answer: string;
  /** What the answer inherits. */
  markings: Marking[];
  findings: readonly Finding[];
}

/** @throws GenaiError; nobody is asked here whether a doubtful marking may leave: that needs the send sheet of a pane. */
export function requireAdmitted(judgement: ConfidentialityJudgement, { card }: ModelChoice): void {
  const admission = admit(judgement, card, false);
  if (!admission.allowed) throw new GenaiError(admission.code, "the gate refused the question");
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
