import { japaneseDateAt } from "./dates";
import { isNumeralWord } from "./kanji-words";
import { numeralAt } from "./numerals";
import { quantity } from "./quantity";
import { exact, type Raw } from "./raw";
import { timeAt } from "./times";
import { isCounterAt, unitAt } from "./unit-words";

/** Reads a figure of kanji numerals, where they are a quantity and no part of a word. */
export function kanjiAt(text: string, original: string, at: number): Raw | undefined {
  if (/[〇零一二三四五六七八九十百千万億兆]/.test(text[at - 1] ?? "")) return undefined;
  // 数十年 is vague; in 耐用年数四十七年 the 数 ends a word.
  if (/[何幾]/.test(text[at - 1] ?? "") || (text[at - 1] === "数" && /[十百千]/.test(text[at]!))) return undefined;
  const date = japaneseDateAt(text, at);
  if (date !== undefined && !isNumeralWord(text, at, date.end))
    return { ...exact, kind: "date", date: date.date, start: at, end: date.end };
  const numeral = numeralAt(text, at);
  if (numeral === undefined || isNumeralWord(text, at, numeral.end)) return undefined;
  // 十数人: "more than ten", "a dozen or so".
  const some = /^[二三四五六七八九]?十数(?=[人名件年日回社か台個店校カヶ分時])/.exec(text.slice(at, at + 4))?.[0];
  if (some !== undefined) {
    const value = numeral.value;
    return {
      kind: "number",
      value,
      otherValue: value + 2,
      weak: true,
      approximate: true,
      start: at,
      end: at + some.length,
    };
  }
  const time = timeAt(text, at);
  if (time !== undefined) return { ...exact, kind: "time", minutes: time.minutes, start: at, end: time.end };
  // 四、五人 and 数十: not exact; a comma between two numerals.
  const vague = /[、,]$/.test(text.slice(Math.max(0, at - 1), at)) && /[一二三四五六七八九]/.test(text[at - 2] ?? "");
  const isPlain = numeral.end - at === 1 || /^[十百千][万億]?$/.test(text.slice(at, numeral.end));
  const counted = isCounterAt(text, numeral.end) || text.slice(numeral.end).startsWith("分の");
  if (!counted && !isPlainlyNumber(text.slice(at, numeral.end)) && (isPlain || /[一-龠]/.test(text[numeral.end] ?? "")))
    return undefined;
  if (/[一-龠]/.test(text[at - 1] ?? "") && isPlain && !/[第約計全各満平均合総毎前後上下同]/.test(text[at - 1]!)) {
    if (
      unitAt(text, numeral.end) === undefined &&
      !/^(?:つ|個|本|枚|冊|台|匹|か所|箇所|種類|項目|点|丁目|キロ|ツ星|つ星)/.test(text.slice(numeral.end))
    )
      return undefined;
  }
  const raw = quantity(text, original, at, numeral.value, numeral.end);
  if (raw === undefined) return undefined;
  // 「単位：百万円」, 「金額（千円）」: the unit of a table, not an amount.
  const tableUnit =
    /^[十百千万億]+$/.test(text.slice(at, numeral.end)) &&
    (/単位[はを:]? ?$/.test(text.slice(Math.max(0, at - 5), at)) || (text[at - 1] === "(" && text[raw.end] === ")"));
  const loose = tableUnit || numeral.value <= 1 || (numeral.value <= 3 && /^[つ人]/.test(text.slice(numeral.end)));
  return { ...raw, weak: raw.weak || vague || (loose && raw.kind !== "ratio" && raw.kind !== "article") };
}

/**
 * 四万二千, 八千, 二〇二五: written as only a quantity is, whatever it counts (四万二千食). A numeral of tens alone may still
 * begin a word (四十肩).
 */
function isPlainlyNumber(numeral: string): boolean {
  return (
    /^[一二三四五六七八九]?[十百千]?[万億兆].*[一-九十百千]/.test(numeral) ||
    /^[二三四五六七八九][百千万億兆]/.test(numeral) ||
    /^[一二三四五六七八九]千[一二三四五六七八九]百/.test(numeral) ||
    /^[一二三四五六七八九〇]{3,}$/.test(numeral) ||
    /[壱弐参壹貳參拾]/.test(numeral)
  );
}

/** 第3条, 第2四半期, 第1回; 第1 at the start of a line is the number of a heading. */
export function numberedAt(text: string, original: string, at: number): Raw | undefined {
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

export function halfAt(text: string, at: number): Raw | undefined {
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

/** 倍増, 倍になる: two times, said without the two. */
export function doubledAt(text: string, at: number): Raw | undefined {
  const word = /^倍(?:増|加|額|以上|に[なすし])/.exec(text.slice(at, at + 3))?.[0];
  if (word === undefined || /[0-9一二三四五六七八九十百千万数何]/.test(text[at - 1] ?? "")) return undefined;
  return { kind: "number", value: 2, weak: true, approximate: false, start: at, end: at + 2 };
}

/** 両国, 双方: two, said in another way; 年中無休: every day. */
export function pairAt(text: string, at: number): Raw | undefined {
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

/** おととし, 再来週: two years or weeks away, said in one word. */
export function twoAway(text: string, at: number): Raw | undefined {
  const word = /^(?:おととし|一昨年|再来年|さ来年|一昨日|おととい|明後日|あさって|再来週|再来月)/.exec(
    text.slice(at, at + 4),
  )?.[0];
  if (word === undefined) return undefined;
  const unit = /[年し]$/.test(word) ? "year" : word.endsWith("週") ? "week" : word.endsWith("月") ? "month" : "day";
  return { kind: "number", value: 2, unit, weak: true, approximate: false, start: at, end: at + word.length };
}
