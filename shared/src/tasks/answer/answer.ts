import { glossaryTermsFor } from "../../guards";
import { stepBudget } from "../../models";
import { answerPromptVersion } from "../../prompts";
import { GenaiError, type AnswerStep, type Finding, type StepRunner, type TaskEvent } from "../../vocabulary";
import { CountedSteps } from "../machinery/counted-steps";
import { defaultConcurrency } from "../machinery/run-steps";
import { leavingBlock } from "../machinery/leaving-block";
import type { TaskContext } from "../machinery/run-task";
import { runSourceTask } from "../machinery/source-task";
import { sourceRoom } from "../machinery/source-room";
import { StepProgress } from "../machinery/step-progress";
import { withTerms } from "../machinery/with-terms";
import { planChunks } from "../summarize/plan-chunks";
import type { SourceBlock } from "../summarize/source-block";
import type { AnswerRequest, AnswerResult } from "./answer-request";
import { checkAnswer } from "./check-answer";
import { gatherPassages, nearestPassages } from "./gather-passages";
import { parseAnswer, type DraftAnswer } from "./parse-answer";

export interface AnswerTaskOptions {
  signal?: AbortSignal;
  /** Steps at the same time; 3 when left out. */
  concurrency?: number;
}

/**
 * Answers a question from materials, and from nothing else: every sentence cites, sentences that the materials do not bear
 * out are taken out, and where they say nothing the answer says that. Materials that are too long for one step are first
 * asked for the passages that bear on the question. "diet" is the sheet of a 国会答弁. Words of the last step stream as
 * `preview`. Ends with exactly one of completed, aborted, failed.
 *
 * Errors: "source-empty" when no block has text, "bad-request" without a question, "input-too-large" when the question
 * leaves no room for materials, "output-empty" when the model wrote nothing at all, "output-truncated" when its answer was
 * cut by a limit twice, and whatever the runner failed with.
 */
export function answer(
  request: AnswerRequest,
  runner: StepRunner,
  options: AnswerTaskOptions = {},
): AsyncIterable<TaskEvent<AnswerResult>> {
  const concurrency = Math.max(1, options.concurrency ?? defaultConcurrency);
  return runSourceTask(request, (clean, context) => perform(clean, runner, concurrency, context), options);
}

async function perform(
  request: AnswerRequest,
  runner: StepRunner,
  concurrency: number,
  context: TaskContext,
): Promise<AnswerResult> {
  const blocks = request.blocks.filter((block) => block.text.trim() !== "");
  if (blocks.length === 0) throw new GenaiError("source-empty", "no block has text");
  if (request.question.trim() === "") throw new GenaiError("bad-request", "there is no question");
  const { card } = request;
  const whole = stepBudget(card).sourceCharacters * card.tokensPerCharacter;
  const budgetTokens = sourceRoom(answerStep(request, "final", []), card);
  // With less than a fifth of a step for the materials, a few pages would take hundreds of steps.
  if (budgetTokens < whole / 5) {
    throw new GenaiError("input-too-large", "the question leaves no room for the materials");
  }
  const source = blocks.map((block): SourceBlock => ({ block, sources: [block.id] }));
  const chunks = planChunks(source, budgetTokens, card);
  const expected = chunks.length === 1 ? 1 : chunks.length + 1;
  const progress = new StepProgress(expected, concurrency, context.report);
  const terms = glossaryTermsFor(
    request.glossary,
    [request.question, ...blocks.map(({ text }) => text)],
    request.language,
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
  let cited: SourceBlock[] = chunks[0]!;
  if (chunks.length > 1) {
    const gathered = await gatherPassages(chunks, {
      request: { ...request, blocks },
      budgetTokens,
      steps,
      progress,
      step: (chunk) => answerStep(request, "chunk", chunk),
    });
    cited = gathered.blocks;
    findings.push(...gathered.findings);
  }
  const draft = cited.length === 0 ? nothingFound : parseAnswer(await write(), cited.length);
  const checked = checkAnswer(draft, cited, request, blocks, terms);
  return {
    ...checked,
    findings: [...findings, ...checked.findings],
    ...(steps.usage === undefined ? {} : { usage: steps.usage }),
    models: steps.models,
  };

  /** Writes the answer from the blocks that were chosen; from half of them, chosen again, when the model has no room. */
  async function write(): Promise<string> {
    for (let attempt = 1; ; attempt += 1) {
      const { text, reason } = await steps.stream(answerStep(request, "final", cited));
      if (reason === "stop") {
        if (text.trim() === "") throw new GenaiError("output-empty", "the model wrote nothing");
        return text;
      }
      if (attempt > mostAttempts || (reason === "too-large" && cited.length < 2)) {
        const code = reason === "too-large" ? "input-too-large" : "output-truncated";
        throw new GenaiError(code, "the answer does not fit");
      }
      progress.expect(progress.expected + 1);
      if (reason === "length") continue;
      const nearest = nearestPassages(cited, request, budgetTokens / 2 ** attempt);
      cited = nearest.blocks;
      findings.push(...nearest.findings);
    }
  }
}

/** How often an answer is asked for again that was cut or had no room. */
const mostAttempts = 2;
const nothingFound: DraftAnswer = { paragraphs: [], notFound: [], inventedFollowUp: false };

function answerStep(request: AnswerRequest, part: "chunk" | "final", blocks: readonly SourceBlock[]): AnswerStep {
  const { card, declaredClass, confirmed, documentHash, question, form, language, instruction } = request;
  return {
    task: "answer",
    promptVersion: answerPromptVersion,
    model: card.id,
    declaredClass,
    confirmed,
    documentHash,
    blocks: blocks.map(({ block }) => leavingBlock(block)),
    options: { part, question, form, language, ...(instruction === undefined ? {} : { instruction }) },
  };
}
