import { createTableTranslator, type TableTranslator } from "@genai-office/shared/i18n";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { withRun } from "@genai-office/shared/tasks";
import { GenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../../channel/conversation";
import type { Outgoing } from "../../channel/outgoing";
import { escapeMarkdown } from "../../escape-markdown";
import type { JobWork, RunningJob } from "../../jobs/job-port";
import { PostponedError } from "../../jobs/postponed-error";
import { ToldError } from "../../jobs/told-error";
import { wordsFor } from "../texts/words";
import { answerMessages } from "./answer-text";
import { planResearch, type ResearchPlan } from "./plan-research";
import { researchTexts, type ResearchKey } from "./research-texts";
import { runResearch, type ResearchAnswer } from "./run-research";

/** What a research job is asked. */
export interface ResearchInput {
  /** What stands behind the command. */
  request: string;
}

/** An invocation that an app has accepted. */
interface Accepted {
  ticket: string;
  /** Milliseconds since 1970. */
  at: number;
}

type Asking = Extract<ResearchPlan, { kind: "ask" }>;

/** The relay gives an app 96 hours; a look that fails in passing is repeated until a while after that. Milliseconds. */
const longestWaitMs = 100 * 3_600_000;

/** Until the next look when one failed in passing. */
const failedLookSeconds = 60;

/** An app that has no room is asked again after 5, 10, 20, 40 seconds, or when it says; then the person is told. */
const firstRefusedSeconds = 5;
const mostRefusals = 4;

/** Failures after which nobody here knows whether the app was asked. */
const lostOnTheWay: ReadonlySet<GenaiErrorCode> = new Set<GenaiErrorCode>([
  "connection-failed",
  "connection-lost",
  "timeout",
  "incomplete-stream",
]);

/**
 * 調べる as a job. What an app is asked is noted before it is asked, because an invocation costs and cannot be taken back: no
 * restart makes it a second time. Its ticket is stored before anybody is told of it, and the job then rests in the queue
 * between the looks; whichever node takes it looks with the ticket. Who is killed before the ticket came has asked and cannot
 * know the answer: then the person is told so, and decides.
 */
export function createResearchWork(
  relayOf: (conversation: Conversation) => RelayClient,
  now: () => number = Date.now,
): JobWork {
  return {
    announces: false,
    tries: 3,
    keptWaiting: async (job) => (await job.recall("accepted")) !== undefined,
    async perform(job) {
      const { translate } = wordsFor(job.conversation);
      const text = createTableTranslator(researchTexts, translate.locale);
      const relay = relayOf(job.conversation);
      const { request } = job.input as ResearchInput;
      const plan = await job.remember("plan", () => planResearch(request, relay, translate, job.signal));
      if (plan.kind === "say") await job.answer(plain(plan.text));
      else {
        const answer =
          (await job.recall<ResearchAnswer>("answer")) ?? (await answerOf(job, plan, { relay, text, now }));
        await tell(job, plan, answer, text);
      }
      await job.finish(undefined);
    },
  };
}

interface AskingParts {
  relay: RelayClient;
  text: TableTranslator<ResearchKey>;
  now: () => number;
}

async function answerOf(job: RunningJob, plan: Asking, parts: AskingParts): Promise<ResearchAnswer> {
  const { relay, text, now } = parts;
  const app = escapeMarkdown(plan.app);
  let accepted = await job.recall<Accepted>("accepted");
  const refusals = accepted === undefined ? await begin(job, app, text) : 0;
  const outcome = await runResearch(
    withRun(relay, job.run),
    { ...plan.request, ...(accepted === undefined ? {} : { ticket: accepted.ticket }) },
    async (ticket) => {
      accepted = await job.remember("accepted", () => Promise.resolve({ ticket, at: now() }));
      await job.answer(plain(text("accepted", { app })));
    },
    job.signal,
  );
  if (outcome.kind === "answered") return job.remember("answer", () => Promise.resolve(outcome.answer));
  if (outcome.kind === "waiting") throw new PostponedError(Math.ceil(outcome.nextLookMs / 1_000));
  const { error } = outcome;
  if (accepted !== undefined) throw error.retryable && now() - accepted.at < longestWaitMs ? lookAgain(error) : error;
  if (error.code === "rate-limited" && refusals < mostRefusals) {
    // The one failure by which an app was not asked for certain.
    await job.remember(refusalName(refusals), () => Promise.resolve(true));
    throw new PostponedError(Math.max(firstRefusedSeconds * 2 ** refusals, (error.retryAfterMs ?? 0) / 1_000));
  }
  if (lostOnTheWay.has(error.code)) throw interrupted(app, text);
  throw new GenaiError(error.code, "the app was asked, and is not asked again", { retryable: false, cause: error });
}

/**
 * Notes that the app is asked, unless that was noted by an attempt that ended before it was answered.
 * @returns how often it was refused before
 * @throws ToldError
 */
async function begin(job: RunningJob, app: string, text: TableTranslator<ResearchKey>): Promise<number> {
  let refusals = 0;
  while ((await job.recall(refusalName(refusals))) !== undefined) refusals += 1;
  if (job.acceptedActivity === undefined) await job.answer(plain(text("started", { app })));
  const isFirst = await job.atMostOnce(`invocation ${refusals}`, () => Promise.resolve());
  if (!isFirst) throw interrupted(app, text);
  return refusals;
}

function refusalName(refusals: number): string {
  return `refused ${refusals}`;
}

function lookAgain({ retryAfterMs = 0 }: GenaiError): PostponedError {
  return new PostponedError(Math.max(failedLookSeconds, Math.ceil(retryAfterMs / 1_000)));
}

function interrupted(app: string, text: TableTranslator<ResearchKey>): ToldError {
  return new ToldError("connection-lost", plain(`${text("interrupted", { app })}\n\n${text("details")}`));
}

/** The answer in the place of what was said before; what does not fit follows; after a long wait the person is told. */
async function tell(
  job: RunningJob,
  { app }: Asking,
  { text: words, files }: ResearchAnswer,
  text: TableTranslator<ResearchKey>,
): Promise<void> {
  const [first = text("label", { app }), ...others] = answerMessages(app, words, files, text);
  await job.answer({ text: first, generated: true });
  for (const [index, part] of others.entries()) await job.further(`part ${index + 2}`, { text: part, generated: true });
  const wasAccepted = (await job.recall<Accepted>("accepted")) !== undefined;
  if (wasAccepted) await job.notice(plain(text("arrived", { app: escapeMarkdown(app) })));
}

function plain(text: string): Outgoing {
  return { text, generated: false };
}
