import { firstFrameMark, furtherFrameMark } from "./marks";
import { attributeOf, childNamed, createWord, descendantsNamed, isOn, wordName } from "./word-xml";

/** Makes docx-preview draw what Word does with sections: page breaks between them, headers taken over, first pages. */
export function prepareSections(body: Element): void {
  const sections = descendantsNamed(body, "sectPr").filter(
    (section) => wordName(section.parentElement) !== "sectPrChange",
  );
  sections.reduce<Element | undefined>((previous, section) => {
    if (previous) inheritHeaders(previous, section);
    return section;
  }, undefined);
  let first = body.firstElementChild;
  for (const section of sections) {
    const type = attributeOf(childNamed(section, "type"), "val");
    const startsPage = section === sections[0] || (type !== "continuous" && type !== "nextColumn");
    if (first && startsPage) {
      if (section !== sections[0]) breakBefore(first);
      if (isOn(childNamed(section, "titlePg"))) addFramePages(first);
    }
    first = section.closest("p")?.nextElementSibling ?? null;
  }
}

/** A section without a header of some type has that of the section before (ISO/IEC 29500-1, 17.10.5). */
function inheritHeaders(previous: Element, section: Element): void {
  const references = (of: Element) =>
    Array.from(of.children).filter((child) => /^(header|footer)Reference$/.test(wordName(child)));
  const key = (reference: Element) => `${reference.localName} ${attributeOf(reference, "type") ?? "default"}`;
  const own = new Set(references(section).map(key));
  for (const reference of references(previous))
    if (!own.has(key(reference))) section.prepend(reference.cloneNode(true));
}

/** docx-preview breaks before paragraphs only; a table that starts a section follows without a break. */
function breakBefore(block: Element): void {
  if (wordName(block) !== "p") return;
  const properties = childNamed(block, "pPr") ?? createWord(block, "pPr");
  if (!properties.parentElement) block.prepend(properties);
  if (!childNamed(properties, "pageBreakBefore")) properties.append(createWord(block, "pageBreakBefore"));
}

/**
 * docx-preview draws a section as one page, with the header of its first page. Two pages before it, empty but for their
 * headers, give both kinds; they are taken away after drawing.
 */
function addFramePages(first: Element): void {
  const emptyPage = (mark: string) => {
    const paragraph = createWord(first, "p");
    paragraph.append(createWord(first, "bookmarkStart", { id: "0", name: mark }));
    return paragraph;
  };
  const pages = [emptyPage(firstFrameMark), emptyPage(furtherFrameMark)];
  const isAtStart = first.previousElementSibling === null; // a break there would make an empty page
  first.before(...pages);
  for (const page of isAtStart ? pages.slice(1) : pages) breakBefore(page);
  breakBefore(first);
}
