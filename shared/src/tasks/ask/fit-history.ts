import { estimateTokens } from "../../language";
import type { AskTurn, ModelCard } from "../../vocabulary";

/**
 * The newest turns that fit, whole and without a gap: a conversation that jumps misleads more than one that begins later.
 * @param room tokens
 */
export function fitHistory(
  history: readonly AskTurn[],
  room: number,
  card: Pick<ModelCard, "tokensPerCharacter">,
): AskTurn[] {
  let left = room;
  const kept: AskTurn[] = [];
  for (const turn of [...history].reverse()) {
    left -= estimateTokens(turn.question, card) + estimateTokens(turn.answer, card);
    if (left < 0) break;
    kept.unshift(turn);
  }
  return kept;
}
