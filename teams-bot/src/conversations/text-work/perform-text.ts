import { createHash } from "node:crypto";
import { admit } from "@genai-office/shared/guards";
import { guessLanguage } from "@genai-office/shared/language";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { markUnconfirmed, summarize, translate } from "@genai-office/shared/tasks";
import { GenaiError, type Finding, type TaskEvent } from "@genai-office/shared/vocabulary";
import type { RunningJob } from "../../jobs/job-port";
import { modelFor, modelNames, runnerOf } from "../../jobs/model-choice";
import { sourceOfFile, sourceOfText, type Source } from "../source/source";
import { usualLength, type TextInput } from "./text-input";

/** A summary or a translation, ready to be shown. */
export interface WrittenText {
  text: string;
  findings: Finding[];
  /** Mark of the source, which the text inherits; empty where there is none. */
  mark: string;
  /** Names of the models that wrote it, in the language of the conversation. */
  models: string[];
}

/**
 * Summarizes or translates the material of a job: the gate first, then the relay as the person.
 * @param unconfirmed mark behind statements that their sources do not bear out
 * @throws GenaiError
 */
export async function performText(
  job: RunningJob,
  relay: RelayClient,
  { locale, unconfirmed, now }: { locale: "ja" | "en"; unconfirmed: string; now?: Date | undefined },
): Promise<WrittenText> {
  const { task, file, length = usualLength, to } = job.input as TextInput;
  const bytes = await job.material();
  const source: Source = file === undefined ? sourceOfText(new TextDecoder().decode(bytes)) : sourceOfFile(file, bytes);
  const { blocks, judgement, mark } = source;
  if (blocks.length === 0) throw new GenaiError("source-empty", "there are no words");
  const choice = await modelFor(job, relay, { task, class: judgement.class }, now);
  // Nobody is asked here whether a doubtful marking may leave: that needs the send sheet of a pane.
  const admission = admit(judgement, choice.card, false);
  if (!admission.allowed) throw new GenaiError(admission.code, "the gate refused the text");
  const written = guessLanguage(blocks.map(({ text }) => text).join("\n"));
  const request = {
    blocks,
    card: choice.card,
    others: choice.models,
    declaredClass: judgement.class,
    confirmed: false,
    documentHash: createHash("sha256").update(bytes).digest("hex"),
    ...(choice.glossary === null ? {} : { glossary: choice.glossary }),
  };
  const runner = runnerOf(job, relay, choice);
  const { signal } = job;
  const named = (ids: readonly string[]): string[] => modelNames(ids, choice, locale);
  if (task === "translate") {
    const target = to ?? (written === "ja" ? "en" : "ja");
    const from = target === "ja" ? "en" : "ja";
    const result = await outcomeOf(job, translate({ ...request, from, to: target }, runner, { signal }));
    return { text: result.text, findings: result.findings, mark, models: named(result.models) };
  }
  const result = await outcomeOf(job, summarize({ ...request, length, language: written }, runner, { signal }));
  const text = markUnconfirmed(result.text, result.findings, `【${unconfirmed}】`);
  return { text, findings: result.findings, mark, models: named(result.models) };
}

async function outcomeOf<Result>(job: RunningJob, events: AsyncIterable<TaskEvent<Result>>): Promise<Result> {
  let total = 0;
  for await (const event of events) {
    if (event.type === "planned") job.progress(0, (total = event.steps));
    else if (event.type === "progress") job.progress(event.done, Math.max(total, event.total));
    else if (event.type === "completed") return event.result;
    else if (event.type === "failed") throw event.error;
    else if (event.type === "aborted") throw new GenaiError("aborted", "the text is not wanted any more");
  }
  throw new GenaiError("internal", "the task ended without an outcome");
}
