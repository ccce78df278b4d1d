import { mergeGlossaries } from "@genai-office/shared/glossary";
import { glossaryTerms, glossaryTermsFor, travellingTerms, withStepTerms } from "@genai-office/shared/guards";
import type { Step, TaskLanguage } from "@genai-office/shared/vocabulary";
import type { MinistrySettings } from "./ministry-settings";

/**
 * The step with the ministry's terms that its texts speak of, where its client brought none: the glossary holds for every
 * client, also for one that knows nothing of it. What a client brought is what the person saw, and stays.
 */
export function termedStep(step: Step, { glossaries }: Pick<MinistrySettings, "glossaries">): Step {
  const glossary = mergeGlossaries(glossaries);
  if (glossary === undefined || hasTerms(step)) return step;
  const texts = step.blocks.map(({ text }) => text);
  if (step.task === "translate") {
    const { from, to } = step.options;
    const terms = travellingTerms(texts, glossaryTerms(glossary, from, to));
    return terms.length === 0 ? step : { ...step, options: { ...step.options, terms } };
  }
  const language = writtenLanguage(step);
  return language === undefined ? step : withStepTerms(step, glossaryTermsFor(glossary, texts, language));
}

function hasTerms(step: Step): boolean {
  return "terms" in step.options && (step.options.terms?.length ?? 0) > 0;
}

/** Language that a task writes in; undefined for texts that are not ours to word. */
function writtenLanguage(step: Step): TaskLanguage | undefined {
  switch (step.task) {
    case "summarize":
    case "reply":
    case "thread":
    case "answer":
      return step.options.language;
    case "minutes":
      return step.options.language ?? "ja";
    case "translate":
    case "ask":
    case "research":
    case "chat":
      return undefined;
  }
}
