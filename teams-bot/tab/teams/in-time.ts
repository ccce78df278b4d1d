import { GenaiError } from "@genai-office/shared/vocabulary";

/** Teams answers at once or not at all: a page that nobody embeds, or that a browser opened by itself. Milliseconds. */
const longestWaitMs = 10_000;

/** What Teams answers. @throws GenaiError "timeout" when it does not */
export async function inTime<Value>(work: () => Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new GenaiError("timeout", "Teams does not answer", { retryable: true })),
      longestWaitMs,
    );
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
