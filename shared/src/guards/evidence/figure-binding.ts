import { compareFigures } from "../figures/compare";
import { areComparable, figureFactsOf, type FigureFact } from "./figure-facts";
import { figuresOf } from "./alignment";
import type { Passage, Token } from "./reading/clause";
import { Region } from "./reading/region";
import { areSiblings, isRelativeTime } from "./siblings";

/** Facts of a source that are compared, so that a long one costs no more than its length. */
const mostFacts = 300;
/** Shares from which on a word of the line is a word of a fact, and below which it is not. */
const there = 0.8;
const absent = 0.6;

/**
 * True when a figure of the line stands with a word that the sources have with another figure of its kind, while theirs
 * stands with another word: 「B案の運用費は1,200万円」 where that is what A案 costs.
 */
export function bindsFigureElsewhere(line: Passage, sources: readonly Passage[]): boolean {
  const own = figureFactsOf(line);
  if (own.length === 0) return false;
  const values = new Set(own.map(({ dimension }) => dimension));
  const known = sources
    .flatMap(figureFactsOf)
    .filter(({ dimension }) => values.has(dimension))
    .slice(0, mostFacts);
  return own.some((fact) => {
    const holders = known.filter((other) => isSame(fact, other));
    const rivals = known.filter((other) => areComparable(fact.figure, other.figure) && !isSame(fact, other));
    if (holders.length === 0) return false;
    if (fact.direct.some((word) => standsWithSibling(word, fact, holders, line, sources))) return true;
    if (rivals.length === 0) return false;
    return (
      fact.direct.some((word) => isForeign(word, fact, holders, rivals, line, false)) ||
      fact.scope.some((word) => isForeign(word, fact, holders, rivals, line, true))
    );
  });
}

function isSame({ figure }: FigureFact, { figure: other }: FigureFact): boolean {
  return compareFigures(figure, other) === "same";
}

/** 「B社の見積額は320万円」 where A社 has sent 320万円 and B社 is told of apart from it. */
function standsWithSibling(
  word: Token,
  fact: FigureFact,
  holders: readonly FigureFact[],
  line: Passage,
  sources: readonly Passage[],
): boolean {
  if (word.figure !== undefined || word.isPredicate || isRelativeTime(word.text)) return false;
  if (!["of", "topic", "subject", "to", "by"].includes(word.role)) return false;
  const isThere = sources.some(({ text }) => text.toLowerCase().includes(word.text.toLowerCase()));
  return (
    isThere &&
    holders.every((holder) => {
      const around = [...holder.direct, ...holder.scope, ...holder.clause.tokens];
      if (hasWord(holder, word, line, around) >= absent) return false;
      return [...holder.direct, ...holder.scope].some(
        (other) => other.figure === undefined && areSiblings(other, word) && !said(other, holder, fact, line),
      );
    })
  );
}

function isForeign(
  word: Token,
  fact: FigureFact,
  holders: readonly FigureFact[],
  rivals: readonly FigureFact[],
  line: Passage,
  isScope: boolean,
): boolean {
  const isHeld = holders.some((holder) => {
    const { clause, passage } = holder;
    // A verb holds of the figure in its own clause; what is told of may stand anywhere in the sentence.
    const around = passage.clauses.filter(
      (one) => one === clause || (!word.isPredicate && one.sentence === clause.sentence),
    );
    const named = around.flatMap(({ tokens }) => tokens.filter((token) => around.length > 1 && token.isPredicate));
    // What stands with another figure of the same clause does not stand with this one.
    const others = rivals.filter((rival) => rival.clause === clause).flatMap(({ direct }) => direct);
    const near = clause.tokens.filter(
      (token) => (word.figure === undefined && !isRelativeTime(word.text)) || !others.includes(token),
    );
    return hasWord(holder, word, line, [...holder.direct, ...holder.scope, ...near, ...named]) >= absent;
  });
  if (isHeld) return false;
  return holders.every((holder) =>
    rivals.some((rival) => {
      if (isSame(rival, holder)) return false;
      const isApart = rival.passage !== holder.passage;
      // Two verbs may mean the same; another one is told of the other figure only where it is that very word.
      const isDirect = word.isPredicate
        ? rival.direct.some(({ text }) => text === word.text)
        : hasWord(rival, word, line, rival.direct) >= there;
      if (!isDirect && hasWord(rival, word, line, rival.scope) < there) return false;
      if (isDirect && !isScope && isRelativeTime(word.text) && rival.clause === holder.clause) return true;
      // The holder has a word of its own in its place, which the line leaves out.
      const place = [...holder.direct, ...holder.scope].filter(
        (other) =>
          isInPlaceOf(other, word) && !said(other, holder, fact, line) && !said(other, holder, rival, rival.passage),
      );
      return place.some(
        (other) =>
          areSiblings(other, word) ||
          ((!isApart || word.figure !== undefined) &&
            !isScope &&
            isDirect &&
            holder.direct.includes(other) &&
            areParallel(other, word)),
      );
    }),
  );
}

/** A date stands in the place of a date; any other figure, such as an age, may be a label like a word. */
function isInPlaceOf(other: Token, word: Token): boolean {
  if (word.figure === undefined) return other.figure === undefined;
  return word.figure.kind !== "date" || other.figure?.kind === "date" || isRelativeTime(other.text);
}

function areParallel(one: Token, other: Token): boolean {
  const names = ({ role, isPredicate }: Token): boolean =>
    !isPredicate && ["topic", "subject", "of", "by", "to", "object", ""].includes(role);
  return (one.isPredicate && other.isPredicate) || (names(one) && names(other));
}

/** How far a fact has a word of a text. */
function hasWord({ passage }: FigureFact, word: Token, text: Passage, among: readonly Token[]): number {
  let best = 0;
  for (const other of among) {
    const region = regionOfToken(other, passage);
    // 中学校 is most of 小学校, and not it.
    if (areSiblings(other, word) && region.isContrasted(word)) continue;
    best = Math.max(best, region.covers(word, text.text).share);
  }
  return best;
}

/** True when a word of one fact is a word of another one as well. */
function said(word: Token, { passage }: FigureFact, other: FigureFact, text: Passage): boolean {
  return [...other.direct, ...other.scope, ...other.clause.tokens].some(
    (candidate) => regionOfToken(candidate, text).covers(word, passage.text).share >= absent,
  );
}

const regions = new WeakMap<Token, Region>();

/** A word with its ending, so that verbs find their synonyms. */
export function regionOfToken(token: Token, passage: Passage): Region {
  let region = regions.get(token);
  if (region === undefined) {
    region = new Region(passage.text.slice(token.start, token.end + 3), figuresOf([token]));
    regions.set(token, region);
  }
  return region;
}
