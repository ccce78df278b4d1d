import { diagnose } from "@genai-office/shared/pane";
import { asGenaiError, GenaiError } from "@genai-office/shared/vocabulary";
import { longestReplyHtml, type MailboxPort, type MailReading } from "../../mailbox";
import { giveUpDraft, leaveDraft, type HandOverPlaces } from "../draft/hand-over";
import { draftTextOf } from "./draft-html";

/**
 * Where a reply went. "elsewhere": a form opened, perhaps on another message that was selected at that moment. "handed-over": an
 * empty form opened, and the pane beside it has the text.
 */
export type Delivery = "opened" | "elsewhere" | "handed-over" | "inserted";

export interface ReplyPlaces {
  mailbox: MailboxPort;
  /** Undefined where the browser gives none; a long draft cannot wait then. */
  storage: Storage | undefined;
  now(): Date;
}

/**
 * Brings a reply to the person's own form: as a draft of a reply, or on top of the draft the pane stands beside. Nothing is sent. A
 * draft beyond the form's limit is left to the pane beside the form. Rejects with a GenaiError, after which copying is the way.
 */
export async function deliverReply(
  text: string,
  reading: MailReading,
  all: boolean,
  places: ReplyPlaces,
): Promise<Delivery> {
  const { mailbox, storage, now } = places;
  const draft = draftTextOf(text);
  if (draft.text === "") throw new GenaiError("output-empty", "there is nothing to insert");
  if (reading.kind === "draft") {
    await mailbox.insertAtTop(reading, draft);
    return "inserted";
  }
  if (draft.html.length <= longestReplyHtml) {
    return mailbox.openReply(reading, draft, all);
  }
  const { store } = mailbox;
  const { conversation } = reading;
  if (store === undefined || storage === undefined || conversation === undefined) {
    throw new GenaiError("input-too-large", "the draft is too long for a form, and cannot wait");
  }
  return handOver(draft.text, reading, conversation, all, mailbox, { store, storage, now });
}

async function handOver(
  text: string,
  reading: MailReading,
  conversation: string,
  all: boolean,
  mailbox: MailboxPort,
  places: HandOverPlaces,
): Promise<"handed-over" | "elsewhere"> {
  await mailbox.confirm(reading);
  await leaveDraft(text, conversation, places);
  try {
    const opened = await mailbox.openReply(reading, { html: "", text: "" }, all);
    // A form elsewhere gets nothing: the draft waits for this conversation alone.
    return opened === "elsewhere" ? opened : "handed-over";
  } catch (thrown) {
    // After a timeout the form may still open, and takes the draft then; else it waits until its time is over.
    if (asGenaiError(thrown).code !== "timeout") {
      await giveUpDraft(places).catch((failure: unknown) => diagnose("a draft could not be given up", failure));
    }
    throw thrown;
  }
}
