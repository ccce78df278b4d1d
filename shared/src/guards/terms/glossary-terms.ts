import { guessLanguage } from "../../language";
import type { Glossary, Step, TaskLanguage, TermPair } from "../../vocabulary";
import { termPlaces } from "./terms-in";

/** Terms that travel with one step at most: more are not heeded, and cost the source its room. */
const mostTerms = 60;
const mostCharacters = 2_400;

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const made = new WeakMap<Pick<Glossary, "terms">, Map<string, TermPair[]>>();

/**
 * A glossary as the rules for a text of one language: for a translation what each wording becomes, within one language what
 * must be written for what must not. The same list comes back for the same glossary.
 * @param from language of the source; the same as `to` where the task writes in the language of its source
 */
export function glossaryTerms(glossary: Pick<Glossary, "terms">, from: TaskLanguage, to: TaskLanguage): TermPair[] {
  const lists = made.get(glossary) ?? new Map<string, TermPair[]>();
  made.set(glossary, lists);
  const key = `${from}-${to}`;
  const known = lists.get(key);
  if (known !== undefined) return known;
  const terms = glossary.terms.flatMap((term): TermPair[] => {
    const source = term[from].trim();
    const target = term[to].trim();
    // A Japanese wording cannot stand in an English text; a Latin one stands in either.
    const forbidden = (term.forbidden ?? []).filter((wording) => to === "ja" || !japanese.test(wording));
    if (source === "" || target === "" || (from === to && forbidden.length === 0)) return [];
    return [{ source, target, ...(forbidden.length === 0 ? {} : { forbidden }) }];
  });
  lists.set(key, terms);
  return terms;
}

/** The terms of a glossary that go with texts in whatever language they are written. */
export function glossaryTermsFor(
  glossary: Pick<Glossary, "terms"> | undefined,
  texts: readonly string[],
  to: TaskLanguage,
): TermPair[] {
  if (glossary === undefined || glossary.terms.length === 0) return [];
  return glossaryTerms(glossary, guessLanguage(texts.join("\n").slice(0, 20_000)), to);
}

/**
 * Terms that texts speak of, as many as one step may carry: what is said most often comes first.
 * @param characters what their lines may take in a prompt
 */
export function travellingTerms(
  texts: readonly string[],
  terms: readonly TermPair[],
  characters = mostCharacters,
): TermPair[] {
  let left = Math.min(characters, mostCharacters);
  return termPlaces(texts.join("\n"), terms)
    .sort((one, other) => other.places.length - one.places.length)
    .slice(0, mostTerms)
    .filter(({ term: { source, target, forbidden = [] } }) => {
      left -= source.length + target.length + forbidden.join("").length + 8;
      return left >= 0;
    })
    .map(({ term }) => term);
}

/** A step with the terms that its own texts speak of; a translation brings its terms itself. */
export function withStepTerms(step: Step, terms: readonly TermPair[], characters?: number): Step {
  if (terms.length === 0) return step;
  const texts = step.blocks.map(({ text }) => text);
  const found = (more: readonly (string | undefined)[]): { terms?: TermPair[] } => {
    const travelling = travellingTerms([...texts, ...more.flatMap((text) => text ?? [])], terms, characters);
    return travelling.length === 0 ? {} : { terms: travelling };
  };
  switch (step.task) {
    case "summarize":
      return { ...step, options: { ...step.options, ...found([step.options.instruction]) } };
    case "minutes":
      return { ...step, options: { ...step.options, ...found([step.options.instruction]) } };
    case "thread":
      return { ...step, options: { ...step.options, ...found([step.options.instruction]) } };
    case "reply":
      return { ...step, options: { ...step.options, ...found([step.options.intention]) } };
    case "answer":
      return { ...step, options: { ...step.options, ...found([step.options.question, step.options.instruction]) } };
    default:
      return step;
  }
}
