import { normaliseWithOffsets } from "../../language";
import { englishDateAt, japaneseDateAt, type DateAt } from "./dates";
import type { Figure } from "./figure";
import { isNumeralWord } from "./kanji-words";
import { numeralAt, scaleAt, wordNumeralAt } from "./numerals";
import { timeAt } from "./times";
import { isCounterAt, unitAt } from "./units";

/** A figure on the folded text, before its span is brought back to the source. */
export interface Raw extends Omit<Figure, "span" | "text"> {
  start: number;
  end: number;
}

const skipped = /https?:\/\/[^\s、。）」]+|[\w.+-]+@[\w-]+\.[\w.-]+|www\.[^\s、。）」]+/y;
const telephone = /\+?0?[0-9]{1,5}(?:[-・]| ?\()[0-9]{1,4}(?:[-・]|\) ?-?)[0-9]{3,4}(?![0-9])/y;
/** A name with digits: COVID-19, A4, SUS304, Wi-Fi6, iPhone7s, G7. */
const nameWithDigits = /(?:[a-z]+-)?[a-z]{1,14}-?[0-9]{1,6}(?:\.[0-9]{1,3}){0,3}[a-z]{0,3}(?![a-z0-9,]?[0-9]|[a-z])/y;
const version = /[0-9]+(?:\.[0-9]+){2,}/y;
const weekdayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const weekdayWord = /(?:sun|mon|tues|wednes|thurs|fri|satur)days?(?![a-z])/y;
const weekdayShort =
  /\((?:sun|mon|tue|wed|thu|fri|sat)\.?\)|(?:sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat)\.?,? (?=[0-9])/y;
const japaneseWeekday = /[月火水木金土日]曜日?|\([月火水木金土日](?:曜日?)?(?:[・,、]祝)?\)/y;
const currencySign = /(?:us|au|a|c|hk|nz)?\$ ?|€ ?|£ ?|¥ ?|(?:usd|jpy|eur|gbp) ?(?=[0-9])/y;
const fractionOf = /分の/y;
const slash = /([0-9]{1,3})\/([0-9]{1,3})(?![0-9/])/y;
const fractionWord = /(?:-| )(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?![a-z])/y;
const partWord = /(?:articles?|art\.|paragraphs?|para\.|items?|chapters?) /y;
const approximateBefore =
  /(?:約|およそ|おおよそ|概ね|おおむね|ほぼ|推計|推定|about |around |approximately |nearly |almost |roughly |some |over |more than |up to |less than |under )$/;
const approximateAfter = /^(?:程度|ほど|前後|余り|余|強|弱|超|あまり|くらい|ぐらい|近く|以上|-odd|ish)/;

const fractionValues: Record<string, number> = {
  half: 2,
  third: 3,
  quarter: 4,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};

