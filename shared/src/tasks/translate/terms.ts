import type { Finding, TermPair } from "../../vocabulary";

/** Letters, digits and hyphens that would make a Latin term part of a longer word. */
const insideWord = "[\\p{Script=Latin}\\p{N}]";

/** Terms whose source stands in the text, longest first. */
export function termsIn(text: string, terms: readonly TermPair[]): TermPair[] {
  if (terms.length === 0) return [];
  const folded = fold(text);
  const found: TermPair[] = [];
  let rest = folded;
  for (const term of [...terms].sort((one, other) => other.source.length - one.source.length)) {
    const pattern = patternOf(term.source);
    if (pattern === undefined || !pattern.test(rest)) continue;
    found.push(term);
    // What is part of a longer term is translated as that: システム inside 情報システム.
    rest = rest.replace(pattern, (match) => "\u0000".repeat(match.length));
  }
  return found;
}

/** Reports terms of the source that its translation does not use: `term-not-used` { source, target }. */
export function checkTerms(source: string, text: string, terms: readonly TermPair[], blockId: string): Finding[] {
  const folded = fold(text);
  return termsIn(source, terms)
    .filter(({ target }) => patternOf(target)?.test(folded) === false)
    .map((term) => {
      const place = source.toLowerCase().indexOf(term.source.toLowerCase());
      return {
        guard: "terms",
        code: "term-not-used",
        severity: "warning",
        values: { source: term.source, target: term.target },
        source: [place === -1 ? { blockId } : { blockId, start: place, end: place + term.source.length }],
      };
    });
}

/** Finds a term whatever its width, case and spacing; of a Latin one also its plural. Undefined for an empty term. */
function patternOf(term: string): RegExp | undefined {
  const words = fold(term).trim();
  if (words === "") return undefined;
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/[\s-]+/g, "[\\s-]*");
  const latin = /^\p{Script=Latin}/u.test(words) ? `(?<!${insideWord})` : "";
  const end = /\p{Script=Latin}$/u.test(words) ? `(?:e?s)?(?!${insideWord})` : "";
  return new RegExp(latin + escaped + end, "giu");
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}
