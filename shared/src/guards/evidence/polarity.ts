import { englishNegation, japaneseNegation } from "../negation/negation";
import type { Aligned } from "./alignment";
import type { Passage, Token } from "./reading/clause";
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

/** True when exactly one of two Japanese clauses says no, apart from the words that were compared already. */
export function saysNoApart(one: string, another: string): boolean {
  return isReversed(one, another, "ja");
}

const rightBehind = /^[ぁ-ん]*?(?:ない|なかった|なく|ません|ず(?!つ|っ|れ))/u;
const turnedLater =
  /^[^。]{0,24}(?:わけ|とは限|なくは|なければ|ないと|ないこと[はも]|ない(?:わけ|とは)|ほか|以外|だけ|のみ|限り|しか)/u;

/** True when the same word is negated, right behind it, in a line as in its sources. */
function saysNoAlike(predicate: Token, line: Passage, needed: Aligned["needed"]): boolean {
  if (line.language !== "ja" || predicate.text.length < 2) return false;
  const behind = (text: string, end: number): boolean | undefined => {
    const tail = text.slice(end, end + 28);
    return turnedLater.test(tail) ? undefined : rightBehind.test(tail);
  };
  const own = behind(line.text, predicate.end);
  const others = needed.flatMap(({ clause, passage }) =>
    clause.tokens.filter(({ text }) => text === predicate.text).map(({ end }) => behind(passage.text, end)),
  );
  return own === true && others.length > 0 && others.every((other) => other === true);
}

/** 「職員と一緒でなければ入れない」 says who may: two negations that make a limit. */
const limited =
  /\bnot\b.*\bunless\b|\bn['’]t\b.*\bunless\b|\bno\b.*\bunless\b|なければ[^。]*(?:ない|ません)|(?:ない|ません)限り/iu;
const limits = /\bonly\b|\bunless\b|(?<!even )\bif\b|のみ|限|だけ|場合/iu;

/**
 * True when a clause of the line says yes where what it rests on says no, or the other way round. Looked at are the clause
 * nearest to it, then those that have its predicate, then all that it rests on.
 */
export function turnsRound({ clause, best, needed }: Aligned, line: Passage): boolean {
  const [first] = best;
  if (first === undefined || first.score < 0.33) return false;
  const { language } = line;
  // "until vacancies are filled" is never what a sentence denies.
  if (/^\s*(?:until|before|after|when|once|while)\b/iu.test(clause.text)) return false;
  if (limited.test(first.source.sentence) && limits.test(line.text)) return false;
  const nearest = first.source.clause.text;
  if (turnedWords(clause.text, nearest, language) > 0) return isReversed(clause.text, nearest, language);
  const all = needed.map((source) => source.clause.text).join(" ");
  if (turnedWords(clause.text, all, language) > 0) return isReversed(clause.text, all, language);
  for (const { source } of best.slice(0, 1)) {
    const siblings = source.passage.clauses.filter(({ sentence }) => sentence === source.clause.sentence);
    if (turnedWords(clause.text, source.sentence, language) === 0) continue;
    const opposite = siblings.find(({ text }) => turnedWords(clause.text, text, language) > 0);
    if (opposite !== undefined) return isReversed(clause.text, opposite.text, language);
  }
  if (/(?:だけ|のみ)で(?![はもな])/u.test(clause.text) && /(?:だけ|のみ)で(?:は|も)/u.test(all)) return true;
  const predicate = clause.tokens.findLast(({ isPredicate, light }) => isPredicate && !light);
  if (clause.tokens.some((token) => token.isPredicate && !token.light && saysNoAlike(token, line, needed)))
    return false;
  const same =
    predicate === undefined ? [] : needed.filter((source) => source.own.covers(predicate, line.text).share >= 0.5);
  return (same.length > 0 ? same : needed).every((source) => isReversed(clause.text, source.clause.text, language));
}
