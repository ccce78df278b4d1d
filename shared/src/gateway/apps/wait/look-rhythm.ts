/** Milliseconds until the next look at an invocation that was accepted so long ago; undefined when it is given up. */
export type LookRhythm = (sinceAcceptedMs: number) => number | undefined;

const hourMs = 3_600_000;

/**
 * GENAI's own rhythm, by which it asks the apps: every 30 seconds for two hours (240 looks), every minute until six, every
 * five minutes until 26, every quarter of an hour until 96. Asking more often would show nothing new.
 */
export const serverRhythm: LookRhythm = (sinceAcceptedMs) => {
  if (sinceAcceptedMs < 2 * hourMs) return 30_000;
  if (sinceAcceptedMs < 6 * hourMs) return 60_000;
  if (sinceAcceptedMs < 26 * hourMs) return 300_000;
  return sinceAcceptedMs < 96 * hourMs ? 900_000 : undefined;
};
