import { createHash } from "node:crypto";
import { createTableTranslator } from "@genai-office/shared/i18n";
import type { RelayClient } from "@genai-office/shared/relay-client";
import { minutes, type MinutesResult } from "@genai-office/shared/tasks";
import {
  holdsSpeech,
  readTranscript,
  transcriptBlocks,
  type TranscriptProblemKind,
} from "@genai-office/shared/transcript";
import { asGenaiError, findingsByCode, GenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import type { Conversation } from "../channel/conversation";
import type { Outgoing } from "../channel/outgoing";
import { escapeMarkdown } from "../escape-markdown";
import type { JobWork, RunningJob } from "../jobs/job-port";
import { ToldError } from "../jobs/told-error";
import { modelFor, modelNames, runnerOf } from "../jobs/model-choice";
import { admitTranscript, judgeTranscript } from "./admit-transcript";
import type { MeetingRecord } from "./meeting-record";
import { confirmCard } from "./confirm-card";
import { meetingFacts } from "./meeting-facts";
import { minutesCard } from "./minutes-card";
import { offerOf } from "./minutes-file";
import type { MinutesInput } from "./minutes-input";
import { localeOf, minutesTexts } from "./minutes-texts";
import { fileOfRecord } from "./record-file";

/** What is told of a transcript that was read whole: nobody has to look for words that are missing. */
const losesNothing: ReadonlySet<TranscriptProblemKind> = new Set(["no-speakers", "clock-times", "repeated-cues"]);

export interface MinutesWorkOptions {
  /** The relay as it knows the person of a conversation. */
  relayOf(conversation: Conversation): RelayClient;
  /** Address of a job in the tab; undefined where there is no tab. */
  tabLink?(job: string): string;
  /** Told about what went wrong beside the minutes; the text of an error holds no content. */
  onDefect(error: unknown): void;
  now?: () => Date;
}

/**
 * Minutes of a transcript: read, judged, asked of the relay as the person, checked, posted as a card in the place of the
 * "accepted" activity, offered as a Word file (personal chats) or in the tab.
 */
export function createMinutesWork(options: MinutesWorkOptions): JobWork {
  return { announces: true, perform: (job) => perform(job, options) };
}

async function perform(job: RunningJob, options: MinutesWorkOptions): Promise<void> {
  const input = job.input as MinutesInput;
  if (input.missing !== undefined) throw missingFile(job, input.missing);
  const bytes = await job.material();
  const transcript = readTranscript({ name: input.file, bytes });
  // No minutes are made of a memo: with nothing decided and nothing to be done they would look finished.
  if (!holdsSpeech(transcript)) throw new GenaiError("no-speech", "nobody speaks in the file");
  const language = input.language ?? "ja";
  const facts = meetingFacts(input, transcript, language);
  const { meeting, date } = facts;
  const blocks = transcriptBlocks(transcript);
  const judged = judgeTranscript(input.file, meeting, transcript, blocks, input.instruction);
  const relay = options.relayOf(job.conversation);
  const choice = await modelFor(job, relay, { task: "minutes", class: judged.judgement.class }, options.now?.());
  admitTranscript(judged, choice.card, input.confirmed === true, () => {
    const text = createTableTranslator(minutesTexts, localeOf(job.conversation));
    return { text: "", generated: false, card: confirmCard(job.id, meeting, judged.judgement, text) };
  });
  const result = await written(
    job,
    minutes(
      {
        blocks,
        card: choice.card,
        others: choice.models,
        declaredClass: judged.judgement.class,
        confirmed: input.confirmed === true,
        documentHash: createHash("sha256").update(bytes).digest("hex"),
        title: meeting,
        language,
        ...(date === undefined ? {} : { date }),
        ...(input.instruction === undefined ? {} : { instruction: input.instruction }),
        ...(choice.glossary === null ? {} : { glossary: choice.glossary }),
      },
      runnerOf(job, relay, choice),
      { signal: job.signal },
    ),
  );
  const { agenda, form } = input;
  const { time, place, attendees } = facts;
  const record: MeetingRecord = {
    title: meeting,
    date,
    result,
    utterances: blocks,
    models: modelNames(result.models, choice, language),
    mark: judged.mark,
    language,
    problems: transcript.problems.filter(({ kind }) => !losesNothing.has(kind)).length,
    ...(transcript.problems.some(({ kind }) => kind === "no-speakers") ? { unnamed: true } : {}),
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    ...(attendees === undefined ? {} : { attendees }),
    ...(agenda === undefined ? {} : { agenda }),
    ...(form === undefined ? {} : { form }),
  };
  await tell(job, record, options);
  await report(job, relay, result, options);
  await job.finish(record);
}

async function written(job: RunningJob, events: ReturnType<typeof minutes>): Promise<MinutesResult> {
  let total = 0;
  for await (const event of events) {
    if (event.type === "planned") job.progress(0, (total = event.steps));
    else if (event.type === "progress") job.progress(event.done, Math.max(total, event.total));
    else if (event.type === "completed") return event.result;
    else if (event.type === "failed") throw event.error;
    else if (event.type === "aborted") throw new GenaiError("aborted", "the job is not worked on any further here");
  }
  throw new GenaiError("internal", "the task ended without an outcome");
}

/** The card in the place of the "accepted" activity, and one message that they are done. */
async function tell(job: RunningJob, record: MeetingRecord, { tabLink, onDefect }: MinutesWorkOptions): Promise<void> {
  const text = createTableTranslator(minutesTexts, localeOf(job.conversation));
  const link = tabLink?.(job.id);
  try {
    await job.answer({ text: "", generated: true, card: minutesCard(record, text, link) });
  } catch (thrown) {
    const error = asGenaiError(thrown);
    // Who cannot be told any more, because the bot was taken out of the conversation, still finds the minutes in the tab.
    if (error.code !== "forbidden" && error.code !== "not-found") throw thrown;
    return onDefect(thrown);
  }
  const { result } = record;
  const meeting = escapeMarkdown(record.title);
  const counts = { meeting, decisions: result.decisions.length, actions: result.actions.length };
  const isPersonal = job.conversation.kind === "personal";
  // Teams takes no file consent in groups: the tab makes the same file.
  const elsewhere = isPersonal ? [] : [text(link === undefined ? "fileInPersonalChat" : "fileInTab")];
  const way = link === undefined ? elsewhere : [text("doneTab", { link }), ...elsewhere];
  let notice: Outgoing = { text: [text("done", counts), ...way].join("\n\n"), generated: false };
  // The minutes stand in the card and in the tab, also when no Word file can be made of them.
  const file = isPersonal ? await fileOfRecord(record).catch((error: unknown) => void onDefect(error)) : undefined;
  if (file !== undefined) {
    // One message: the offer says by itself that they are done.
    const offer = offerOf(job.id, file, text("fileDescription", { meeting: record.title }));
    notice = { text: "", generated: false, file: offer };
  }
  await job.notice(notice);
}

/** For the audit: what the guards saw. Nobody waits long for it, and no minutes fail by it. */
async function report(
  job: RunningJob,
  relay: RelayClient,
  result: MinutesResult,
  { onDefect }: MinutesWorkOptions,
): Promise<void> {
  const findings = findingsByCode(result.findings);
  if (findings === undefined) return;
  await job.atMostOnce("report", () =>
    relay
      .reportRun({ run: job.run, findings }, AbortSignal.any([job.signal, AbortSignal.timeout(5_000)]))
      .catch(onDefect),
  );
}

function missingFile(job: RunningJob, code: GenaiErrorCode): ToldError {
  const text = createTableTranslator(minutesTexts, localeOf(job.conversation));
  return new ToldError(code, { text: `${text("unreadable")}\n\n${code}`, generated: false });
}
