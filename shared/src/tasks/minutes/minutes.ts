import { glossaryTermsFor } from "../../guards";
import { stepBudget } from "../../models";
import { minutesPromptVersion } from "../../prompts";
import { GenaiError, type Finding, type MinutesStep, type StepRunner, type TaskEvent } from "../../vocabulary";
import { CountedSteps } from "../machinery/counted-steps";
import { readPieces } from "../machinery/read-pieces";
import { defaultConcurrency } from "../machinery/run-steps";
import type { TaskContext } from "../machinery/run-task";
import { runSourceTask } from "../machinery/source-task";
import { sourceRoom } from "../machinery/source-room";
import { StepProgress } from "../machinery/step-progress";
import { withTerms } from "../machinery/with-terms";
import type { SourceBlock } from "../summarize/source-block";
import { checkMinutes } from "./check-minutes";
import { mergeDrafts } from "./merge-drafts";
import { draftSize, type MinutesDraft } from "./minutes-draft";
import type { MinutesRequest, MinutesResult } from "./minutes-request";
import { parseMinutes } from "./parse-minutes";
import { planUtterances } from "./plan-utterances";
import { speakersOf } from "./speakers";

export interface MinutesTaskOptions {
  signal?: AbortSignal;
  /** Steps at the same time; 3 when left out. */
  concurrency?: number;
}

/** Share of an answer that is left for words when each line carries its citation. */
const wordsOfAnswer = 0.8;
/** Minutes of a piece that are shorter than this lose what was said in it. */
const shortestPiece = 300;
/** Room for the names of those who have spoken. */
const longestSpeakerList = 600;

/**
 * Writes the minutes of a transcript: topics with their discussion, decisions, and what is to do by whom and when. The
 * transcript is cut by the model's budget with some overlap, each piece is read with the names heard so far, and the pieces
 * are merged. Every line points to its utterances; lines that these do not bear out are taken out. Words of the last step
 * stream as `preview`. Ends with exactly one of completed, aborted, failed.
 *
 * Errors: "source-empty" when no utterance has words, "output-empty" when the model wrote no line, "output-truncated" when
 * an answer was cut although its piece was halved, "input-too-large" when no half fits, "output-too-long" when it did not
 * stop, and whatever the runner failed with.
 */
export function minutes(
  request: MinutesRequest,
  runner: StepRunner,
  options: MinutesTaskOptions = {},
): AsyncIterable<TaskEvent<MinutesResult>> {
  const concurrency = Math.max(1, options.concurrency ?? defaultConcurrency);
  return runSourceTask(request, (clean, context) => perform(clean, runner, concurrency, context), options);
}

/** How an answer is read. */
const reading = { parse: parseMinutes, size: draftSize, nothing: "part-without-minutes" };

