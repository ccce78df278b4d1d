import { paragraphTexts } from "@genai-office/shared/ooxml";
import type { MarkingPlaces } from "./document-port";
import { replyBytes } from "./paragraph-pages";

const kinds = ["Primary", "FirstPage", "EvenPages"] as const;

/** About one A4 page of an official document (government-documents 9). */
const firstPageCharacters = 1_440;
const firstPageParagraphLimit = 40;

/** Sections beyond this number are not looked at: by then the mark has been seen, or there is none. */
const sectionLimit = 60;

export type SectionMarkings = Pick<MarkingPlaces, "headers" | "footers">;

/** Headers and footers of the first section: queued now, read after the sync. `bytes` is the size of the largest package. */
export function queueFirstSection(context: Word.RequestContext): () => SectionMarkings & { bytes: number } {
  const section = context.document.sections.getFirst();
  // OOXML, because a mark often stands in a text box of the header, which `text` does not show.
  const headers = kinds.map((kind) => section.getHeader(kind).getOoxml());
  const footers = kinds.map((kind) => section.getFooter(kind));
  for (const footer of footers) footer.load("text");
  return () => ({
    headers: nonEmpty(headers.flatMap((ooxml) => paragraphTexts(ooxml.value))),
    footers: nonEmpty(footers.map((footer) => footer.text)),
    bytes: Math.max(...headers.map((ooxml) => replyBytes(ooxml.value))),
  });
}

/** Headers and footers of the other sections (a cover often has none): text only, to keep the reply small. */
export function queueOtherSections(sections: Word.Section[]): () => SectionMarkings {
  const others = sections.slice(1, sectionLimit);
  const headers = others.flatMap((section) => kinds.map((kind) => section.getHeader(kind)));
  const footers = others.flatMap((section) => kinds.map((kind) => section.getFooter(kind)));
  for (const body of [...headers, ...footers]) body.load("text");
  return () => ({
    headers: nonEmpty(headers.map((header) => header.text)),
    footers: nonEmpty(footers.map((footer) => footer.text)),
  });
}

/** Text of the first page, text boxes included, from the paragraphs the document begins with. */
export function queueFirstPage(paragraphs: Word.Paragraph[]): () => string[] {
  const first = paragraphs[0];
  if (first === undefined) return () => [];
  let characters = 0;
  let last = 0;
  while (last + 1 < Math.min(paragraphs.length, firstPageParagraphLimit) && characters < firstPageCharacters) {
    characters += paragraphs[last]!.text.length;
    last += 1;
  }
  const range = first.getRange("Whole").expandTo(paragraphs[last]!.getRange("Whole"));
  const ooxml = range.getOoxml();
  // eslint-disable-next-line office-addins/call-sync-before-read, office-addins/load-object-before-read -- called after the sync
  return () => nonEmpty(paragraphTexts(ooxml.value));
}

/** Name of the file from its address: decoded, without query. Empty for a document that was never saved. */
export function fileNameOf(url: string | null | undefined): string {
  const path = (url ?? "").split(/[?#]/, 1)[0]!;
  const last = path.split(/[/\\]/).at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    // A stray "%" in a local file name is no escape sequence: the name is meant as it stands.
    return last;
  }
}

function nonEmpty(texts: string[]): string[] {
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ""))];
}
