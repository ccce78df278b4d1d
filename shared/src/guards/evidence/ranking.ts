import { areComparable, figureFactsOf, type FigureFact } from "./figure-facts";
import type { Passage } from "./reading/clause";
import { Region } from "./reading/region";

const most = /最も(?:[多大高長]|減|増)|最多|最大|最高|1位|\b(?:most|largest|highest|biggest|greatest|longest)\b/iu;
const least = /最も(?:[少小低短])|最少|最小|最低|\b(?:least|fewest|lowest|smallest|shortest)\b/iu;

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
