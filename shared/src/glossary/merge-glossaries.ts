import type { Glossary } from "../vocabulary";

const merged = new WeakMap<readonly Glossary[], Glossary>();

/**
 * Several glossaries as one: what an earlier one says of a pair of wordings comes first. Undefined without any term. The same
 * list gives the same glossary, so that what is known of its terms is not made anew for each request.
 */
export function mergeGlossaries(glossaries: readonly Glossary[]): Glossary | undefined {
  const [first, ...others] = glossaries.filter(({ terms }) => terms.length > 0);
  if (first === undefined || others.length === 0) return first;
  const known = merged.get(glossaries);
  if (known !== undefined) return known;
  const seen = new Set<string>();
  const all = [first, ...others];
  const one: Glossary = {
    id: all.map(({ id }) => id).join("+"),
    version: all.map(({ version }) => version).join("+"),
    languages: [...new Set(all.flatMap(({ languages }) => languages))],
    terms: all
      .flatMap(({ terms }) => terms)
      .filter(({ ja, en }) => {
        const key = JSON.stringify([ja, en]);
        return seen.has(key) ? false : seen.add(key) !== undefined;
      }),
  };
  merged.set(glossaries, one);
  return one;
}
