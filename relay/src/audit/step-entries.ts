import { randomUUID } from "node:crypto";
import { estimateCost } from "@genai-office/shared/models";
import { textsOfStep } from "@genai-office/shared/guards";
import type { ConfidentialityClass, ModelCard, Step } from "@genai-office/shared/vocabulary";
import type { Caller } from "../policy/caller";
import type { RunIdentity } from "../logging/run-log";
import type { RunOutcome } from "../streams/supervise-run";
import type { AuditedStep, StepEnded } from "./audit-entry";

/** What is known of a step when it is put on record. */
export interface StepFacts {
  requestId: string;
  route: RunIdentity["route"];
  caller: Caller;
  step: Step;
  /** Missing when the relay has no such model for the step. */
  card?: ModelCard;
  found?: ConfidentialityClass;
  confidentiality?: ConfidentialityClass;
  settingsVersion: string;
  /** True when the relay itself masks the step. */
  masked?: boolean;
}

/** A step by names, codes, counts and hashes. */
export function auditedStep(facts: StepFacts): AuditedStep {
  const { caller, step, card, found, confidentiality } = facts;
  return {
    step: randomUUID(),
    request: facts.requestId,
    route: facts.route,
    person: caller.pseudonym,
    ...(caller.section === undefined ? {} : { section: caller.section }),
    task: step.task,
    ...(step.run === undefined ? {} : { run: step.run.toLowerCase() }),
    document: step.documentHash,
    declared: step.declaredClass,
    ...(found === undefined ? {} : { found }),
    ...(confidentiality === undefined ? {} : { class: confidentiality }),
    confirmed: step.confirmed,
    masked: facts.masked === true,
    ...(step.masked === undefined ? {} : { clientMasked: step.masked }),
    blocks: step.blocks.length,
    characters: textsOfStep(step).reduce((sum, text) => sum + text.length, 0),
    // Names a client may have made up are kept only when the relay knows them.
    ...(card === undefined
      ? {}
      : { model: card.id, contract: card.contract, region: card.region, promptVersion: step.promptVersion }),
    settings: facts.settingsVersion,
  };
}

/** How a step ended, without anything of its text. */
export function endOfStep(
  outcome: RunOutcome,
  card: ModelCard,
): Omit<StepEnded, "v" | "at" | "node" | "kind" | "step"> {
  const { terminal, firstTextMs, inputTokens, outputTokens } = outcome;
  const cost =
    inputTokens === undefined || outputTokens === undefined
      ? undefined
      : estimateCost(card, { inputTokens, outputTokens });
  return {
    outcome:
      terminal.type === "failed" ? terminal.error.code : terminal.type === "finished" ? terminal.reason : "aborted",
    ...(outcome.clientGone ? { clientGone: true as const } : {}),
    ...(firstTextMs === undefined ? {} : { firstTextMs: Math.round(firstTextMs) }),
    totalMs: Math.round(outcome.totalMs),
    outputCharacters: outcome.outputCharacters,
    ...(inputTokens === undefined ? {} : { inputTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
    ...(cost === undefined ? {} : { cost }),
  };
}
