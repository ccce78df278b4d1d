import type { Database } from "@genai-office/shared/database";
import type { RelayClient } from "@genai-office/shared/relay-client";
import type { Conversation } from "../channel/conversation";
import type { IncomingHandler } from "../channel/incoming";
import type { Speech } from "../channel/outgoing";
import type { Jobs } from "../jobs/job-port";
import { acceptDelivery } from "../minutes/delivery-work";
import { confirmMinutes } from "../minutes/minutes-requests";
import { createMessageActions } from "./dialogs/message-actions";
import { noteEvent } from "./events/note-event";
import { createSaying } from "./events/saying";
import { takeFeedback } from "./events/take-feedback";
import { createMessageTaking } from "./take-message";
import { helpText } from "./texts/help-text";
import { wordsFor } from "./texts/words";

export interface ConversationsOptions {
  database: Database;
  jobs: Jobs;
  speech: Speech;
  /** The relay as it knows the person of a conversation. */
  relayOf(conversation: Conversation): RelayClient;
  /** How long a turn of a conversation is remembered. Milliseconds. */
  memoryMs: number;
  /** Told about what went wrong beside an answer; the text of an error holds no content. */
  onDefect(error: unknown): void;
}

export interface Conversations extends IncomingHandler {
  /** Waits for what is still being said. */
  stop(): Promise<void>;
}

/** What the bot does with what comes in; nobody waits for more than that it was noted. */
export function createConversations(options: ConversationsOptions): Conversations {
  const { database, jobs, speech, relayOf, memoryMs, onDefect } = options;
  const saying = createSaying(speech, onDefect);
  const takeMessage = createMessageTaking({ database, jobs, saying, memoryMs, onDefect });

  return {
    async onEvent(event) {
      switch (event.kind) {
        case "message":
          return takeMessage(event);
        case "added": {
          const { conversation } = event;
          if (await noteEvent(database, event))
            saying.say(conversation, helpText(wordsFor(conversation), conversation, memoryMs));
          return;
        }
        case "feedback":
          if (await noteEvent(database, event))
            saying.behind(() => takeFeedback(database, relayOf(event.conversation), event));
          return;
        case "card":
          // Buttons of ours that this version does not know any more do nothing.
          await confirmMinutes(database, jobs, event);
          return;
        case "file-consent": {
          const { text } = wordsFor(event.conversation);
          if ((await acceptDelivery(jobs, event)) || event.accepted) return;
          if (await noteEvent(database, event)) saying.say(event.conversation, text("declined"));
          return;
        }
      }
    },
    onMessageAction: createMessageActions(database, jobs),
    stop: () => saying.settled(),
  };
}
