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
import { mostRequests } from "../requests/find-requests";
import { CountedSteps } from "../machinery/counted-steps";
import type { TaskContext } from "../machinery/run-task";
import { runSourceTask } from "../machinery/source-task";
import { sourceRoom } from "../machinery/source-room";
import { stepLabel } from "../machinery/step-label";
import { StepProgress } from "../machinery/step-progress";
import { withTerms } from "../machinery/with-terms";
import { buildReply } from "./build-reply";
import { everyQuestion } from "./find-questions";
import { fitThread } from "./fit-thread";
import { parseReply } from "./parse-reply";
import { answersByQuestion, questionsThatFit } from "./put-questions";
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
  const every = everyQuestion(mail);
  const asked = every.slice(0, mostRequests);
  const whole = sourceRoom(replyStep(request, []), card);
  if (whole <= 0) throw new GenaiError("input-too-large", "the intention leaves no room for the mail");
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
  const { outcome, shortened, sent, count } = await write();
  const written = parseReply(outcome);
  const draft = { ...written, answers: answersByQuestion(written.answers, asked, sent, count) };
  if ([draft.conclusion, draft.details, ...draft.answers.values()].every((text) => text === "")) {
    throw new GenaiError("output-empty", "the model wrote no reply");
  }
  const built = buildReply(
    draft,
    { ...request, blocks },
    mail,
    { asked, unlisted: every.length - asked.length },
    terms,
  );
  return {
    ...built,
    findings: [...shortenedThread(shortened), ...notPut(asked.length - count, mail), ...built.findings],
    ...(steps.usage === undefined ? {} : { usage: steps.usage }),
    models: steps.models,
  };

  /**
   * Asks once more when the answer was cut, or with half the thread when the model has no room for it; with half the questions where
   * they are many, either way.
   */
  async function write(): Promise<Written> {
    let count = questionsThatFit(asked, mail!, whole, card);
    let left = whole;
    for (let attempt = 1; ; attempt += 1) {
      const put = asked.slice(0, count).map(({ text }) => text);
      // The questions stand in the prompt a second time, below the thread.
      const room = Math.max(left - estimateTokens(put.join("\n"), card), left / 4);
      const thread = fitThread(blocks, mail!, room, card, put);
      const step = replyStep(request, thread.blocks, count < asked.length ? count : undefined);
      const { text, reason } = await steps.stream(step);
      if (reason === "stop") {
        const sent = thread.blocks.find(({ id }) => id === mail!.id);
        return { outcome: text, shortened: thread.shortened, sent, count };
      }
      if (attempt >= mostAttempts) {
        const code = reason === "too-large" ? "input-too-large" : "output-truncated";
        throw new GenaiError(code, "the reply does not fit");
      }
      progress.expect(progress.expected + 1);
      if (reason === "too-large") left /= 2;
      if (count > fewQuestions) count = Math.ceil(count / 2);
    }
  }
}

interface Written {
  outcome: string;
  shortened: readonly Block[];
  /** The mail that is answered, as it went to the model. */
  sent: Block | undefined;
  /** How many of its questions were put to the model. */
  count: number;
}

/** So many take little of a prompt or of an answer. */
const fewQuestions = 8;

/** How often a reply is asked for that is cut or has no room. */
const mostAttempts = 3;

/** `questions-not-put` { count }: the model had no room for so many questions of the mail; they are marked. */
function notPut(count: number, { id }: Block): Finding[] {
  if (count <= 0) return [];
  return [
    { guard: "coverage", code: "questions-not-put", severity: "warning", values: { count }, source: [{ blockId: id }] },
  ];
}

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

function replyStep(request: ReplyRequest, blocks: ReplyStep["blocks"], questions?: number): ReplyStep {
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
    options: {
      intention,
      tone,
      language,
      ...(sender === undefined ? {} : { sender }),
      ...(questions === undefined ? {} : { questions }),
    },
  };
}
