import type { Conversation } from "../../channel/conversation";
import type { Speech } from "../../channel/outgoing";

/** What is done behind the acknowledgement of an activity; it is lost with the process, and asked for again by whoever misses it. */
export interface Saying {
  behind(work: () => Promise<unknown>): void;
  say(conversation: Conversation, text: string): void;
  /** Shows that the bot is at it, long before its first words. */
  showTyping(conversation: Conversation): void;
  /** Resolves when all of it is over. */
  settled(): Promise<void>;
}

/** @param onDefect told about what went wrong; nobody else is */
export function createSaying(speech: Pick<Speech, "post" | "typing">, onDefect: (error: unknown) => void): Saying {
  const running = new Set<Promise<void>>();
  /** Conversations to which the word is on its way: an activity that is delivered many times is typed about once. */
  const typing = new Set<string>();

  function behind(work: () => Promise<unknown>): void {
    const done = work()
      .then(() => undefined)
      .catch(onDefect)
      .finally(() => running.delete(done));
    running.add(done);
  }

  return {
    behind,
    say(conversation, text) {
      behind(() => speech.post(conversation, { text, generated: false }));
    },
    showTyping(conversation) {
      const { id } = conversation;
      if (typing.has(id)) return;
      typing.add(id);
      behind(() => speech.typing(conversation).finally(() => typing.delete(id)));
    },
    async settled() {
      await Promise.all(running);
    },
  };
}
