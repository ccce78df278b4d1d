import { splitSentences } from "../../language";
import type { Finding, Span } from "../../vocabulary";
import { countNegations, type NegationCount } from "./count-negations";
import { isConversational } from "./is-conversational";
import { exclusionsOf, type Exclusions } from "./exclusions";
import { turnedStatement, withoutAnswers } from "./turned-statements";

type Language = "ja" | "en";
type NegationCode = "negation-lost" | "negation-added" | "exclusion-differs";

/**
 * Compares the negations of a text and its translation or rewording. `negation-lost`, `negation-added`: more negated
 * statements on one side than the words of the other can carry. `exclusion-differs`: what the one leaves out or limits
 * (除く, のみ, except, only) the other takes in or does not limit. All are warnings, because a free translation may turn a
 * sentence round. Texts of as many sentences are compared sentence by sentence, and the spans are those of the sentence.
 */
export function checkNegation(
  source: string,
  sourceLanguage: Language,
  target: string,
  targetLanguage: Language,
): Finding[] {
  const whole = judge(source, sourceLanguage, target, targetLanguage);
  const pairs = sentencePairs(source, target);
  const findings = pairs.flatMap(([from, to]) => {
    const codes = judge(
      source.slice(from.start, from.end),
      sourceLanguage,
      target.slice(to.start, to.end),
      targetLanguage,
    );
    return codes.map((code) => finding(code, from, to));
  });
  const balanced = balance(source, sourceLanguage, target, targetLanguage);
  const kept = findings.filter(
    ({ code }) =>
      whole.includes(code as NegationCode) ||
      (code === "negation-lost" && balanced < 0) ||
      (code === "negation-added" && balanced > 0),
  );
  if (kept.length > 0) return kept;
  return whole.map((code) => finding(code, { start: 0, end: source.length }, { start: 0, end: target.length }));
}

function finding(code: NegationCode, from: Span, to: Span): Finding {
  return {
    guard: "negation",
    code,
    severity: "warning",
    source: [{ blockId: "0", start: from.start, end: from.end }],
    output: { start: to.start, end: to.end },
  };
}

/** Sentences that belong together, when both texts have as many and more than one. */
function sentencePairs(source: string, target: string): [Span, Span][] {
  const [from, to] = [splitSentences(source), splitSentences(target)];
  return from.length === to.length && from.length > 1 ? from.map((span, index) => [span, to[index]!]) : [];
}

/** How many negated statements more the target has. */
function balance(source: string, sourceLanguage: Language, target: string, targetLanguage: Language): number {
  return countNegations(target, targetLanguage).strict - countNegations(source, sourceLanguage).strict;
}

/** Where more is said than this, some word nearly always carries a negation in another way; in English characters. */
const longest = 220;

function sizeOf(text: string, language: Language): number {
  return text.length * (language === "ja" ? 2.2 : 1);
}

