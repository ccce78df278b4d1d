import { englishNegation, japaneseNegation } from "../negation/negation";
import type { Aligned } from "./alignment";
import type { Passage } from "./reading/clause";
import { turnedWords } from "./words/opposites";

/** Words that negate what they are said of, without a grammatical negation. */
const japaneseNegatives =
  /不要|不可(?!欠)|不可能|困難|難し|(?<!人手)不足|足り(?:ない|ません|ず|なく|なかった)|不十分|不適切|未(?:定|了|達|着|実施|締結|導入|提出|完了|回収|対応|整備|設置|策定|公表|確定|納|払)|見送|取りやめ|取り止め|断念|反対(?:し|する|です|だ|で(?:ある|す|あっ)|。|$|を(?:表明|示)|の(?:立場|意向))|無理|否決|否認|しかね|できかね|まだ(?:です|だ|で(?:は|ある)|。|$)|至ってお|中止|禁止|保留|駄目|だめ/gu;
const englishNegatives =
  /\b(?:no|none|nobody|nothing|without|unable|fail(?:ed|s|ing)?|lack(?:s|ed|ing)?|neither|nor|prohibited|forbidden|incomplete|missing|except)\b/giu;
const idioms =
  /ないと困(?:る|ります)|(?:だけ|のみ)で(?:は)?なく|避けられ(?:ない|ません)|免れ(?:ない|ません)|欠かせ(?:ない|ません)|やむを得(?:ない|ず)|no later than|no more than|no less than|not only|no objections?|なければ(?:なら|いけ)(?:ない|ません)?/giu;

/** 「目標に届いていない」 says 「目標を下回る」. */
const fallsShort = /(?:届|達し|及ば|満た)[^、。]{0,5}?(?:ない|なかった|ません(?:でした)?|ず)/gu;

function fold(text: string, beside: string): string {
  const plain = text.replace(/を?超えない(?:範囲|よう)?/gu, "以内");
  return /下回|低|未満/u.test(beside) ? plain.replace(fallsShort, "下回る") : plain;
}

/** Negations of a clause: grammatical ones, and words that negate. */
function negationsIn(text: string, language: "ja" | "en"): { grammar: number; words: number } {
  // 「ないと述べた」 is a negation, 「ないといけない」 is none.
  const plain = text
    .replace(idioms, " ")
    .replace(/(ない|なかった)と(?=[^ないだ駄]|いう|いっ)/gu, "$1、と")
    // 「回答のない団体を除いて集計した」: a negation before a noun is that noun's.
    .replace(
      /(?:[のがもは]|て)?(?:ない|なかった)(?=[\p{Script=Han}\p{Script=Katakana}]|ところ|もの|人)(?!以上|場合|時|際|限|中|方針|予定|見込|可能性|旨|意向|状態|状況)/gu,
      "の",
    );
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
  return (a.grammar + a.words + b.grammar + b.words) % 2 === 1;
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
  if (first === undefined || first.score < 0.4) return false;
  const { language } = line;
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
  const same =
    predicate === undefined ? [] : needed.filter((source) => source.own.covers(predicate, line.text).share >= 0.5);
  return (same.length > 0 ? same : needed).every((source) => isReversed(clause.text, source.clause.text, language));
}
