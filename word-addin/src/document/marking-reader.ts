import { labelsOfProperties } from "@genai-office/shared/guards";
import { paragraphTexts } from "@genai-office/shared/ooxml";
import { GenaiError } from "@genai-office/shared/vocabulary";
import type { MarkingPlaces } from "./document-port";
import { bodyAt, headerFooterPlaces, primaryHeader } from "./header-footer-place";
import { replyBytes } from "./paragraph-pages";
import { RepeatedHeaders, type HeaderFooter } from "./repeated-headers";

/** About one A4 page of an official document (government-documents 9). */
const firstPageCharacters = 1_440;
const firstPageParagraphLimit = 40;

/** Sections asked at once which of their headers repeat others, and what the answer for one of them may take. */
const sectionsAtOnce = 100;
const sectionBytes = 3_000;

/** How much larger than the answers so far the next one is taken to be: pictures and styles differ. */
const estimateMargin = 1.25;

/** Something still to be looked at. */
interface Look {
  /** Size of the answer, where it is known beforehand; OOXML is estimated by the answers so far. */
  bytes?: number;
  queue: () => void;
}

/**
 * Looks at the places of a document where a marking may stand: every header and footer of every section, the first
 * page, and the names of sensitivity labels. All of it is asked for in OOXML, since `text` shows neither text boxes nor watermarks. An answer brings
 * the document's styles along, which alone may have hundreds of kilobytes, so that one reply cannot hold them all;
 * the looks are spread over as many syncs as they need. There is no bound at which looking ends: a document with many
 * different headers costs more syncs than DESIGN 7 allows, because a marking must not be missed (decision 8).
 */
export class MarkingReader {
  readonly #headers: string[] = [];
  readonly #footers: string[] = [];
  #firstPage: string[] = [];
  #firstPageIsAsked = false;
  #labels: string[] = [];
  /** Sizes of the OOXML answers for headers and footers so far, which the next ones will resemble. */
  #answers = { bytes: 0, count: 0 };
  #queued: (() => void)[] = [];
  readonly #waiting: Look[] = [];

  /** Queues the first look, at the likeliest place: the first section's header. */
  constructor(
    context: Word.RequestContext,
    /** True where paragraphs have session ids (WordApi 1.6), which tell repeated headers. */
    private readonly byLocalId: boolean,
  ) {
    this.#queueLabels(context);
    this.#queueBody({ place: primaryHeader, body: bodyAt(context.document.sections.getFirst(), primaryHeader) });
  }

  /**
   * Names what else is to be looked at, once the beginning of the document and its sections are known.
   *
   * @throws GenaiError `document-unsupported` when there is no section, which no document of Word is without
   */
  add(beginning: Word.Paragraph[], sections: Word.Section[]): void {
    const [first, ...others] = sections;
    if (first === undefined) throw new GenaiError("document-unsupported", "the document has no section");
    if (this.byLocalId && others.length > 0) this.#waitForRepeated(sections);
    this.#waiting.push({ queue: () => this.#queueFirstPage(beginning) });
    // The first section's header was looked at in the constructor.
    this.#wait(headerFooters(first).slice(1));
    if (!this.byLocalId) this.#wait(others.flatMap(headerFooters));
  }

  /** True when everything was looked at. */
  get done(): boolean {
    return this.#waiting.length === 0 && this.#queued.length === 0;
  }

  /** True while the first page is asked for, whose text boxes and pictures make its answer as large as nobody knows. */
  get asksForFirstPage(): boolean {
    return this.#firstPageIsAsked;
  }

  /** What an answer in OOXML takes, by those so far: mostly the styles and themes that come along. */
  get answerBytes(): number {
    return Math.ceil((estimateMargin * this.#answers.bytes) / Math.max(1, this.#answers.count));
  }

  /**
   * Queues as many further looks as the next reply may hold, at least one. Returns the bytes to reserve for them.
   *
   * @param budgetBytes what the reply may hold beside them is the caller's
   */
  queueNext(budgetBytes: number): number {
    let bytes = 0;
    const { answerBytes } = this;
    while (this.#waiting.length > 0) {
      const next = this.#waiting[0]!.bytes ?? answerBytes;
      if (bytes > 0 && bytes + next > budgetBytes) break;
      this.#waiting.shift()!.queue();
      bytes += next;
    }
    return bytes;
  }

  /**
   * Takes the answers in; called after each sync.
   *
   * @throws GenaiError `document-unsupported` when an answer cannot be read
   */
  collect(): void {
    const queued = this.#queued;
    this.#queued = [];
    for (const take of queued) take();
  }

  places(fileName: string): MarkingPlaces {
    return {
      headers: distinct(this.#headers),
      footers: distinct(this.#footers),
      firstPage: distinct(this.#firstPage),
      fileName,
      labels: distinct(this.#labels),
    };
  }

  #wait(items: HeaderFooter[]): void {
    this.#waiting.push(...items.map((item) => ({ queue: () => this.#queueBody(item) })));
  }

  /** What the sections have of their own, beside the first one's, is looked at once it is known. */
  #waitForRepeated(sections: Word.Section[]): void {
    const repeated = new RepeatedHeaders();
    for (let start = 0; start < sections.length; start += sectionsAtOnce) {
      const asked = sections.slice(start, start + sectionsAtOnce);
      this.#waiting.push({
        bytes: asked.length * sectionBytes,
        queue: () => {
          const ownOf = repeated.queue(asked);
          this.#queued.push(() => {
            const own = ownOf();
            this.#wait((start === 0 ? own.slice(1) : own).flat());
          });
        },
      });
    }
  }

  /** Sensitivity labels are kept in custom properties (MSIP_Label_…); they come with the first answer. */
  #queueLabels(context: Word.RequestContext): void {
    const { customProperties } = context.document.properties;
    customProperties.load({ key: true, value: true });
    this.#queued.push(() => {
      this.#labels = labelsOfProperties(
        customProperties.items.map(({ key, value }) => ({ name: key, value: String(value) })),
      );
    });
  }

  #queueBody({ place, body }: HeaderFooter): void {
    const ooxml = body.getOoxml();
    const texts = place.part === "header" ? this.#headers : this.#footers;
    this.#queued.push(() => {
      const answer = answerOf(ooxml);
      texts.push(...paragraphTexts(answer));
      this.#answers.bytes += replyBytes(answer);
      this.#answers.count += 1;
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
    this.#firstPageIsAsked = true;
    this.#queued.push(() => {
      this.#firstPageIsAsked = false;
      this.#firstPage = paragraphTexts(answerOf(ooxml));
    });
  }
}

function headerFooters(section: Word.Section): HeaderFooter[] {
  return headerFooterPlaces.map((place) => ({ place, body: bodyAt(section, place) }));
}

/** @throws GenaiError `document-unsupported`: an answer that is not understood may hide a marking */
function answerOf({ value }: OfficeExtension.ClientResult<string>): string {
  if (typeof value !== "string" || !/<w:body[\s/>]/.test(value))
    throw new GenaiError("document-unsupported", "Word's answer for a header, footer or first page has no body");
  return value;
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
}
