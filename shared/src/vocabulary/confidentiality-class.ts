/**
 * 機密性 class of a document, mail or text (government-wide security standard).
 * "3" | "2" | "1" are the printed classes; "unknown" is a marking without a class that we know
 * (取扱注意, 部外秘 ...); "none" means that no marking was found.
 */
export type ConfidentialityClass = "3" | "2" | "1" | "unknown" | "none";

/** Highest class that a model may receive. A card without a clearance is a card cleared for "1". */
export type Clearance = "1" | "2";

/**
 * What the gate decides, strictest first: nothing may leave; a person has to say what the class is;
 * only models that are cleared for class 2; free to go.
 */
export type ConfidentialityDecision = "block" | "ask" | "clearedOnly" | "allow";

/** Rank for "the higher of": 3 > 2 > unknown > 1 > none (policy P5 of the reference page on government documents). */
const rank: Record<ConfidentialityClass, number> = { none: 0, "1": 1, unknown: 2, "2": 3, "3": 4 };

/** Returns the stricter of two classes. */
export function higherClass(a: ConfidentialityClass, b: ConfidentialityClass): ConfidentialityClass {
  return rank[a] >= rank[b] ? a : b;
}

const decisionRank: Record<ConfidentialityDecision, number> = { allow: 0, clearedOnly: 1, ask: 2, block: 3 };

/** Returns the stricter of two decisions. */
export function stricterDecision(a: ConfidentialityDecision, b: ConfidentialityDecision): ConfidentialityDecision {
  return decisionRank[a] >= decisionRank[b] ? a : b;
}
