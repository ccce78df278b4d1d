import type { Figure } from "../figures";
import { compareFigures } from "../figures/compare";
import type { Clause, Passage, Token } from "./reading/clause";
import { bareName, isPersonAt } from "./reading/names";
import { Region } from "./reading/region";
import { behindSubjectMatter } from "./reading/subject-matter";
import { sentencesOf, weightOf } from "./alignment";
import { sideOf } from "./words/opposites";

/** What facts hang on: a figure or a person. */
interface Anchor {
  /** Anchors of one kind can be taken for one another. */
  kind: string;
  name: string;
  figure?: Figure;
  role: Token["role"];
  /** Words that stand near it, with how near. */
  context: { token: Token; nearness: number }[];
  passage: Passage;
}

/** Anchors of a line, and of its sources, that are compared with each other. */
const mostAnchors = 30;
const mostKnown = 300;
/** Words on either side of an anchor that are looked at. */
const reach = 24;
/** How much better the words of a line must fit another anchor than its own. */
const margin = 0.2;
/** Where someone is told to have spoken: only who speaks is compared. */
const reported =
  /(?:述べ|示し|示さ|示され|とし|説明|報告|指摘|求め|提案|主張|要望|質問|尋ね|答弁|発言|紹介|言及|表明|意見|懸念|回答|見解|強調|求める|評価|要請)|\b(?:said|stated|noted|explained|proposed|suggested|pointed|asked|argued|attributed|reported|mentioned|told|believes?|thinks?|wants?|opposes?|supports?)\b/iu;

/**
 * Finds a figure or a name that stands, in the sources, with other things than in the line, while the line's things stand
 * with another one of its kind: 「昨年は86件の申請」 where 120件 were applied for and 86 adopted. Undefined when all hang together.
 */
export function swappedAnchor(line: Passage, sources: readonly Passage[]): string | undefined {
  const names = new Set(sources.flatMap(({ speaker }) => speaker.map(bareName)).filter((name) => name !== ""));
  const anchors = anchorsOf(line, names)
    .filter(({ figure }) => figure === undefined)
    .slice(0, mostAnchors);
  if (anchors.length === 0) return undefined;
  const kinds = new Set(anchors.map(({ kind }) => kind));
  const known = sources
    .flatMap((passage) => [...anchorsOf(passage, names), ...speakerAnchors(passage)])
    .filter(({ kind }) => kinds.has(kind) || (kind === "speaker" && kinds.has("person")))
    .slice(0, mostKnown);
  for (const anchor of anchors) {
    const speaks = anchor.kind === "person" && reported.test(line.text) && anchor.role !== "to";
    const rivals = known.filter(
      (other) => areRivals(anchor, other) || (anchor.kind === "person" && other.kind === "speaker"),
    );
    const pool =
      speaks && rivals.some(({ kind }) => kind === "speaker")
        ? rivals.filter(({ kind }) => kind === "speaker")
        : rivals;
    const same = pool.filter((other) => isSame(anchor, other));
    const others = pool.filter((other) => !isSame(anchor, other));
    if (same.length === 0 || others.length === 0) continue;
    // Who asks for something is not who does it.
    const scoreOf = (other: Anchor): number =>
      likeness(anchor, other, line) *
      (anchor.kind === "person" && !speaks && other.kind === "speaker" && asks.test(other.passage.text) ? 0.35 : 1);
    const best = Math.max(...same.map(scoreOf));
    if (weighs(anchor) < 1) continue;
    // Who sends and who receives stand with the same words.
    if ((anchor.role === "from" || anchor.role === "to") && same.some(({ role }) => role === anchor.role)) continue;
    if (others.some((other) => scoreOf(other) > best + margin)) return anchor.name;
  }
  return undefined;
}

const asks = /お願い|ください|下さい|もらえ|頼|いただけ|\bplease\b|\bcan you\b|\bcould you\b/iu;

