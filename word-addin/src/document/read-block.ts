import type { Block, BlockKind } from "@genai-office/shared/vocabulary";

/** Levels of the outline that are headings; 10 is body text. */
const deepestHeading = 9;

/** Properties that the reader loads of each paragraph. */
export const paragraphProperties = {
  text: true,
  style: true,
  styleBuiltIn: true,
  outlineLevel: true,
  isListItem: true,
  tableNestingLevel: true,
} as const;

function kindOf(paragraph: Word.Paragraph): BlockKind {
  if (paragraph.tableNestingLevel > 0) return "table-cell";
  if (headingLevel(paragraph) !== undefined) return "heading";
  return paragraph.isListItem ? "list-item" : "paragraph";
}

/** Level 1..9 from the built-in heading style, else from the outline level that custom heading styles set. */
function headingLevel(paragraph: Word.Paragraph): number | undefined {
  const builtIn = /^Heading([1-9])$/.exec(paragraph.styleBuiltIn)?.[1];
  if (builtIn !== undefined) return Number(builtIn);
  const outline = paragraph.outlineLevel;
  return outline >= 1 && outline <= deepestHeading ? outline : undefined;
}

/** Makes a block of a loaded paragraph. `text` is what a reader sees of it. */
export function readBlock(paragraph: Word.Paragraph, id: string, text: string): Block {
  const kind = kindOf(paragraph);
  const level = kind === "heading" ? headingLevel(paragraph) : undefined;
  return {
    id,
    text,
    kind,
    style: paragraph.style,
    ...(level === undefined ? {} : { level }),
    ...(text === paragraph.text ? {} : { contains: { revisions: true } }),
  };
}
