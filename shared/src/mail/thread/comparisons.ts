import type { BodyLine } from "./body-line";

const comparison =
  /^\s{0,3}[>＞]=?\s?[0-9０-９]+(?:[.．][0-9０-９]+)?\s?(?:[%％]|(?![.．)）、\s]?[\s\u3000]*[0-9０-９])[\p{L}])/u;
const mostAbove = 3;

/**
 * The lines, with 「> 0.5 の場合は黄色です。」 as words of whoever writes: a line alone between empty ones that compares with a number
 * and asks nothing, below no line that ends in a colon or an address, is no quote.
 */
export function withComparisons(lines: readonly BodyLine[]): BodyLine[] {
  const isEmpty = (line: BodyLine | undefined): boolean => line === undefined || line.raw.trim() === "";
  return lines.map((line, index) => {
    const { raw, depth } = line;
    if (depth !== 1 || !comparison.test(raw) || /[?？]|か。?$/u.test(raw)) return line;
    const above = lines.slice(Math.max(0, index - mostAbove), index);
    const isAlone = isEmpty(above.at(-1)) && isEmpty(lines[index + 1]);
    return isAlone && !above.some((one) => /[:：>＞]\s*$/u.test(one.raw)) ? { ...line, text: raw, depth: 0 } : line;
  });
}
