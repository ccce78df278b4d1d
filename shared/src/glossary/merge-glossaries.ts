import type { Glossary } from "../vocabulary";

/** Several glossaries as one: what an earlier one says of a pair of wordings comes first. Undefined without any term. */
export function mergeGlossaries(glossaries: readonly Glossary[]): Glossary | undefined {
  const [first, ...others] = glossaries.filter(({ terms }) => terms.length > 0);
  if (first === undefined || others.length === 0) return first;
  const seen = new Set<string>();
  const all = [first, ...others];
  return {
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
}
