import type { Finding } from "../../vocabulary";
import type { FigureText } from "./swapped";

/** A part of a law and the part in it, at its place: 第7条第3項, Section 7(3). */
interface Nested {
  outer: string;
  inner: string;
  start: number;
  end: number;
}

const japanese = /第?([0-9]+)条(?:の[0-9]+)?(?:の|、)?第?([0-9]+)項/g;
const englishBehind =
  /(?<![a-z])(?:articles?|sections?|art\.|s\.|rules?|regulations?|clauses?) ?([0-9]+)(?: ?\(([0-9]+)\)|,? ?(?:paragraphs?|subsections?|subparagraphs?|para\.) ?\(?([0-9]+)\)?)/g;
const englishBefore =
  /(?<![a-z])(?:paragraphs?|subsections?|para\.) ?\(?([0-9]+)\)? of (?:the )?(?:article|section|art\.|rule|regulation|clause) ?([0-9]+)/g;

/**
 * Parts of laws whose numbers changed places (`figure-swapped` { first, second }): 第3条第7項 for "Section 7(3)". Both numbers
 * stand in both texts, and the unit of the inner one is not always written.
 */
export function exchangedArticles(source: FigureText, target: FigureText): Finding[] {
  const [there, here] = [nestedIn(source), nestedIn(target)];
  const said = (list: readonly Nested[], outer: string, inner: string): Nested | undefined =>
    list.find((one) => one.outer === outer && one.inner === inner);
  const findings: Finding[] = [];
  for (const { outer, inner, start, end } of here) {
    if (outer === inner || said(there, outer, inner) !== undefined) continue;
    const meant = said(there, inner, outer);
    if (meant === undefined || said(here, inner, outer) !== undefined) continue;
    findings.push({
      guard: "figures",
      code: "figure-swapped",
      severity: "warning",
      values: { first: meant.outer, second: meant.inner },
      source: [{ blockId: "0", start: meant.start, end: meant.end }],
      output: { start, end },
    });
  }
  return findings;
}

function nestedIn({ text, language, figures }: FigureText): Nested[] {
  if (!figures.some(({ kind }) => kind === "article")) return [];
  const plain = text
    .replace(/[０-９（）]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .toLowerCase();
  if (language === "ja") return [...plain.matchAll(japanese)].map((match) => at(match, match[1]!, match[2]!));
  const found = [...plain.matchAll(englishBehind)].map((match) => at(match, match[1]!, match[2] ?? match[3]!));
  return [...found, ...[...plain.matchAll(englishBefore)].map((match) => at(match, match[2]!, match[1]!))];
}

const at = (match: RegExpExecArray, outer: string, inner: string): Nested => ({
  outer,
  inner,
  start: match.index,
  end: match.index + match[0].length,
});
