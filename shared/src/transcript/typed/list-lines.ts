const item =
  /^[\s\u3000]*(?:[・○●*-][\s\u3000]*)?([（(第]?|[^\s\u3000:：。、0-9０-９]{1,10}?[\s\u3000]?[（(]?)([0-9０-９]{1,3}|[一二三四五六七八九十]{1,2}|[①-⑳])([）)]?[.．、:：\s\u3000）)]|(?<=[①-⑳]))[\s\u3000]*\S/u;
const kanji = "一二三四五六七八九十";

/** Numbers of lines that are points of one list below each other: 「論点１：費用」, 「論点２：期間」; 「１．費用」, 「２．期間」. */
export function listLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let above: ReturnType<typeof itemOf>;
  for (const [index, line] of lines.entries()) {
    const here = itemOf(line);
    if (here !== undefined && above !== undefined && here.stem === above.stem && here.number === above.number + 1)
      found.add(index - 1).add(index);
    above = here;
  }
  return found;
}

function itemOf(line: string): { stem: string; number: number } | undefined {
  const match = item.exec(line.slice(0, 60));
  if (match === null) return undefined;
  const [, stem, written, sign] = match;
  const number = numberOf(written!);
  return number === undefined ? undefined : { stem: `${stem!.trim()}${sign!.trim()}`, number };
}

function numberOf(written: string): number | undefined {
  const plain = written.normalize("NFKC");
  if (/^\d+$/.test(plain)) return Number(plain);
  const place = kanji.indexOf(plain.at(-1)!) + 1;
  if (plain.length === 1) return place;
  return plain[0] === "十" ? 10 + place : undefined;
}
