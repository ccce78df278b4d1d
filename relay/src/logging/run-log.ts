import type { ConfidentialityClass, GenaiError, ModelCard, Step } from "@genai-office/shared/vocabulary";
import type { RunOutcome } from "../streams/supervise-run";
import { describeError } from "./describe-error";
import type { Logger } from "./logger";

/** What identifies a step in the log: names, versions, counts. No text, no document hash. */
export interface RunIdentity {
  requestId: string;
  route: "steps" | "chat-completions" | "ai-apps";
  step: Pick<Step, "task" | "promptVersion" | "model" | "declaredClass" | "confirmed" | "blocks">;
  /** The class the relay went by: the higher of declared and found. */
  confidentiality?: ConfidentialityClass;
  card?: ModelCard;
}

function identify(run: RunIdentity): object {
  return {
    requestId: run.requestId,
    route: run.route,
    task: run.step.task,
    // Names a client may have made up are logged only when the relay knows them.
    ...(run.card === undefined
      ? {}
      : { model: run.card.id, contract: run.card.contract, promptVersion: run.step.promptVersion }),
    declaredClass: run.step.declaredClass,
    ...(run.confidentiality === undefined ? {} : { class: run.confidentiality }),
    confirmed: run.step.confirmed,
    blocks: run.step.blocks.length,
  };
}

/** A step that was refused before anything left. */
export function logRefusal(logger: Logger, run: RunIdentity, error: GenaiError): void {
  logger.warn({ ...identify(run), outcome: "refused", error: describeError(error) }, "step refused");
}

/** A step that ran to one of its ends. */
export function logRun(logger: Logger, run: RunIdentity, outcome: RunOutcome): void {
  const { terminal } = outcome;
  const line = {
    ...identify(run),
    outcome:
      terminal.type === "failed" ? terminal.error.code : terminal.type === "finished" ? terminal.reason : "aborted",
    ...(outcome.clientGone ? { clientGone: true } : {}),
    ...(outcome.firstTextMs === undefined ? {} : { firstTextMs: Math.round(outcome.firstTextMs) }),
    ms: Math.round(outcome.totalMs),
    ...(outcome.inputTokens === undefined ? {} : { inputTokens: outcome.inputTokens }),
    ...(outcome.outputTokens === undefined ? {} : { outputTokens: outcome.outputTokens }),
    outputCharacters: outcome.outputCharacters,
  };
  if (terminal.type === "failed") logger.warn({ ...line, error: describeError(terminal.error) }, "step failed");
  else logger.info(line, "step ended");
}
