import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import type { SupervisedRun } from "./supervise-run";

export interface EventStreamTimers {
  /** Quiet time after which a comment is sent. Milliseconds. */
  heartbeatMs: number;
  /** How long the reader may leave bytes unread. Milliseconds. */
  stalledReaderMs: number;
}

export interface EventStreamOptions {
  /** Wire text of one event; "" for an event that this wire does not tell. */
  encode(event: GenerateEvent): string;
  timers: EventStreamTimers;
  /** Written after the last event (foreign clients expect a mark). */
  closing?(last: GenerateEvent | undefined): string;
  /** Cuts the connection of a reader that does not read; without it the stream ends with an error. */
  disconnect?(): void;
}

const encoder = new TextEncoder();

/**
 * A run as the body of a `text/event-stream` response.
 * The run is pulled: the next event is taken only when the reader has taken the last one, so a slow reader slows the
 * upstream down instead of filling memory. A reader that leaves, or leaves bytes unread for too long, ends the run.
 */
export function eventStream(run: SupervisedRun, options: EventStreamOptions): ReadableStream<Uint8Array> {
  const { encode, timers, closing, disconnect } = options;
  let left = false;
  let waitingForUpstream = false;
  let lastByteAt = Date.now();
  let timer: NodeJS.Timeout | undefined;
  let last: GenerateEvent | undefined;

  function leave(): void {
    left = true;
    clearInterval(timer);
    run.leave();
  }

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        timer = setInterval(
          () => {
            const quiet = Date.now() - lastByteAt;
            if (waitingForUpstream && quiet >= timers.heartbeatMs && (controller.desiredSize ?? 0) > 0) {
              lastByteAt = Date.now();
              controller.enqueue(encoder.encode(": still working\n\n"));
            } else if (!waitingForUpstream && quiet >= timers.stalledReaderMs) {
              leave();
              if (disconnect === undefined) controller.error(new Error("the reader left the stream unread"));
              else disconnect();
            }
          },
          Math.min(timers.heartbeatMs, timers.stalledReaderMs) / 4,
        );
        timer.unref();
      },
      async pull(controller) {
        // A pull that enqueues nothing is not repeated by the stream, and some events have no text on some wires.
        for (let text = ""; text === "";) {
          waitingForUpstream = true;
          const { value, done } = await run.events.next();
          waitingForUpstream = false;
          lastByteAt = Date.now();
          if (left) return;
          if (done === true) {
            clearInterval(timer);
            if (closing !== undefined) controller.enqueue(encoder.encode(closing(last)));
            controller.close();
            return;
          }
          last = value;
          text = encode(value);
          if (text !== "") controller.enqueue(encoder.encode(text));
        }
      },
      cancel: leave,
    },
    { highWaterMark: 1 },
  );
}

/** Headers of every stream: nothing on the way may store, compress or collect it. */
export const eventStreamHeaders: Record<string, string> = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};
