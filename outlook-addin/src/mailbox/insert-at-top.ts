import { GenaiError } from "@genai-office/shared/vocabulary";
import { callOutlook } from "./call-outlook";
import type { DraftText, MailHead } from "./mailbox-port";
import { draftMessage, headOfDraft, type DraftMessage } from "./message-item";

/** The draft, when the pane still stands beside this one. */
function requireDraft(head: Pick<MailHead, "identity">): DraftMessage {
  const item = draftMessage();
  if (item === undefined || headOfDraft(item).identity !== head.identity) {
    throw new GenaiError("document-changed", "another draft is open", { retryable: true });
  }
  return item;
}

/** Puts a text on top of a draft, as HTML or as plain text, whatever the draft is; see `MailboxPort.insertAtTop`. */
export async function insertAtTop(head: MailHead, { html, text }: DraftText): Promise<void> {
  const { body } = requireDraft(head);
  const type = await callOutlook<Office.CoercionType>("type of the body", (answer) => body.getTypeAsync(answer));
  const item = requireDraft(head);
  const isHtml = type === Office.CoercionType.Html;
  await callOutlook<void>("insert", (answer) =>
    item.body.prependAsync(isHtml ? html : `${text}\n\n`, { coercionType: type }, answer),
  );
}
