import { sha256Hex } from "@genai-office/shared/language";
import { GenaiError, type Block } from "@genai-office/shared/vocabulary";
import { supports } from "./capabilities";
import type { DocumentReading, Scope } from "./document-port";
import { fileNameOf } from "./file-name";
import { HiddenTextReader, type HiddenParts } from "./hidden-text-reader";
import { runInWord, throwIfAborted } from "./host-error";
import { MarkingReader } from "./marking-reader";
import { firstPageParagraphs, nextPageSize, pageBytes, replyBudgetBytes, replyBytes } from "./paragraph-pages";
import { paragraphProperties, readBlock } from "./read-block";
import type { ReadingState, ReadParagraph } from "./reading-state";
import { copiesOf, queueReviewedTexts, queueReviewStrategy, type ReviewStrategy } from "./reviewed-texts";

export interface ReadDocument {
  reading: DocumentReading;
  state: ReadingState;
}

/**
 * Reads the selection when there is one, else the whole body: paragraph by paragraph in pages, and the places where
 * a 機密性 marking may stand; hidden text is kept back. Takes at most 3 + paragraphs/500 syncs, replies stay below 1 MB (DESIGN 7);
 * documents whose sections have many different headers take more, because every one of them is looked at (decision 8).
 * So may documents whose formatting is large: all of their paragraphs are looked at for hidden text. `unchecked` counts those
 * whose look Word answered with something that cannot be read or placed.
 * A partial selection counts as its whole paragraphs: a sentence without its paragraph loses its subject, and
 * selections inside tables are not to be trusted (office-pitfalls R5).
 *
 * @throws GenaiError `document-empty`, `document-unsupported`, `aborted`, `host-*`
 */
export async function readDocument(signal?: AbortSignal): Promise<ReadDocument> {
  throwIfAborted(signal);
  return await runInWord(async (context) => {
    const byLocalId = supports("trackedChanges");
    const properties = byLocalId ? { ...paragraphProperties, uniqueLocalId: true } : paragraphProperties;
    const page = (paragraphs: Word.ParagraphCollection, top: number, skip: number) => {
      paragraphs.load({ ...properties, $top: top, $skip: skip });
      return paragraphs;
    };

    const selection = context.document.getSelection();
    // eslint-disable-next-line office-addins/no-navigational-load -- isEmpty is a scalar
    selection.load("isEmpty");
    // eslint-disable-next-line office-addins/call-sync-before-read, office-addins/load-object-before-read -- a proxy, not a value
    const selected = page(selection.paragraphs, firstPageParagraphs, 0);
    const beginning = page(context.document.body.paragraphs, firstPageParagraphs, 0);
    const sections = context.document.sections;
    sections.load("items");
    const markings = new MarkingReader(context, byLocalId);
    const askStrategy = queueReviewStrategy(context);
    await context.sync();
    throwIfAborted(signal);

    const scope: Scope = selection.isEmpty ? "document" : "selection";
    const collection = scope === "document" ? beginning : selected;
    const scopeRange = scope === "document" ? context.document.body.getRange("Content") : selection;
    const strategy = askStrategy();
    markings.collect();
    markings.add(beginning.items, sections.items);
    const pages = new PageReader(strategy, byLocalId);

    if (!byLocalId) scopeRange.track();

    const hiding = new HiddenTextReader();
    let size = firstPageParagraphs;
    let items = collection.items;
    let more = true;
    // The looks for markings and for hidden text ride on the syncs that read the pages.
    while (items.length > 0 || !markings.done || !hiding.done) {
      const collect = pages.queue(items);
      more &&= items.length === size;
      const reviewedBytes = strategy === "plain" ? 0 : (copiesOf(strategy) - 1) * textBytes(items);
      const isReview = strategy !== "plain" && items.length > 0;
      // Where nothing is tracked, the page is known already and can be looked at with this sync.
      if (!isReview) hiding.add(collect());
      const room = replyBudgetBytes - reviewedBytes;
      const reserved = markings.queueNext(more || isReview || !hiding.done ? room / 2 : room);
      // Two answers whose size nobody knows do not travel together.
      const waits = markings.asksForFirstPage && !hiding.answered;
      const looked = waits
        ? 0
        : hiding.queueNext(
            room - reserved - (more ? pages.usualBytes() : 0),
            !more && !isReview && reserved === 0,
            markings.answerBytes,
          );
      if (more) {
        size = nextPageSize(pages.sizes(isReview ? items : []), copiesOf(strategy), reviewedBytes + reserved + looked);
        page(collection, size, pages.read + (isReview ? items.length : 0));
      }
      if (more || isReview || reserved > 0 || looked > 0) {
        // How long the next page may be depends on this one, so the syncs cannot be joined.
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
      }
      throwIfAborted(signal);
      if (isReview) hiding.add(collect());
      markings.collect();
      await hiding.collect();
      items = more ? collection.items : [];
    }
    const parts = hiding.parts();
    const { hidden, unchecked } = parts;
    const state = pages.state(byLocalId ? undefined : scopeRange, parts);
    const blocks = shownBlocks(pages.blocks, parts);
    throwIfAborted(signal);
    if (blocks.length === 0) throw new GenaiError("document-empty", "there is no text in the scope");
    return {
      reading: {
        scope,
        blocks,
        ...(hidden.length === 0 ? {} : { hidden }),
        ...(unchecked === 0 ? {} : { unchecked }),
        markings: markings.places(fileNameOf(Office.context.document?.url)),
        hash: await sha256Hex(blocks.map(({ text }) => text).join("\n")),
      },
      state,
    };
  });
}

