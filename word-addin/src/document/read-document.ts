import { sha256Hex } from "@genai-office/shared/language";
import { GenaiError, type Block } from "@genai-office/shared/vocabulary";
import { supports } from "./capabilities";
import type { DocumentReading, Scope } from "./document-port";
import { fileNameOf } from "./file-name";
import { ooxmlBytes, withoutHiddenRuns } from "./hidden-runs";
import { runInWord, throwIfAborted } from "./host-error";
import { MarkingReader } from "./marking-reader";
import { firstPageParagraphs, nextPageSize, replyBudgetBytes, replyBytes } from "./paragraph-pages";
import { paragraphProperties, readBlock } from "./read-block";
import type { ReadingState, ReadParagraph } from "./reading-state";
import { copiesOf, queueReviewedTexts, queueReviewStrategy, type ReviewStrategy } from "./reviewed-texts";

export interface ReadDocument {
  reading: DocumentReading;
  state: ReadingState;
}

/**
 * Reads the selection when there is one, else the whole body: paragraph by paragraph in pages, and the places where
 * a 機密性 marking may stand; hidden text is kept back. Takes 2 + paragraphs/500 syncs, replies stay below 1 MB (DESIGN 7); documents whose
 * sections have many different headers take more, because every one of them is looked at (decision 8).
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

    let size = firstPageParagraphs;
    let items = collection.items;
    let more = true;
    let ooxml: OfficeExtension.ClientResult<string> | undefined;
    // The looks for markings ride on the syncs that read the pages.
    while (items.length > 0 || !markings.done) {
      const collect = pages.queue(items);
      more &&= items.length === size;
      // Reviewed texts and pages share the reply with them; without either, it is theirs.
      const isEnd = !more && ooxml === undefined;
      const shared = more || isEnd || (items.length > 0 && strategy !== "plain");
      const reserved = markings.queueNext(shared ? replyBudgetBytes / 2 : replyBudgetBytes);
      if (more) {
        size = nextPageSize(pages.sizes(items), copiesOf(strategy), reserved);
        page(collection, size, pages.read + items.length);
      }
      // What is hidden is told by the OOXML of the scope alone; it rides on this sync where the reply has room for it.
      if (isEnd && reserved + ooxmlBytes(pages.sizes(items)) <= replyBudgetBytes) ooxml = scopeRange.getOoxml();
      const queued = more || reserved > 0 || strategy !== "plain" || (isEnd && ooxml !== undefined);
      // How long the next page may be depends on this one, so the syncs cannot be joined.
      // eslint-disable-next-line office-addins/no-context-sync-in-loop
      if (queued) await context.sync();
      throwIfAborted(signal);
      collect();
      markings.collect();
      items = more ? collection.items : [];
    }
    const state = pages.state(byLocalId ? undefined : scopeRange);
    throwIfAborted(signal);
    const { blocks, hidden } =
      // eslint-disable-next-line office-addins/load-object-before-read -- the result of a method, not a property
      ooxml === undefined ? { blocks: pages.blocks, hidden: [] } : await withoutHiddenRuns(pages.blocks, ooxml.value);
    if (blocks.length === 0) throw new GenaiError("document-empty", "there is no text in the scope");
    return {
      reading: {
        scope,
        blocks,
        ...(hidden.length === 0 ? {} : { hidden }),
        markings: markings.places(fileNameOf(Office.context.document?.url)),
        hash: await sha256Hex(blocks.map(({ text }) => text).join("\n")),
      },
      state,
    };
  });
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
      bytes: this.#bytes + items.reduce((sum, { text }) => sum + replyBytes(text), 0),
      count: this.read + items.length,
    };
  }

  /** Queues what is still missing of a loaded page; the returned function is called after the next sync. */
  queue(items: Word.Paragraph[]): () => void {
    const reviewed = queueReviewedTexts(items, this.strategy);
    return () => {
      this.#bytes = this.sizes(items).bytes;
      const texts = reviewed();
      items.forEach((paragraph, offset) => this.#add(paragraph, texts[offset]!, this.read + offset));
      this.read += items.length;
    };
  }

  #add(paragraph: Word.Paragraph, text: string, index: number): void {
    if (text.trim() === "") return;
    const id = this.byLocalId ? paragraph.uniqueLocalId : `paragraph-${index}`;
    const block = readBlock(paragraph, id, text);
    this.blocks.push(block);
    this.#paragraphs.set(id, { id, index, rawText: paragraph.text, text, kind: block.kind });
  }

  state(scopeRange: Word.Range | undefined): ReadingState {
    const all = [...this.#paragraphs.values()];
    return { paragraphs: this.#paragraphs, bodySample: all.find(({ kind }) => kind === "paragraph"), scopeRange };
  }
}
