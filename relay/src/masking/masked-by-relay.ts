import { createMasking, defaultKinds, guardrailKinds, type Masking } from "@genai-office/shared/guards";
import type { ModelCard, Step } from "@genai-office/shared/vocabulary";
import type { MaskingPolicy } from "../settings/ministry-settings";

import { morphologicalNames } from "./morphological-names";

/**
 * The masking of a step that goes to a model that refuses personal data (or to any, where the ministry says so). Foreign clients
 * and AI apps know nothing of masking; a pane has the rules without morphology, so that what it left is masked on top of it, and
 * its placeholders pass through for the pane to restore. Undefined when the step goes as it is: against the wish of a person
 * (`masked: false`), within the relay's own process, or as the form of an AI app, whose answer may come in another run when
 * nobody knows the words any more.
 */
export function maskingByRelay(step: Step, card: ModelCard, policy: MaskingPolicy): Masking | undefined {
  if (step.masked === false || step.task === "research" || card.region === "local") return undefined;
  const refuses = card.refusesPersonalData === true;
  if (policy.default === "off" || (policy.default === "where-refused" && !refuses)) return undefined;
  return createMasking({
    kinds: refuses ? [...defaultKinds, ...guardrailKinds] : defaultKinds,
    morePublicRoles: policy.publicRoles,
    tagger: morphologicalNames(),
    keepPlaceholders: step.masked === true,
  });
}