function textBytes(items: Word.Paragraph[]): number {
  return items.reduce((sum, { text }) => sum + replyBytes(text), 0);
}

/** The blocks without the text that the document does not show; a block that shows nothing is none. */
function shownBlocks(blocks: Block[], { shown }: HiddenParts): Block[] {
  return blocks.flatMap((block): Block[] => {
    const text = shown.get(block.id)?.shown;
    if (text === undefined) return [block];
    return text.trim() === "" ? [] : [{ ...block, text }];
  });
}

/** A paragraph that was read, for the look at what it hides. */
interface ReadItem {
  id: string;
  paragraph: Word.Paragraph;
  text: string;
}

/** Collects pages of paragraphs into blocks. */
class PageReader {
  readonly blocks: Block[] = [];
  /** Paragraphs read so far, empty ones counted. */
  read = 0;
  readonly #paragraphs = new Map<string, ReadParagraph>();
  #bytes = 0;

  constructor(
    private readonly strategy: ReviewStrategy,
    private readonly byLocalId: boolean,
  ) {}

  /** Bytes and number of the texts so far, the given page included. */
  sizes(items: Word.Paragraph[]): { bytes: number; count: number } {
    return {
      bytes: this.#bytes + textBytes(items),
      count: this.read + items.length,
    };
  }

  /** What the next page is to be left in a reply, so that reading keeps its pace. */
  usualBytes(): number {
    return Math.min(
      replyBudgetBytes * 0.6,
      pageBytes({ bytes: this.#bytes, count: this.read }, copiesOf(this.strategy)),
    );
  }

  /** Queues what is still missing of a loaded page; the returned function is called after the next sync, if that was anything. */
  queue(items: Word.Paragraph[]): () => ReadItem[] {
    const reviewed = queueReviewedTexts(items, this.strategy);
    return () => {
      this.#bytes = this.sizes(items).bytes;
      const texts = reviewed();
      const read = items.map((paragraph, offset) => this.#add(paragraph, texts[offset]!, this.read + offset));
      this.read += items.length;
      return read;
    };
  }

  #add(paragraph: Word.Paragraph, text: string, index: number): ReadItem {
    const id = this.byLocalId ? paragraph.uniqueLocalId : `paragraph-${index}`;
    if (text.trim() !== "") this.#keep(paragraph, id, text, index);
    return { id, paragraph, text };
  }

  #keep(paragraph: Word.Paragraph, id: string, text: string, index: number): void {
    const block = readBlock(paragraph, id, text);
    this.blocks.push(block);
    this.#paragraphs.set(id, { id, index, rawText: paragraph.text, text, kind: block.kind });
  }

  state(scopeRange: Word.Range | undefined, { shown }: HiddenParts): ReadingState {
    for (const [id, { endsHidden }] of shown) {
      const read = this.#paragraphs.get(id);
      if (read !== undefined) read.hides = endsHidden ? "at-end" : "within";
    }
    const all = [...this.#paragraphs.values()];
    const bodySample = all.find(({ kind, hides }) => kind === "paragraph" && hides === undefined);
    return { paragraphs: this.#paragraphs, bodySample, scopeRange };
  }
}
