import { ratioFromTokens, type TextCount } from "../language/tokens";
import type { ModelCard } from "../vocabulary";

/** Fewer characters of Japanese than this, over all that was seen, say too little. */
const enoughCharacters = 2_000;
/** Observations kept for each model: the newest count, because a server may change the model behind a name. */
const kept = 64;
const smallest = 0.2;
const largest = 3;

interface Observation {
  ratio: number;
  /** Characters the ratio rests on. */
  weight: number;
}

/**
 * Learns what a character costs a model from the tokens its server counts. Holds numbers only, no text. The ratio is the
 * median of the last observations, weighted by their Japanese characters, so that neither a server that once counts
 * nonsense nor many short requests, in which the frame of a chat weighs most, can move it far.
 */
export class TokenRatios {
  private readonly observations = new Map<string, Observation[]>();

  /**
   * Takes note of one request.
   * @param sent characters of everything that was sent (`countText` of the messages)
   * @param inputTokens as the server counted them; what cannot be a count is passed over
   */
  observe(modelId: string, sent: TextCount, inputTokens: number): void {
    if (!Number.isFinite(inputTokens) || inputTokens <= 0) return;
    // Text with hardly any Japanese tells nothing about its cost: the fixed shares of letters and signs outweigh it.
    if (sent.wide * 4 < sent.wide + sent.letters + sent.signs) return;
    const ratio = ratioFromTokens(sent, inputTokens);
    if (ratio === undefined) return;
    const known = this.observations.get(modelId) ?? [];
    known.push({ ratio: Math.min(largest, Math.max(smallest, ratio)), weight: sent.wide });
    if (known.length > kept) known.shift();
    this.observations.set(modelId, known);
  }

  /** Tokens per character as measured; undefined until enough was seen. */
  measuredRatio(modelId: string): number | undefined {
    const known = this.observations.get(modelId) ?? [];
    const total = known.reduce((sum, { weight }) => sum + weight, 0);
    if (total < enoughCharacters) return undefined;
    let passed = 0;
    for (const { ratio, weight } of [...known].sort((a, b) => a.ratio - b.ratio)) {
      passed += weight;
      if (passed * 2 >= total) return ratio;
    }
    return undefined;
  }

  /** Tokens per character to plan with: as measured, or what the card says. */
  ratioOf(card: Pick<ModelCard, "id" | "tokensPerCharacter">): number {
    return this.measuredRatio(card.id) ?? card.tokensPerCharacter;
  }

  /** The card with the measured ratio, rounded up to hundredths, and saying so; the card itself while nothing is known. */
  corrected(card: ModelCard): ModelCard {
    const measured = this.measuredRatio(card.id);
    if (measured === undefined) return card;
    return {
      ...card,
      tokensPerCharacter: Math.ceil(Number((measured * 100).toFixed(6))) / 100,
      assumed: card.assumed.filter((field) => field !== "tokensPerCharacter"),
      measured: ["tokensPerCharacter"],
    };
  }
}
