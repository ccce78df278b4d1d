import { normaliseWithOffsets } from "../../language";
import { digitsAt, minusWord, negativeAt } from "./arabic-figures";
import { japaneseDateAt } from "./dates";
import type { Figure } from "./figure";
import { doubledAt, halfAt, kanjiAt, numberedAt, pairAt, twoAway } from "./japanese-figures";
import { letterAt } from "./latin-figures";
import { moneyAt } from "./money";
import { shareUnits } from "./ranges";
import { dated, exact, sticky, type Raw } from "./raw";
import { timeAt } from "./times";
import { englishWeekdayAt, japaneseWeekdayAt, katakanaWeekdayAt } from "./weekdays";

const skipped = /https?:\/\/[^\s、。）」]+|[\w.+-]+@[\w-]+\.[\w.-]+|www\.[^\s、。）」]+/y;

/** Finds every figure of a text, in order, without overlaps. Never throws. Linear in the length of the text. */
export function figuresIn(source: string): Figure[] {
  const folded = normaliseWithOffsets(source);
  const text = lowered(folded.text);
  const figures: Figure[] = [];
  let index = 0;
  while (index < text.length) {
    const skip = /[a-z0-9+_.-]/.test(text[index - 1] ?? "") ? undefined : sticky(skipped, text, index);
    if (skip !== undefined) {
      // An address is compared as a name: only other digits in the same address are a change.
      if (/[0-9]/.test(text.slice(index, skip))) {
        const span = { start: folded.toSource(index), end: folded.toSourceEnd(skip) };
        const written = source.slice(span.start, span.end);
        figures.push({
          kind: "code",
          code: text.slice(index, skip),
          name: true,
          weak: true,
          approximate: false,
          span,
          text: written,
        });
      }
      index = skip;
      continue;
    }
    const raw = figureAt(text, folded.text, index);
    if (raw === undefined || raw.end <= index) {
      index += 1;
      continue;
    }
    const { start, end, ...rest } = raw;
    const span = { start: folded.toSource(start), end: folded.toSourceEnd(end) };
    const written = source.slice(span.start, span.end);
    // ① counts paragraphs, not things.
    const label = /^[\u2460-\u2473\u2474-\u249b\u2776-\u2793]/.test(written);
    figures.push({ ...rest, ...(label ? { weak: true } : {}), span, text: written });
    index = raw.end;
  }
  shareUnits(source, figures);
  return figures;
}

/** Lower case of the same length: a few letters (İ) would grow. */
function lowered(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Reads the figure that begins at an offset, if one does; the first character tells what it may be. */
function figureAt(text: string, original: string, at: number): Raw | undefined {
  const character = text[at]!;
  const before = text[at - 1] ?? "";
  // .182: a batting average or a probability.
  if (character === "." && /[0-9]/.test(text[at + 1] ?? "") && !/[0-9a-z.]/.test(before)) {
    const decimal = /^\.[0-9]{2,4}(?![0-9]|\.[0-9])/.exec(text.slice(at, at + 6))?.[0];
    if (decimal !== undefined)
      return { ...exact, kind: "number", value: Number(decimal), start: at, end: at + decimal.length };
  }
  if (/[0-9]/.test(character)) {
    if (/[0-9]/.test(before)) return undefined;
    return digitsAt(text, original, at);
  }
  if (/[a-z]/.test(character)) return /[a-z0-9]/.test(before) ? undefined : letterAt(text, original, at);
  if (/[月火水木金土日(]/.test(character)) {
    const weekday = japaneseWeekdayAt(text, at) ?? englishWeekdayAt(text, original, at);
    if (weekday !== undefined) return weekday;
  }
  if (/[令平昭大明]/.test(character)) {
    const date = japaneseDateAt(text, at);
    if (date !== undefined) return dated(date, at);
  }
  if (/[午正早朝明夜晩夕深未昼]/.test(character)) {
    const time = timeAt(text, at);
    if (time !== undefined) return { ...exact, kind: "time", minutes: time.minutes, start: at, end: time.end };
  }
  if (/[$€£¥]/.test(character)) return moneyAt(text, at);
  if (/[△▲-]/.test(character) || minusWord.test(text.slice(at, at + 4))) return negativeAt(text, original, at);
  if (character === "半") return halfAt(text, at);
  if (character === "倍") return doubledAt(text, at);
  if (/[両双年]/.test(character)) return pairAt(text, at);
  if (/[お一再さ明あ]/.test(character)) {
    const away = twoAway(text, at);
    if (away !== undefined) return away;
  }
  if (/[サマチウフ]/.test(character)) {
    const weekday = katakanaWeekdayAt(text, at);
    if (weekday !== undefined) return weekday;
  }
  if (character === "第") return numberedAt(text, original, at);
  if (/[〇零一二三四五六七八九十百千壱弐参壹貳參]/.test(character)) return kanjiAt(text, original, at);
  return undefined;
}
