import { createHash } from "node:crypto";
import type { ContractName, ModelCard, Step } from "@genai-office/shared/vocabulary";
import { promptTasks, type MinistrySettings } from "./ministry-settings";

/** Contracts whose prompts the relay writes. */
const promptContracts: readonly ContractName[] = ["openai", "predict", "predict-stream", "cotomi"];

/**
 * The step with the ministry's wording for its prompt, under a prompt version that names the wording: what the audit says was
 * asked is what was asked, also when the settings change while the step runs. A wording that came from a client is dropped.
 */
export function wordedStep(step: Step, card: ModelCard, { prompts }: Pick<MinistrySettings, "prompts">): Step {
  const own = { ...step };
  delete own.wording;
  const task = promptTasks.find((name) => name === step.task);
  const wording = task === undefined ? undefined : prompts[task];
  if (wording === undefined || !promptContracts.includes(card.contract)) return own;
  return { ...own, wording, promptVersion: wordedVersion(step.promptVersion, wording) };
}

/** The version of a prompt with a ministry's wording in it, e.g. "summarize/2+m-1f3a90bc". */
export function wordedVersion(version: string, wording: string | undefined): string {
  if (wording === undefined) return version;
  return `${version}+m-${createHash("sha256").update(wording).digest("hex").slice(0, 8)}`;
}
