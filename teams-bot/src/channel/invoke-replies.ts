import { cardAttachment } from "./message-activities";
import type { DialogReply } from "./incoming";
import type { IncomingEvent } from "./read-incoming";

/** Answer to the connector's POST. */
export interface ChannelReply {
  status: number;
  body?: unknown;
}

/** What a card says for a moment after a press; what comes of it is in the chat. */
const pressed = { ja: "受け付けました。", en: "Received." };

/** Answers an invoke whose event was noted. */
export function eventReply(event: IncomingEvent): ChannelReply {
  if (event.kind !== "card") return { status: 200, body: {} };
  const value = event.conversation.locale.startsWith("en") ? pressed.en : pressed.ja;
  return { status: 200, body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value } };
}

/** Answers a message action (reference page on Teams, 5.3). */
export function dialogReply(reply: DialogReply): ChannelReply {
  switch (reply.kind) {
    case "dialog": {
      const { title, card } = reply;
      const value = { title, width: "medium", height: "medium", card: cardAttachment(card) };
      return { status: 200, body: { task: { type: "continue", value } } };
    }
    case "insert": {
      // The preview is what the box shows while the card loads, and where cards are not drawn.
      const preview = { contentType: "application/vnd.microsoft.card.hero", content: { title: reply.title } };
      const attachments = [{ ...cardAttachment(reply.card), preview }];
      return { status: 200, body: { composeExtension: { type: "result", attachmentLayout: "list", attachments } } };
    }
    case "close":
      return { status: 200, body: {} };
  }
}
