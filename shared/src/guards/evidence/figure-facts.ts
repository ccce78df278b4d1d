import type { Figure } from "../figures";
import { sentencesOf, weightOf } from "./alignment";
import type { Clause, Passage, Token } from "./reading/clause";
import { areSiblings, isRelativeTime } from "./siblings";

/** A figure with the words that say what it is a figure of. */
export interface FigureFact {
  token: Token;
  figure: Figure;
  dimension: string;
  passage: Passage;
  clause: Clause;
  /** Words said of this figure and of no other one beside it. */
  direct: Token[];
  /** What its clause tells of, and what is still being told of: topics of before that none of their like has followed. */
  scope: Token[];
}

/** Figures that can be taken for one another have the same. */
export function dimensionOf({ kind }: Figure): string {
  return kind === "date" || kind === "time" || kind === "ratio" || kind === "article" || kind === "weekday"
    ? kind
    : "number";
}

const durations = new Set(["year", "month", "week", "day", "hour", "minute", "second"]);

/** Of one dimension and unit; a missing unit is any. */
export function areComparable(one: Figure, other: Figure): boolean {
  if (dimensionOf(one) !== dimensionOf(other)) return false;
  const [a, b] = [one.unit, other.unit];
  // So many things are never so many days.
  if ([a, b].includes("thing") && [a, b].some((unit) => unit !== undefined && durations.has(unit))) return false;
  return a === b || a === undefined || b === undefined || a === "thing" || b === "thing";
}

const wholeOf = /^(?:の)?(?:中|うち|内)(?:の)?、?(?:約|およそ)?$/u;

const known = new WeakMap<Passage, FigureFact[]>();

/** Which words each figure of a passage hangs on. Linear in the length of the passage. */
export function figureFactsOf(passage: Passage): FigureFact[] {
  let facts = known.get(passage);
  if (facts === undefined) {
    facts = readFacts(passage);
    known.set(passage, facts);
  }
  return facts;
}

function readFacts(passage: Passage): FigureFact[] {
  const facts: FigureFact[] = [];
  let active: Token[] = [];
  for (const clauses of sentencesOf(passage).values()) {
    for (const clause of clauses) {
      const { tokens } = clause;
      for (const [at, token] of tokens.entries()) {
        const isTopic =
          token.role === "topic" ||
          token.role === "subject" ||
          /^からは/u.test(passage.text.slice(token.end, token.end + 3));
        if (token.figure === undefined) {
          if (isTopic && namesThing(token)) {
            active = active.filter((other) => !areSiblings(other, token) && other.text !== token.text);
            const owner = tokens[at - 1];
            if (owner?.role === "of" && owner.kind === "word" && weightOf(owner) > 0) {
              active = active.filter((other) => !areSiblings(other, owner) && other.text !== owner.text);
              active.push(owner);
            }
            active.push(token);
          }
          continue;
        }
        const { figure } = token;
        const dimension = dimensionOf(figure);
        const isRival = (other: Token): boolean =>
          other !== token && other.figure !== undefined && areComparable(figure, other.figure);
        facts.push({
          token,
          figure,
          dimension,
          passage,
          clause,
          direct: directOf(token, at, tokens, isRival, passage),
          scope: [...active],
        });
        if (isTopic) {
          active = active.filter((other) => !areSiblings(other, token));
          active.push(token);
        }
      }
      active = active.slice(-mostActive);
    }
  }
  return facts;
}

const mostActive = 6;

function namesThing(token: Token): boolean {
  return token.kind === "word" && weightOf(token) > 0 && !(token.isPredicate && token.text.length === 1);
}

/** Words nearer to this figure than to another one of its dimension: those of its phrase, or on its side of it. */
function directOf(
  token: Token,
  at: number,
  tokens: readonly Token[],
  isRival: (other: Token) => boolean,
  { text, language }: Passage,
): Token[] {
  const inPhrase = tokens.filter((other) => other.phrase === token.phrase && isRival(other));
  const before = tokens.slice(0, at);
  const after = tokens.slice(at + 1);
  if (inPhrase.length === 0) {
    const hasRival = tokens.some(isRival);
    // What is told of next has figures of its own: 「提出は16日まで、開札は翌日の午後2時」.
    const next = after.find(({ role, phrase }) => role === "topic" && phrase !== token.phrase);
    const own = tokens.filter(
      (other) =>
        other !== token &&
        (other.phrase === token.phrase || (!hasRival && (next === undefined || other.phrase < next.phrase))),
    );
    return own.filter(tells);
  }
  const lastRival = before.findLastIndex(isRival);
  const nextRival = after.findIndex(isRival);
  const between = before.slice(lastRival + 1);
  const former = before[lastRival];
  const following = nextRival < 0 ? after : after.slice(0, nextRival);
  if (language === "en") return nextRival < 0 && lastRival < 0 ? [...before, ...after].filter(tells) : [];
  // 「58名中42名」: what stands before the whole is told of the part.
  const isPart = former !== undefined && wholeOf.test(text.slice(former.end, token.start));
  const next = after[nextRival];
  if (next !== undefined && wholeOf.test(text.slice(token.end, next.start))) return between.slice(-1).filter(tells);
  const isClosed = (figure: Token): boolean => ["subject", "object", "topic", "by"].includes(figure.role);
  const left = isPart
    ? before.filter((other) => !isRival(other))
    : between.filter((other) => !(other.isPredicate && former !== undefined && isClosed(former)));
  const right = nextRival < 0 ? following : following.filter((other) => other.isPredicate && isClosed(token));
  // What stands before the first of two figures may be told of both: 「待ち時間は45分から20分に」.
  return [...left, ...right].filter(tells);
}

function tells(token: Token): boolean {
  return token.kind === "figure" || weightOf(token) > 0 || isRelativeTime(token.text);
}
