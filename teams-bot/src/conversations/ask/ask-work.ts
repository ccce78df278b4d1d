import { createHash } from "node:crypto";
import type { Database } from "@genai-office/shared/database";
import {
  admit,
  inheritedMark,
  judgeMarkings,
  judgePlaces,
  type ConfidentialityJudgement,
  type Marking,
} from "@genai-office/shared/guards";
import { guessLanguage } from "@genai-office/shared/language";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { answer, ask } from "@genai-office/shared/tasks";
import { findingsByCode, GenaiError, type Finding, type TaskEvent } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../../channel/conversation";
import type { AnswerStream, Outgoing } from "../../channel/outgoing";
import type { JobWork, RunningJob } from "../../jobs/job-port";
import { modelFor, modelNames, runnerOf, type ModelChoice } from "../../jobs/model-choice";
import { ToldError } from "../../jobs/told-error";
import { defaultRetention } from "../../store/retention";
import { sourceOfFile, type Source } from "../source/source";
import { wordsFor, type Words } from "../texts/words";
import { answerMessage, markedText } from "./answer-message";
import { citedText } from "./cited-text";
import { rememberTurn, turnsOf, type RememberedTurn } from "./conversation-turns";
import { materialOfJob } from "./material-of-job";
import { memoryNote } from "./memory-note";

/** What an ask job is asked; its material is the file that came with the question. */
export interface AskInput {
  question: string;
  /** Name of the file that came with the question. */
  file?: string;
}

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

function memoryMsOf({ memoryMs = defaultRetention.memoryMs }: ConversationWorkOptions): number {
  return memoryMs;
}

/**
 * Answers a question in its conversation: from the file that came with it, or with the question before; else in the model's own
 * words, with what was said before. The answer streams in personal chats; stop ends the model's work.
 */
export function createAskWork(options: ConversationWorkOptions): JobWork {
  // In a group the answer takes the place of one message that says that it was accepted: so it can be said again after a crash.
  return { announces: ({ kind }) => kind !== "personal", tries: 2, perform: (job) => perform(job, options) };
}

/** A file that the answer is looked for in. */
interface Material {
  name: string;
  source: Source;
  /** Job that keeps its bytes. */
  job: string;
}

