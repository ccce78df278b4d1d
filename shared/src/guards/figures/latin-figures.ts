import { digitsAt } from "./arabic-figures";
import { japaneseDateAt } from "./dates";
import { englishDateAt } from "./english-dates";
import { moneyAt } from "./money";
import { numeralAt } from "./numerals";
import { dated, exact, sticky, type Raw } from "./raw";
import { spelledAt } from "./spelled-figures";
import { timeAt } from "./times";
import { englishWeekdayAt } from "./weekdays";

/** A name with digits: COVID-19, A4, SUS304, Wi-Fi6, iPhone7s, G7. */
const nameWithDigits = /(?:[a-z]+-)?[a-z]{1,14}-?[0-9]{1,6}(?:\.[0-9]{1,3}){0,3}[a-z]{0,3}(?![a-z0-9,]?[0-9]|[a-z])/y;
const partWord = /(?:articles?|art\.|paragraphs?|paras?\.?|items?|sections?|chapters?) ?\(?/y;

/** Items of Acts are numbered (i), (ii), (iv). */
function romanNumber(roman: string): number {
  const digits: Record<string, number> = { i: 1, v: 5, x: 10 };
  return [...roman].reduce((sum, letter, index) => {
    const value = digits[letter]!;
    return sum + (value < (digits[roman[index + 1] ?? ""] ?? 0) ? -value : value);
  }, 0);
}

/** Reads a figure that begins with a Latin letter: a month, a weekday, FY2025, Article 3, COVID-19, twenty-five. */
export function letterAt(text: string, original: string, at: number): Raw | undefined {
  const weekday = englishWeekdayAt(text, original, at);
  if (weekday !== undefined) return weekday;
  const date = japaneseDateAt(text, at) ?? englishDateAt(text, original, at);
  if (date !== undefined) return dated(date, at);
  const time = timeAt(text, at);
  // "midnight" is said of 深夜 as well.
  const isNamed = /^(?:mid|noon)/.test(text.slice(at, at + 4));
  if (time !== undefined)
    return { ...exact, weak: isNamed, kind: "time", minutes: time.minutes, start: at, end: time.end };
  const fiscal = /^fy ?'?([12][0-9]{3}|[0-9]{2})(?![0-9])/.exec(text.slice(at, at + 8));
  if (fiscal !== null) {
    const year = Number(fiscal[1]);
    return dated({ date: { year: year < 100 ? 2000 + year : year }, end: at + fiscal[0].length }, at);
  }
  const era = /^(meiji|taisho|showa|heisei|reiwa) (?:year )?([0-9]{1,2})(?![0-9])/.exec(text.slice(at, at + 16));
  if (era !== null) {
    const first = { meiji: 1868, taisho: 1912, showa: 1926, heisei: 1989, reiwa: 2019 }[era[1]!]!;
    return dated({ date: { year: first + Number(era[2]) - 1 }, end: at + era[0].length }, at);
  }
  const money = moneyAt(text, at);
  if (money !== undefined) return money;
  const part = sticky(partWord, text, at);
  if (part !== undefined) {
    const unit = { a: "article", p: "paragraph", i: "item", s: "section", c: "chapter" }[text[at]!]!;
    if (/[0-9]/.test(text[part] ?? "")) {
      const numeral = numeralAt(text, part)!;
      return { ...exact, kind: "article", value: numeral.value, unit, start: at, end: numeral.end };
    }
    const roman = /^(?:[ivx]{1,5})(?![a-z])/.exec(text.slice(part, part + 6))?.[0];
    if (roman !== undefined)
      return { ...exact, kind: "article", value: romanNumber(roman), unit, start: at, end: part + roman.length };
  }
  const roman =
    /^(?:war|phase|part|volume|title|wilaya|stage|type|class|grade|level|annex|appendix|schedule) (?=([ivx]{1,5})(?![a-z]))/.exec(
      text.slice(at, at + 16),
    );
  if (roman !== null && /[IVX]/.test(original[at + roman[0].length] ?? "")) {
    const value = romanNumber(roman[1]!);
    const end = at + roman[0].length + roman[1]!.length;
    return { kind: "ordinal", value, weak: true, approximate: false, start: at, end };
  }
  // The starting XV, Louis XIV: said with its number in the other language.
  const capitals = /^[IVX]{2,5}(?![A-Za-z0-9])/.exec(original.slice(at, at + 6))?.[0];
  if (capitals !== undefined) {
    const value = romanNumber(capitals.toLowerCase());
    return { kind: "number", value, weak: true, approximate: false, start: at, end: at + capitals.length };
  }
  if (text.startsWith("minus ", at) && /[0-9]/.test(text[at + 6] ?? "")) {
    const raw = digitsAt(text, original, at + 6);
    return raw?.value === undefined ? raw : { ...raw, value: -raw.value, start: at };
  }
  const named = nameAt(text, original, at);
  if (named !== undefined) return named;
  return spelledAt(text, original, at);
}

/** A name with digits can still be the plain number of the other language: No1, H175cm. */
function nameAt(text: string, original: string, at: number): Raw | undefined {
  const end = sticky(nameWithDigits, text, at);
  if (
    end === undefined ||
    // PFE95%以上: a share beside its label.
    /^ ?%/.test(text.slice(end, end + 2)) ||
    (!/[A-Z]/.test(original.slice(at, end)) &&
      !/^(?:mp|mt|fx|e|v|wi-fi|iphone|log|covid-?)[0-9]/.test(text.slice(at, end)))
  )
    return undefined;
  const digits = /[0-9]+(?:\.[0-9]+)?/.exec(text.slice(at, end))![0];
  const code = text.slice(at, end).replace(/[^0-9a-z.]/g, "");
  return { kind: "code", code, name: true, value: Number(digits), weak: true, approximate: false, start: at, end };
}
