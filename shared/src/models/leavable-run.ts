import type { GenerateEvent, RunOptions } from "../vocabulary";
import { leave } from "./steady-events";

/** What a run hands on to the runner it reads at the moment, so that both can be left together. */
export interface RunHandle {
  /** Aborted when the run is left early, and with the signal that it was started with. */
  signal: AbortSignal;
  onOpened(iterator: AsyncIterator<GenerateEvent>): void;
}

/**
 * Makes an iterable of a generator whose return() does not wait for a pending next(): it aborts the run and leaves the
 * runner that is being read, which ends that read. Each iteration is a run of its own.
 */
export function leavableRun(
  start: (handle: RunHandle) => AsyncGenerator<GenerateEvent, void, undefined>,
  options: RunOptions,
): AsyncIterable<GenerateEvent> {
  return {
    [Symbol.asyncIterator]() {
      const controller = new AbortController();
      const abort = (): void => controller.abort();
      if (options.signal?.aborted === true) abort();
      options.signal?.addEventListener("abort", abort, { once: true });
      let current: AsyncIterator<GenerateEvent> | undefined;
      const events = start({ signal: controller.signal, onOpened: (iterator) => (current = iterator) });
      const end: IteratorResult<GenerateEvent> = { done: true, value: undefined };
      const waiting = new Set<(result: IteratorResult<GenerateEvent>) => void>();
      let left = false;
      const read = async (): Promise<IteratorResult<GenerateEvent>> => {
        const result = await events.next();
        if (result.done === true) options.signal?.removeEventListener("abort", abort);
        return result;
      };
      return {
        next: () => {
          if (left) return Promise.resolve(end);
          return new Promise((resolve, reject) => {
            waiting.add(resolve);
            read()
              .finally(() => waiting.delete(resolve))
              .then(resolve, reject);
          });
        },
        return: async () => {
          left = true;
          options.signal?.removeEventListener("abort", abort);
          // A runner that nobody reads can be waited for: it closes its connection. One that is being read may be stuck.
          const idle = waiting.size === 0;
          for (const resolve of waiting) resolve(end);
          controller.abort();
          if (!idle && current !== undefined) void leave(current);
          const closed = events.return(undefined);
          if (idle) await closed;
          return end;
        },
      };
    },
  };
}
