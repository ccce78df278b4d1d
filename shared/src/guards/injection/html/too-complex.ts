/** A page that costs more to read than any mail does: it is not read, and nothing of it is sent. */
export class TooComplex extends Error {
  constructor(what: string) {
    super(`the page is too complex: ${what}`);
  }
}

/** Beyond these no ordinary mail or page goes; they keep the time to read hostile ones in proportion to their length. */
export const limits = {
  /** UTF-16 units. */
  characters: 8_000_000,
  elements: 200_000,
  depth: 1_000,
  rules: 20_000,
  /** Steps of matching selectors. */
  work: 40_000_000,
} as const;
