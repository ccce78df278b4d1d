import { parseInTurns, TooComplex } from "@genai-office/shared/guards/injection";
import { withoutInvisible } from "./html-entities";

/** Elements that do not end a line. */
export const inlineElements: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo big cite code data dfn em font i ins del kbd mark nobr q rb ruby s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);

/** Not read by anybody, or beside the line: the reading of the bytes has them. */
const beside: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "title", "rt", "rp", "rtc"]);

export interface PageText {
  title: string;
  /** What is in the page as text, line by line. */
  lines: string[];
}

type Node = Awaited<ReturnType<typeof parseInTurns>>["children"][number];

/**
 * The text of a page as browsers build it from the markup, whatever its styles then do with it. Undefined for one that is too
 * complex to be read by a parser.
 */
export async function pageText(html: string, otherWork: () => Promise<void>): Promise<PageText | undefined> {
  try {
    const document = await parseInTurns(html, otherWork);
    const pieces: string[] = [];
    let title = "";
    const walk = (nodes: readonly Node[]): void => {
      for (const node of nodes) {
        if (node.nodeType === 3) pieces.push((node as { data: string }).data);
        if (!("name" in node) || !("children" in node)) continue;
        if (node.name === "title") title ||= oneLine(textIn(node.children));
        if (beside.has(node.name)) continue;
        const isInline = inlineElements.has(node.name);
        if (!isInline) pieces.push("\n");
        walk(node.children);
        if (!isInline) pieces.push("\n");
      }
    };
    walk(document.children);
    return { title, lines: linesOf(pieces.join("")) };
  } catch (thrown) {
    if (thrown instanceof TooComplex) return undefined;
    throw thrown;
  }
}

function textIn(nodes: readonly Node[]): string {
  return nodes.map((node) => (node.nodeType === 3 ? (node as { data: string }).data : "")).join("");
}

function oneLine(text: string): string {
  return linesOf(text).join(" ");
}

function linesOf(text: string): string[] {
  return withoutInvisible(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
