import { wordNumeralAt } from "./word-numerals";
import { fractionOfScaleAt } from "./fraction-of-scale";
import { quantity } from "./quantity";
import { exact, type Raw } from "./raw";
import { spokenAt } from "./spoken-figures";

const fractionWord = /(?:-| )(half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)(?![a-z])/y;
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

const everydayNumber =
  /^(?:half[- ](?:a |the )?decade|half(?:[- ](?:a |the )?century)?|twice|once|both|couple|pairs?|twins?|fortnight|decades?|teens?|teenagers?|dozen|double[ds]?|triple[ds]?|quadruple[ds]?|twofold|threefold|fourfold|fivefold|tenfold|(?:bi)?centen(?:nial|ary)|centur(?:y|ies)|millennium|(?:a)?round the clock|around-the-clock|round-the-clock|quarter-?finals?|semi-?finals?)(?![a-z])/;

const tensPlural = /^(?:mid-|early |late )?(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies(?![a-z])/;
const tensOf: Record<string, number> = {
  twent: 20,
  thirt: 30,
  fort: 40,
  fift: 50,
  sixt: 60,
  sevent: 70,
  eight: 80,
  ninet: 90,
};

/** Reads an English number in words: twenty-five, two-thirds, ten thirty, third, twice, a couple. */
export function spelledAt(text: string, original: string, at: number): Raw | undefined {
  const spoken = spokenAt(text, at) ?? fractionOfScaleAt(text, original, at);
  if (spoken !== undefined) return spoken;
  const decade = tensPlural.exec(text.slice(at, at + 16));
  if (decade !== null)
    return {
      ...exact,
      kind: "number",
      value: tensOf[decade[1]!]!,
      unit: "decade",
      start: at,
      end: at + decade[0].length,
    };
  return everydayNumber.test(text.slice(at, at + 24)) ? multipleAt(text, at) : wordsAt(text, original, at);
}

const loose = { kind: "number", weak: true, approximate: true } as const;

/** A number said without one: round the clock, bicentennial, quarter-final. */
const sayings: [RegExp, number, string?][] = [
  [/half.+century/, 50, "year"],
  [/half.+decade/, 5, "year"],
  [/^centur/, 100, "year"],
  [/clock/, 24, "hour"],
  [/bicenten/, 200, "year"],
  [/centen/, 100, "year"],
  [/millennium/, 1000, "year"],
  [/quarter/, 8],
  [/semi/, 4],
  [/twofold/, 2, "multiple"],
  [/threefold/, 3, "multiple"],
  [/fourfold/, 4, "multiple"],
  [/fivefold/, 5, "multiple"],
  [/tenfold/, 10, "multiple"],
  [/quadruple/, 4],
];

function multipleAt(text: string, at: number): Raw {
  const phrase = everydayNumber.exec(text.slice(at, at + 24))![0];
  const said = sayings.find(([pattern]) => pattern.test(phrase));
  if (said !== undefined) {
    const [, value, unit] = said;
    return { ...loose, value, ...(unit === undefined ? {} : { unit }), start: at, end: at + phrase.length };
  }
  const word = /^[a-z]+/.exec(phrase)![0];
  if (word === "half")
    return { kind: "ratio", value: 0.5, unit: "ratio", weak: true, approximate: false, start: at, end: at + 4 };
  if (/^decade|^teen/.test(word)) {
    const unit = word.startsWith("decade") ? { unit: "year" } : {};
    return { ...loose, value: 10, ...unit, start: at, end: at + word.length };
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
    (/^an? (?:quarter(?!final|-)|half|third(?= (?:of|to|in|more|less|as|over|from|fewer|higher|lower|larger|smaller|longer|shorter|cheaper)(?![a-z])|[.,;)]|$)|(?:fifth|tenth)(?= (?:of the|more|less|fewer|higher|lower|larger|smaller)(?![a-z])))(?![a-z])/.test(
      text.slice(at, at + 18),
    )
      ? { value: 1, end: at + (text[at + 1] === "n" ? 2 : 1), ordinal: false, style: "words" as const }
      : undefined);
  if (numeral === undefined) return undefined;
  fractionWord.lastIndex = numeral.end;
  const bottom = numeral.ordinal ? null : fractionWord.exec(text);
  // "Two quarters" are half a year.
  const isPeriods = numeral.value !== 3 && bottom?.[1] === "quarters";
  if (bottom !== null && numeral.value < 20 && !isPeriods) {
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
