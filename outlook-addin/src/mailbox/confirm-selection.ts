import { GenaiError } from "@genai-office/shared/vocabulary";
import { sha256Hex } from "@genai-office/shared/language";
import type { ItemEvents } from "./item-events";
import type { MailReading } from "./mailbox-port";
import { headOf, receivedMessage, type ReceivedMessage } from "./message-item";
import { readBody } from "./read-body";
import { areOfAnother, readHeaders } from "./read-headers";
import { shownBody } from "./shown-body";

function changed(): GenaiError {
  return new GenaiError("document-changed", "another message is selected", { retryable: true });
}

/** The item, when office.js still shows this message; throws `document-changed` when it does not. */
export function requireSelected(reading: Pick<MailReading, "identity">): ReceivedMessage {
  const item = receivedMessage();
  if (item === undefined || headOf(item).identity !== reading.identity) throw changed();
  return item;
}

/**
 * Outlook's own word, not office.js's memory of it, on whether the message that it acts on is this one: by the id in its headers,
 * or by the words of its body where it tells no headers. An event that was lost leaves office.js with the message before.
 * @param item as office.js shows it now
 */
export async function isOutlooksOwn(item: ReceivedMessage, reading: MailReading): Promise<boolean> {
  const headers = await readHeaders(item);
  if (areOfAnother(headers, item)) return false;
  const namesItself =
    typeof headers === "object" && item.internetMessageId !== "" && /^message-id/im.test(headers.told);
  if (namesItself) return true;
  const raw = await readBody(item);
  // The same body needs no look into it: whatever takes time here is time in which another message may be selected.
  if (raw === ("html" in reading.body ? reading.body.html : reading.body.text)) return true;
  const { blocks } = await shownBody(raw);
  const hash = await sha256Hex(blocks.map((block) => block.text).join("\n"));
  // Looking took a while.
  return hash === reading.hash && (await readBody(item)) === raw;
}

/** The item, when Outlook itself has this message selected (`isOutlooksOwn`); throws `document-changed` when it has not. */
export async function confirmSelection(events: ItemEvents, reading: MailReading): Promise<ReceivedMessage> {
  const item = requireSelected(reading);
  const sequence = events.sequence();
  if (!(await isOutlooksOwn(item, reading)) || events.sequence() !== sequence) throw changed();
  return requireSelected(reading);
}