function judge(original: string, sourceLanguage: Language, written: string, targetLanguage: Language): NegationCode[] {
  const isTranslation = sourceLanguage !== targetLanguage;
  const isToJapanese = targetLanguage === "ja";
  const texts = isTranslation
    ? withoutAnswers(isToJapanese ? written : original, isToJapanese ? original : written)
    : undefined;
  const [source, target] =
    texts === undefined ? [original, written] : isToJapanese ? [texts.en, texts.ja] : [texts.ja, texts.en];
  const [from, to] = [countNegations(source, sourceLanguage), countNegations(target, targetLanguage)];
  const isLong = Math.max(sizeOf(source, sourceLanguage), sizeOf(target, targetLanguage)) > longest;
  const isSpoken =
    (sourceLanguage === "ja" && isConversational(source)) || (targetLanguage === "ja" && isConversational(target));
  const isFree = isLong || isSpoken;
  // What is left of a set phrase when its negation is taken out is Japanese of no kind.
  const [brokenThere, brokenHere] = [
    sourceLanguage === "ja" && hasBrokenIdiom(source),
    targetLanguage === "ja" && hasBrokenIdiom(target),
  ];
  if (brokenThere !== brokenHere) return [brokenHere ? "negation-lost" : "negation-added"];
  // A long text that negates anywhere may well put one negation more into other words.
  if (exceeds(from, to, isFree) && !(isLong && to.strict > 0)) return ["negation-lost"];
  if (exceeds(to, from, isFree) && !(isLong && from.strict > 0)) return ["negation-added"];
  const turnedBy =
    texts === undefined || isLong
      ? undefined
      : turnedStatement(texts.ja, texts.en, isToJapanese ? { ja: to, en: from } : { ja: from, en: to });
  if (turnedBy !== undefined)
    return [(turnedBy === "denied-in-english") === isToJapanese ? "negation-lost" : "negation-added"];
  const [left, right] = [exclusionsOf(source, sourceLanguage), exclusionsOf(target, targetLanguage)];
  const turned = (one: Exclusions, other: Exclusions): boolean =>
    (one.except > other.except && other.include > one.include) ||
    (one.exceptPlainly > 0 && other.exceptStrictly === 0 && other.include > one.include) ||
    (one.exceptPlainly > 0 && other.except === 0) ||
    // A case left out is said as such, whatever else is negated.
    (one.exceptedCase > 0 && other.exceptedLoosely === 0);
  const unlimited = (one: Exclusions, other: Exclusions): boolean =>
    !isSpoken && ((one.only > 0 && other.onlyLoosely === 0) || (one.regardless > 0 && other.regardlessLoosely === 0));
  const differs = turned(left, right) || turned(right, left) || unlimited(left, right) || unlimited(right, left);
  return differs ? ["exclusion-differs"] : [];
}

const brokenIdiom =
  /な(?:けれ|け)ばな(?:ります|りました|る(?![^。]{0,3}ない))|なくてはなります|かもしれ(?:ます|る(?!まで))|申し訳(?:ございます|あります(?!が))|ざるを得(?:ます|る)|なければいけます|すみます、|にちがいあります|欠かせます|に違いあります/u;
/** Words that only a negated predicate follows. */
const negativeWord =
  /(?:決して|必ずしも|[一1](?:度|人|つ|件|回|社|円|日)も|(?<=[0-9]回|だけ|[一-龠ァ-ヶ])しか(?!し|も|る|た|ら|け))(?<clause>[^。！？!?\n]{2,60})/gu;
const negated =
  /な[いくしかけ]|ません|[ずぬん](?=[、。にとだでしばけのよ]|$)|まい|不|無|未|非|否|困難|難し|ゼロ|禁|避|拒|やめ|だめ|ダメ/u;

function hasBrokenIdiom(japanese: string): boolean {
  if (brokenIdiom.test(japanese)) return true;
  for (const { groups } of japanese.normalize("NFKC").matchAll(negativeWord))
    if (!negated.test(groups!.clause!)) return true;
  return false;
}

/**
 * True when one text negates more than the negating words of the other can carry. Words that negate by themselves or loosely
 * carry a negation where the other text has more of them than this one: 除く and "excluding" say the same and carry nothing
 * else. In free translation all of them carry, and only negated statements have to be carried.
 */
function exceeds(one: NegationCount, other: NegationCount, isFree: boolean): boolean {
  const soft = ({ lexical, loose }: NegationCount): number => lexical + loose;
  // 以外 and "other than" say the same and carry nothing else.
  if (isFree)
    return (
      one.strict > other.strict + other.firm + other.ambiguous + soft(other) - Math.min(one.excepting, other.excepting)
    );
  const carried = Math.max(0, other.ambiguous - one.ambiguous) + Math.max(0, soft(other) - soft(one) - one.limits);
  return one.strict + one.firm > other.strict + other.firm + carried;
}
