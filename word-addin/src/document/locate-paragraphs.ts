import { GenaiError } from "@genai-office/shared/vocabulary";
import type { ReadingState, ReadParagraph } from "./reading-state";

/** A paragraph of the last reading, found again in the document. */
export interface LocatedParagraph {
  read: ReadParagraph;
  /** The paragraph; its `text` is loaded with the next sync. */
  paragraph: Word.Paragraph;
}

export type LocatedParagraphs = ReadonlyMap<string, LocatedParagraph>;

function remembered(state: ReadingState, blockId: string): ReadParagraph {
  const read = state.paragraphs.get(blockId);
  if (read === undefined) throw new GenaiError("document-changed", "the block is not part of the last reading");
  return read;
}

/**
 * Finds blocks of the last reading again and queues the loading of their text. By `uniqueLocalId` where Word has it
 * (no sync of its own), else by position in the kept scope, which takes one sync.
 *
 * @throws GenaiError `document-changed` when a block is of another reading, or its paragraph is gone
 */
export async function locateParagraphs(
  context: Word.RequestContext,
  state: ReadingState,
  blockIds: Iterable<string>,
): Promise<LocatedParagraphs> {
  const { scopeRange } = state;
  const reads = [...new Set(blockIds)].map((blockId) => remembered(state, blockId));
  if (scopeRange === undefined) {
    const found = reads.map((read) => ({ read, paragraph: context.document.getParagraphByUniqueLocalId(read.id) }));
    for (const { paragraph } of found) paragraph.load("text");
    return new Map(found.map((located) => [located.read.id, located]));
  }
  const positions = reads.map((read) => {
    // A range of its own for each: a property such as `paragraphs` is one cached proxy, whose items the next load replaces.
    const { paragraphs } = scopeRange.getRange("Whole");
    // eslint-disable-next-line office-addins/no-navigational-load -- $top is a load option, not a property
    paragraphs.load({ text: true, $top: 1, $skip: read.index });
    return { read, paragraphs };
  });
  await context.sync();
  return new Map(
    positions.map(({ read, paragraphs }) => {
      const [paragraph] = paragraphs.items;
      if (paragraph === undefined) throw new GenaiError("document-changed", "the paragraph is gone");
      return [read.id, { read, paragraph }];
    }),
  );
}

/** Fails with `document-changed` when a located paragraph does not hold the text it was read with. */
export function requireUnchanged(located: Iterable<LocatedParagraph>): void {
  for (const { read, paragraph } of located)
    if (paragraph.text !== read.rawText)
      throw new GenaiError("document-changed", "a paragraph was edited after it was read");
}