/** True for figures of one kind and unit, a missing unit being any, for persons, and for two sides of a contrast. */
function areRivals(a: Anchor, b: Anchor): boolean {
  if (a.kind !== b.kind) return false;
  const [one, other] = [unitOf(a), unitOf(b)];
  if (one === other) return true;
  if (one !== undefined && other !== undefined) return false;
  // "from 3.8 million" of dollars; a year is never taken for an amount.
  if (![a, b].some(({ figure }) => figure?.kind === "amount")) return true;
  return [a, b].every(({ figure }) => Math.abs(figure?.value ?? 0) >= 3000);
}

/** Unit of a figure; "thing" is any. */
function unitOf({ figure }: Anchor): string | undefined {
  return figure?.unit === "thing" ? undefined : figure?.unit;
}

function weighs({ context }: Anchor): number {
  return context.reduce((sum, { token, nearness }) => sum + weightOf(token) * nearness, 0);
}

function isSame(a: Anchor, b: Anchor): boolean {
  if (a.figure !== undefined && b.figure !== undefined) return compareFigures(a.figure, b.figure) === "same";
  return a.name === b.name || (b.kind === "speaker" && b.passage.speaker.some((name) => bareName(name) === a.name));
}

const anchorsRead = new WeakMap<Passage, { names: string; anchors: Anchor[] }>();

/** Anchors of a passage, worked out once for the same names. */
function anchorsOf(passage: Passage, names: ReadonlySet<string>): Anchor[] {
  const key = [...names].join("\n");
  let known = anchorsRead.get(passage);
  if (known?.names !== key) {
    known = { names: key, anchors: readAnchors(passage, names) };
    anchorsRead.set(passage, known);
  }
  return known.anchors;
}

function readAnchors(passage: Passage, names: ReadonlySet<string>): Anchor[] {
  const kindOf = (token: Token): string | undefined => {
    if (token.figure !== undefined) return kindOfFigure(token.figure);
    if (isPersonAt(token.text, passage.text.slice(token.end, token.end + 4), names)) return "person";
    const side = sideOf(token.text, passage.language);
    if (side !== undefined) return `pair ${side.pair}`;
    // A社 and B社, 甲案 and 乙案.
    return /^[A-Z甲乙丙][\p{Script=Han}]$/u.test(token.text) ? `like ${token.text.slice(1)}` : undefined;
  };
  const sentences = sentencesOf(passage);
  return passage.clauses.flatMap((clause) => {
    const sentence = sentences.get(clause.sentence) ?? [];
    const before = sentences.get(clause.sentence - 1) ?? [];
    return clause.tokens.flatMap((token): Anchor[] => {
      const kind = kindOf(token);
      if (kind === undefined) return [];
      const told = kind === "person" ? behindSubjectMatter(clause) : clause.start;
      const context = contextOf(token, (other) => kindOf(other) === kind, clause, sentence, before).filter(
        (near) => told === clause.start || near.token.start >= told,
      );
      const { figure, role } = token;
      const side = figure === undefined && kind.startsWith("pair") ? sideOf(token.text, passage.language) : undefined;
      const name = side !== undefined ? String(side.side) : figure === undefined ? bareName(token.text) : figure.text;
      return [{ kind, name, role, passage, context, ...(figure === undefined ? {} : { figure }) }];
    });
  });
}

/** Who speaks stands, loosely, with everything said. */
function speakerAnchors(passage: Passage): Anchor[] {
  const [name] = passage.speaker;
  if (name === undefined) return [];
  const context = passage.clauses.flatMap(({ tokens }) => tokens.map((token) => ({ token, nearness: 0.6 })));
  return [{ kind: "speaker", name: bareName(name), role: "", passage, context }];
}

/** Figures that can be taken for one another. */
function kindOfFigure({ kind }: Figure): string {
  return kind === "date" || kind === "time" || kind === "ratio" || kind === "article" ? kind : "number";
}

