import { guessLanguage } from "../../language";
import type { Finding, TaskLanguage } from "../../vocabulary";

/** The error `output-language` when words that a model wrote are not in the language that was asked for. */
export function checkLanguage(texts: readonly string[], language: TaskLanguage): Finding[] {
  const words = texts.join("\n");
  if (!/\p{L}{2}/u.test(words) || guessLanguage(words) === language) return [];
  return [{ guard: "language", code: "output-language", severity: "error" }];
}
