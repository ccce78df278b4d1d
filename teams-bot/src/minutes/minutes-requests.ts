import type { Database } from "@genai-office/shared/database";
import { transcriptLimits } from "@genai-office/shared/transcript";
import { asGenaiError, type GenaiErrorCode } from "@genai-office/shared/vocabulary";
import { personOf } from "../channel/conversation";
import type { CardPress, IncomingFile, WrittenMessage } from "../channel/incoming";
import type { Jobs } from "../jobs/job-port";
import { confirmVerb } from "./confirm-card";
import { meetingOfFileName } from "./meeting-of-file-name";
import type { MinutesInput } from "./minutes-input";
import { readMeetingForm } from "./read-meeting-form";
import { readMinutesWishes } from "./read-minutes-wishes";

/** Kinds of files that transcripts come as; what a file really is, its bytes tell. */
const transcriptFile = /\.(?:vtt|srt|json|jsonl|docx|txt|csv|xml)$/iu;

/** The word by which minutes are asked for; without any words a transcript says it by itself. */
const command = /^\s*(?:議事録|議事要旨|minutes)(?!で(?!お願い|す)|から|に(?:は|よ)|の(?:中|うち))/iu;

/** 「この会議の議事録を作ってください」; what is decided in given minutes is a question. */
const request =
  /議事(?:録|要旨)(?!で|から|に(?:は|よ)|の(?:中|うち))[^。\n]{0,20}?(?:作|つく|まと|起こ|書い|お願い|頼|して(?:ください|下さい|もらえ|いただけ|ほしい|欲しい|くれ))|\b(?:write|make|take|create|draft|prepare|need|want)\b[^.\n]{0,30}(?<!\d\s)\bminutes\b/iu;

/** The connector waits 15 seconds for its answer, and the file has to be there before it is told that all was noted. */
const fetchMs = 4_000;

/** Files of one message that become jobs. */
export const mostFiles = 5;

/** Does this message ask for minutes? Files of other kinds, and files with another request beside them, are not for us. */
export function asksForMinutes({ text, files }: Pick<WrittenMessage, "text" | "files">): boolean {
  const hasForm = Object.keys(readMeetingForm(text)).length > 0;
  return files.some(isTranscript) && (text.trim() === "" || command.test(text) || request.test(text) || hasForm);
}

export function isTranscript({ name }: Pick<IncomingFile, "name">): boolean {
  return transcriptFile.test(name);
}

/**
 * Makes a job of each transcript of a message. The file is fetched first, so that a job that was acknowledged never lacks it;
 * one that does not come in time makes a job that says so.
 * @throws DatabaseError when nothing could be noted; the connector then delivers the message again
 */
export async function acceptMinutes(jobs: Jobs, message: WrittenMessage): Promise<void> {
  const { conversation, activityId } = message;
  const form = readMeetingForm(message.text);
  const wishes = readMinutesWishes(message);
  const files = message.files.filter(isTranscript).slice(0, mostFiles);
  await Promise.all(
    files.map(async (file, index) => {
      const fetched = await fetchFile(file);
      const missing = fetched instanceof Uint8Array ? undefined : fetched;
      const input: MinutesInput = {
        ...form,
        ...wishes,
        file: file.name,
        ...(missing === undefined ? {} : { missing }),
      };
      const id = index === 0 ? activityId : `${activityId}#${index + 1}`;
      await jobs.accept(
        { conversation: conversation.id, id },
        {
          kind: "minutes",
          title: form.meeting ?? meetingOfFileName(file.name).meeting,
          conversation,
          input,
          ...(fetched instanceof Uint8Array ? { material: fetched } : {}),
        },
      );
    }),
  );
}

async function fetchFile(file: IncomingFile): Promise<Uint8Array | GenaiErrorCode> {
  try {
    return await file.fetch(transcriptLimits.fileBytes, AbortSignal.timeout(fetchMs));
  } catch (thrown) {
    const { code } = asGenaiError(thrown);
    return code === "aborted" ? "timeout" : code;
  }
}

/**
 * The person has answered the gate's question: the same file once more, confirmed. Only theirs, and only while it is kept.
 * @returns false when the button is none of ours
 * @throws DatabaseError
 */
export async function confirmMinutes(database: Database, jobs: Jobs, press: CardPress): Promise<boolean> {
  const { verb, data, conversation } = press;
  const job = data["minutes"];
  if (verb !== confirmVerb || typeof job !== "string") return false;
  const person = personOf(conversation);
  const [asked] = await database.query<{ title: string; input: MinutesInput; bytes: Uint8Array | null }>(
    `select title, input, bytes from jobs left join job_material on job = jobs.id
     where jobs.id::text = $1 and person = $2 and tenant = $3 and error_code = 'confidentiality-unconfirmed'`,
    [job, person, conversation.tenant],
  );
  if (asked === undefined) return true;
  const { title, bytes } = asked;
  const input: MinutesInput = { ...asked.input, confirmed: true, ...(bytes === null ? { missing: "not-found" } : {}) };
  await jobs.accept(
    // Pressed twice, it is still one answer.
    { conversation: conversation.id, id: `${confirmVerb} ${job}` },
    { kind: "minutes", title, conversation, input, ...(bytes === null ? {} : { material: bytes }) },
  );
  return true;
}
