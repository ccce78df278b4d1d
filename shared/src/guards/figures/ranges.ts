import type { Figure } from "./figure";
import { units } from "./units";

const between = /^ ?(?:[~〜～\-–—−―]|から|to|and|or|,|、|・|or|ないし|又は|または|及び|と) ?$/;
const scale = /(?:[十百千万億兆]+|million|billion|trillion|thousand)/u;

/**
 * Gives the first number of a range or list the unit that only the last one carries: 3～5万円, 10 to 20 %, 24、25日,
 * ２０～２２年. The scale may belong to both (3～5万円) or not: such a number has two readings. Changes the figures given.
 */
export function shareUnits(text: string, figures: Figure[]): void {
  for (let index = figures.length - 2; index >= 0; index -= 1) {
    const [figure, next] = [figures[index]!, figures[index + 1]!];
    if (figure.minutes?.length === 2 && next.minutes?.length === 1) {
      shareHalfDay(text, figure, next);
      continue;
    }
    if (
      figure.kind !== "number" ||
      figure.unit !== undefined ||
      figure.value === undefined ||
      figure.code !== undefined
    )
      continue;
    if (
      figure.marker === true ||
      !/^[0-9０-９〇一二三四五六七八九十][0-9０-９.,，．〇一二三四五六七八九十百千]*$/.test(figure.text)
    )
      continue;
    const gap = text.slice(figure.span.end, next.span.start);
    if (gap.length > 5 || !between.test(gap.normalize("NFKC").toLowerCase())) continue;
    const isRange = !/[,、・]|and|or|及び|又は|または|と/i.test(gap);
    if (next.kind === "ratio" && /[%％]|percent|per cent|パーセント/i.test(next.text)) {
      figure.kind = "ratio";
      figure.unit = "ratio";
      figure.value /= 100;
    } else if (next.kind === "date" && next.date !== undefined && isRange) {
      const parts = Object.keys(next.date);
      if (parts[0] === "year" && parts.length === 1 && figure.value < 100) figure.unit = "year";
    } else if (next.unit !== undefined && next.value !== undefined && units[next.unit] !== undefined && isRange) {
      figure.unit = next.unit;
      figure.kind = next.kind;
      const last = scale.exec(next.text)?.[0];
      if (last !== undefined && figure.value < next.value) figure.otherValue = figure.value * factorOf(last);
    } else if (next.unit === undefined && next.value !== undefined && isRange) {
      const last = scale.exec(next.text)?.[0];
      if (last !== undefined && figure.value < next.value) figure.otherValue = figure.value * factorOf(last);
    }
  }
}

/** "9:45 to 11:15 a.m.": the half of the day of the last time gives the first one its own, the nearest before it. */
function shareHalfDay(text: string, figure: Figure, next: Figure): void {
  const gap = text.slice(figure.span.end, next.span.start);
  if (!/^ ?(?:to|[-–—]) ?$/.test(gap) || !/m\.?$/i.test(next.text)) return;
  const before = figure.minutes!.filter((minutes) => minutes < next.minutes![0]!);
  if (before.length > 0) figure.minutes = [Math.max(...before)];
}

function factorOf(words: string): number {
  const named: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
  const kanji: Record<string, number> = { 十: 10, 百: 100, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };
  return named[words] ?? [...words].reduce((product, character) => product * (kanji[character] ?? 1), 1);
}
