import { mergeGlossaries } from "@genai-office/shared/glossary";
import { chooseModel, createFallbackRunner, dateInJapan } from "@genai-office/shared/models";
import { relayUnreached, type RelayClient } from "@genai-office/shared/relay-client";
import {
  GenaiError,
  type ConfidentialityClass,
  type Glossary,
  type ModelCard,
  type StepRunner,
  type TaskName,
} from "@genai-office/shared/vocabulary";
import type { RunningJob } from "./job-port";

/** What must not change from one attempt to the next: other limits or terms would cut a source into other steps. */
export interface ModelChoice {
  card: ModelCard;
  /** All that the person may use; those that can stand in are among them. */
  models: ModelCard[];
  glossary: Glossary | null;
}

/**
 * The model for a job's task and class, and the ministry's terms: asked of the relay at the first attempt, and stored.
 * @throws GenaiError "no-model", and whatever the relay answers
 */
export function modelFor(
  job: Pick<RunningJob, "remember" | "signal">,
  relay: RelayClient,
  wish: { task: TaskName; class: ConfidentialityClass },
  now: Date = new Date(),
): Promise<ModelChoice> {
  return job.remember("choice", async () => {
    const { models, defaultModel, defaults = {} } = await relay.fetchModels(job.signal);
    const { glossaries } = await relay.fetchSettings(job.signal);
    // Where no model may have the text, the gate says why.
    const card =
      chooseModel(models, { ...wish, defaults, defaultModel, today: dateInJapan(now) }) ??
      models.find(({ id }) => id === defaultModel);
    if (card === undefined) throw new GenaiError("no-model", "the relay offers no default model");
    return { card, models, glossary: mergeGlossaries(glossaries) ?? null };
  });
}

/** The relay with the models that stand in. Outermost are the checkpoints: what another model answered is not asked of the first one again. */
export function runnerOf(job: RunningJob, relay: RelayClient, { models }: ModelChoice): StepRunner {
  return job.checkpointed(createFallbackRunner({ runner: relay, cards: models, concernsAll: relayUnreached }));
}

/** Names of the models that answered, for people. */
export function modelNames(ids: readonly string[], { models }: ModelChoice, language: "ja" | "en"): string[] {
  return ids.map((id) => models.find((model) => model.id === id)?.name[language] ?? id);
}
