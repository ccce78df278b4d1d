import { sha256Hex } from "@genai-office/shared/language";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { followItems, type ItemEvents } from "./item-events";
import type { MailboxPort, MailReading } from "./mailbox-port";
import { headOf, receivedMessage } from "./message-item";
import { readBody } from "./read-body";
import { shownBody } from "./shown-body";
import { shownNames } from "./shown-names";
import { readLabels } from "./read-labels";

const attempts = 3;

/** The mailbox of the running Outlook. */
export function createOutlookMailbox(): MailboxPort {
  const events = followItems();
  return {
    head() {
      const item = receivedMessage();
      return item === undefined ? undefined : headOf(item);
    },
    readItem: (signal) => readItem(events, signal),
    onItemChanged: (handler) => events.subscribe(handler),
  };
}

async function readItem(events: ItemEvents, signal?: AbortSignal): Promise<MailReading> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const item = receivedMessage();
    if (item === undefined) throw new GenaiError("document-unsupported", "no received message is selected");
    const head = headOf(item);
    const sequence = events.sequence();
    const [body, labels] = await Promise.all([readBody(item, signal), readLabels(item)]);
    // Outlook answers about the message that is selected when it gets to the question: a body counts only when this
    // message was selected all the time. The number also tells of one that came back meanwhile.
    const now = receivedMessage();
    if (now === undefined || headOf(now).itemId !== head.itemId || events.sequence() !== sequence) continue;
    const { blocks, hidden } = await shownBody(body);
    const names = await shownNames(item, head);
    if (blocks.length === 0) throw new GenaiError("document-empty", "the message has no text");
    const hash = await sha256Hex(blocks.map((block) => block.text).join("\n"));
    return { ...head, ...names, blocks, hidden: [...names.hidden, ...hidden], labels, hash };
  }
  throw new GenaiError("document-changed", "other messages were selected while reading", { retryable: true });
}
