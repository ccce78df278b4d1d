import { createMasking, defaultKinds, guardrailKinds } from "../../guards";
import { maskedRunner } from "../../tasks";
import type { Block, ModelCard, StepRunner } from "../../vocabulary";
import type { MaskedSource } from "./summary-engine";

/**
 * Masks the blocks of a source as they will leave, and makes the runner that restores what comes back. A chunk of its own: the
 * lists of names come only where something is masked.
 * @param morePublicRoles offices of the ministry's policy whose holders' names stay
 */
export function maskSource(
  blocks: readonly Block[],
  card: ModelCard,
  morePublicRoles: readonly string[],
): MaskedSource {
  const masking = createMasking({
    kinds: card.refusesPersonalData === true ? [...defaultKinds, ...guardrailKinds] : defaultKinds,
    morePublicRoles,
  });
  const leaving = blocks.flatMap(({ text, label }) => (label === undefined ? [text] : [label, text]));
  masking.learn(leaving);
  const masked = blocks.map((block) => ({
    ...block,
    text: masking.mask(block.text).text,
    ...(block.label === undefined ? {} : { label: masking.mask(block.label).text }),
  }));
  return {
    blocks: masked,
    count: masking.placeholders.length,
    over: (runner: StepRunner) => maskedRunner(runner, masking),
  };
}
