import { asGenaiError } from "@genai-office/shared/vocabulary";
import { describeError } from "../logging/describe-error";
import type { Logger } from "../logging/logger";

/** Something that has to come to an end before the process does. */
export interface StoppingPart {
  /** For the log, when it does not. */
  name: string;
  stop(): Promise<unknown>;
  /** Milliseconds. */
  longestMs: number;
}

/**
 * Stops parts group by group, those of one group together. None is waited for longer than it may take, nor all of them longer
 * than `longestMs`: a database that hangs must not keep a process from ending. What was left so is in the log. Never rejects.
 */
export async function stopInTime(
  groups: readonly (readonly StoppingPart[])[],
  longestMs: number,
  logger: Pick<Logger, "error">,
): Promise<void> {
  const end = performance.now() + longestMs;
  for (const group of groups) {
    const left = new Set(group.map(({ name }) => name));
    const stopping = group.map(async ({ name, stop, longestMs: ownMs }) => {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), Math.max(0, Math.min(ownMs, end - performance.now())));
      });
      const stopped = stop().then(
        () => true,
        (thrown: unknown) => {
          logger.error({ part: name, error: describeError(asGenaiError(thrown)) }, "a part could not be stopped");
          return true;
        },
      );
      if (await Promise.race([stopped, late])) left.delete(name);
      clearTimeout(timer);
    });
    await Promise.all(stopping);
    if (left.size > 0) logger.error({ left: [...left] }, "stopped without waiting any longer for what hangs");
  }
}
