/** A stretch of time in which something happened. Milliseconds since 1970. */
export interface Within {
  from: number;
  to: number;
}

/**
 * How far our clock is ahead of another one, at least: milliseconds, negative when it is behind. The other clock was read at
 * some moment between a question and its answer; how long the question waited before that nobody knows. What waiting alone
 * explains is therefore no difference: 0 as long as there is a moment at which both clocks agree.
 * @param asked by our clock
 * @param told by the other clock; a stretch where it tells whole seconds only
 */
export function clockAhead(asked: Within, told: Within): number {
  if (asked.from > told.to) return Math.round(asked.from - told.to);
  if (asked.to < told.from) return Math.round(asked.to - told.from);
  return 0;
}
