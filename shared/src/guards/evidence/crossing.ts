import { compareFigures } from "../figures/compare";
import { figuresOf, weightOf } from "./alignment";
import type { Clause, Passage, Token } from "./reading/clause";
import { Region } from "./reading/region";

/** Words that are said together: a clause, or the stretch between two commas where a clause lists figures or dates. */
interface Group {
  tokens: readonly Token[];
  sentence: number;
  start: number;
  clause: Clause;
  region: Region;
  shares: Map<Token, number>;
  passage: Passage;
}

/** Groups of a source that are looked at, so that a long one costs no more than its length. */
const mostGroups = 400;
/** Share from which on a word stands in a group, and below which it does not. */
const there = 0.8;
const absent = 0.75;

/**
 * True when a line puts together what its sources keep apart, while each half has a partner of its own there: 「外科は完了」
 * where 「内科は完了し、外科は手続中」; "Monday for the east" where the east has Tuesday. Compared are parallel groups of one
 * passage: a word in the same role in both, and a figure of one kind, or a predicate, in each.
 */
export function crossesPairs(line: Passage, sources: readonly Passage[]): boolean {
  const given = sources.flatMap(groupsOf).slice(0, mostGroups);
  if (given.length < 2) return false;
  return groupsOf(line).some((own) => isCrossed(own, given, line.text) || isMislabelled(own, given, line.text));
}

function isCrossed(own: Group, given: readonly Group[], line: string): boolean {
  // 「公文書課によると」 names who says so.
  const words = own.tokens.filter(
    (token) =>
      isNaming(token) &&
      !/^によ(?:ると|れば)/u.test(line.slice(token.end)) &&
      // 「本日20時」 is 「今夜8時」.
      !(/^(?:本日|今日|当日|同日)$/u.test(token.text) && /^[0-9]/.test(line.slice(token.end))),
  );
  const values = own.tokens.filter((token) => token.kind === "figure" || isTelling(token, own));
  return values.some((value) => {
    const holders = given.filter((group) => holds(group, value, line));
    if (holders.length === 0 || holders.length > 4) return false;
    return words.some((word) => {
      if (
        word === value ||
        (isWord(value) && word.start > value.start) ||
        holders.some((group) => shareOf(group, word, line) >= absent)
      )
        return false;
      const places = given.filter((group) => shareOf(group, word, line) >= there);
      if (places.length === 0 || places.length > 4) return false;
      return holders.every((holder) => places.some((place) => areCrossed(own, word, value, place, holder, line)));
    });
  });
}

/** The word stands in `place` with a value of its own, and the value in `holder` with a word of its own, in the same role. */
function areCrossed(own: Group, word: Token, value: Token, place: Group, holder: Group, line: string): boolean {
  if (place.passage !== holder.passage || Math.abs(place.sentence - holder.sentence) > 1) return false;
  const partner = place.tokens.find(
    (token) => isNaming(token) && new Region(token.text, figuresOf([token])).covers(word, line).share >= there,
  );
  if (partner === undefined) return false;
  const isOwn = (token: Token): boolean => isThere(token, own);
  // A clause without a topic of its own goes on with the one before it.
  const [former, latter] = place.start < holder.start ? [place, holder] : [holder, place];
  const goesOn = !latter.tokens.some((token) => namesTopic(token));
  if (goesOn && former.tokens.some((token) => namesTopic(token)) && former.clause !== latter.clause) {
    if (!holder.tokens.some((token) => hasFocus(token, holder.passage))) return false;
  }
  const hasRival = holder.tokens.some(
    (token) =>
      isNaming(token) &&
      (areParallel(token, partner) || place.clause === holder.clause || hasFocus(token, holder.passage)) &&
      !isOwn(token) &&
      !place.region.includes(token.text),
  );
  if (!hasRival) return false;
  return value.kind === "figure"
    ? place.tokens.some((token) => areLike(token, value) && !isOwn(token)) ||
        (partner.role === "topic" && place.tokens.every(({ kind }) => kind === "word") && isTold(place, isOwn))
    : isTold(place, (token) => own.region.covers(token, place.passage.text).share >= there) &&
        isTold(holder, () => false);
}

function namesTopic({ kind, role }: Token): boolean {
  return kind === "word" && (role === "topic" || role === "subject");
}

/** The group has a predicate, and none of its predicates is among the line's. */
function isTold(group: Group, isOwn: (token: Token) => boolean): boolean {
  const predicates = group.tokens.filter((token) => isTelling(token, group));
  return predicates.length > 0 && !predicates.some(isOwn);
}

/** A verb, or the noun that ends a group: 「午前の部は小学生」. */
function isTelling(token: Token, { tokens }: Group): boolean {
  if (weightOf(token) === 0 || token.kind === "figure") return false;
  if (token.isPredicate) return true;
  const last = tokens.findLast((other) => weightOf(other) > 0);
  return token === last && token.role !== "topic" && token.role !== "of" && tokens.some(({ role }) => role === "topic");
}

