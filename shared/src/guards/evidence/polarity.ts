import { englishNegation, japaneseNegation } from "../negation/negation";
import { turnedWords } from "./words/opposites";

/** Words that negate what they are said of, without a grammatical negation. */
const japaneseNegatives =
  /不要|不可(?!欠)|不可能|困難|難し|(?<!人手)不足|足り(?:ない|ません|ず|なく|なかった)|不十分|不適切|(?<!\p{Script=Han})未(?![来満成年明曾遂然])\p{Script=Han}|見送|取りやめ|取り止め|断念|反対(?:し|する|です|だ|で(?:ある|す|あっ)|。|$|を(?:表明|示)|の(?:立場|意向))|無理|否決|否認|しかね|できかね|まだ(?:です|だ|で(?:は|ある)|。|$)|至ってお|中止|禁止|保留|駄目|だめ/gu;
const englishNegatives =
  /\b(?:no|none|nobody|nothing|without|unable|fail(?:ed|s|ing)?|lack(?:s|ed|ing)?|neither|nor|un(?!der|til|it|iv|ion|less|ique|iform)[a-z]{4,}|prohibited|forbidden|incomplete|missing|except)\b/giu;
const idioms =
  /ないと困(?:る|ります)|不可避|不可欠|(?:だけ|のみ)で(?:は)?なく|避けられ(?:ない|ません)|免れ(?:ない|ません)|欠かせ(?:ない|ません)|やむを得(?:ない|ず)|no later than|no more than|no less than|not only|no objections?|なければ(?:なら|いけ)(?:ない|ません)?/giu;

/** 「目標に届いていない」 says 「目標を下回る」. */
const fallsShort = /(?:届|達し|及ば|満た)[^、。]{0,5}?(?:ない|なかった|ません(?:でした)?|ず)/gu;

function fold(text: string, beside: string): string {
  const plain = text.replace(/を?超えない(?:範囲|よう)?/gu, "以内");
  return /下回|低|未満/u.test(beside) ? plain.replace(fallsShort, "下回る") : plain;
}

const failing =
  /障害(?!者|の?ある|福祉|児)|不能|不通|欠(?:如|落|員|品|航)|漏れ|停止|中断|途絶|滞|枯渇|底をつ|回避|怠|免/u;

/** Negations of a clause: grammatical ones, and words that negate. */
function negationsIn(text: string, language: "ja" | "en"): { grammar: number; words: number } {
  // 「ないと述べた」 is a negation, 「ないといけない」 is none.
  const plain = text
    .replace(idioms, " ")
    .replace(/(ない|なかった)と(?=[^ないだ駄]|いう|いっ)/gu, "$1、と")
    // 「回答のない団体を除いて集計した」: a negation before a noun is that noun's.
    .replace(
      /(?:[のがもは]|て)?(?:ない|なかった)(?=[\p{Script=Han}\p{Script=Katakana}0-9]|ところ|もの|人)(?!以上|場合|時|際|限|中|方針|予定|見込|可能性|旨|意向|状態|状況)/gu,
      "の",
    )
    // So is 「不適合の3地点」.
    .replace(/不[\p{Script=Han}]{1,2}(?:の|な|だった)(?=[\p{Script=Han}\p{Script=Katakana}0-9])/gu, "の");
  const negatives = language === "ja" ? japaneseNegatives : englishNegatives;
  const grammar =
    language === "ja"
      ? japaneseNegation(plain.replace(japaneseNegatives, "。")).strict
      : englishNegation(plain.replace(englishNegatives, " ")).strict;
  return { grammar, words: plain.match(negatives)?.length ?? 0 };
}

/** True when exactly one of two clauses says no. What is negated twice is left to the reader. */
function isReversed(one: string, another: string, language: "ja" | "en"): boolean {
  const [own, other] = [fold(one, another), fold(another, one)];
  const turned = turnedWords(own, other, language);
  const [a, b] = [negationsIn(own, language), negationsIn(other, language)];
  // Opposite words count as a turn themselves, not as negations besides.
  if (turned > 0) return (a.grammar + b.grammar + turned) % 2 === 1;
  if (a.grammar + a.words > 1 || b.grammar + b.words > 1) return false;
  // 「接続障害」 says that nobody could connect: such a word may stand for a negation.
  if (language === "ja" && failing.test(own) !== failing.test(other)) return false;
  return (a.grammar + a.words + b.grammar + b.words) % 2 === 1;
}

/** True for a clause that denies something, by grammar or by a word. */
export function saysNo(text: string, language: "ja" | "en"): boolean {
  const { grammar, words } = negationsIn(text, language);
  return grammar + words > 0;
}

/** True when exactly one of two Japanese clauses says no, apart from the words that were compared already. */
export function saysNoApart(one: string, another: string): boolean {
  return isReversed(one, another, "ja");
}
