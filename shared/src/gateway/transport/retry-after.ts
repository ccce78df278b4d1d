/** Longest wait a server may ask for; a longer one is reported to the caller, not obeyed. */
export const longestObeyedWaitMs = 60_000;

/**
 * How long a server asked us to wait, in milliseconds: `retry-after-ms`, then `retry-after` as seconds or as a date
 * (RFC 9110, 10.2.3). Undefined when it said nothing that can be read. Dates that have passed mean now.
 */
export function retryAfterMilliseconds(
  header: (name: string) => string | undefined,
  dateNow: number,
): number | undefined {
  const milliseconds = header("retry-after-ms")?.trim();
  if (milliseconds !== undefined && /^\d+(\.\d+)?$/.test(milliseconds)) return Number(milliseconds);
  const value = header("retry-after")?.trim();
  if (value === undefined || value === "") return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  // Date.parse reads nearly anything, "-5" for one: a real HTTP date names its month.
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - dateNow);
}
