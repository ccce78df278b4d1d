const dayMs = 86_400_000;
const offsetMs = 9 * 3_600_000;

/** How long until the next day of Japan begins. Japan has one zone and no summer time. Milliseconds. */
export function msUntilTomorrowInJapan(now: Date): number {
  return dayMs - ((now.getTime() + offsetMs) % dayMs);
}
