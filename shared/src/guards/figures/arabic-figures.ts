import { japaneseDateAt } from "./dates";
import { englishDateAt } from "./english-dates";
import { numeralAt } from "./numerals";
import { moneyAt } from "./money";
import { quantity } from "./quantity";
import { codeAt, dated, exact, sticky, type Raw } from "./raw";
import { timeAt } from "./times";

const telephone = /\+?0?[0-9]{1,5}(?:[-・]| ?\()[0-9]{1,4}(?:[-・]|\) ?-?)[0-9]{3,4}(?![0-9])/y;
const version = /[0-9]+(?:\.[0-9]+){2,}/y;
const slash = /([0-9]{1,3})\/([0-9]{1,3})(?![0-9/])/y;

export function digitsAt(text: string, original: string, at: number): Raw | undefined {
  const phone = sticky(telephone, text, at);
  const date = japaneseDateAt(text, at) ?? englishDateAt(text, original, at);
  if (date !== undefined) return dated(date, at);
  if (phone !== undefined) return codeAt(text, at, phone, false);
  const dotted = sticky(version, text, at);
  if (dotted !== undefined) return codeAt(text, at, dotted, false);
  const time = timeAt(text, at);
  if (time !== undefined) return { ...exact, kind: "time", minutes: time.minutes, start: at, end: time.end };
  slash.lastIndex = at;
  const fraction = slash.exec(text);
  if (fraction !== null && Number(fraction[2]) > 0) {
    const [top, bottom] = [Number(fraction[1]), Number(fraction[2])];
    // 4/1 may be a day as well as a quarter.
    const maybeDate = top >= 1 && top <= 12 && bottom >= 1 && bottom <= 31 ? { date: { month: top, day: bottom } } : {};
    if (top === 24 && bottom === 7)
      return { ...exact, kind: "number", value: 24, unit: "hour", weak: true, start: at, end: at + 4 };
    return {
      ...exact,
      ...maybeDate,
      kind: "ratio",
      value: top / bottom,
      unit: "ratio",
      parts: [top, bottom],
      start: at,
      end: at + fraction[0].length,
    };
  }
  const numeral = numeralAt(text, at);
  if (numeral === undefined) return undefined;
  if (isListMarker(text, at, numeral.end)) {
    return {
      kind: "number",
      value: numeral.value,
      marker: true,
      weak: true,
      approximate: false,
      start: at,
      end: numeral.end,
    };
  }
  // 数10年 is vague; in 年数25年 the 数 ends a word.
  if (
    /[何幾]/.test(text[at - 1] ?? "") ||
    (text[at - 1] === "数" && /^10*[百千万億兆]*$/.test(text.slice(at, numeral.end)))
  ) {
    return { kind: "number", value: numeral.value, weak: true, approximate: true, start: at, end: numeral.end };
  }
  // 1、2週間: two guesses side by side.
  const guess = /^、[0-9](?![0-9.,])/.exec(text.slice(numeral.end, numeral.end + 3));
  if (guess !== null && numeral.end - at === 1 && Number(guess[0][1]) === numeral.value + 1) {
    return { kind: "number", value: numeral.value, weak: true, approximate: true, start: at, end: numeral.end };
  }
  if (/[0-9]、$/.test(text.slice(Math.max(0, at - 2), at)) && Number(text[at - 2]) + 1 === numeral.value) {
    const raw = quantity(text, original, at, numeral.value, numeral.end);
    return raw && { ...raw, weak: true, approximate: true };
  }
  const letters = /^(?:[0-9]{1,3}[A-Z]{1,3}|[1-5]d)(?![A-Za-z0-9])/.exec(original.slice(at, at + 7));
  if (letters !== null && !/^[0-9]+(?:W|L|TB|GB|MB|KB|KG|M|B|K|V|PM|AM)$/.test(letters[0])) {
    return { ...codeAt(text, at, at + letters[0].length, true), name: true, value: numeral.value };
  }
  const touching = /[a-z]/.test(text[at - 1] ?? "") || (text[at - 1] === "-" && /[a-z0-9]/.test(text[at - 2] ?? ""));
  return quantity(text, original, at, numeral.value, numeral.end, {
    insideName:
      touching && !(text[at - 1] === "x" && /[0-9 ]/.test(text[at - 2] ?? "")) && !/[0-9]/.test(text[at - 2] ?? "-"),
  });
}

/** 1. / (1) / ① at the start of a line. */
function isListMarker(text: string, at: number, end: number): boolean {
  const lineStart = /(?:^|[\n\r])[ \t]*[([]?$/.test(text.slice(Math.max(0, at - 6), at));
  return (
    lineStart &&
    end - at <= 2 &&
    /^(?:[.)\]](?![0-9])|[ \t]+[^0-9 年月日人件円%a-z]|、(?![0-9])|-[0-9]{1,2}(?:[ .)]|$)|\.[0-9]{1,2}(?:\.[0-9]{1,2})*[ .)])/.test(
      text.slice(end, end + 8),
    )
  );
}

/** マイナス3度, 氷点下3度. */
export const minusWord = /^(?:マイナス|氷点下|零下)/;

/** A minus sign is one only before a digit and behind nothing that it could join (1-2, A-1). */
export function negativeAt(text: string, original: string, at: number): Raw | undefined {
  const from = at + (minusWord.exec(text.slice(at, at + 4))?.[0].length ?? 1);
  if (text[at] === "-" && /[a-z0-9\p{L})]/u.test(text[at - 1] ?? "")) return undefined;
  if (!/[0-9$¥]/.test(text[from] ?? "")) return undefined;
  const raw = /[0-9]/.test(text[from]!) ? digitsAt(text, original, from) : moneyAt(text, from);
  if (raw === undefined) return undefined;
  const lineStart = at === 0 || /[\n\r]/.test(text[at - 1]!);
  if (raw.value === undefined || (text[at] === "-" && lineStart)) return raw;
  return { ...raw, value: -raw.value, start: at };
}
