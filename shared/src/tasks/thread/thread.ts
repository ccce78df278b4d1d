import { glossaryTermsFor } from "../../guards";
import { stepBudget } from "../../models";
import { threadPromptVersion } from "../../prompts";
import { GenaiError, type Finding, type StepRunner, type TaskEvent, type ThreadStep } from "../../vocabulary";
import { CountedSteps } from "../machinery/counted-steps";
import { readPieces } from "../machinery/read-pieces";
import { defaultConcurrency } from "../machinery/run-steps";
import type { TaskContext } from "../machinery/run-task";
import { runSourceTask } from "../machinery/source-task";
import { sourceRoom } from "../machinery/source-room";
import { stepLabel } from "../machinery/step-label";
import { StepProgress } from "../machinery/step-progress";
import { withTerms } from "../machinery/with-terms";
import { planChunks } from "../summarize/plan-chunks";
import type { SourceBlock } from "../summarize/source-block";
import { checkThread } from "./check-thread";
import { joinThreadDrafts } from "./join-threads";
import { mergeThreadDrafts, type MergeContext } from "./merge-threads";
import { parseThread } from "./parse-thread";
import { threadDraftSize, type ThreadDraft } from "./thread-draft";
import { threadMails } from "./thread-messages";
import type { ThreadSummaryRequest, ThreadSummaryResult } from "./thread-request";

export interface ThreadTaskOptions {
  signal?: AbortSignal;
  /** Steps at the same time; 3 when left out. */
  concurrency?: number;
}

/** Share of an answer that is left for words when each line carries its citation. */
const wordsOfAnswer = 0.8;
/** What is written of a piece that is shorter than this loses requests. */
const shortestPiece = 300;

/** How an answer is read. */
const reading = { parse: parseThread, size: threadDraftSize, nothing: "part-without-thread-lines" };

/**
 * Summarizes a thread of mails: who asks what of the reader and of others by when, what is decided, what is open. The thread is cut
 * by the model's budget between mails, each piece is read and the pieces are merged. Every line points to its mails; lines that
 * these do not bear out are taken out; who, when, of whom and by when are what the mails say, whatever the model wrote. Words of
 * the last step stream as `preview`. A thread in which nothing is asked, decided or open is no error: every list is empty.
 * Ends with exactly one of completed, aborted, failed.
 *
 * Errors: "source-empty" when no mail has words, "output-empty" when the model wrote nothing, "output-truncated" when an answer
 * was cut although its piece was halved, "input-too-large" when no half fits, "output-too-long" when it did not stop, and
 * whatever the runner failed with.
 */
export function thread(
  request: ThreadSummaryRequest,
  runner: StepRunner,
  options: ThreadTaskOptions = {},
): AsyncIterable<TaskEvent<ThreadSummaryResult>> {
  const concurrency = Math.max(1, options.concurrency ?? defaultConcurrency);
  return runSourceTask(request, (clean, context) => perform(clean, runner, concurrency, context), options);
}

async function perform(
  request: ThreadSummaryRequest,
  runner: StepRunner,
  concurrency: number,
  context: TaskContext,
): Promise<ThreadSummaryResult> {
  const mails = threadMails(request);
  if (mails.length === 0) throw new GenaiError("source-empty", "no mail has words");
  const { card, language } = request;
  const budget = stepBudget(card);
  const most = Math.floor(budget.outputCharacters * wordsOfAnswer);
  const budgetTokens = Math.max(
    (budget.sourceCharacters * card.tokensPerCharacter) / 2,
    sourceRoom(threadStep(request, "chunk", [], most), card),
  );
  const chunks = planChunks(
    mails.map(({ block, id }): SourceBlock => ({ block, sources: [id] })),
    budgetTokens,
    card,
  );
  const room = budgetTokens / card.tokensPerCharacter;
  const share = Math.floor((room * 0.75) / chunks.length);
  const target = chunks.length === 1 ? most : Math.min(most, Math.max(shortestPiece, share));
  const expected = chunks.length === 1 ? 1 : chunks.length + Math.max(1, Math.ceil((chunks.length * target) / room));
  const progress = new StepProgress(expected, concurrency, context.report);
  const terms = glossaryTermsFor(
    request.glossary,
    mails.map(({ text }) => text),
    language,
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
  const toStep = (part: "chunk" | "merge", piece: readonly SourceBlock[], characters: number): ThreadStep =>
    threadStep(request, part, piece, characters);
  let draft: ThreadDraft;
  if (chunks.length === 1) {
    const [piece] = chunks;
    const outcome = await steps.stream(toStep("chunk", piece!, target));
    if (outcome.reason === "stop") {
      if (outcome.text.trim() === "") throw new GenaiError("output-empty", "the model wrote nothing");
      draft = joinThreadDrafts([parseThread(outcome.text, piece!)]);
    } else draft = await readAndMerge([piece!], [0]);
  } else draft = await readAndMerge(chunks);
  const answering = [card, ...(request.others ?? [])].filter(({ id }) => steps.models.includes(id));
  const quotesOnly = answering.length > 0 && answering.every(({ contract }) => contract === "offline");
  const checked = checkThread(draft, request, mails, { terms, quotesOnly });
  return {
    ...checked,
    findings: [...findings, ...checked.findings],
    ...(steps.usage === undefined ? {} : { usage: steps.usage }),
    models: steps.models,
  };

  async function readAndMerge(pieces: readonly SourceBlock[][], cut: readonly number[] = []): Promise<ThreadDraft> {
    const step = (piece: readonly SourceBlock[]): ThreadStep => toStep("chunk", piece, target);
    const read = await readPieces(pieces, { steps, progress, step, ...reading, cut });
    findings.push(...read.findings);
    // Nothing is asked in any of them: there is nothing to merge.
    if (read.drafts.every((one) => threadDraftSize(one) === 0)) return joinThreadDrafts(read.drafts);
    const merging: MergeContext = {
      language,
      card,
      budgetTokens,
      steps,
      progress,
      step: (part, piece) => toStep(part, piece, most),
    };
    const merged = await mergeThreadDrafts(read.drafts, merging);
    findings.push(...merged.findings);
    return merged.draft;
  }
}

function threadStep(
  request: ThreadSummaryRequest,
  part: "chunk" | "merge",
  piece: readonly SourceBlock[],
  characters: number,
): ThreadStep {
  const { card, declaredClass, confirmed, documentHash, date, language, instruction, me } = request;
  return {
    task: "thread",
    promptVersion: threadPromptVersion,
    model: card.id,
    declaredClass,
    confirmed,
    documentHash,
    blocks: piece.map(({ block: { id, text, kind, label } }) => ({
      id,
      text,
      kind,
      ...(label === undefined ? {} : { label: stepLabel(label) }),
    })),
    options: {
      part,
      language,
      me: me
        .map((name) => name.trim().slice(0, longestName))
        .filter((name) => name !== "")
        .slice(0, mostNames),
      targetCharacters: Math.max(1, characters),
      ...(date === undefined ? {} : { date }),
      ...(instruction === undefined ? {} : { instruction }),
    },
  };
}

/** What a relay takes. */
const longestName = 500;
const mostNames = 100;
