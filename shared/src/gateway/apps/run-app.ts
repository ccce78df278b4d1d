import { asGenaiError, type GenerateEvent } from "../../vocabulary";

/**
 * Makes the events of a run out of what an app does: exactly one terminal event, whatever `body` does or throws. The signal
 * that `body` gets aborts with the caller's, and when the caller leaves the loop. It ends the wait; an invocation that was
 * accepted goes on, because nothing on this wire can cancel it.
 */
export function runApp(
  body: (signal: AbortSignal) => AsyncGenerator<GenerateEvent, void, undefined>,
  callerSignal: AbortSignal | undefined,
): AsyncIterable<GenerateEvent> {
  return {
    [Symbol.asyncIterator]() {
      const controller = new AbortController();
      const abort = (): void => controller.abort();
      if (callerSignal?.aborted) abort();
      else callerSignal?.addEventListener("abort", abort, { once: true });
      const events = runEvents(body, controller.signal, () => callerSignal?.removeEventListener("abort", abort));
      return {
        next: () => events.next(),
        // A generator would let its pending wait finish before it returns; aborting ends that wait.
        return: () => {
          abort();
          return events.return(undefined);
        },
      };
    },
  };
}

async function* runEvents(
  body: (signal: AbortSignal) => AsyncGenerator<GenerateEvent, void, undefined>,
  signal: AbortSignal,
  release: () => void,
): AsyncGenerator<GenerateEvent, undefined> {
  let partial = "";
  try {
    if (signal.aborted) {
      yield { type: "aborted", partial };
      return;
    }
    for await (const event of body(signal)) {
      if (event.type === "text-delta") partial += event.text;
      yield event;
    }
    yield { type: "finished", reason: "stop" };
  } catch (thrown) {
    // Every wait ends by throwing when it is aborted: what was thrown says nothing more.
    if (signal.aborted) yield { type: "aborted", partial };
    else yield { type: "failed", error: asGenaiError(thrown), partial };
  } finally {
    release();
  }
}
