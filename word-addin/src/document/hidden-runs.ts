import type { HiddenText } from "@genai-office/shared/guards";
import type { Block } from "@genai-office/shared/vocabulary";

/** What a document's OOXML brings along, and what a paragraph of it takes beside its text; both as large as they often are. */
const packageBytes = 120_000;
const paragraphBytes = 900;

/** What the OOXML of paragraphs with texts of so many bytes may take in a reply. Longer documents are not looked at. */
export function ooxmlBytes({ bytes, count }: { bytes: number; count: number }): number {
  return packageBytes + bytes * 1.2 + count * paragraphBytes;
}

/**
 * The blocks without the text that the document does not show, from its OOXML. A block that shows nothing is none. Blocks of
 * which the OOXML does not speak stay as they are. The reader is a chunk of its own.
 */
export async function withoutHiddenRuns(
  blocks: readonly Block[],
  ooxml: string,
): Promise<{ blocks: Block[]; hidden: HiddenText[] }> {
  const { shownParagraphs } = await import("@genai-office/shared/guards/injection/word");
  const { paragraphs, hidden } = shownParagraphs(ooxml);
  const shownOf = new Map<string, string[]>();
  for (const { full, shown } of paragraphs) {
    if (full === shown) continue;
    const key = bare(full);
    shownOf.set(key, [...(shownOf.get(key) ?? []), shown]);
  }
  // Deletions are what the person sees struck through, in this very window.
  const told = hidden.filter(({ reason }) => reason !== "deleted");
  if (shownOf.size === 0) return { blocks: [...blocks], hidden: told };
  const kept = blocks.flatMap((block): Block[] => {
    const shown = shownOf.get(bare(block.text))?.shift();
    if (shown === undefined) return [block];
    return shown.trim() === "" ? [] : [{ ...block, text: shown }];
  });
  return { blocks: kept, hidden: told };
}

function bare(text: string): string {
  return text.replace(/[\s\u000b]+/g, "");
}
