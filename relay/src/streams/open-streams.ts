import type { GenaiError, TaskName } from "@genai-office/shared/vocabulary";

/** What a stream is about, to end those of one task or model. */
export interface StreamSubject {
  task: TaskName;
  model: string;
}

/** The streams that are running now, so that a stopping server, or a switch, can end each with a clear event. */
export interface OpenStreams {
  readonly size: number;
  /**
   * Registers a stream; `end` is told to end it, with the reason, or without one when the server has to go. Returns the
   * call that takes it out. Without a subject only a stopping server ends it.
   */
  add(end: (reason?: GenaiError) => void, subject?: StreamSubject): () => void;
  /** Ends the streams that the rule says; gives their number. They leave by themselves. */
  endThose(isMeant: (subject: StreamSubject) => boolean, reason: GenaiError): number;
  /**
   * Resolves when no stream is left, or after `graceMs`, when all that are left have been told to end; gives their number.
   * A stream that is added afterwards is told at once.
   */
  drain(graceMs: number): Promise<number>;
}

export function createOpenStreams(): OpenStreams {
  const streams = new Map<(reason?: GenaiError) => void, StreamSubject | undefined>();
  let whenEmpty: (() => void) | undefined;
  let over = false;
  return {
    get size() {
      return streams.size;
    },
    add(end, subject) {
      // A wrapper of its own, so that the same function may be registered twice.
      const entry = (reason?: GenaiError): void => end(reason);
      streams.set(entry, subject);
      if (over) queueMicrotask(() => entry());
      return () => {
        streams.delete(entry);
        if (streams.size === 0) whenEmpty?.();
      };
    },
    endThose(isMeant, reason) {
      const meant = [...streams].filter(([, subject]) => subject !== undefined && isMeant(subject));
      for (const [end] of meant) end(reason);
      return meant.length;
    },
    async drain(graceMs) {
      if (streams.size > 0) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, graceMs);
          whenEmpty = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        whenEmpty = undefined;
      }
      over = true;
      const left = [...streams.keys()];
      for (const end of left) end();
      return left.length;
    },
  };
}
