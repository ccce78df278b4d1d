import type { Database } from "@genai-office/shared/database";
import { jobOfPerson } from "@genai-office/shared/jobs";
import { createTableTranslator } from "@genai-office/shared/i18n";
import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import type { Channel } from "../channel";
import { personOf, type Conversation } from "../channel/conversation";
import type { FileConsent } from "../channel/incoming";
import type { FilePlace, Outgoing } from "../channel/outgoing";
import { escapeMarkdown } from "../escape-markdown";
import type { Jobs, JobWork, RunningJob } from "../jobs/job-port";
import { PostponedError } from "../jobs/postponed-error";
import type { JobEndCode } from "../store/taken-job";
import { fileOfJob, offerOf, type FileContext } from "./minutes-file";
import { localeOf, minutesTexts } from "./minutes-texts";
import type { OfferedFile } from "./record-file";

/** What a delivery job is asked. */
export interface DeliveryInput extends FileContext {
  place: FilePlace;
}

export interface DeliveryWorkOptions {
  database: Database;
  putFile: Channel["putFile"];
  /** How long finished minutes are kept. Milliseconds. */
  keptMs: number;
}

const day = 86_400_000;

/** How soon minutes are looked for again whose file was accepted before they were stored. */
const openSeconds = 2;

/**
 * Makes a job of the yes to a file that was offered: noted before Teams is told that it came.
 * @returns false when it is no yes, or the offer is none of ours
 * @throws DatabaseError
 */
export async function acceptDelivery(jobs: Jobs, consent: FileConsent): Promise<boolean> {
  const { accepted, place, context, conversation, activityId, offerActivity } = consent;
  const minutes = context["minutes"];
  if (!accepted || place === undefined || typeof minutes !== "string") return false;
  const input: DeliveryInput = { minutes, place };
  await jobs.accept(
    { conversation: conversation.id, id: activityId },
    {
      kind: "delivery",
      title: place.name,
      conversation,
      input,
      ...(offerActivity === undefined ? {} : { acceptedActivity: offerActivity }),
    },
  );
  return true;
}

/**
 * Puts the Word file of minutes where its person wants it, and shows it in the place of its offer. Tried again while that may
 * help; what fails for good is told in words, with a new offer as long as the minutes are kept.
 */
export function createDeliveryWork(options: DeliveryWorkOptions): JobWork {
  return {
    announces: false,
    tries: 6,
    perform: (job) => perform(job, options),
    failure: (job, code) => failure(job, code, options),
  };
}

async function perform(job: RunningJob, { database, putFile }: DeliveryWorkOptions): Promise<void> {
  const { minutes, place } = job.input as DeliveryInput;
  const file = await fileOf(job.conversation, minutes, database);
  if (file === undefined) {
    // Who offered it may have been killed before it stored the minutes; somebody else is about to.
    if (await isOpen(job.conversation, minutes, database)) throw new PostponedError(openSeconds);
    throw new GenaiError("not-found", "the minutes are not kept any more");
  }
  await put(job, () => putFile(place, file.bytes));
  const shown: Outgoing = { text: "", generated: false, shown: { ...place, name: place.name || file.name } };
  try {
    await job.answer(shown);
  } catch (thrown) {
    // Where an offer cannot be replaced by its file, the file is shown below it.
    if (job.acceptedActivity === undefined || asGenaiError(thrown).code !== "bad-request") throw thrown;
    await job.notice(shown);
  }
  await job.finish(undefined);
}

/**
 * Puts the file, once. A drive that took it and whose answer nobody heard (killed, cut off) says to the next attempt that the
 * place is gone, as an upload session ends with its file: what an earlier attempt began is there then.
 */
async function put(job: RunningJob, send: () => Promise<void>): Promise<void> {
  const begunBefore = (await job.recall<true>("put begun")) === true;
  await job.remember("put begun", () => Promise.resolve(true as const));
  await job.remember("put", async () => {
    try {
      await send();
    } catch (thrown) {
      if (!begunBefore || asGenaiError(thrown).code !== "not-found") throw thrown;
    }
    return true;
  });
}

async function failure(
  job: Pick<RunningJob, "id" | "conversation" | "input">,
  code: JobEndCode,
  { database, keptMs }: DeliveryWorkOptions,
): Promise<Outgoing> {
  const { minutes, place } = job.input as DeliveryInput;
  const text = createTableTranslator(minutesTexts, localeOf(job.conversation));
  const file = await fileOf(job.conversation, minutes, database);
  const name = escapeMarkdown(place.name || (file?.name ?? ""));
  const words =
    file === undefined
      ? text("fileGone", { name, days: Math.round(keptMs / day) })
      : text(code === "not-found" ? "filePlaceGone" : "fileFailed", { name });
  return {
    text: `${words}\n\n${text("details", { code, id: job.id.slice(0, 8) })}`,
    generated: false,
    ...(file === undefined ? {} : { file: offerOf(minutes, file, text("fileAgain")) }),
  };
}

async function isOpen(conversation: Conversation, minutes: string, database: Database): Promise<boolean> {
  const owner = { person: personOf(conversation), tenant: conversation.tenant };
  const found = await jobOfPerson(database, owner, minutes);
  return found !== undefined && found.job.finishedAt === undefined;
}

function fileOf(conversation: Conversation, minutes: string, database: Database): Promise<OfferedFile | undefined> {
  return fileOfJob(database, { person: personOf(conversation), tenant: conversation.tenant }, minutes);
}
