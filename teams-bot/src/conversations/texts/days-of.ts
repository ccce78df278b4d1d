const day = 86_400_000;

/** How long something is kept, as people are told: days, never fewer than it is. */
export function daysOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / day));
}
