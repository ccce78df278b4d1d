import { GenaiError } from "@genai-office/shared/vocabulary";

/** Lets one piece of work at a time to the mailbox, in the order they came. */
export type ItemLock = <Value>(work: () => Promise<Value>, signal?: AbortSignal) => Promise<Value>;

/**
 * One reader or writer at a time: two that ask Outlook at once would get answers about different messages. Work whose turn comes
 * after its signal fired is not begun (`aborted`). What one piece of work rejects with does not touch the next.
 */
export function createItemLock(): ItemLock {
  let last: Promise<unknown> = Promise.resolve();
  return (work, signal) => {
    const turn = last.then(() => {
      if (signal?.aborted === true) throw new GenaiError("aborted", "cancelled before its turn");
      return work();
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
