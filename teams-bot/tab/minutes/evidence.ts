import type { Block } from "@genai-office/shared/vocabulary";

/** An utterance as it is shown: one that a line rests on, or one that stands before or behind it. */
export interface ShownUtterance {
  block: Block;
  cited: boolean;
}

/** Utterances before and behind a cited one, so that a word is not read out of its context. */
const around = 1;

/**
 * What a line rests on, in the order of the meeting, with what was said right before and after. Stretches of the meeting that
 * do not touch come as lists of their own. Empty when none of the sources is kept.
 */
export function evidenceOf(utterances: readonly Block[], sources: readonly string[]): ShownUtterance[][] {
  const cited = new Set(sources);
  const places = utterances.flatMap(({ id }, index) => (cited.has(id) ? [index] : []));
  const shown = new Set(places.flatMap((place) => range(place - around, place + around, utterances.length)));
  const stretches: ShownUtterance[][] = [];
  let last = -2;
  for (const index of [...shown].sort((one, other) => one - other)) {
    if (index !== last + 1) stretches.push([]);
    const block = utterances[index]!;
    stretches.at(-1)!.push({ block, cited: cited.has(block.id) });
    last = index;
  }
  return stretches;
}

function range(from: number, to: number, length: number): number[] {
  const first = Math.max(0, from);
  return Array.from({ length: Math.max(0, Math.min(length - 1, to) - first + 1) }, (_, index) => first + index);
}
