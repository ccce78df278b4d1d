import type { WordHost } from "@genai-office/office-host/word";
import type { HostDocument } from "./host-document";
import type { SourcePiece } from "./paragraph-source";
import { shownPieces } from "./shown-pieces";
import { inOrder, type TextPlace } from "./text-map";
import { childNamed } from "./word-xml";

/** The emulated Word as the page's document. */
export function createWordDocument(host: WordHost): HostDocument {
  const body = childNamed(host.package.xml(host.package.mainPart).documentElement, "body");
  if (body === undefined) throw new Error("The document has no body.");
  let cache = new WeakMap<Element, readonly SourcePiece[]>();
  host.onChanged(() => {
    cache = new WeakMap();
  });
  const pieces = (paragraph: Element) => {
    const known = cache.get(paragraph);
    if (known) return known;
    const made = shownPieces(host.runNodes(paragraph));
    cache.set(paragraph, made);
    return made;
  };
  const lengthOf = (number: number) => {
    const paragraph = host.paragraphNodes()[number];
    const last = paragraph && pieces(paragraph).at(-1);
    return last ? last.start + last.length : 0;
  };
  const selection = () => {
    const current = host.getSelection();
    const toPlace = ({ paragraphIndex, offset }: { paragraphIndex: number; offset: number }): TextPlace => ({
      paragraph: paragraphIndex,
      offset,
    });
    return current && { anchor: toPlace(current.anchor), focus: toPlace(current.focus) };
  };
  return {
    package: host.package,
    body,
    paragraphs: () => host.paragraphNodes(),
    pieces,
    lengthOf,
    save: () => host.save(),
    onChanged: (listener) => host.onChanged(listener),
    onSelectionChanged: (listener) => host.onSelectionChanged(listener),
    select: ({ anchor, focus }) =>
      host.setSelection(
        { paragraphIndex: anchor.paragraph, offset: anchor.offset },
        { paragraphIndex: focus.paragraph, offset: focus.offset },
      ),
    selection,
    selectionSize: () => {
      const current = selection();
      if (!current) return { paragraphs: 0, characters: 0 };
      const [start, end] = inOrder(current.anchor, current.focus);
      if (start.paragraph === end.paragraph) {
        const characters = end.offset - start.offset;
        return { paragraphs: characters > 0 ? 1 : 0, characters };
      }
      // A selection that ends before the first character of a paragraph does not touch it.
      const last = end.offset === 0 ? end.paragraph - 1 : end.paragraph;
      let characters = lengthOf(start.paragraph) - start.offset + (last === end.paragraph ? end.offset : 0);
      for (let number = start.paragraph + 1; number < end.paragraph; number++) characters += lengthOf(number);
      return { paragraphs: last - start.paragraph + 1, characters };
    },
  };
}
