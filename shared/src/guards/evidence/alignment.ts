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

const clausesOf = new WeakMap<Passage, SourceClause[]>();

/** Reads the clauses of passages as places that a line may rest on. */
export function sourceClauses(passages: readonly Passage[]): SourceClause[] {
  return passages.flatMap((passage) => {
    let clauses = clausesOf.get(passage);
    if (clauses === undefined) {
      const sentences = sentencesOf(passage);
      clauses = passage.clauses.map((clause) => new ClauseOfSource(clause, passage, sentences));
      clausesOf.set(passage, clauses);
    }
    return clauses;
  });
}

/** Clauses by the number of their sentence. */
export function sentencesOf(passage: Passage): ReadonlyMap<number, Clause[]> {
  const sentences = new Map<number, Clause[]>();
  for (const clause of passage.clauses) {
    const own = sentences.get(clause.sentence);
    if (own === undefined) sentences.set(clause.sentence, [clause]);
    else own.push(clause);
  }
  return sentences;
}

/** Makes its regions when they are asked for: most clauses of a long source share nothing with a line. */
class ClauseOfSource implements SourceClause {
  private ownMade: Region | undefined;
  private aroundMade: Region | undefined;

  constructor(
    readonly clause: Clause,
    readonly passage: Passage,
    private readonly sentences: ReadonlyMap<number, Clause[]>,
  ) {}

  get own(): Region {
    this.ownMade ??= new Region(this.clause.text, figuresOf(this.clause.tokens));
    return this.ownMade;
  }

  get around(): Region {
    if (this.aroundMade === undefined) {
      const { sentence } = this.clause;
      const near = [...(this.sentences.get(sentence - 1) ?? []), ...(this.sentences.get(sentence) ?? [])];
      this.aroundMade = new Region(
        [...near.map(({ text }) => text), ...this.passage.speaker].join("\n"),
        near.flatMap(({ tokens }) => figuresOf(tokens)),
      );
    }
    return this.aroundMade;
  }

  get sentence(): string {
    return (this.sentences.get(this.clause.sentence) ?? []).map(({ text }) => text).join("");
  }
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

/** Source clauses looked at for one clause of a line. */
const mostCandidates = 12;

/** Finds for each clause of a line the source clauses it rests on. */
export function align(line: Passage, sources: readonly SourceClause[]): Aligned[] {
  return line.clauses.map((clause) => {
    const total = clause.tokens.reduce((sum, token) => sum + weightOf(token), 0);
    if (total === 0) return { clause, best: [], needed: [] };
    const scored: Aligned["best"] = [];
    for (const source of sources) {
      let sum = 0;
      let nothing = true;
      const open: [token: Token, weight: number, own: number][] = [];
      for (const token of clause.tokens) {
        const weight = weightOf(token);
        if (weight === 0) continue;
        const own = source.own.covers(token, line.text).share;
        if (own > 0) nothing = false;
        open.push([token, weight, own]);
      }
      // What surrounds a clause only adds to what it says itself.
      if (nothing) continue;
      for (const [token, weight, own] of open) {
        const around = own >= 1 ? 1 : source.around.covers(token, line.text).share;
        sum += weight * Math.max(own, around * 0.45);
      }
      if (sum / total > 0.08) scored.push({ source, score: sum / total });
    }
    scored.sort((a, b) => b.score - a.score);
    scored.splice(mostCandidates);
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
