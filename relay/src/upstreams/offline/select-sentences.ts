import type { Breather } from "./breather";
import { similarity } from "./sentence-graph";
import type { ScoredSentence } from "./score-sentences";

/** Sentences that share more than this say the same. */
const sameThing = 0.6;

/**
 * Orders the best sentences so that each adds something new (maximal marginal relevance): what a sentence shares with those before it
 * is taken off its score. At most `most` are looked at; near repetitions are left out.
 */
export async function diverse(
  sentences: readonly ScoredSentence[],
  most: number,
  breather: Breather,
): Promise<ScoredSentence[]> {
  await breather.rest();
  const pool = highest(sentences, most * 2);
  const overlap = new Float64Array(pool.length);
  const taken = new Uint8Array(pool.length);
  const order: ScoredSentence[] = [];
  while (order.length < most) {
    if (breather.due()) await breather.rest();
    let best = -1;
    let bestScore = -1;
    for (let index = 0; index < pool.length; index += 1) {
      const score = pool[index]!.score * (1 - overlap[index]!);
      if (taken[index] === 0 && overlap[index]! < sameThing && score > bestScore) {
        best = index;
        bestScore = score;
      }
    }
    if (best < 0) break;
    taken[best] = 1;
    order.push({ ...pool[best]!, score: bestScore });
    for (let index = 0; index < pool.length; index += 1) {
      if (taken[index] === 1) continue;
      overlap[index] = Math.max(overlap[index]!, similarity(pool[best]!.vector, pool[index]!.vector));
    }
  }
  return order;
}

/** The sentences with the highest scores, best first; sorts numbers before objects, because a source may have 20,000. */
function highest(sentences: readonly ScoredSentence[], count: number): ScoredSentence[] {
  const scores = Float64Array.from(sentences, (sentence) => sentence.score).sort();
  const least = scores[Math.max(0, scores.length - count)] ?? 0;
  return sentences
    .filter((sentence) => sentence.score >= least)
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .slice(0, count);
}

/**
 * Chooses whole sentences whose lengths together come within 10 % of `target` characters and whose words are worth most
 * (a knapsack over lengths); where no combination does, the one that comes closest, and the shortest sentence when each is
 * more than twice as long as what was asked for: words that are too many can be cut, none cannot. Returned in the order of the source.
 */
export async function fitLength(
  sentences: readonly ScoredSentence[],
  target: number,
  breather: Breather,
): Promise<ScoredSentence[]> {
  // Beyond this no combination can be closer than the empty one.
  const room = Math.max(1, Math.ceil(target * 2));
  const worth = new Float64Array(room + 1).fill(-1);
  worth[0] = 0;
  const chosen = sentences.map(() => new Uint8Array(room + 1));
  for (const [index, sentence] of sentences.entries()) {
    if (breather.due()) await breather.rest();
    const { characters } = sentence;
    // Worth per character, so that the same room goes to the better words; the exponents were chosen by reading: poor
    // sentences must not come in as fillers, and the longest hold chaff.
    const value = sentence.score ** 1.5 * characters ** 0.9;
    for (let length = room; length >= characters; length -= 1) {
      const before = worth[length - characters]!;
      if (before >= 0 && before + value > worth[length]!) {
        worth[length] = before + value;
        chosen[index]![length] = 1;
      }
    }
  }
  let length = bestLength(worth, target);
  const result: ScoredSentence[] = [];
  for (let index = sentences.length - 1; index >= 0; index -= 1) {
    if (chosen[index]![length] !== 1) continue;
    result.push(sentences[index]!);
    length -= sentences[index]!.characters;
  }
  if (result.length === 0 && sentences.length > 0) {
    return [sentences.reduce((least, sentence) => (sentence.characters < least.characters ? sentence : least))];
  }
  return inSourceOrder(result);
}

function bestLength(worth: Float64Array, target: number): number {
  let best = 0;
  let bestWorth = -1;
  for (let length = Math.ceil(target * 0.9); length <= Math.floor(target * 1.1); length += 1) {
    const value = worth[length] ?? -1;
    // Of two that are worth the same, the one closer to the length asked for.
    const weighed = value < 0 ? -1 : value * (1 - Math.abs(length - target) / target / 2);
    if (weighed > bestWorth) {
      best = length;
      bestWorth = weighed;
    }
  }
  if (bestWorth >= 0) return best;
  for (let distance = 0; distance < worth.length; distance += 1) {
    if (target - distance > 0 && (worth[target - distance] ?? -1) >= 0) return target - distance;
    if ((worth[target + distance] ?? -1) >= 0) return target + distance;
  }
  return 0;
}

/** Sorts by block, then by the place in the block. */
export function inSourceOrder(sentences: readonly ScoredSentence[]): ScoredSentence[] {
  return [...sentences].sort((a, b) => a.order - b.order);
}
