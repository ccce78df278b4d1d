/**
 * What an occurrence of a wording is looked for:
 * - `source`: does the text speak of the term? Variants of spelling count; a part of another word does not.
 * - `used`: does a translation say it? Variants count, compounds as well.
 * - `forbidden`: is it written just so? Only width, case and inflection may differ: サーバー is not the forbidden サーバ.
 */
export type WordingUse = "source" | "used" | "forbidden";

const kanji = /^[\p{Script=Han}々〆ヶ]$/u;
const hiragana = /^\p{Script=Hiragana}$/u;
const katakana = /^[\p{Script=Katakana}ー]$/u;
const latin = /^[\p{Script=Latin}]$/u;

/** 連用形 endings that may stand between two kanji or not: 取扱い and 取り扱い, 申込み and 申し込み. */
const okurigana = "いえきぎけげしじせぜちてにねびべみめりれ";

/** ヴァイオリン is also written バイオリン. */
const voicedSyllables: Record<string, string> = { ァ: "バ", ィ: "ビ", ェ: "ベ", ォ: "ボ" };

const smallKana: Record<string, string> = { ァ: "ア", ィ: "イ", ゥ: "ウ", ェ: "エ", ォ: "オ" };

/**
 * A sticky pattern of one wording for text folded by `foldWording`; undefined for one without a letter. Letters of either case
 * match, except for short acronyms: AI, IT and US are no words of a sentence (it, us).
 * @param wording as the glossary has it
 */
export function wordingPattern(wording: string, use: WordingUse): RegExp | undefined {
  const words = wording.normalize("NFKC").trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return undefined;
  const characters = [...words];
  const lenient = use !== "forbidden";
  let body = "";
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index]!;
    const voiced = lenient && character === "ヴ" ? voicedSyllables[characters[index + 1] ?? ""] : undefined;
    if (voiced !== undefined) {
      body += `(?:ヴ${characters[index + 1]!}|${voiced})`;
      index += 1;
    } else if (/[\s-]/.test(character) || character === "・") body += gap(character, characters[index - 1], lenient);
    else body += (lenient && variants(character, characters, index)) || escaped(character);
  }
  const inflected = inflect(body, words, lenient);
  const isAcronym = /^[A-Z]{2,4}$/.test(words);
  return new RegExp(before(characters, use) + inflected + after(characters, use), isAcronym ? "uy" : "iuy");
}

function escaped(character: string): string {
  return character.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function gap(character: string, previous: string | undefined, lenient: boolean): string {
  if (character === "・") return lenient ? "[・\\s]*" : "・";
  // information systems, information-system: every word of a term may stand in the plural.
  if (!lenient) return "[\\s-]+";
  return previous !== undefined && latin.test(previous) ? "(?:e?s)?[\\s-]*" : "[\\s-]*";
}

function variants(character: string, all: readonly string[], index: number): string {
  const next = all[index + 1];
  const previous = all[index - 1];
  if (character === "ー") return "ー?";
  if (character in smallKana) return `[${character}${smallKana[character]!}]`;
  if (character === "ヴ") return "[ヴブ]";
  if (katakana.test(character) && (next === undefined || !katakana.test(next)) && runBefore(all, index) >= 2)
    return `${escaped(character)}ー?`;
  if (kanji.test(character) && next !== undefined && kanji.test(next)) return `${character}[${okurigana}]?`;
  if (
    okurigana.includes(character) &&
    previous !== undefined &&
    kanji.test(previous) &&
    (next === undefined || kanji.test(next))
  )
    return `${character}?`;
  if (
    /^[sz]$/i.test(character) &&
    /^i$/i.test(previous ?? "") &&
    /^(?:ation|e|ed|ing)/i.test(all.slice(index + 1).join(""))
  )
    return "[sz]";
  return "";
}

function runBefore(all: readonly string[], index: number): number {
  let length = 0;
  while (index - length - 1 >= 0 && katakana.test(all[index - length - 1]!)) length += 1;
  return length;
}

/** Endings: the plural of a Latin word, the forms of a Japanese verb or adjective (行なう: 行なった, 行なわない). */
function inflect(body: string, words: string, lenient: boolean): string {
  if (/[^aeiou\P{L}]y$/iu.test(words)) return `${body.slice(0, -1)}(?:y|ies)`;
  if (/\p{Script=Latin}$/u.test(words)) return `${body}(?:e?s)?`;
  const last = words.at(-1)!;
  if (!/[\p{Script=Han}][ぁ-ん]{1,3}$/u.test(words)) return body;
  const stem = body.slice(0, body.lastIndexOf(last));
  const row = rows.find((kana) => kana.includes(last) && kana[2] === last);
  if (row !== undefined) {
    // 一段 verbs drop る: 見れる, 見れます.
    const bare = last === "る" ? "|(?=[たてなよまず])" : "";
    return `${stem}(?:[${row}っいん]${bare})`;
  }
  if (last === "い" && !lenient) return `${stem}(?:い|く|かっ|けれ|かろ|さ)`;
  return body;
}

const rows = [
  "わいうえお",
  "かきくけこ",
  "がぎぐげご",
  "さしすせそ",
  "たちつてと",
  "なにぬねの",
  "ばびぶべぼ",
  "まみむめも",
  "らりるれろ",
];

function before(characters: readonly string[], use: WordingUse): string {
  const [first] = characters;
  if (latin.test(first!)) return "(?<![\\p{Script=Latin}\\p{N}])";
  if (/^\p{N}$/u.test(first!)) return "(?<!\\p{N})";
  if (use === "used") return "";
  // パス is no part of コンパス; サーバ is one of メールサーバ.
  if (katakana.test(first!) && leadingRun(characters, katakana) < 3) return "(?<![\\p{Script=Katakana}ー])";
  if (hiragana.test(first!) && characters.every((character) => hiragana.test(character)))
    return "(?<!(?![はがのをにでともへや])\\p{Script=Hiragana})";
  if (characters.length === 1 && kanji.test(first!)) return "(?<![\\p{Script=Han}々])";
  return "";
}

function after(characters: readonly string[], use: WordingUse): string {
  const last = characters.at(-1)!;
  if (latin.test(last)) return "(?![\\p{Script=Latin}\\p{N}])";
  if (/^\p{N}$/u.test(last)) return "(?!\\p{N})";
  if (use === "used") return "";
  if (katakana.test(last)) return "(?![\\p{Script=Katakana}ー])";
  if (characters.length === 1 && kanji.test(last)) return "(?![\\p{Script=Han}々])";
  return "";
}

function leadingRun(characters: readonly string[], kind: RegExp): number {
  const end = characters.findIndex((character) => !kind.test(character));
  return end === -1 ? characters.length : end;
}
