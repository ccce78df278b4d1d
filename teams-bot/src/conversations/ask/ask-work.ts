import type { Database } from "@genai-office/shared/database";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { findingsByCode } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../../channel/conversation";
import type { JobWork, RunningJob } from "../../jobs/job-port";
import { defaultRetention } from "../../store/retention";
import { wordsFor } from "../texts/words";
import { answerFreely } from "./answer-freely";
import { answerFromFile } from "./answer-from-file";
import type { Asked } from "./asked";
import { rememberTurn, turnsOf } from "./conversation-turns";
import { materialFor, type AskInput } from "./material";

export interface ConversationWorkOptions {
  database: Database;
  /** The relay as it knows the person of a conversation. */
  relayOf(conversation: Conversation): RelayClient;
  /** Told about what went wrong beside an answer; the text of an error holds no content. */
  onDefect(error: unknown): void;
  /** How long a turn of a conversation is remembered. Milliseconds; default: `defaultRetention`. */
  memoryMs?: number;
  now?: () => Date;
}

/**
 * Answers a question in its conversation: from the file that came with it, or with the question before; else in the model's own
 * words, with what was said before. The answer streams in personal chats; stop ends the model's work.
 */
export function createAskWork(options: ConversationWorkOptions): JobWork {
  // In a group the answer takes the place of one message that says that it was accepted: so it can be said again after a crash.
  return { announces: ({ kind }) => kind !== "personal", tries: 2, perform: (job) => perform(job, options) };
}

async function perform(job: RunningJob, options: ConversationWorkOptions): Promise<void> {
  const { database, relayOf, onDefect, memoryMs = defaultRetention.memoryMs } = options;
  const { question } = job.input as AskInput;
  const words = wordsFor(job.conversation);
  const relay = relayOf(job.conversation);
  // What was said until then; an answer that is given meanwhile must not change what this one is asked with.
  const nowOf = (): Date => options.now?.() ?? new Date();
  const oldest = (): Date => new Date(nowOf().getTime() - memoryMs);
  const before = await job.remember("turns", () => turnsOf(database, job.conversation, oldest()));
  const turns = before.entries;
  const material = await materialFor(job, turns, database);
  const stream = job.stream();
  const stopped = AbortSignal.any([job.signal, stream.stopped]);
  stream.inform(material === undefined ? words.text("thinking") : words.text("searching", { file: material.name }));
  const now = options.now?.();
  const asked: Asked = { job, memoryMs, now, words, relay, turns, question, signal: stopped };
  const written =
    material === undefined ? await answerFreely(asked, stream) : await answerFromFile(asked, material, stream);
  await stream.finish(written.message);
  // Behind the last word: what was stopped is not remembered. The next question waits until this job is over.
  await job.atMostOnce("memory", () =>
    rememberTurn(
      database,
      job.conversation,
      {
        question,
        answer: written.answer,
        markings: written.markings,
        at: nowOf().toISOString(),
        ...(material === undefined ? {} : { file: { name: material.name, job: material.job } }),
      },
      before,
      oldest(),
    ),
  );
  const findings = findingsByCode(written.findings);
  if (findings !== undefined)
    await job.atMostOnce("report", () =>
      relay.reportRun({ run: job.run, findings }, AbortSignal.timeout(5_000)).catch(onDefect),
    );
  await job.finish(undefined);
}
