import { diagnose } from "@genai-office/shared/pane";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { callOutlook } from "./call-outlook";
import { confirmSelection, isOutlooksOwn, requireSelected } from "./confirm-selection";
import type { ItemEvents } from "./item-events";
import { longestReplyHtml, type DraftText, type MailReading, type OpenedReply } from "./mailbox-port";
import { headOf, receivedMessage, type ReceivedMessage } from "./message-item";

/** A form that does not open within this time may open later. Milliseconds. */
const longestOpeningMs = 10_000;

/**
 * Opens the form of a reply; see `MailboxPort.openReply`. First the way that tells whether it worked (Mailbox 1.9); where that
 * fails, as in the new Outlook with several accounts (office-pitfalls O9), the one that does not.
 */
export async function openReply(
  events: ItemEvents,
  reading: MailReading,
  draft: DraftText,
  all: boolean,
): Promise<OpenedReply> {
  const { html } = draft;
  if (html.length > longestReplyHtml) throw new GenaiError("input-too-large", "the draft is too long for a form");
  await confirmSelection(events, reading);
  // Synchronous from here to the call: even the turn of a promise is time in which another message may come.
  const since = events.sequence();
  if (!(await opensTelling(requireSelected(reading), html, all))) {
    await confirmSelection(events, reading);
    opensSilently(requireSelected(reading), html, all);
  }
  return (await isElsewhere(events, reading, since)) ? "elsewhere" : "opened";
}

/**
 * True when another received message was selected since the form was asked for, if only for a moment. A draft, or none, is the
 * reply itself in the reading pane (office-pitfalls O1).
 * @param since number of the selections when the form was asked for
 */
async function isElsewhere(events: ItemEvents, reading: MailReading, since: number): Promise<boolean> {
  const { identity } = reading;
  const item = receivedMessage();
  if (item === undefined) return events.toldOfAnother(since, identity);
  // The event of a selection comes before the answer to a question that was asked behind it.
  const isOwn = await isOutlooksOwn(item, reading).catch((thrown: unknown) => {
    diagnose("the message behind a reply could not be confirmed", thrown);
    return false;
  });
  if (events.toldOfAnother(since, identity)) return true;
  const after = receivedMessage();
  return after !== undefined && (headOf(after).identity !== identity || !isOwn);
}

/** False when it did not open. Rejects with `timeout` when nobody knows: a second form would be worse than none. */
async function opensTelling(item: ReceivedMessage, html: string, all: boolean): Promise<boolean> {
  const method = all ? "displayReplyAllFormAsync" : "displayReplyFormAsync";
  if (typeof item[method] !== "function" || !Office.context.requirements.isSetSupported("Mailbox", "1.9")) return false;
  try {
    await callOutlook<void>(method, (answer) => item[method]?.({ htmlBody: html }, answer), {
      waitMs: longestOpeningMs,
    });
    return true;
  } catch (thrown) {
    if (thrown instanceof GenaiError && thrown.code === "host-error") {
      diagnose("the form of a reply did not open", thrown);
      return false;
    }
    throw thrown;
  }
}

function opensSilently(item: ReceivedMessage, html: string, all: boolean): void {
  const method = all ? "displayReplyAllForm" : "displayReplyForm";
  if (typeof item[method] !== "function") throw new GenaiError("host-error", "this Outlook opens no reply");
  try {
    item[method]({ htmlBody: html });
  } catch (cause) {
    throw new GenaiError("host-error", "the form of a reply did not open", { cause });
  }
}