async function perform(job: RunningJob, options: ConversationWorkOptions): Promise<void> {
  const { database, relayOf, onDefect } = options;
  const { question } = job.input as AskInput;
  const words = wordsFor(job.conversation);
  const relay = relayOf(job.conversation);
  // What was said until then; an answer that is given meanwhile must not change what this one is asked with.
  const nowOf = (): Date => options.now?.() ?? new Date();
  const oldest = (): Date => new Date(nowOf().getTime() - memoryMsOf(options));
  const before = await job.remember("turns", () => turnsOf(database, job.conversation, oldest()));
  const turns = before.entries;
  const material = await materialFor(job, turns, database);
  const stream = job.stream();
  const stopped = AbortSignal.any([job.signal, stream.stopped]);
  stream.inform(material === undefined ? words.text("thinking") : words.text("searching", { file: material.name }));
  const asked: Asked = { job, options, words, relay, turns, question, signal: stopped };
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

/** The file of this question, or of the one before, as long as its bytes are kept. */
async function materialFor(
  job: RunningJob,
  turns: readonly RememberedTurn[],
  database: Database,
): Promise<Material | undefined> {
  const { file } = job.input as AskInput;
  if (file !== undefined) return { name: file, source: sourceOfFile(file, await job.material()), job: job.id };
  const before = turns.at(-1)?.file;
  if (before === undefined) return undefined;
  const bytes = await materialOfJob(database, before.job, job.conversation.tenant);
  return bytes === undefined ? undefined : { ...before, source: sourceOfFile(before.name, bytes) };
}

interface Asked {
  job: RunningJob;
  options: ConversationWorkOptions;
  words: Words;
  relay: RelayClient;
  turns: readonly RememberedTurn[];
  question: string;
  signal: AbortSignal;
}

interface Written {
  message: Outgoing;
  /** The words alone, for the memory. */
  answer: string;
  /** What the answer inherits. */
  markings: Marking[];
  findings: readonly Finding[];
}

async function answerFreely(asked: Asked, stream: AnswerStream): Promise<Written> {
  const { job, relay, question, words, signal, options } = asked;
  const history = asked.turns.map(({ question: before, answer: given }) => ({ question: before, answer: given }));
  const said = [...history.flatMap((turn) => [turn.question, turn.answer]), question];
  const judgement = judgeMarkings([
    ...judgePlaces({ headers: [], footers: [], firstPage: [], fileName: "", body: said }).markings,
    ...asked.turns.flatMap(({ markings }) => markings),
  ]);
  const choice = await modelFor(job, relay, { task: "ask", class: judgement.class }, options.now?.());
  if (!choice.card.tasks.includes("ask")) throw cannotAsk(choice, words);
  requireAdmitted(judgement, choice);
  const mark = inheritedMark(judgement.class, judgement.markings);
  const result = await outcomeOf(
    ask(
      {
        question,
        history,
        language: guessLanguage(question),
        card: choice.card,
        others: choice.models,
        declaredClass: judgement.class,
        confirmed: false,
        documentHash: sha256(said.join("\n")),
      },
      runnerOf(job, relay, choice),
      { signal },
    ),
    (text) => stream.show(markedText(mark, text)),
  );
  const { text, findings, forgotten, models } = result;
  const message = answerMessage(words, {
    text,
    findings,
    label: words.text("labelFree", { models: modelNames(models, choice, words.locale).join(words.text("between")) }),
    memory: memoryNote(
      words,
      job.conversation,
      { remembered: history.length - forgotten, forgotten },
      memoryMsOf(options),
    ),
    mark,
  });
  return { message, answer: text, findings, markings: judgement.markings };
}

async function answerFromFile(
  asked: Asked,
  { name, source, job: keeper }: Material,
  stream: AnswerStream,
): Promise<Written> {
  const { job, relay, question, words, signal, turns, options } = asked;
  const { blocks, places } = source;
  // Turns of the same file: the question may go on from them.
  const earlier = turns.filter(({ file }) => file?.job === keeper).slice(-2);
  const language = guessLanguage(question);
  const instruction = earlier.length === 0 ? undefined : goesOnFrom(earlier, language);
  const judgement = judgeMarkings([
    ...judgePlaces({ ...places, body: [...(places.body ?? []), question, instruction ?? ""] }).markings,
    ...earlier.flatMap(({ markings }) => markings),
  ]);
  const mark = inheritedMark(judgement.class, judgement.markings);
  const choice = await modelFor(job, relay, { task: "answer", class: judgement.class }, options.now?.());
  requireAdmitted(judgement, choice);
  const result = await outcomeOf(
    answer(
      {
        blocks,
        question,
        form: "plain",
        language,
        card: choice.card,
        others: choice.models,
        declaredClass: judgement.class,
        confirmed: false,
        documentHash: sha256(blocks.map(({ text }) => text).join("\n")),
        ...(choice.glossary === null ? {} : { glossary: choice.glossary }),
        ...(instruction === undefined ? {} : { instruction }),
      },
      runnerOf(job, relay, choice),
      { signal },
    ),
    // Only what the file bears out is shown, and that is known at the end; until then the person sees that it grows.
    (text) => stream.inform(words.text("writing", { file: name, characters: [...text].length })),
  );
  const cited = citedText(result, blocks, {
    nameOf: ({ label }, index) =>
      words.text("citation", { file: name, place: label ?? words.text("paragraph", { number: index + 1 }) }),
    unconfirmed: `【${words.text("unconfirmed")}】`,
  });
  const message = answerMessage(words, {
    text: cited.text,
    findings: result.findings,
    label: words.text("labelCited", {
      file: name,
      models: modelNames(result.models, choice, words.locale).join(words.text("between")),
    }),
    memory: memoryNote(words, job.conversation, { remembered: earlier.length, forgotten: 0 }, memoryMsOf(options)),
    mark,
  });
  return {
    message: { ...message, citations: cited.citations },
    answer: result.text,
    findings: result.findings,
    markings: judgement.markings,
  };
}

/** What the person asked of the file before: their own words only, none that come out of the file. */
function goesOnFrom(turns: readonly RememberedTurn[], language: "ja" | "en"): string {
  const longest = 300;
  const told = turns.map(({ question }) => {
    const words = question.slice(0, longest).replace(/\s+/gu, " ");
    return language === "ja" ? `直前の質問は「${words}」でした。` : `The question before was "${words}".`;
  });
  return told.join("");
}

/** Nobody is asked here whether a doubtful marking may leave: that needs the send sheet of a pane. */
function requireAdmitted(judgement: ConfidentialityJudgement, { card }: ModelChoice): void {
  const admission = admit(judgement, card, false);
  if (!admission.allowed) throw new GenaiError(admission.code, "the gate refused the question");
}

/** The embedded engine writes nothing of its own; it says what it can do instead. */
function cannotAsk({ card }: ModelChoice, { text, locale }: Words): GenaiError {
  return new ToldError("model-cannot-do-task", {
    text: text("offlineAsk", { model: card.name[locale] }),
    generated: false,
  });
}

/**
 * Follows a task to its end, and gives the outcome back.
 * @param onText told the words so far
 */
async function outcomeOf<Result>(
  events: AsyncIterable<TaskEvent<Result>>,
  onText: (text: string) => void,
): Promise<Result> {
  let shown = "";
  for await (const event of events) {
    switch (event.type) {
      case "preview":
        shown = event.restarted === true ? event.text : shown + event.text;
        onText(shown);
        break;
      case "completed":
        return event.result;
      case "failed":
        throw event.error;
      case "aborted":
        throw new GenaiError("aborted", "the answer is not wanted any more");
      case "planned":
      case "progress":
      case "model-switched":
        break;
    }
  }
  throw new GenaiError("internal", "the task ended without an outcome");
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