/** Finds every figure of a text, in order, without overlaps. Never throws. Linear in the length of the text. */
export function figuresIn(source: string): Figure[] {
  const folded = normaliseWithOffsets(source);
  const text = lowered(folded.text);
  const figures: Figure[] = [];
  let index = 0;
  while (index < text.length) {
    const skip = /[a-z0-9+_]/.test(text[index - 1] ?? "") ? undefined : sticky(skipped, text, index);
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
  return figures;
}

/** Lower case of the same length: a few letters (İ) would grow. */
function lowered(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function sticky(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}

function dated({ date, other, end }: DateAt, at: number): Raw {
  return { ...exact, kind: "date", date, ...(other === undefined ? {} : { otherDate: other }), start: at, end };
}

const exact = { weak: false, approximate: false } as const;

function figureAt(text: string, original: string, at: number): Raw | undefined {
  const character = text[at]!;
  const before = text[at - 1] ?? "";
  if (/[0-9]/.test(character)) {
    if (/[0-9]/.test(before)) return undefined;
    return digitsAt(text, original, at);
  }
  if (/[a-z]/.test(character)) return /[a-z0-9]/.test(before) ? undefined : letterAt(text, original, at);
  if (/[月火水木金土日(]/.test(character)) {
    const end = sticky(japaneseWeekday, text, at);
    if (end !== undefined) {
      const day = /[月火水木金土日]/.exec(text.slice(at, end))![0];
      return { ...exact, kind: "weekday", weekday: "日月火水木金土".indexOf(day), start: at, end };
    }
    const short = character === "(" ? sticky(weekdayShort, text, at) : undefined;
    if (short !== undefined)
      return {
        ...exact,
        kind: "weekday",
        weekday: weekdayNames.indexOf(text.slice(at + 1, at + 4)),
        start: at,
        end: short,
      };
  }
  if (/[令平昭大明]/.test(character)) {
    const date = japaneseDateAt(text, at);
    return date && { ...exact, kind: "date", date: date.date, start: at, end: date.end };
  }
  if (/[午正朝夜夕深未昼]/.test(character)) {
    const time = timeAt(text, at);
    if (time !== undefined) return { ...exact, kind: "time", minutes: time.minutes, start: at, end: time.end };
  }
  if (/[$€£¥]/.test(character)) return moneyAt(text, at);
  if (/[△▲-]/.test(character) || text.startsWith("マイナス", at)) return negativeAt(text, original, at);
  if (character === "半") return halfAt(text, at);
  if (/[両双年]/.test(character)) return pairAt(text, at);
  if (/[お一再さ明あ]/.test(character)) {
    const away = twoAway(text, at);
    if (away !== undefined) return away;
  }
  if (character === "第") return numberedAt(text, original, at);
  if (/[〇零一二三四五六七八九十百千壱弐参]/.test(character)) return kanjiAt(text, original, at);
  return undefined;
}

function digitsAt(text: string, original: string, at: number): Raw | undefined {
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
  if (/[数何幾]$/.test(text.slice(Math.max(0, at - 1), at))) {
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
  const letters = /^[0-9]{1,3}[A-Z]{1,3}(?![A-Za-z0-9])/.exec(original.slice(at, at + 7));
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

function codeAt(text: string, at: number, end: number, weak: boolean): Raw {
  return {
    kind: "code",
    code: text.slice(at, end).replace(/[^0-9a-z.]/g, ""),
    weak,
    approximate: false,
    start: at,
    end,
  };
}

/** A number whose digits are read: fraction, scale, percent, money, unit, ordinal. */
function quantity(
  text: string,
  original: string,
  at: number,
  read: number,
  from: number,
  { insideName = false, start = at } = {},
): Raw | undefined {
  let value = read;
  let end = from;
  const scale = scaleAt(text, end);
  value *= scale.factor;
  end = scale.end;
  const approximate =
    approximateBefore.test(text.slice(Math.max(0, at - 14), at)) || approximateAfter.test(text.slice(end, end + 5));
  const base = { weak: insideName, approximate, start };
  const named = /^ ?(?:%|percent(?!age point)|per cent|パーセント(?!ポイント))/.exec(text.slice(end, end + 22));
  if (named !== null)
    return { ...base, weak: false, kind: "ratio", value: value / 100, unit: "ratio", end: end + named[0].length };
  const share =
    /^割(?:([0-9一二三四五六七八九])分)?(?!引|り|る|れ|合|安|高|増し)/.exec(text.slice(end, end + 6)) ??
    /^割()(?=引き?|増)/.exec(text.slice(end, end + 4));
  if (share !== null) {
    const extra = share[1] ? (numeralAt(share[1], 0)?.value ?? 0) : 0;
    return { ...base, kind: "ratio", value: (value + extra / 10) / 10, unit: "ratio", end: end + share[0].length };
  }
  if (sticky(fractionOf, text, end) !== undefined) {
    const top = numeralAt(text, end + 2);
    if (top !== undefined && value !== 0)
      return { ...base, kind: "ratio", value: top.value / value, unit: "ratio", end: top.end };
  }
  const part =
    /^(?:条|項(?!目)|号(?!室|機|車|線|館)|章|節)(?:の[0-9一二三四五六七八九十]{1,2}(?![0-9]*[条項号]))?/.exec(
      text.slice(end, end + 6),
    );
  if (part !== null) {
    const unit = { 条: "article", 項: "paragraph", 号: "item", 章: "chapter" }[part[0][0]!];
    return { ...base, ...(unit === undefined ? {} : { unit }), kind: "article", value, end: end + part[0].length };
  }
  const ordinal = /^(?:st|nd|rd|th)(?![a-z])/.exec(text.slice(end, end + 3));
  if (ordinal !== null) {
    const of = unitAt(text, end + 2);
    const timed = of !== undefined && ["minute", "second", "hour"].includes(of.unit) ? of : undefined;
    return {
      ...base,
      kind: "ordinal",
      value,
      ...(timed === undefined ? {} : { unit: timed.unit }),
      end: timed?.end ?? end + 2,
    };
  }
  // 5G, 4K, 3D: a digit that goes on in capitals is a name.
  const capitals =
    /^[A-Z](?![a-z])/.test(original.slice(end, end + 2)) &&
    !/^(?:L|W|TB|GB|MB|KB)(?![A-Za-z])/.test(original.slice(end, end + 3));
  const unitRead = capitals ? undefined : unitAt(text, end);
  // 1990s and 90's are decades; 2023's is a possessive.
  const unit = unitRead?.unit === "decade" && value % 10 !== 0 ? undefined : unitRead;
  if (unit !== undefined) {
    const half = /^半(?![一-龠々]|(?:前|後|以|ほ|ぶ|か|の)[一-龠])|^半(?=前|後|以|ぶり|ほど|か月)/.exec(
      text.slice(unit.end, unit.end + 3),
    );
    const money = ["yen", "dollar", "euro", "sterling", "yuan", "won", "cent"].includes(unit.unit);
    return {
      ...base,
      kind: money ? "amount" : "number",
      value: half === null ? value : value + 0.5,
      unit: unit.unit,
      weak: insideName,
      end: unit.end + (half === null ? 0 : 1),
    };
  }
  // 5G, 3D: a digit that goes on in capitals is a name; 85mph and 5x8 are not.
  const name = insideName || /^[A-Z]/.test(original.slice(end, end + 1));
  return { ...base, weak: name, kind: "number", value, end };
}

function kanjiAt(text: string, original: string, at: number): Raw | undefined {
  if (/[〇零一二三四五六七八九十百千万億兆]/.test(text[at - 1] ?? "")) return undefined;
  const date = japaneseDateAt(text, at);
  if (date !== undefined && !isNumeralWord(text, at, date.end))
    return { ...exact, kind: "date", date: date.date, start: at, end: date.end };
  const numeral = numeralAt(text, at);
  if (numeral === undefined || isNumeralWord(text, at, numeral.end)) return undefined;
  const time = timeAt(text, at);
  if (time !== undefined) return { ...exact, kind: "time", minutes: time.minutes, start: at, end: time.end };
  // 四、五人 and 数十: not exact; a comma between two numerals.
  const vague = /[、,]$/.test(text.slice(Math.max(0, at - 1), at)) && /[一二三四五六七八九]/.test(text[at - 2] ?? "");
  const isPlain = numeral.end - at === 1 || /^[十百千][万億]?$/.test(text.slice(at, numeral.end));
  const counted = isCounterAt(text, numeral.end) || text.slice(numeral.end).startsWith("分の");
  if (!counted && (isPlain || /[一-龠]/.test(text[numeral.end] ?? ""))) return undefined;
  if (/[数何幾]/.test(text[at - 1] ?? "")) return undefined;
  if (/[一-龠]/.test(text[at - 1] ?? "") && isPlain && !/[第約計全各満平均合総毎前後上下同]/.test(text[at - 1]!)) {
    if (
      unitAt(text, numeral.end) === undefined &&
      !/^(?:つ|個|本|枚|冊|台|匹|か所|箇所|種類|項目|点|丁目|キロ|ツ星|つ星)/.test(text.slice(numeral.end))
    )
      return undefined;
  }
  const raw = quantity(text, original, at, numeral.value, numeral.end);
  if (raw === undefined) return undefined;
  const loose = numeral.value <= 1 || (numeral.value <= 3 && /^[つ人]/.test(text.slice(numeral.end)));
  return { ...raw, weak: raw.weak || vague || (loose && raw.kind !== "ratio" && raw.kind !== "article") };
}

function moneyAt(text: string, at: number): Raw | undefined {
  const end = sticky(currencySign, text, at);
  if (end === undefined) return undefined;
  const sign = text.slice(at, end);
  const unit =
    sign.includes("$") || sign.startsWith("usd")
      ? "dollar"
      : /€|eur/.test(sign)
        ? "euro"
        : /£|gbp/.test(sign)
          ? "sterling"
          : "yen";
  const numeral = numeralAt(text, end);
  if (numeral === undefined || numeral.style !== "arabic") return undefined;
  const scale = scaleAt(text, numeral.end);
  let stop = scale.end;
  const again = unitAt(text, stop);
  if (again?.unit === unit) stop = again.end;
  else if (scale.factor === 1) {
    const bare = /^ ?([mb])(?:n|illion)?(?![a-z])/.exec(text.slice(stop, stop + 4));
    if (bare !== null)
      return {
        ...exact,
        kind: "amount",
        unit,
        value: numeral.value * (bare[1] === "m" ? 1e6 : 1e9),
        start: at,
        end: stop + bare[0].length,
      };
  }
  const approximate = approximateBefore.test(text.slice(Math.max(0, at - 14), at));
  return { kind: "amount", unit, value: numeral.value * scale.factor, weak: false, approximate, start: at, end: stop };
}

/** A minus sign is one only before a digit and behind nothing that it could join (1-2, A-1). */
function negativeAt(text: string, original: string, at: number): Raw | undefined {
  const from = text.startsWith("マイナス", at) ? at + 4 : at + 1;
  if (text[at] === "-" && /[a-z0-9\p{L})]/u.test(text[at - 1] ?? "")) return undefined;
  if (!/[0-9$¥]/.test(text[from] ?? "")) return undefined;
  const raw = /[0-9]/.test(text[from]!) ? digitsAt(text, original, from) : moneyAt(text, from);
  if (raw === undefined) return undefined;
  const lineStart = at === 0 || /[\n\r]/.test(text[at - 1]!);
  if (raw.value === undefined || (text[at] === "-" && lineStart)) return raw;
  return { ...raw, value: -raw.value, start: at };
}

/** おととし, 再来週: two years or weeks away, said in one word. */
function twoAway(text: string, at: number): Raw | undefined {
  const word = /^(?:おととし|一昨年|再来年|さ来年|一昨日|おととい|明後日|あさって|再来週|再来月)/.exec(
    text.slice(at, at + 4),
  )?.[0];
  if (word === undefined) return undefined;
  const unit = /[年し]$/.test(word) ? "year" : word.endsWith("週") ? "week" : word.endsWith("月") ? "month" : "day";
  return { kind: "number", value: 2, unit, weak: true, approximate: false, start: at, end: at + word.length };
}

/** 両国, 双方: two, said in another way; 年中無休: every day. */
function pairAt(text: string, at: number): Raw | undefined {
  const word = /^(?:両[国者方社日氏親側手派党県市院陣]|双方|年中無休)/.exec(text.slice(at, at + 4))?.[0];
  if (word === undefined) return undefined;
  const daily = word === "年中無休";
  return {
    kind: "number",
    value: daily ? 7 : 2,
    ...(daily ? { unit: "day" } : {}),
    weak: true,
    approximate: false,
    start: at,
    end: at + word.length,
  };
}

function halfAt(text: string, at: number): Raw | undefined {
  const match = /^(?:半年|半数|半分|半額|半減|過半数|半世紀|半日|半月)/.exec(text.slice(at, at + 3))?.[0];
  if (match === undefined) return undefined;
  if (match === "半年")
    return { kind: "number", value: 6, unit: "month", weak: true, approximate: false, start: at, end: at + 2 };
  return {
    kind: "ratio",
    value: 0.5,
    unit: "ratio",
    weak: true,
    approximate: false,
    start: at,
    end: at + match.length,
  };
}

/** 第3条, 第2四半期, 第1回; 第1 at the start of a line is the number of a heading. */
function numberedAt(text: string, original: string, at: number): Raw | undefined {
  const numeral = numeralAt(text, at + 1);
  if (numeral === undefined || isNumeralWord(text, at + 1, numeral.end)) return undefined;
  if (/^(?:者|線|義)/.test(text.slice(numeral.end))) return undefined;
  const raw = quantity(text, original, at + 1, numeral.value, numeral.end, { start: at });
  if (raw === undefined) return undefined;
  const heading =
    /(?:^|[\n\r])[ \t]*$/.test(text.slice(Math.max(0, at - 3), at)) && /^(?:[ \t.、\n]|$)/.test(text.slice(raw.end));
  return {
    ...raw,
    kind: raw.kind === "number" ? "ordinal" : raw.kind,
    weak: heading || /^(?:一|1)(?:に|の)/.test(text.slice(at + 1, at + 3)),
  };
}

function letterAt(text: string, original: string, at: number): Raw | undefined {
  const weekday = sticky(weekdayWord, text, at);
  if (weekday !== undefined) {
    return {
      ...exact,
      kind: "weekday",
      weekday: weekdayNames.indexOf(text.slice(at, at + 3)),
      start: at,
      end: weekday,
    };
  }
  const short = sticky(weekdayShort, text, at);
  if (short !== undefined && /[A-Z]/.test(original[at]!)) {
    return {
      ...exact,
      kind: "weekday",
      weekday: weekdayNames.indexOf(text.slice(at, at + 3)),
      start: at,
      end: short - 1,
    };
  }
  const date = japaneseDateAt(text, at) ?? englishDateAt(text, original, at);
  if (date !== undefined) return dated(date, at);
  const time = timeAt(text, at);
  if (time !== undefined) return { ...exact, kind: "time", minutes: time.minutes, start: at, end: time.end };
  const fiscal = /^fy ?'?([12][0-9]{3}|[0-9]{2})(?![0-9])/.exec(text.slice(at, at + 8));
  if (fiscal !== null) {
    const year = Number(fiscal[1]);
    return dated({ date: { year: year < 100 ? 2000 + year : year }, end: at + fiscal[0].length }, at);
  }
  const money = moneyAt(text, at);
  if (money !== undefined) return money;
  const part = sticky(partWord, text, at);
  if (part !== undefined && /[0-9]/.test(text[part] ?? "")) {
    const numeral = numeralAt(text, part)!;
    const unit = { a: "article", p: "paragraph", i: "item", c: "chapter" }[text[at]!]!;
    return { ...exact, kind: "article", value: numeral.value, unit, start: at, end: numeral.end };
  }
  if (text.startsWith("minus ", at) && /[0-9]/.test(text[at + 6] ?? "")) {
    const raw = digitsAt(text, original, at + 6);
    return raw?.value === undefined ? raw : { ...raw, value: -raw.value, start: at };
  }
  const named = nameAt(text, original, at);
  if (named !== undefined) return named;
  if (
    /^(?:half|twice|once|both|couple|pairs?|twins?|fortnight|decades?|teens?|teenagers?|dozen|double[ds]?|triple[ds]?)(?![a-z])/.test(
      text.slice(at, at + 12),
    )
  )
    return multipleAt(text, at);
  return wordsAt(text, original, at);
}

/** A name with digits can still be the plain number of the other language: No1, H175cm. */
function nameAt(text: string, original: string, at: number): Raw | undefined {
  const end = sticky(nameWithDigits, text, at);
  if (
    end === undefined ||
    (!/[A-Z]/.test(original.slice(at, end)) && !/^(?:mp|mt|fx|e|v|wi-fi|iphone|log)[0-9]/.test(text.slice(at, end)))
  )
    return undefined;
  const digits = /[0-9]+/.exec(text.slice(at, end))![0];
  const code = text.slice(at, end).replace(/[^0-9a-z.]/g, "");
  return { kind: "code", code, name: true, value: Number(digits), weak: true, approximate: false, start: at, end };
}

function multipleAt(text: string, at: number): Raw {
  const word = /^[a-z]+/.exec(text.slice(at))![0];
  if (word === "half")
    return { kind: "ratio", value: 0.5, unit: "ratio", weak: true, approximate: false, start: at, end: at + 4 };
  if (/^decade|^teen/.test(word)) {
    return { kind: "number", value: 10, weak: true, approximate: true, start: at, end: at + word.length };
  }
  if (word === "fortnight") {
    return { kind: "number", value: 2, unit: "week", weak: true, approximate: true, start: at, end: at + word.length };
  }
  const value = word === "once" ? 1 : word === "dozen" ? 12 : word.startsWith("triple") ? 3 : 2;
  return { kind: "number", value, weak: true, approximate: false, start: at, end: at + word.length };
}

function isName(original: string, at: number, end: number): boolean {
  const before = original.slice(Math.max(0, at - 3), at).trimEnd();
  const opensSentence = before === "" || /[.!?:;"“”'(\[\n•*-]$/.test(before);
  return !opensSentence || /^[- ][A-Z]/.test(original.slice(end, end + 2)) || /[A-Za-z]-$/.test(before);
}

function wordsAt(text: string, original: string, at: number): Raw | undefined {
  const numeral =
    wordNumeralAt(text, at) ??
    (/^an? (?:quarter|half|third(?= (?:of|to)(?![a-z])))(?![a-z])/.test(text.slice(at, at + 10))
      ? { value: 1, end: at + (text[at + 1] === "n" ? 2 : 1), ordinal: false, style: "words" as const }
      : undefined);
  if (numeral === undefined) return undefined;
  fractionWord.lastIndex = numeral.end;
  const bottom = numeral.ordinal ? null : fractionWord.exec(text);
  if (bottom !== null && numeral.value < 20) {
    const word = bottom[1]!.replace(/halves/, "half").replace(/s$/, "");
    return {
      kind: "ratio",
      value: numeral.value / fractionValues[word]!,
      unit: "ratio",
      weak: numeral.value === 1,
      approximate: false,
      start: at,
      end: numeral.end + bottom[0].length,
    };
  }
  if (/[a-z]/.test(text[numeral.end] ?? "")) return undefined;
  if (numeral.ordinal) {
    // "a second", "third party": the low ordinals are everyday words.
    return {
      kind: "ordinal",
      value: numeral.value,
      weak: numeral.value <= 3,
      approximate: false,
      start: at,
      end: numeral.end,
    };
  }
  // ten thirty, eight fifteen
  const spoken = /^ (fifteen|thirty|forty-five)(?![a-z-]| (?:minutes|hundred|thousand|million|percent|people))/.exec(
    text.slice(numeral.end, numeral.end + 30),
  );
  if (spoken !== null && Number.isInteger(numeral.value) && numeral.value <= 12) {
    const minutes = numeral.value * 60 + { fifteen: 15, thirty: 30, "forty-five": 45 }[spoken[1]!]!;
    return {
      ...exact,
      kind: "time",
      minutes: [minutes % 720, (minutes % 720) + 720],
      start: at,
      end: numeral.end + spoken[0].length,
    };
  }
  const raw = quantity(text, original, at, numeral.value, numeral.end);
  if (raw === undefined) return undefined;
  const afterDecades = /^ decades?(?![a-z])/.exec(text.slice(numeral.end, numeral.end + 9));
  if (afterDecades !== null) {
    return {
      ...raw,
      kind: "number",
      value: numeral.value * 10,
      unit: "year",
      end: numeral.end + afterDecades[0].length,
    };
  }
  // Seven-Eleven, "the Three Arrows": a capital inside the sentence makes a name.
  if (/[A-Z]/.test(original[at]!) && isName(original, at, raw.end)) return { ...raw, weak: true };
  const thousandsOf = /^s(?: of)?(?![a-z])/.test(text.slice(raw.end));
  return { ...raw, weak: raw.weak || thousandsOf || numeral.value <= 1 };
}
