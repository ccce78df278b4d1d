import { compareFigures } from "../figures/compare";
import { areComparable, figureFactsOf, type FigureFact } from "./figure-facts";
import type { Passage } from "./reading/clause";
import { Region } from "./reading/region";

const most =
  /(?:一番|いちばん)(?:[多大高長])|最も(?:[多大高長]|減|増)|最多|最大|最高|1位|\b(?:most|largest|highest|biggest|greatest|longest)\b/iu;
const least =
  /(?:一番|いちばん)(?:[少小低短])|最も(?:[少小低短])|最少|最小|最低|\b(?:least|fewest|lowest|smallest|shortest)\b/iu;

const next =
  /その次(?:[がはに]|で)|次に(?:多|大き|高|長)|(?:これ|それ)?に次(?:ぐ|い|ぎ)|次いで|に続(?:く|い|き)|2(?:位|番目)|\bfollowed by\b|\bsecond\b/iu;

/** True when a line calls most of all what its sources put behind another: 「Aが最も多く、Bがこれに次いだ」. */
export function putsSecondFirst(line: Passage, sources: readonly Passage[]): boolean {
  return line.clauses.some((clause) => {
    const at = clause.text.search(most);
    if (line.language !== "ja" || at < 0) return false;
    const told = clause.tokens.filter(
      ({ kind, light, start }) => kind === "word" && !light && start < clause.start + at,
    );
    // 「審査に関するものが最多」: its words stand before ものが.
    const things = clause.text.slice(0, at).search(/(?:もの|こと|の)が[^が、。]*$/u);
    const subject =
      things < 0
        ? told.findIndex(({ role }) => role === "subject")
        : told.findLastIndex(({ end }) => end <= clause.start + things);
    // 「収入の減少が」: its words up to the particle, without the topic before; or 「最も多かったのは収入の減少」.
    const topic = told.slice(0, subject).findLastIndex(({ role }) => role === "topic");
    const isTurned = /^[^、。]{0,12}のは/u.test(clause.text.slice(at));
    const first = isTurned
      ? clause.tokens.filter((token) => token.kind === "word" && !token.light && token.start > clause.start + at + 2)
      : told.slice(topic + 1, subject + 1);
    if (first.length === 0) return false;
    return sources.some((passage) =>
      passage.clauses.some((second) => {
        if (!next.test(second.text)) return false;
        const mark = second.text.search(next);
        // 「Bがこれに次いだ」, or 「次いでB」.
        const isBefore = second.tokens.some(({ kind, start }) => kind === "word" && start < second.start + mark);
        const behind = new Region(isBefore ? second.text.slice(0, mark) : second.text.slice(mark), []);
        if (!first.every((token) => behind.covers(token, line.text).share >= 0.8)) return false;
        const before = passage.clauses
          .filter(({ sentence, start }) => second.sentence - sentence <= 1 && start < second.start)
          .findLast(({ text }) => most.test(text));
        if (before === undefined) return false;
        const leader = new Region(before.text, []);
        return !first.every((token) => leader.covers(token, line.text).share >= 0.8);
      }),
    );
  });
}

const highest = /(?:最も|一番|いちばん)(?:多|大き|高|長)|最(?:多|大|高|長)(?!限)/u;
const lowest = /(?:最も|一番|いちばん)(?:少|小さ|安|低|短)|最(?:少|小|低|短|安)(?!限)/u;

/** True when a line gives the figure of the lowest as that of the highest, or the other way round. */
export function ranksFigureWrongly(line: Passage, sources: readonly Passage[]): boolean {
  const rankOf = (text: string): 1 | -1 | 0 =>
    highest.test(text) === lowest.test(text) ? 0 : highest.test(text) ? 1 : -1;
  return line.clauses.some((clause) => {
    const rank = rankOf(clause.text);
    if (rank === 0) return false;
    return clause.tokens.some(({ figure }) => {
      if (figure === undefined) return false;
      const ranks = sources.flatMap((passage) =>
        passage.clauses.flatMap((other) =>
          other.tokens.some((token) => token.figure !== undefined && compareFigures(token.figure, figure) === "same")
            ? rankOf(other.text)
            : [],
        ),
      );
      return ranks.length > 0 && ranks.every((other) => other === -rank);
    });
  });
}

/**
 * True when a line calls most or least of all what its sources give a figure for, while another one of the same row has a
 * larger or smaller one; sources that say themselves what is most are left alone.
 */
export function ranksWrongly(line: Passage, sources: readonly Passage[]): boolean {
  const wantsMost = most.test(line.text);
  if (wantsMost === least.test(line.text)) return false;
  if (sources.some(({ text }) => most.test(text) || least.test(text))) return false;
  return sources.some((passage) => {
    const rows = new Map<number, FigureFact[]>();
    for (const fact of figureFactsOf(passage)) {
      const row = rows.get(fact.clause.sentence) ?? [];
      row.push(fact);
      rows.set(fact.clause.sentence, row);
    }
    return [...rows.values()].some((facts) => isBeaten(line, facts, passage, wantsMost));
  });
}

function isBeaten(line: Passage, facts: readonly FigureFact[], { text }: Passage, wantsMost: boolean): boolean {
  const told = facts.filter(({ figure, direct }) => figure.value !== undefined && direct.length > 0);
  // The total of all is none of them.
  const total = told.reduce((sum, { figure }) => sum + Math.abs(figure.value!), 0);
  const values = told.filter(({ figure }) => Math.abs(2 * Math.abs(figure.value!) - total) > total * 0.01);
  if (values.length < 3 || !values.every(({ figure }) => areComparable(figure, values[0]!.figure))) return false;
  const at = line.text.search(wantsMost ? most : least);
  const clause = line.clauses.find(({ start, end }) => start <= at && at < end);
  if (clause === undefined) return false;
  const region = new Region(clause.text, []);
  const named = values.filter(({ direct }) =>
    direct.some(
      (token) =>
        token.kind === "word" &&
        !token.isPredicate &&
        region.covers(token, text).share === 1 &&
        isOwn(token.text, values),
    ),
  );
  if (named.length !== 1) return false;
  const own = Math.abs(named[0]!.figure.value!);
  return values.some(({ figure }) => (wantsMost ? Math.abs(figure.value!) > own : Math.abs(figure.value!) < own));
}

/** A word that stands with one of the figures alone. */
function isOwn(word: string, facts: readonly FigureFact[]): boolean {
  return facts.filter(({ direct }) => direct.some(({ text }) => text === word)).length === 1;
}
