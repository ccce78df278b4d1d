import { GenaiError } from "@genai-office/shared/vocabulary";
import { callOutlook } from "./call-outlook";
import type { ItemEvents } from "./item-events";
import type { DraftText, MailHead } from "./mailbox-port";
import { draftMessage, headOfDraft, type DraftMessage } from "./message-item";

function changed(): GenaiError {
  return new GenaiError("document-changed", "another draft is open", { retryable: true });
}

/** The draft, when the pane still stands beside this one. */
function requireDraft(events: ItemEvents, head: Pick<MailHead, "identity">): DraftMessage {
  const item = draftMessage();
  if (item === undefined || headOfDraft(item, events.sequence()).identity !== head.identity) throw changed();
  return item;
}

/** Puts a text on top of a draft, as HTML or as plain text, whatever the draft is; see `MailboxPort.insertAtTop`. */
export async function insertAtTop(events: ItemEvents, head: MailHead, { html, text }: DraftText): Promise<void> {
  const { body } = requireDraft(events, head);
  const type = await callOutlook<Office.CoercionType>("type of the body", (answer) => body.getTypeAsync(answer));
  const item = requireDraft(events, head);
  const isHtml = type === Office.CoercionType.Html;
  await callOutlook<void>("insert", (answer) =>
    item.body.prependAsync(isHtml ? html : `${text}\n\n`, { coercionType: type }, answer),
  );
}
