import { figuresOf, weightOf, type Aligned, type SourceClause } from "./alignment";
import type { Clause, Passage, Token } from "./reading/clause";
import { Region } from "./reading/region";
import { areSamePair } from "./words/signed-concepts";
import { signedWordsOf, type SignedWord } from "./signed-words";

/**
 * True when a clause says of something the opposite of what the clauses it rests on say of it: a predicate that is denied in
 * one and not in the other, or a word and its opposite. Predicate is compared with predicate, so that a denial elsewhere in
 * the sentence does not matter, and a denied opposite (変えない, 据え置く) is the same.
 */
export function denies({ clause, best, needed }: Aligned, line: Passage): boolean {
  const [first] = best;
  if (first === undefined || first.score < 0.33) return false;
  const own = signedWordsOf(clause, line.language);
  if (own.length === 0) return false;
  const near = signedOf([first.source]);
  const all = needed.length > 1 ? signedOf(needed) : near;
  const sentence = signedOfSentence(first.source);
  // 「職員と一緒でなければ入れない」 says who may: two denials that make a limit.
  if (limited.test(first.source.sentence) && limits.test(line.text)) return false;
  const lineRegion = regionOfClause(clause);
  const named = clause.tokens.filter(
    (token) => !token.isPredicate && (token.figure !== undefined || weightOf(token) > 0),
  );
  const isAboutSame = ({ region, topic }: Given): boolean => {
    if (named.length === 0 || named.some((token) => region().covers(token, line.text).share >= 0.8)) return true;
    const told = topic();
    return told === undefined || lineRegion.covers(told.token, told.text).share >= 0.8;
  };
  const denials = near.filter(({ word }) => word.side === -1).length;
  return own.some((word) => {
    // A clause that tells both sides is compared by what each is said of, not here.
    if (word.concept !== undefined && own.some((other) => other.concept === word.concept && other.side !== word.side))
      return false;
    if (word.concept !== undefined && tellsBothSides(line, word.concept)) return false;
    // Further off, only what is said of the same things counts.
    for (const given of [near, all.filter(isAboutSame), sentence.filter(isAboutSame)]) {
      const same = given.filter((other) => areAlike(word, other, line));
      if (same.length === 0) continue;
      // 「残りは難しい」 leaves out what is difficult.
      if (given !== near && word.side === -1 && denials > 0) return false;
      // A noun that is told of may be denied by words further on.
      const isLoose = word.isLoose === true || same.some((other) => other.word.isLoose === true);
      if (
        isLoose &&
        (sentence.some((other) => other.word.side === -1 && !same.some((one) => one.word === other.word)) ||
          own.some((other) => other.isLoose !== true && other.side === -1 && Math.abs(other.start - word.end) > 6))
      )
        return false;
      return same.every((other) => sideOf(other.word, word) !== word.side);
    }
    return false;
  });
}

/** 「外線は変更せず、内線のみ変更する」: what each is said of is compared elsewhere. */
function tellsBothSides(line: Passage, concept: number): boolean {
  if (!/のみ|だけ/u.test(line.text)) return false;
  const sides = line.clauses.flatMap((clause) =>
    wordsOf(clause, line).flatMap(({ word }) => (word.concept === concept ? word.side : [])),
  );
  return sides.includes(1) && sides.includes(-1);
}

const limited =
  /\bnot\b.*\bunless\b|\bn['’]t\b.*\bunless\b|\bno\b.*\bunless\b|なければ[^。]*(?:ない|ません)|(?:ない|ません)限り/iu;
const limits = /\bonly\b|\bunless\b|(?<!even )\bif\b|のみ|限|だけ|場合/iu;

/** "unrealistic" against "realistic". */
function sideOf(word: SignedWord, beside: SignedWord): 1 | -1 {
  return (word.isPrefixed ?? false) === (beside.isPrefixed ?? false) ? word.side : (-word.side as 1 | -1);
}

interface Given {
  word: SignedWord;
  passage: Passage;
  /** The clause it stands in. */
  region: () => Region;
  /** What it tells of: its own topic, or the one that its sentence goes on with. */
  topic: () => { token: Token; text: string } | undefined;
}

const regions = new WeakMap<Clause, Region>();

function regionOfClause(clause: Clause): Region {
  let region = regions.get(clause);
  if (region === undefined) {
    region = new Region(clause.text, figuresOf(clause.tokens));
    regions.set(clause, region);
  }
  return region;
}

const read = new WeakMap<Clause, SignedWord[]>();

function wordsOf(clause: Clause, passage: Passage): Given[] {
  let words = read.get(clause);
  if (words === undefined) {
    words = signedWordsOf(clause, passage.language);
    read.set(clause, words);
  }
  const region = (): Region => regionOfClause(clause);
  const topic = (): { token: Token; text: string } | undefined => {
    const token = passage.clauses
      .filter(({ sentence, start }) => sentence === clause.sentence && start <= clause.start)
      .flatMap(({ tokens }) => tokens)
      .findLast(({ role, light }) => !light && (role === "topic" || role === "subject"));
    return token && { token, text: passage.text };
  };
  return words.map((word) => ({ word, passage, region, topic }));
}

function signedOf(sources: readonly SourceClause[]): Given[] {
  return sources.flatMap(({ clause, passage }) => wordsOf(clause, passage));
}

function signedOfSentence({ clause, passage }: SourceClause): Given[] {
  return passage.clauses.filter(({ sentence }) => sentence === clause.sentence).flatMap((one) => wordsOf(one, passage));
}

function areAlike(word: SignedWord, { word: other, passage }: Given, line: Passage): boolean {
  if (word.concept !== undefined || other.concept !== undefined) {
    if (passage.language === line.language) return word.concept === other.concept;
    if (word.concept === undefined || other.concept === undefined) return false;
    return line.language === "ja" ? areSamePair(word.concept, other.concept) : areSamePair(other.concept, word.concept);
  }
  if (passage.language !== line.language) return false;
  if (word.token === undefined || other.token === undefined) return false;
  // Predicates without an opposite are compared where one of them is denied.
  const [a, b] = [word.token.text.toLowerCase(), other.token.text.toLowerCase()];
  if (line.language === "en") {
    return a === b || new Region(other.token.text, []).covers(word.token, line.text).share === 1;
  }
  if (a === b) return true;
  if (word.token.light || other.token.light || word.isLoose === true || other.isLoose === true) return false;
  const [one, another] = [bare(a), bare(b)];
  if (one === another) return true;
  return (
    word.side !== other.side &&
    (Math.min(one.length, another.length) >= 2 || one.includes(another) || another.includes(one)) &&
    new Region(passage.text.slice(other.start, other.end + 2), []).covers({ ...word.token, text: one }, line.text)
      .share === 1
  );
}

function bare(text: string): string {
  return text.replace(/^[未不非無](?=\p{Script=Han}{2})/u, "");
}
