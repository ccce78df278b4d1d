import { asGenaiError, GenaiError, type GenerateEvent } from "../vocabulary";

/**
 * The events of a runner as its contract promises them: never a throw, and one terminal event at the end, whatever the
 * runner does. Leaving the loop early leaves the runner's.
 */
export async function* steadyEvents(
  open: () => AsyncIterable<GenerateEvent>,
  onOpened: (iterator: AsyncIterator<GenerateEvent>) => void,
): AsyncGenerator<GenerateEvent, void, undefined> {
  let partial = "";
  let iterator: AsyncIterator<GenerateEvent> | undefined;
  let over = false;
  const read = async (): Promise<GenerateEvent> => {
    try {
      if (iterator === undefined) {
        iterator = open()[Symbol.asyncIterator]();
        onOpened(iterator);
      }
      const result = await iterator.next();
      if (result.done !== true) return result.value;
    } catch (thrown) {
      over = true;
      return { type: "failed", error: asGenaiError(thrown), partial };
    }
    over = true;
    const error = new GenaiError("incomplete-stream", "the runner ended without a terminal event", { retryable: true });
    return { type: "failed", error, partial };
  };
  try {
    for (;;) {
      const event = await read();
      if (event.type === "text-delta") partial += event.text;
      yield event;
      if (event.type === "finished" || event.type === "failed" || event.type === "aborted") return;
    }
  } finally {
    if (!over && iterator !== undefined) await leave(iterator);
  }
}

/** Leaves a runner; what it throws then has nobody left to be told to. */
export async function leave(iterator: AsyncIterator<GenerateEvent>): Promise<void> {
  try {
    await iterator.return?.();
  } catch {
    // The events that were asked for have all come.
  }
}
