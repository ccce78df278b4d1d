/** What is counted by the day. */
export interface Usage {
  steps: number;
  /** Input and output together. */
  tokens: number;
  /** JPY. */
  cost: number;
}

export const noUsage: Usage = { steps: 0, tokens: 0, cost: 0 };

export function addUsage(a: Usage, b: Usage): Usage {
  return { steps: a.steps + b.steps, tokens: a.tokens + b.tokens, cost: a.cost + b.cost };
}

/** Whose use is counted: a person's (by pseudonym), a section's, or everybody's (name ""). */
export interface UsageKey {
  scope: "person" | "section" | "whole";
  name: string;
}
