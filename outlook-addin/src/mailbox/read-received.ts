import { sha256Hex } from "@genai-office/shared/language";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { ItemEvents } from "./item-events";
import type { MailReading } from "./mailbox-port";
import { headOf, isProtected, receivedMessage, type ReceivedMessage } from "./message-item";
import { readBody } from "./read-body";
import { areOfAnother, readHeaders } from "./read-headers";
import { labelsOf } from "./read-labels";
import { shownBody } from "./shown-body";
import { shownNames } from "./shown-names";

const attempts = 3;

/** Outlook's own word for a call that met another message than it was made for. */
const itemChanged = 9030;

/** Reads the received message that is selected; see `MailboxPort.readItem`. */
export async function readReceived(events: ItemEvents, signal?: AbortSignal): Promise<MailReading> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const item = receivedMessage();
    if (item === undefined) throw new GenaiError("document-unsupported", "no received message is selected");
    const head = headOf(item);
    const sequence = events.sequence();
    const answers = await readBodyAndHeaders(item, signal);
    // Outlook answers about the message that is selected when it gets to the question: a body counts only when this
    // message was selected all the time. The number also tells of one that came back meanwhile, the headers of one that
    // Outlook never told of.
    const now = receivedMessage();
    if (now === undefined || headOf(now).identity !== head.identity || events.sequence() !== sequence) continue;
    if (answers === "changed" || areOfAnother(answers.headers, item)) continue;
    const { blocks, hidden, body } = await shownBody(answers.body);
    const names = await shownNames(item, head);
    if (blocks.length === 0) throw emptyBody(item);
    const hash = await sha256Hex(blocks.map((block) => block.text).join("\n"));
    const labels = labelsOf(answers.headers);
    return { ...head, ...names, body, blocks, hidden: [...names.hidden, ...hidden], labels, hash };
  }
  throw new GenaiError("document-changed", "other messages were selected while reading", { retryable: true });
}

async function readBodyAndHeaders(item: ReceivedMessage, signal: AbortSignal | undefined) {
  try {
    const [body, headers] = await Promise.all([readBody(item, signal), readHeaders(item)]);
    return { body, headers };
  } catch (thrown) {
    if (!(thrown instanceof GenaiError) || thrown.code !== "host-error") throw thrown;
    const { code } = (thrown.cause ?? {}) as { code?: unknown };
    if (code === itemChanged) return "changed" as const;
    if (isProtected(item)) throw new GenaiError("document-protected", "the message is encrypted", { cause: thrown });
    throw thrown;
  }
}

function emptyBody(item: ReceivedMessage): GenaiError {
  return isProtected(item)
    ? new GenaiError("document-protected", "the message is encrypted")
    : new GenaiError("document-empty", "the message has no text");
}
