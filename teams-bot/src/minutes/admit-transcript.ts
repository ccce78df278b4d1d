import { admit, inheritedMark, judgePlaces, type ConfidentialityJudgement } from "@genai-office/shared/guards";
import type { Transcript } from "@genai-office/shared/transcript";
import type { Outgoing } from "../channel/outgoing";
import { ToldError } from "../jobs/told-error";
import { GenaiError, type Block, type ModelCard } from "@genai-office/shared/vocabulary";

/** What the gate says of a transcript, before any of it leaves. */
export interface TranscriptJudgement {
  judgement: ConfidentialityJudgement;
  /** Mark that the minutes inherit; empty where there is none. */
  mark: string;
}

/**
 * Reads every place where a marking may stand: the file's name and labels, what stands around the speech, the speech, and what
 * the person wishes, which leaves as well.
 */
export function judgeTranscript(
  file: string,
  meeting: string,
  { surroundings }: Pick<Transcript, "surroundings">,
  blocks: readonly Block[],
  instruction = "",
): TranscriptJudgement {
  const judgement = judgePlaces({
    headers: surroundings.headers,
    footers: surroundings.footers,
    firstPage: [...surroundings.preamble, ...surroundings.notes],
    fileName: file,
    subject: meeting,
    body: [instruction, ...blocks.flatMap(({ label, text }) => (label === undefined ? [text] : [label, text]))],
    labels: surroundings.labels,
  });
  return { judgement, mark: inheritedMark(judgement.class, judgement.markings) };
}

/**
 * @param ask what the person is asked where a marking has to be confirmed
 * @throws GenaiError "confidentiality-blocked", "confidentiality-unconfirmed" (with that question), "model-not-cleared"
 */
export function admitTranscript(
  { judgement }: TranscriptJudgement,
  card: ModelCard,
  confirmed: boolean,
  ask: () => Outgoing,
): void {
  const admission = admit(judgement, card, confirmed);
  if (admission.allowed) return;
  if (admission.code === "confidentiality-unconfirmed") throw new ToldError(admission.code, ask());
  throw new GenaiError(admission.code, "the gate refused the transcript");
}