/** 「国の標準は110世帯」 where 「国の標準の80世帯」: a label stands right before a figure, there before another one alone. */
function isMislabelled(own: Group, given: readonly Group[], line: string): boolean {
  return own.tokens.some((value, at) => {
    if (value.kind !== "figure") return false;
    const label = own.tokens
      .slice(0, at)
      .findLast((token) => isWord(token) || (token.kind === "figure" && areLike(token, value)));
    if (label === undefined || !isWord(label) || !isLabel(label)) return false;
    const places = given.filter((group) => shareOf(group, label, line) >= there);
    const holders = given.filter((group) => holds(group, value, line));
    if (places.length !== 1 || holders.length === 0 || holders.includes(places[0]!)) return false;
    const [place] = places as [Group];
    if (!holders.some(({ passage }) => passage === place.passage)) return false;
    return place.tokens.some((token, index) => {
      if (!areLike(token, value) || own.region.covers(token, place.passage.text).share > 0) return false;
      const before = place.tokens[index - 1];
      return (
        before !== undefined &&
        isWord(before) &&
        isLabel(before) &&
        new Region(before.text, []).covers(label, line).share >= there
      );
    });
  });
}

function isLabel({ role }: Token): boolean {
  return role === "topic" || role === "subject" || role === "of" || role === "";
}

/** A word, or the number by which a thing is called: 「261号は」. */
function isNaming(token: Token): boolean {
  return isWord(token) || (token.role === "topic" && token.figure !== undefined && /[号班期区]$/u.test(token.text));
}

function isWord(token: Token): boolean {
  return token.kind === "word" && !token.isPredicate && weightOf(token) > 0;
}

/** Figures of one kind and unit with another value. */
function areLike(one: Token, other: Token): boolean {
  if (one.figure === undefined || other.figure === undefined || one.figure.kind !== other.figure.kind) return false;
  const [a, b] = [one.figure.unit, other.figure.unit];
  return (a === b || a === undefined || b === undefined) && compareFigures(one.figure, other.figure) !== "same";
}

/** Share of a word of the line that a group has, worked out once. */
function shareOf(group: Group, word: Token, line: string): number {
  let share = group.shares.get(word);
  if (share === undefined) {
    share = group.region.covers(word, line).share;
    group.shares.set(word, share);
  }
  return share;
}

function holds(group: Group, value: Token, line: string): boolean {
  if (value.figure === undefined) return shareOf(group, value, line) >= there;
  return group.tokens.some(({ figure }) => figure !== undefined && compareFigures(figure, value.figure!) === "same");
}

/** In the same role, or both naming what is told of. */
function areParallel(one: Token, other: Token): boolean {
  const names = (role: Token["role"]): boolean => ["topic", "subject", "of", "by", ""].includes(role);
  return one.role === other.role || (names(one.role) && names(other.role));
}

/** Literally, or most of a compound. */
function isThere(token: Token, { region, tokens }: Group): boolean {
  if (token.figure !== undefined)
    return tokens.some(({ figure }) => figure !== undefined && compareFigures(figure, token.figure!) === "same");
  if (region.includes(token.text)) return true;
  if (/^[a-z]/i.test(token.text)) return region.covers(token, token.text).share >= absent;
  let found = 0;
  for (let at = 0; at + 2 <= token.text.length; at += 1) if (region.includes(token.text.slice(at, at + 2))) found += 1;
  return token.text.length > 2 && found / (token.text.length - 1) >= absent;
}

/** 「塗装だけを緩和した」 says that nothing else was. */
function hasFocus({ end }: Token, { text }: Passage): boolean {
  return /^[^、。]{0,8}(?:だけ|のみ)(?!で)/u.test(text.slice(end, end + 12));
}

const groupsRead = new WeakMap<Passage, Group[]>();

/** Groups of a passage; what of a line stands in them is worked out anew for each line. */
function groupsOf(passage: Passage): Group[] {
  let groups = groupsRead.get(passage);
  if (groups === undefined) {
    groups = readGroups(passage);
    groupsRead.set(passage, groups);
  }
  return groups.map((group) => ({ ...group, shares: new Map<Token, number>() }));
}

function readGroups(passage: Passage): Group[] {
  return passage.clauses.flatMap((clause) => {
    const parts = isList(clause) ? phrasesOf(clause.tokens) : [clause.tokens];
    return parts.map((tokens) => {
      const [start, end] = [tokens[0]?.start ?? clause.start, tokens.at(-1)?.end ?? clause.end];
      const text =
        parts.length === 1
          ? clause.text
          : passage.text.slice(start, Math.min(end + 6, clause.end)).replace(/、.*/su, "");
      const region = new Region(text, figuresOf(tokens));
      return { tokens, sentence: clause.sentence, start, clause, region, passage, shares: new Map<Token, number>() };
    });
  });
}

/** Stretches between commas of which two hold figures of one kind. */
function isList({ tokens }: Clause): boolean {
  const figures = tokens.filter(({ kind }) => kind === "figure");
  const heads = phrasesOf(tokens).flatMap((phrase) => phrase.find((token) => weightOf(token) > 0) ?? []);
  const contrasted = tokens.filter(({ role }) => role === "topic");
  if (contrasted.some((one) => contrasted.some((other) => other.phrase - one.phrase === 1 && hasMore(one, tokens))))
    return true;
  if (heads.some(({ role }, at) => role === "by" && heads[at + 1]?.role === "by")) return true;
  return figures.some((one) => figures.some((other) => one.phrase !== other.phrase && areLike(one, other)));
}

/** 「午前の部は小学生、」: something is said of a topic before the comma. */
function hasMore(topic: Token, tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.phrase === topic.phrase && token.start > topic.start && weightOf(token) > 0);
}

function phrasesOf(tokens: readonly Token[]): Token[][] {
  const parts: Token[][] = [];
  for (const token of tokens) {
    const last = parts.at(-1);
    if (last === undefined || last[0]!.phrase !== token.phrase) parts.push([token]);
    else last.push(token);
  }
  return parts;
}
