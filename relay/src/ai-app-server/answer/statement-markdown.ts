import { isUnconfirmed } from "@genai-office/shared/guards";
import { createTranslator } from "@genai-office/shared/i18n";
import type { Finding, Statement } from "@genai-office/shared/vocabulary";
import type { CitedSources } from "./cited-sources";
import { escapeMarkdown } from "./escape-markdown";

const translate = createTranslator("ja");

/**
 * The text of an answer as markdown, each statement followed by the marks of its sources. `text` is the answer with one
 * paragraph a line, bullets beginning with 「・」; statements are in the order of the text, those whose words are not found
 * there add nothing, and words that are in no statement stay. A statement that a finding calls unconfirmed is marked 【未確認】.
 */
export function statementMarkdown(
  text: string,
  statements: readonly Statement[],
  cited: CitedSources,
  findings: readonly Finding[] = [],
): string {
  let at = 0;
  let marked = "";
  const headings = new Set<string>();
  for (const statement of statements) {
    const start = text.indexOf(statement.text, at);
    if (start === -1 || statement.text === "") continue;
    const end = start + statement.text.length;
    const unconfirmed = findings.some(
      (finding) => isUnconfirmed(finding) && finding.output !== undefined && finding.output.end === end,
    );
    marked += escapeMarkdown(text.slice(at, start)) + escapeMarkdown(statement.text);
    marked += (unconfirmed ? `【${translate("preview.unconfirmed")}】` : "") + cited.marks(statement.sources);
    at = end;
    if (statement.layout === "heading") headings.add(escapeMarkdown(statement.text));
  }
  marked += escapeMarkdown(text.slice(at));
  return layOut(marked, headings);
}

/** Lines as markdown paragraphs; bullets that follow each other are one list. */
function layOut(marked: string, headings: ReadonlySet<string>): string {
  let result = "";
  let inList = false;
  for (const line of marked.split("\n")) {
    if (line.trim() === "") continue;
    const bullet = /^[・•]\s*/.exec(line);
    const own =
      bullet === null ? (isHeading(line, headings) ? `#### ${line}` : line) : `- ${line.slice(bullet[0].length)}`;
    result += (result === "" ? "" : inList && bullet !== null ? "\n" : "\n\n") + own;
    inList = bullet !== null;
  }
  return result;
}

function isHeading(line: string, headings: ReadonlySet<string>): boolean {
  return headings.has(line.replace(/(?:\\\[\d+\\\])+$/, ""));
}
