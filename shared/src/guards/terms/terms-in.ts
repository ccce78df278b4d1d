import type { Span, TermPair } from "../../vocabulary";
import { WordingIndex } from "./wording-index";

/** A term of a text and the places that speak of it. */
export interface TermPlaces {
  term: TermPair;
  places: Span[];
}

interface TermIndex {
  terms: readonly TermPair[];
  sources: WordingIndex;
  forbidden: WordingIndex;
  /** For each forbidden wording the number of its term. */
  owners: number[];
}

const indexes = new WeakMap<readonly TermPair[], TermIndex>();

function indexOf(terms: readonly TermPair[]): TermIndex {
  const known = indexes.get(terms);
  if (known !== undefined) return known;
  const owners = terms.flatMap(({ forbidden = [] }, index) => forbidden.map(() => index));
  const made: TermIndex = {
    terms,
    sources: new WordingIndex(
      terms.map(({ source }) => source),
      "source",
    ),
    forbidden: new WordingIndex(
      terms.flatMap(({ forbidden = [] }) => forbidden),
      "forbidden",
    ),
    owners,
  };
  indexes.set(terms, made);
  return made;
}

/**
 * Terms that a text speaks of, by their own wording or by one that must not be used, the longest wording first. What is part
 * of a longer term counts as that alone: システム inside 情報システム.
 * @param terms the same list again is looked up faster: its index is kept
 */
export function termPlaces(text: string, terms: readonly TermPair[]): TermPlaces[] {
  if (terms.length === 0 || text === "") return [];
  const { sources, forbidden, owners } = indexOf(terms);
  const found = [
    ...sources.find(text),
    ...forbidden.find(text).map(({ index, span }) => ({ index: owners[index]!, span })),
  ];
  found.sort((one, other) => length(other.span) - length(one.span) || one.span.start - other.span.start);
  const taken = new Taken();
  const places = new Map<number, Span[]>();
  for (const { index, span } of found) {
    if (taken.overlaps(span, index)) continue;
    taken.add(span, index);
    const known = places.get(index);
    if (known === undefined) places.set(index, [span]);
    else known.push(span);
  }
  return [...places].map(([index, spans]) => ({
    term: terms[index]!,
    places: spans.sort((one, other) => one.start - other.start),
  }));
}

/** Terms that a text speaks of, longest first. */
export function termsIn(text: string, terms: readonly TermPair[]): TermPair[] {
  return termPlaces(text, terms).map(({ term }) => term);
}

function length({ start, end }: Span): number {
  return end - start;
}

/** Stretches of a text that belong to a term already, by their characters. */
class Taken {
  private readonly owners = new Map<number, string>();

  /** The same stretch may be the wording of several terms: which of them is meant, nobody knows. */
  overlaps({ start, end }: Span, term: number): boolean {
    for (let at = start; at < end; at += 1) {
      const owner = this.owners.get(at);
      if (owner !== undefined && owner !== `${start}-${end}`) return true;
    }
    return this.owners.get(start) === `${start}-${end}` && this.terms.has(`${start}-${end}:${term}`);
  }

  private readonly terms = new Set<string>();

  add({ start, end }: Span, term: number): void {
    for (let at = start; at < end; at += 1) this.owners.set(at, `${start}-${end}`);
    this.terms.add(`${start}-${end}:${term}`);
  }
}
