/** A number read from a text. */
export interface Numeral {
  value: number;
  end: number;
  /** How it was written; kanji and words may be part of another word and are judged by the caller. */
  style: "arabic" | "kanji" | "words";
}

const kanjiDigits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  壱: 1,
  二: 2,
  弐: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  貳: 2,
  伍: 5,
};
const small: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 阡: 1000 };
const large: Record<string, number> = { 万: 1e4, 萬: 1e4, 億: 1e8, 兆: 1e12, 京: 1e16 };
// Newspapers print the decimal point of full-width digits as a middle dot: ２・５キロ.
const arabic =
  /(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?![0-9])|[0-9]{4,},000(?![0-9])|[0-9]+)(?:\.[0-9]+|・[0-9]{1,2}(?=[万億兆%割倍度]|キロ|メートル|センチ|ミリ|パーセント|ポイント|トン|アール|ヘクタール|グラム|リットル|秒|歳|平方))?/y;

/**
 * Reads an Arabic, kanji or mixed number at an offset: 1,250 / 3億8598万7000 / 二千五百 / 二〇二五 / 1.5億 / 2千万.
 * The text is folded (NFKC).
 */
export function numeralAt(text: string, at: number): Numeral | undefined {
  let index = at;
  let total = 0;
  let section = 0;
  let style: Numeral["style"] = "kanji";
  let lastLarge = Infinity;
  let read = false;
  for (;;) {
    const piece = pieceAt(text, index);
    if (
      piece?.style === "arabic" &&
      (read === false || large[text[index - 1]!] !== undefined || small[text[index - 1]!] !== undefined)
    ) {
      style = "arabic";
    } else if (piece !== undefined && read && piece.style === "arabic") break;
    let after = piece?.end ?? index;
    // Technical writing sets a space: 50 億.
    if (piece?.style === "arabic" && text[after] === " " && large[text[after + 1] ?? ""] !== undefined) after += 1;
    const unit = text[after] ?? "";
    if (small[unit] !== undefined && (piece !== undefined || !isWordAfter(text, after))) {
      section += (piece?.value ?? 1) * small[unit];
      index = after + 1;
    } else if (large[unit] !== undefined && (piece !== undefined || section > 0) && large[unit] < lastLarge) {
      section += piece?.value ?? 0;
      total += section * large[unit];
      section = 0;
      lastLarge = large[unit];
      index = after + 1;
    } else {
      if (piece === undefined) break;
      section += piece.value;
      index = after;
      read = true;
      break;
    }
    read = true;
  }
  if (!read || index === at) return undefined;
  return { value: total + section, end: index, style };
}

/** 千葉, 十分: the numeral begins a word. */
function isWordAfter(text: string, at: number): boolean {
  return /^(?:千葉|千代|千歳|百貨|百科|百合|十字|十分(?:な|に|だ|で(?!す)|条)|百済)/.test(text.slice(at, at + 3));
}

function pieceAt(text: string, at: number): Numeral | undefined {
  arabic.lastIndex = at;
  const match = arabic.exec(text);
  if (match !== null) {
    return {
      value: Number(match[0].replaceAll(",", "").replace("・", ".")),
      end: at + match[0].length,
      style: "arabic",
    };
  }
  let value = 0;
  let index = at;
  while (index < text.length && kanjiDigits[text[index]!] !== undefined) {
    value = value * 10 + kanjiDigits[text[index]!]!;
    index += 1;
  }
  // 参 is three in amounts (金参百万円) and a verb elsewhere (参加).
  if (index === at && /^[参參][百拾千阡万萬億円]/.test(text.slice(at, at + 2)))
    return { value: 3, end: at + 1, style: "kanji" };
  return index === at ? undefined : { value, end: index, style: "kanji" };
}
