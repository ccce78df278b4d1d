import { checkFigures } from "../../guards";
import { estimateTokens } from "../../language";
import { askPromptVersion } from "../../prompts";
import {
  GenaiError,
  type AskStep,
  type AskTurn,
  type Finding,
  type StepRunner,
  type TaskEvent,
} from "../../vocabulary";
import { CountedSteps } from "../machinery/counted-steps";
import type { TaskContext } from "../machinery/run-task";
import { runSourceTask } from "../machinery/source-task";
import { sourceRoom } from "../machinery/source-room";
import { StepProgress } from "../machinery/step-progress";
import type { AskRequest, AskResult } from "./ask-request";
import { fitHistory } from "./fit-history";
import { MarkdownPreview } from "./markdown-preview";
import { readAnswer } from "./read-answer";

export interface AskTaskOptions {
  signal?: AbortSignal;
}

/** Of what the model can take, so much at most goes to what was said before: the question and its answer come first. */
const historyShare = 0.6;

/**
 * Answers a question without materials, within a conversation. Nothing can bear such an answer out, and it is not made to look
 * as if: every figure that the person did not bring is a finding. Questions about materials are `answer`'s. One step; words
 * stream as `preview`. Ends with exactly one of completed, aborted, failed.
 *
 * Errors: "bad-request" without a question, "input-too-large" when the question has no room, "output-empty", "output-truncated"
 * when the answer was cut by a limit and could not be continued, and whatever the runner failed with.
 */
export function ask(
  request: AskRequest,
  runner: StepRunner,
  options: AskTaskOptions = {},
): AsyncIterable<TaskEvent<AskResult>> {
  // What was said is looked at as a source is: characters that nobody sees do not leave.
  const blocks = [
    { id: "question", text: request.question, kind: "paragraph" as const },
    ...request.history.flatMap(({ question, answer }, index) => [
      { id: `q${index}`, text: question, kind: "paragraph" as const },
      { id: `a${index}`, text: answer, kind: "paragraph" as const },
    ]),
  ];
  return runSourceTask(
    { blocks },
    (clean, context) => {
      const [question, ...turns] = clean.blocks.map(({ text }) => text);
      const history = turns.flatMap((text, index): AskTurn[] =>
        index % 2 === 0 ? [{ question: text, answer: turns[index + 1]! }] : [],
      );
      return perform({ ...request, question: question!, history }, runner, context);
    },
    options,
  );
}

async function perform(request: AskRequest, runner: StepRunner, context: TaskContext): Promise<AskResult> {
  const { card, question } = request;
  if (question.trim() === "") throw new GenaiError("bad-request", "there is no question");
  const room = sourceRoom(askStep(request, []), card);
  if (room <= 0) throw new GenaiError("input-too-large", "the question leaves no room for an answer");
  const progress = new StepProgress(1, 1, context.report);
  const steps = new CountedSteps({
    runner,
    context,
    concurrency: 1,
    progress,
    cards: [card, ...(request.others ?? [])],
  });
  context.report({ type: "planned", steps: 1 });
  let history = fitHistory(request.history, Math.floor(room * historyShare), card);
  const said = [question, ...request.history.flatMap((turn) => [turn.question, turn.answer])];
  const preview = new MarkdownPreview(context, said);
  for (;;) {
    const [outcome] = await steps.run([askStep(request, history)], preview);
    preview.flush();
    const { text, reason } = outcome!;
    if (reason === "too-large" && history.length > 0) {
      // The estimate of its room was too good: half of what was said before has to do.
      progress.expect(progress.expected + 1);
      history = fitHistory(history, Math.floor(tokensOf(history, card) / 2), card);
      continue;
    }
    if (reason !== "stop") {
      throw new GenaiError(reason === "too-large" ? "input-too-large" : "output-truncated", "the answer does not fit");
    }
    const words = readAnswer(text);
    if (words === "") throw new GenaiError("output-empty", "the model wrote nothing");
    return {
      text: words,
      findings: unfoundedFigures(words, [question, ...history.flatMap((turn) => [turn.question, turn.answer])]),
      forgotten: request.history.length - history.length,
      ...(steps.usage === undefined ? {} : { usage: steps.usage }),
      models: steps.models,
    };
  }
}

function tokensOf(history: readonly AskTurn[], card: AskRequest["card"]): number {
  return history.reduce(
    (sum, { question, answer }) => sum + estimateTokens(question, card) + estimateTokens(answer, card),
    0,
  );
}

function unfoundedFigures(text: string, said: readonly string[]): Finding[] {
  return checkFigures(said, text, { nearest: false }).flatMap(({ values, output }): Finding[] => [
    {
      guard: "figures",
      code: "figure-without-source",
      severity: "warning",
      values: { found: values?.["found"] ?? "" },
      ...(output === undefined ? {} : { output }),
    },
  ]);
}

function askStep(request: AskRequest, history: AskTurn[]): AskStep {
  const { card, declaredClass, confirmed, documentHash, question, language } = request;
  return {
    task: "ask",
    promptVersion: askPromptVersion,
    model: card.id,
    declaredClass,
    confirmed,
    documentHash,
    blocks: [],
    options: { question, history, language },
  };
}
