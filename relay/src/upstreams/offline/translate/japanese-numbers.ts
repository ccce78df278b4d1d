const digits = "〇一二三四五六七八九";
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const large: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };

/** A number as Japanese writes it, in folded width: 1,250, 1億2,500万, 三十, 12.5. */
export const japaneseNumber =
  "(?:[0-9][0-9,]*(?:\\.[0-9]+)?(?:[十百千万億兆]+[0-9,]*(?:\\.[0-9]+)?)*|[〇一二三四五六七八九十百千][〇一二三四五六七八九十百千万億兆]*)";

/** Value of such a number. */
export function parseJapaneseNumber(text: string): number {
  let total = 0;
  let section = 0;
  let current: number | undefined;
  for (const token of text.replaceAll(",", "").match(/[0-9]+(?:\.[0-9]+)?|[^0-9]/g) ?? []) {
    if (/^[0-9]/.test(token)) current = Number(token);
    else if (digits.includes(token)) current = (current ?? 0) * 10 + digits.indexOf(token);
    else if (token in small) {
      section += (current ?? 1) * small[token]!;
      current = undefined;
    } else {
      total += (section + (current ?? (section === 0 ? 1 : 0))) * large[token]!;
      section = 0;
      current = undefined;
    }
  }
  return cleaned(total + section + (current ?? 0));
}

/** Writes a value in Japanese: whole ten thousands in 万, 億 and 兆, others in digits. */
export function formatJapaneseNumber(value: number): string {
  if (value < 10_000 || value % 10_000 !== 0) return withCommas(value);
  let rest = value;
  let out = "";
  for (const [unit, size] of [
    ["兆", 1e12],
    ["億", 1e8],
    ["万", 1e4],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) out += withCommas(count) + unit;
    rest -= count * size;
  }
  return out;
}

/** Writes a value in English: million, billion and trillion where at most three decimals are enough. */
export function formatEnglishNumber(value: number): string {
  for (const [word, size] of [
    ["trillion", 1e12],
    ["billion", 1e9],
    ["million", 1e6],
  ] as const) {
    const count = cleaned(value / size);
    if (count >= 1 && Math.abs(count * 1000 - Math.round(count * 1000)) < 1e-9) return `${withCommas(count)} ${word}`;
  }
  return withCommas(value);
}

export function withCommas(value: number): string {
  const [whole = "", decimals] = String(cleaned(value)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Takes off what binary fractions add: 12.499999999999998. */
function cleaned(value: number): number {
  return Number(value.toPrecision(15));
}
