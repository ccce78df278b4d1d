import { isSettling } from "../../../guards";
import { splitSentences } from "../../../language";
import { letterPairs, likenessOf } from "./letter-pairs";
import { putOff, weighs } from "./put-off";

/** Share of the best sentence's likeness from which on another one is about the same. */
const nearlyAsLike = 0.8;
/** Likeness from which on a sentence is about what the line is about. */
const likeEnough = 0.25;

/**
 * Compares what a line says became of a thing with what its sources say: "same" where both leave it undone or for later,
 * "another" where they put it off and the line tells it as decided or done, undefined where neither puts anything off.
 */
export function compareOutcomes(
  line: string,
  texts: readonly string[],
  claim: "statement" | "decision",
): "same" | "another" | undefined {
  const own = putOff(line);
  const wanted = letterPairs(line);
  const ranked = texts
    .flatMap((text) => splitSentences(text).map(({ start, end }) => text.slice(start, end)))
    .map((sentence) => ({ sentence, likeness: likenessOf(wanted, letterPairs(sentence)) }));
  const best = Math.max(0, ...ranked.map(({ likeness }) => likeness));
  if (best < likeEnough) return undefined;
  const near = ranked.filter(({ likeness }) => likeness >= best * nearlyAsLike).map(({ sentence }) => sentence);
  const outcomes = near.flatMap((sentence) => putOff(sentence) ?? []);
  if (own === undefined) {
    const tellsDone = claim === "decision" || /こと(?:と|に)(?:し|な|決)|決定|結論(?:が|を)(?:出|得)/u.test(line);
    // 「倉庫の移転ですが、候補が絞れていません。」 decides nothing beside 「これは継続審議にします。」
    const isLeft =
      outcomes.length > 0 && near.every((sentence) => putOff(sentence) !== undefined || !isSettling(sentence));
    return tellsDone && isLeft ? "another" : undefined;
  }
  if (!outcomes.some((other) => (own.undone && other.undone) || (own.later && other.later))) return undefined;
  // Weighed is not decided.
  if (isDecided(line, claim) && near.every((sentence) => weighs(sentence))) return undefined;
  return "same";
}

function isDecided(line: string, claim: "statement" | "decision"): boolean {
  return !weighs(line) && (claim === "decision" || isSettling(line));
}