async function perform(
  request: MinutesRequest,
  runner: StepRunner,
  concurrency: number,
  context: TaskContext,
): Promise<MinutesResult> {
  const blocks = request.blocks.filter((block) => block.text.trim() !== "");
  if (blocks.length === 0) throw new GenaiError("source-empty", "no utterance has words");
  const { card } = request;
  const budget = stepBudget(card);
  const most = Math.floor(budget.outputCharacters * wordsOfAnswer);
  // The list of names grows from step to step: room is left for the longest.
  const frame = minutesStep(request, "chunk", [], latest(speakersOf(blocks)), most);
  const budgetTokens = Math.max((budget.sourceCharacters * card.tokensPerCharacter) / 2, sourceRoom(frame, card));
  const room = budgetTokens / card.tokensPerCharacter;
  const chunks = planUtterances(
    blocks.map((block): SourceBlock => ({ block, sources: [block.id] })),
    budgetTokens,
    card,
  );
  const share = Math.floor((room * 0.75) / chunks.length);
  const target = chunks.length === 1 ? most : Math.min(most, Math.max(shortestPiece, share));
  const expected = chunks.length === 1 ? 1 : chunks.length + Math.max(1, Math.ceil((chunks.length * target) / room));
  const progress = new StepProgress(expected, concurrency, context.report);
  const terms = glossaryTermsFor(
    request.glossary,
    blocks.map(({ text }) => text),
    request.language ?? "ja",
  );
  const steps = new CountedSteps({
    runner: withTerms(runner, terms, card),
    context,
    concurrency,
    progress,
    cards: [card, ...(request.others ?? [])],
  });
  context.report({ type: "planned", steps: expected });

  const findings: Finding[] = [];
  const toStep = (part: "chunk" | "merge", piece: readonly SourceBlock[], characters: number): MinutesStep =>
    minutesStep(request, part, piece, speakersUntil(blocks, piece), characters);
  let draft: MinutesDraft;
  if (chunks.length === 1) {
    const [piece] = chunks;
    const outcome = await steps.stream(toStep("chunk", piece!, target));
    if (outcome.reason === "stop") draft = parseMinutes(outcome.text, piece!);
    else {
      const again = await readPieces([piece!], {
        steps,
        progress,
        step: (half) => toStep("chunk", half, target),
        ...reading,
        cut: [0],
      });
      const merged = await mergeDrafts(again.drafts, merging(most));
      findings.push(...again.findings, ...merged.findings);
      draft = merged.draft;
    }
  } else {
    const read = await readPieces(chunks, {
      steps,
      progress,
      step: (piece) => toStep("chunk", piece, target),
      ...reading,
    });
    const merged = await mergeDrafts(read.drafts, merging(most));
    findings.push(...read.findings, ...merged.findings);
    draft = merged.draft;
  }
  if (draftSize(draft) === 0) throw new GenaiError("output-empty", "the model wrote no line of minutes");
  const checked = checkMinutes(draft, request, blocks, terms);
  return {
    ...checked,
    findings: [...findings, ...checked.findings],
    ...(steps.usage === undefined ? {} : { usage: steps.usage }),
    models: steps.models,
  };

  function merging(characters: number): Parameters<typeof mergeDrafts>[1] {
    return { request, budgetTokens, steps, progress, step: (part, piece) => toStep(part, piece, characters) };
  }
}

/** Everyone who has spoken up to the end of a piece, as far as the list may be long; the latest are kept. */
function speakersUntil(
  blocks: readonly { id: string; text: string; label?: string }[],
  piece: readonly SourceBlock[],
): string[] {
  const last = piece.at(-1)?.sources.at(-1);
  const end = blocks.findIndex(({ id }) => id === last);
  const heard = speakersOf((end < 0 ? blocks : blocks.slice(0, end + 1)) as Parameters<typeof speakersOf>[0]);
  return latest(heard);
}

/** The names heard last, as many as the list may be long. */
function latest(heard: readonly string[]): string[] {
  let characters = 0;
  const kept = [...heard].reverse().filter((name) => {
    characters += name.length + 1;
    return characters <= longestSpeakerList;
  });
  return kept.reverse();
}

function minutesStep(
  request: MinutesRequest,
  part: "chunk" | "merge",
  piece: readonly SourceBlock[],
  speakers: string[],
  characters: number,
): MinutesStep {
  const { card, declaredClass, confirmed, documentHash, date, language, instruction } = request;
  return {
    task: "minutes",
    promptVersion: minutesPromptVersion,
    model: card.id,
    declaredClass,
    confirmed,
    documentHash,
    blocks: piece.map(({ block: { id, text, kind, label } }) => ({
      id,
      text,
      kind,
      ...(label === undefined ? {} : { label }),
    })),
    options: {
      part,
      speakers,
      targetCharacters: Math.max(1, characters),
      ...(date === undefined ? {} : { date }),
      ...(language === undefined ? {} : { language }),
      ...(instruction === undefined ? {} : { instruction }),
    },
  };
}
