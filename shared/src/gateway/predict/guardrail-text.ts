/**
 * What 源内's guardrail says in the place of an answer, for an input and for an output that it blocks (reference page on
 * GENAI's contracts, section 8). Over REST this text is the only sign; the stream also names its reason to stop.
 */
const openings = ["禁止された入力を検出しました", "システムが禁じている内容の出力を検出しました"];

/** True for a text that is the guardrail's and not the model's. */
export function isGuardrailText(text: string): boolean {
  const words = text.trimStart();
  return openings.some((opening) => words.startsWith(opening));
}
