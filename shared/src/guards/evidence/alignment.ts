import type { Clause, Passage, Token } from "./reading/clause";
import { Region } from "./reading/region";

/** A clause of a source with what may stand for it: its own words, and those that it takes up from before. */
export interface SourceClause {
  clause: Clause;
  passage: Passage;
  own: Region;
  /** The rest of its sentence, the sentence before and the speaker. */
  around: Region;
  /** From the clause to the end of its sentence: where Japanese says whether it is so. */
  sentence: string;
}

export interface Aligned {
  clause: Clause;
  /** Source clauses that say most of what the clause says, the best first; empty when none shares anything. */
  best: { source: SourceClause; score: number }[];
  /** The best one, those as good, and those that say what it does not. */
  needed: SourceClause[];
}

/** Reads the clauses of passages as places that a line may rest on. */
export function sourceClauses(passages: readonly Passage[]): SourceClause[] {
  return passages.flatMap((passage) =>
    passage.clauses.map((clause): SourceClause => {
      const sentence = passage.clauses.filter((other) => other.sentence === clause.sentence);
      const before = passage.clauses.filter((other) => other.sentence === clause.sentence - 1);
      const near = [...before, ...sentence];
      return {
        clause,
        passage,
        own: new Region(clause.text, figuresOf(clause.tokens)),
        around: new Region(
          [...near.map(({ text }) => text), ...passage.speaker].join("\n"),
          near.flatMap(({ tokens }) => figuresOf(tokens)),
        ),
        sentence: sentence.map(({ text }) => text).join(""),
      };
    }),
  );
}

export function figuresOf(tokens: readonly Token[]): NonNullable<Token["figure"]>[] {
  return tokens.flatMap(({ figure }) => figure ?? []);
}

/** How much a token tells about which clause is meant. */
export function weightOf(token: Token): number {
  if (token.light) return 0;
  if (token.kind === "figure") return 2;
  return /^[a-z]/i.test(token.text) ? 1.5 : Math.min(4, token.text.length) * (token.text.length === 1 ? 0.8 : 1);
}

/** Finds for each clause of a line the source clauses it rests on. */
export function align(line: Passage, sources: readonly SourceClause[]): Aligned[] {
  return line.clauses.map((clause) => {
    const total = clause.tokens.reduce((sum, token) => sum + weightOf(token), 0);
    if (total === 0) return { clause, best: [], needed: [] };
    const scored = sources
      .map((source) => {
        let sum = 0;
        for (const token of clause.tokens) {
          const weight = weightOf(token);
          if (weight === 0) continue;
          const own = source.own.covers(token, line.text).share;
          const around = own >= 1 ? 1 : source.around.covers(token, line.text).share;
          sum += weight * Math.max(own, around * 0.45);
        }
        return { source, score: sum / total };
      })
      .filter(({ score }) => score > 0.08)
      .sort((a, b) => b.score - a.score);
    return { clause, best: scored, needed: neededOf(clause, scored, line.text) };
  });
}

function neededOf(clause: Clause, scored: Aligned["best"], text: string): SourceClause[] {
  const [first] = scored;
  if (first === undefined) return [];
  const open = new Set(clause.tokens.filter((token) => weightOf(token) > 0));
  const chosen: SourceClause[] = [];
  for (const { source, score } of scored) {
    const found = [...open].filter((token) => source.own.covers(token, text).share >= 0.5);
    const gain = found.reduce((sum, token) => sum + weightOf(token), 0);
    const isPredicate = found.some((token) => token.isPredicate);
    if (score < first.score - 0.08 && gain < (isPredicate ? 0.7 : 1.5)) continue;
    chosen.push(source);
    for (const token of found) open.delete(token);
  }
  return chosen;
}
