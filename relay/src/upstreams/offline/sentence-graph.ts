import type { Breather } from "./breather";
import type { Sentence } from "./sentence";

/** Sentences compared with each other at a time; the work grows with the square of it. */
export const graphSize = 240;
const damping = 0.85;
const iterations = 30;

/** Words of a sentence, weighted and brought to length 1, so that a product of two is their cosine. */
export type WordVector = ReadonlyMap<string, number>;

/**
 * Weighs the words of each sentence: a word that stands in few sentences tells more (inverse sentence frequency).
 */
export async function wordVectors(sentences: readonly Sentence[], breather: Breather): Promise<WordVector[]> {
  const frequency = new Map<string, number>();
  for (const sentence of sentences) {
    if (breather.due()) await breather.rest();
    for (const word of new Set(sentence.words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  }
  const vectors: WordVector[] = [];
  for (const sentence of sentences) {
    if (breather.due()) await breather.rest();
    const vector = new Map<string, number>();
    for (const word of sentence.words) vector.set(word, (vector.get(word) ?? 0) + 1);
    let square = 0;
    for (const [word, count] of vector) {
      const weight = (1 + Math.log(count)) * Math.log(1 + sentences.length / frequency.get(word)!);
      vector.set(word, weight);
      square += weight * weight;
    }
    const norm = Math.sqrt(square) || 1;
    for (const [word, weight] of vector) vector.set(word, weight / norm);
    vectors.push(vector);
  }
  return vectors;
}

/** Cosine of two sentences, 0 to 1. */
export function similarity(a: WordVector, b: WordVector): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of short) sum += weight * (long.get(word) ?? 0);
  return sum;
}

/**
 * Ranks sentences by how much they share with the others (TextRank: a random walk over the graph of similar sentences).
 * Long sources are ranked in stretches of equal length, so that the work stays linear. Values are 0 to 1 per stretch.
 */
export async function graphRanks(vectors: readonly WordVector[], breather: Breather): Promise<number[]> {
  const stretches = Math.max(1, Math.ceil(vectors.length / graphSize));
  const size = Math.ceil(vectors.length / stretches);
  const ranks: number[] = [];
  for (let start = 0; start < vectors.length; start += size) {
    ranks.push(...(await rankStretch(vectors.slice(start, start + size), breather)));
  }
  return ranks;
}

async function rankStretch(vectors: readonly WordVector[], breather: Breather): Promise<number[]> {
  const count = vectors.length;
  const weights = new Float64Array(count * count);
  const sums = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    if (breather.due()) await breather.rest();
    for (let column = row + 1; column < count; column += 1) {
      const weight = similarity(vectors[row]!, vectors[column]!);
      weights[row * count + column] = weight;
      weights[column * count + row] = weight;
      sums[row]! += weight;
      sums[column]! += weight;
    }
  }
  let ranks = new Float64Array(count).fill(1 / count);
  for (let round = 0; round < iterations; round += 1) {
    if (breather.due()) await breather.rest();
    const next = new Float64Array(count).fill((1 - damping) / count);
    for (let row = 0; row < count; row += 1) {
      const flow = sums[row]! > 0 ? (damping * ranks[row]!) / sums[row]! : 0;
      if (flow === 0) continue;
      for (let column = 0; column < count; column += 1) next[column]! += flow * weights[row * count + column]!;
    }
    ranks = next;
  }
  const largest = Math.max(...ranks, Number.MIN_VALUE);
  return Array.from(ranks, (rank) => rank / largest);
}

/** Similarity of each sentence to the whole source, 0 to 1: what the document is about, beyond one stretch of it. */
export async function centrality(vectors: readonly WordVector[], breather: Breather): Promise<number[]> {
  const total = new Map<string, number>();
  for (const vector of vectors) {
    if (breather.due()) await breather.rest();
    for (const [word, weight] of vector) total.set(word, (total.get(word) ?? 0) + weight);
  }
  const values: number[] = [];
  for (const vector of vectors) {
    if (breather.due()) await breather.rest();
    let sum = 0;
    for (const [word, weight] of vector) sum += weight * total.get(word)!;
    values.push(sum);
  }
  const largest = values.reduce((most, value) => Math.max(most, value), Number.MIN_VALUE);
  return values.map((value) => value / largest);
}
