import { guessLanguage } from "../../language";
import type { ModelCard, TaskLanguage } from "../../vocabulary";

/** Languages a model must know: that of the result, and that of the source where it holds words. */
export function languagesNeeded(result: TaskLanguage, source: string | undefined): TaskLanguage[] {
  const language = source !== undefined && /\p{L}{2}/u.test(source) ? guessLanguage(source) : undefined;
  return language === undefined || language === result ? [result] : [language, result];
}

/** True for a model that knows all of them. */
export function knows(card: Pick<ModelCard, "languages">, languages: readonly TaskLanguage[]): boolean {
  return languages.every((language) => card.languages.includes(language));
}
