const wide = /[\u1100-\uff60\uffe0-\u{1ffff}]/u;

/** Columns that a line takes in a mail: two for each full-width character. Looks at 400 characters. */
export function columnsOf(line: string): number {
  let columns = 0;
  for (const character of line.slice(0, 400)) columns += wide.test(character) ? 2 : 1;
  return columns;
}
