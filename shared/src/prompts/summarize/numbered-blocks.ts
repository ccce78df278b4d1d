import type { Block } from "../../vocabulary";

const kindHints = {
  ja: { heading: "（見出し）", "table-cell": "（表）", "list-item": "・" },
  en: { heading: "(heading) ", "table-cell": "(table) ", "list-item": "- " },
} as const;

/**
 * Lists blocks as `[1] text`, one a line, in their order: number n is `blocks[n - 1]`, so that a citation is mapped back
 * without a table. Line breaks inside a block become spaces, because a line is a paragraph here.
 */
export function numberedBlocks(blocks: readonly Block[], language: "ja" | "en"): string {
  const hints: Partial<Record<Block["kind"], string>> = kindHints[language];
  return blocks
    .map((block, index) => {
      const hint = hints[block.kind] ?? "";
      const label = block.label === undefined || block.label === "" ? "" : `${block.label} `;
      return `[${index + 1}] ${hint}${label}${block.text.replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, " ").trim()}`;
    })
    .join("\n");
}
