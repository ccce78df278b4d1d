import type { Passage } from "./reading/clause";
import { weightOf } from "./alignment";

const inOrder = /の順(?:に|で|番|。|$)|\bin that order\b|\bfollowed by\b/iu;

/** True when both a line and its source tell an order and the line names the same things in another one. */
export function tellsAnotherOrder(line: Passage, sources: readonly Passage[]): boolean {
  const mark = inOrder.exec(line.text);
  if (mark === null) return false;
  const listed = line.clauses
    .flatMap(({ tokens }) => tokens)
    .filter((token) => token.kind === "word" && !token.isPredicate && weightOf(token) > 0 && token.start < mark.index);
  return sources.some(({ text }) => {
    if (!inOrder.test(text)) return false;
    const places = listed.map((token) => text.indexOf(token.text)).filter((place) => place >= 0);
    const last = places.slice(-3);
    return last.length === 3 && last.some((place, at) => at > 0 && place < last[at - 1]!);
  });
}
