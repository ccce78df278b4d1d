import { personOf, type Channel, type IncomingHandler, type WrittenMessage } from "../channel";
import type { MessageHandler, OutgoingMessage } from "./message-handler";

/** Answers messages behind the channel's back: the connector has its acknowledgement before the work begins. */
export interface EventAnswers extends IncomingHandler {
  /** Ends running work and waits for it. */
  stop(): Promise<void>;
}

export interface EventAnswersOptions {
  /** The channel that the events come from. */
  channel: () => Channel;
  onMessage: MessageHandler;
  /** Told about what went wrong beside an answer; the text of an error holds no message text. */
  onDefect(error: unknown): void;
}

export function createEventAnswers({ channel, onMessage, onDefect }: EventAnswersOptions): EventAnswers {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  async function answer({ conversation, activityId, text }: WrittenMessage): Promise<void> {
    const { speech, requestSignIn } = channel();
    // Without a token of their own the bot asks for them; that is no reason not to answer.
    await requestSignIn(conversation, activityId).catch(onDefect);
    const post = async (outgoing: OutgoingMessage): Promise<void> => void (await speech.post(conversation, outgoing));
    const { locale, kind } = conversation;
    const message = { text, locale, person: personOf(conversation), personal: kind === "personal" };
    await post(await onMessage(message, stopping.signal, post));
  }

  return {
    onEvent(event) {
      if (event.kind === "message") {
        const work = answer(event)
          .catch(onDefect)
          .finally(() => running.delete(work));
        running.add(work);
      }
      return Promise.resolve();
    },
    onMessageAction: () => Promise.resolve({ kind: "close" }),
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}
