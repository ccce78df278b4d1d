import { normalizeMarks } from "./normalize-marks";
import { readReferences, type Citation } from "./read-references";
import { splitReferences } from "./reference-section";

export type { Citation } from "./read-references";

/** An answer with its sources apart. */
export interface CitedAnswer {
  /** Markdown without the list of references; every mark is written as 「[n]」. */
  text: string;
  /** By number. Marks that no reference and no link explains are not among them. */
  citations: Citation[];
}

/**
 * Cuts the answer of an AI app (markdown) into its text and its sources. Known are the forms of GENAI's own apps (a list
 * under 「出典」 with linked marks; sections 「参考情報 n」) and what is common elsewhere: references under a heading or at
 * the end, footnotes, numbered lists, full-width digits and brackets. Addresses that are not http or https are dropped.
 */
export function parseCitedAnswer(markdown: string): CitedAnswer {
  const lines = markdown.split(/\r\n|[\r\n]/);
  const fenced = fencedLines(lines);
  const { body, references } = splitReferences(lines, fenced);
  const addresses = new Map<number, string>();
  const inFence = fencedLines(body);
  const text = body.map((line, index) => (inFence[index] === true ? line : normalizeMarks(line, addresses))).join("\n");
  const citations = readReferences(references).map((citation): Citation => {
    const url = citation.url ?? addresses.get(citation.number);
    return url === undefined ? citation : { ...citation, url };
  });
  const listed = new Set(citations.map(({ number }) => number));
  for (const [number, url] of addresses) if (!listed.has(number)) citations.push({ number, title: url, url });
  return { text: text.trim(), citations: citations.sort((a, b) => a.number - b.number) };
}

/** For each line: does it belong to a fenced block (diagrams, code)? */
function fencedLines(lines: readonly string[]): boolean[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined) {
      fence = mark;
      return mark !== undefined;
    }
    if (mark !== undefined && mark.startsWith(fence)) fence = undefined;
    return true;
  });
}
