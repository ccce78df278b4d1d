import { glossaryTermsFor } from "../../guards";
import { estimateTokens } from "../../language";
import { replyPromptVersion } from "../../prompts";
import {
  GenaiError,
  type Block,
  type Finding,
  type ReplyStep,
  type StepRunner,
  type TaskEvent,
} from "../../vocabulary";
import { CountedSteps } from "../machinery/counted-steps";
import type { TaskContext } from "../machinery/run-task";
import { runSourceTask } from "../machinery/source-task";
import { sourceRoom } from "../machinery/source-room";
import { stepLabel } from "../machinery/step-label";
import { StepProgress } from "../machinery/step-progress";
import { withTerms } from "../machinery/with-terms";
import { buildReply } from "./build-reply";
import { findQuestions } from "./find-questions";
import { fitThread } from "./fit-thread";
import { parseReply } from "./parse-reply";
import type { ReplyRequest, ReplyResult } from "./reply-request";
import { mailToAnswer } from "./thread";

export interface ReplyTaskOptions {
  signal?: AbortSignal;
}

/**
 * Drafts the reply to the newest mail of a thread from what the person wants to say: address, greeting, conclusion, details,
 * close and signature. Every question of the mail is answered or marked 「要確認」; figures, promises and links that neither
 * thread nor intention holds are findings. One step; words stream as `preview`. Ends with exactly one of completed, aborted,
 * failed.
 *
 * Errors: "source-empty" when no mail has words, "input-too-large" when the intention leaves no room, "output-empty" when
 * the model wrote no words, "output-truncated" when its answer was cut by a limit twice, and whatever the runner failed with.
 */
export function reply(
  request: ReplyRequest,
  runner: StepRunner,
  options: ReplyTaskOptions = {},
): AsyncIterable<TaskEvent<ReplyResult>> {
  return runSourceTask(request, (clean, context) => perform(clean, runner, context), options);
}

async function perform(request: ReplyRequest, runner: StepRunner, context: TaskContext): Promise<ReplyResult> {
  const blocks = request.blocks.filter((block) => block.text.trim() !== "");
  const mail = mailToAnswer(blocks, request.sender);
  if (mail === undefined) throw new GenaiError("source-empty", "no mail has words");
  const { card } = request;
  const asked = findQuestions(mail);
  // The questions stand in the prompt a second time, below the thread.
  const room =
    sourceRoom(replyStep(request, []), card) - estimateTokens(asked.map(({ text }) => text).join("\n"), card);
  if (room <= 0) throw new GenaiError("input-too-large", "intention and questions leave no room for the mail");
  const progress = new StepProgress(1, 1, context.report);
  const terms = glossaryTermsFor(
    request.glossary,
    blocks.map(({ text }) => text),
    request.language,
  );
  const steps = new CountedSteps({
    runner: withTerms(runner, terms, card),
    context,
    concurrency: 1,
    progress,
    cards: [card, ...(request.others ?? [])],
  });
  context.report({ type: "planned", steps: 1 });
  const { outcome, shortened } = await write();
  const draft = parseReply(outcome);
  if ([draft.conclusion, draft.details, ...draft.answers.values()].every((text) => text === "")) {
    throw new GenaiError("output-empty", "the model wrote no reply");
  }
  const built = buildReply(draft, { ...request, blocks }, mail, asked, terms);
  return {
    ...built,
    findings: [...shortenedThread(shortened), ...built.findings],
    ...(steps.usage === undefined ? {} : { usage: steps.usage }),
    models: steps.models,
  };

  /** Asks once more when the answer was cut, or with half the thread when the model has no room for it. */
  async function write(): Promise<{ outcome: string; shortened: readonly Block[] }> {
    let left = room;
    for (let attempt = 1; ; attempt += 1) {
      const thread = fitThread(blocks, mail!, left, card);
      const { text, reason } = await steps.stream(replyStep(request, thread.blocks));
      if (reason === "stop") return { outcome: text, shortened: thread.shortened };
      if (attempt >= mostAttempts) {
        const code = reason === "too-large" ? "input-too-large" : "output-truncated";
        throw new GenaiError(code, "the reply does not fit");
      }
      progress.expect(progress.expected + 1);
      if (reason === "too-large") left /= 2;
    }
  }
}

/** How often a reply is asked for that is cut or has no room. */
const mostAttempts = 3;

function shortenedThread(shortened: readonly Block[]): Finding[] {
  if (shortened.length === 0) return [];
  return [
    {
      guard: "coverage",
      code: "thread-shortened",
      severity: "warning",
      values: { blocks: shortened.length },
      source: shortened.map(({ id }) => ({ blockId: id })),
    },
  ];
}

function replyStep(request: ReplyRequest, blocks: ReplyStep["blocks"]): ReplyStep {
  const { card, declaredClass, confirmed, documentHash, intention, tone, language, sender } = request;
  return {
    task: "reply",
    promptVersion: replyPromptVersion,
    model: card.id,
    declaredClass,
    confirmed,
    documentHash,
    blocks: blocks.map(({ id, text, kind, label }) => ({
      id,
      text,
      kind,
      ...(label === undefined ? {} : { label: stepLabel(label) }),
    })),
    options: { intention, tone, language, ...(sender === undefined ? {} : { sender }) },
  };
}