function contextOf(
  anchor: Token,
  isRival: (token: Token) => boolean,
  clause: Clause,
  sentence: readonly Clause[],
  before: readonly Clause[],
): Anchor["context"] {
  const tokens = sentence.flatMap((one) => {
    // What stands in the clause of another figure belongs to that one.
    const taken = one !== clause && one.tokens.some(isRival);
    return one.tokens.map((token) => ({ token, inClause: one === clause, taken }));
  });
  const place = tokens.findIndex(({ token }) => token === anchor);
  const context: Anchor["context"] = [];
  let hasTopic = false;
  const walk = (step: 1 | -1): void => {
    let crossed = 0;
    for (let at = place + step; at >= 0 && at < tokens.length && Math.abs(at - place) <= reach; at += step) {
      const { token, inClause, taken } = tokens[at]!;
      if (isRival(token)) {
        crossed += 1;
        continue;
      }
      let nearness = token.phrase === anchor.phrase ? 1 : inClause ? 0.55 : 0.3;
      if (crossed > 0 || (taken && step === 1)) nearness *= 0.25;
      const isTopic = step === -1 && (token.role === "topic" || token.role === "subject") && !token.light;
      if (isTopic) hasTopic = true;
      // A topic holds for the whole sentence; what follows the figure's own verb does not.
      if (isTopic && crossed === 0) nearness = Math.max(nearness, 0.7);
      context.push({ token, nearness });
    }
  };
  walk(-1);
  walk(1);
  const inherited = hasTopic ? 0.4 : 0.6;
  for (const token of before.flatMap((other) => other.tokens)) {
    if (token.role === "topic" || token.role === "subject" || token.role === "of")
      context.push({ token, nearness: inherited });
  }
  return context;
}

/** How well the words around an anchor of the line are those around an anchor of the source. */
function likeness(own: Anchor, other: Anchor, line: Passage): number {
  let sum = 0;
  let total = 0;
  for (const { token, nearness } of own.context) {
    const weight = (weightOf(token) === 0 ? 0.5 : weightOf(token)) * nearness;
    if (token.figure !== undefined && own.figure !== undefined && kindOfFigure(token.figure) === own.kind) continue;
    let best = 0;
    for (const { token: candidate, nearness: near } of other.context) {
      if (near <= best) continue;
      const share = regionOfToken(candidate, other.passage).covers(token, line.text).share;
      best = Math.max(best, share * near);
    }
    sum += weight * best;
    total += weight;
  }
  return total === 0 ? 0 : sum / total;
}

const regions = new WeakMap<Token, Region>();

/** The word with its ending, so that verbs find their synonyms. */
function regionOfToken(token: Token, passage: Passage): Region {
  let region = regions.get(token);
  if (region === undefined) {
    region = new Region(
      passage.text.slice(token.start, token.end + 3),
      token.figure === undefined ? [] : [token.figure],
    );
    regions.set(token, region);
  }
  return region;
}

/** True when from and to of the line are to and from of its sources (AからBに, BからAに). */
export function reversesWay(line: Passage, sources: readonly Passage[]): boolean {
  const ways = (passage: Passage): [Token, Token][] =>
    passage.clauses.flatMap(({ tokens }) =>
      tokens.flatMap((from): [Token, Token][] =>
        from.role === "from" ? tokens.filter(({ role }) => role === "to").map((to): [Token, Token] => [from, to]) : [],
      ),
    );
  const given = sources.flatMap((passage) => ways(passage).map((way) => ({ way, passage })));
  return ways(line).some(([from, to]) => {
    const fits = (own: Token, other: Token, passage: Passage): boolean =>
      regionOfToken(other, passage).covers(own, line.text).share >= 0.8;
    const reversed = given.some(({ way, passage }) => fits(from, way[1], passage) && fits(to, way[0], passage));
    return reversed && !given.some(({ way, passage }) => fits(from, way[0], passage) && fits(to, way[1], passage));
  });
}
