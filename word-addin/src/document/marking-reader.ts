import { paragraphTexts } from "@genai-office/shared/ooxml";
import type { MarkingPlaces } from "./document-port";
import { replyBytes } from "./paragraph-pages";

const kinds = ["Primary", "FirstPage", "EvenPages"] as const;

/** About one A4 page of an official document (government-documents 9). */
const firstPageCharacters = 1_440;
const firstPageParagraphLimit = 40;

/** Sections beyond this number are not looked at: by then the mark has been seen, or there is none. */
const sectionLimit = 60;

/**
 * Looks at the places of a document where a marking may stand, over several syncs: an answer in OOXML brings the
 * document's styles along, which alone may have hundreds of kilobytes, so that one reply cannot hold them all.
 */
export class MarkingReader {
  readonly #headers: string[] = [];
  readonly #footers: string[] = [];
  #firstPage: string[] = [];
  /** Size of the largest OOXML answer so far, which the next one will resemble. */
  #packageBytes = 1;
  #queued: (() => void)[] = [];
  readonly #waiting: (() => void)[] = [];

  /** Queues the first look: the first section's header, and the texts of its other headers and footers. */
  constructor(context: Word.RequestContext) {
    const section = context.document.sections.getFirst();
    this.#queueHeader(section.getHeader("Primary"));
    this.#queueTexts(
      [section.getHeader("EvenPages")],
      kinds.map((kind) => section.getFooter(kind)),
    );
    // A cover page has a header of its own; its text box is looked at as well.
    this.#waiting.push(() => this.#queueHeader(section.getHeader("FirstPage")));
  }

  /** Names what else is to be looked at, once the beginning of the document and its sections are known. */
  add(beginning: Word.Paragraph[], sections: Word.Section[]): void {
    const others = sections.slice(1, sectionLimit);
    this.#waiting.push(() => this.#queueFirstPage(beginning));
    // Text only, to keep the reply small: by the second section a mark in a text box has been seen on the first page.
    if (others.length > 0)
      this.#waiting.push(() =>
        this.#queueTexts(
          others.flatMap((other) => kinds.map((kind) => other.getHeader(kind))),
          others.flatMap((other) => kinds.map((kind) => other.getFooter(kind))),
        ),
      );
  }

  /** True when everything was looked at. */
  get done(): boolean {
    return this.#waiting.length === 0 && this.#queued.length === 0;
  }

  /**
   * Queues as many further looks as the next reply may hold, at least one. Returns the bytes to reserve for them.
   *
   * @param budgetBytes what the reply may hold beside them is the caller's
   */
  queueNext(budgetBytes: number): number {
    let bytes = 0;
    while (this.#waiting.length > 0 && (bytes === 0 || bytes + this.#packageBytes <= budgetBytes)) {
      this.#waiting.shift()!();
      bytes += this.#packageBytes;
    }
    return bytes;
  }

  /** Takes the answers in; called after each sync. */
  collect(): void {
    for (const take of this.#queued) take();
    this.#queued = [];
  }

  places(fileName: string): MarkingPlaces {
    return {
      headers: distinct(this.#headers),
      footers: distinct(this.#footers),
      firstPage: distinct(this.#firstPage),
      fileName,
    };
  }

  #queueHeader(header: Word.Body): void {
    // OOXML, because a mark often stands in a text box of the header, which `text` does not show.
    const ooxml = header.getOoxml();
    this.#queued.push(() => this.#headers.push(...this.#textsOf(ooxml)));
  }

  #queueTexts(headers: Word.Body[], footers: Word.Body[]): void {
    for (const body of [...headers, ...footers]) body.load("text");
    this.#queued.push(() => {
      this.#headers.push(...headers.map((header) => header.text));
      this.#footers.push(...footers.map((footer) => footer.text));
    });
  }

  /** The first page with its text boxes, from the paragraphs the document begins with. */
  #queueFirstPage(paragraphs: Word.Paragraph[]): void {
    const first = paragraphs[0];
    if (first === undefined) return;
    let characters = 0;
    let last = 0;
    while (last + 1 < Math.min(paragraphs.length, firstPageParagraphLimit) && characters < firstPageCharacters) {
      characters += paragraphs[last]!.text.length;
      last += 1;
    }
    const ooxml = first.getRange("Whole").expandTo(paragraphs[last]!.getRange("Whole")).getOoxml();
    this.#queued.push(() => {
      this.#firstPage = this.#textsOf(ooxml);
    });
  }

  #textsOf(ooxml: OfficeExtension.ClientResult<string>): string[] {
    this.#packageBytes = Math.max(this.#packageBytes, replyBytes(ooxml.value));
    return paragraphTexts(ooxml.value);
  }
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
}
