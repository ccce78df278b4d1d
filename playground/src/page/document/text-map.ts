import { paragraphMark, readMark } from "./marks";

/** A place in the body: number of the paragraph, character in it as the host counts. */
export interface TextPlace {
  readonly paragraph: number;
  readonly offset: number;
}

/** The two places, the earlier one first. */
export function inOrder(one: TextPlace, other: TextPlace): [TextPlace, TextPlace] {
  const isForward =
    one.paragraph < other.paragraph || (one.paragraph === other.paragraph && one.offset <= other.offset);
  return isForward ? [one, other] : [other, one];
}

export interface DomPlace {
  readonly node: Node;
  readonly offset: number;
}

interface Piece {
  readonly mark: Element;
  readonly start: number;
  readonly isText: boolean;
}

/**
 * Translates between places of the drawn document and places of the model, by the marks of the copy. Made once for each
 * drawing; `lengthOf` tells the length of a paragraph in the model.
 */
export class TextMap {
  private readonly elements = new Map<number, Element>();
  private readonly pieces = new Map<number, Piece[]>();

  constructor(
    private readonly root: HTMLElement,
    private readonly lengthOf: (paragraph: number) => number,
  ) {
    for (const element of root.querySelectorAll('span[id^="host-"]')) {
      const mark = readMark(element.id);
      if (mark === undefined) continue;
      if (mark.start === undefined) {
        const paragraph = element.closest("p");
        if (paragraph) this.elements.set(mark.paragraph, paragraph);
      } else {
        const list = this.pieces.get(mark.paragraph) ?? [];
        list.push({ mark: element, start: mark.start, isText: mark.isText });
        this.pieces.set(mark.paragraph, list);
      }
    }
  }

  paragraphElement(paragraph: number): Element | undefined {
    return this.elements.get(paragraph);
  }

  /** Undefined in headers, footers and notes; between paragraphs the start of the next one. */
  toText(node: Node, offset: number): TextPlace | undefined {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || !this.root.contains(element) || element.closest("header, footer, section > ol")) return undefined;
    const mark = element.closest("p")?.querySelector('span[id^="host-p-"]');
    const paragraph = mark ? readMark(mark.id)?.paragraph : undefined;
    if (paragraph === undefined) return this.nextParagraph(node, offset);
    if (node instanceof Text) {
      const piece = this.pieceHolding(node, paragraph);
      if (piece?.isText) return { paragraph, offset: piece.start + textBefore(piece, node) + offset };
    }
    const next = this.firstPieceAfter(paragraph, node, offset);
    return { paragraph, offset: next?.start ?? this.lengthOf(paragraph) };
  }

  /** The place on the screen; a place that is not drawn gives the nearest one before it. */
  toDom({ paragraph, offset }: TextPlace): DomPlace | undefined {
    const element = this.elements.get(paragraph);
    if (element === undefined) return undefined;
    const pieces = this.pieces.get(paragraph) ?? [];
    let piece: Piece | undefined;
    for (const candidate of pieces) {
      if (candidate.start > offset) break;
      piece = candidate;
    }
    if (piece === undefined) return { node: element, offset: 0 };
    const target = piece.mark.nextElementSibling;
    if (target === null) return { node: element, offset: element.childNodes.length };
    if (piece.isText) {
      const place = placeInText(target, offset - piece.start);
      if (place) return place;
    }
    // Before the piece means before its mark: so the way back finds the piece, not the one behind it.
    const parent = target.parentNode!;
    const isBehind = offset > piece.start;
    const child = Array.prototype.indexOf.call(parent.childNodes, isBehind ? target : piece.mark) as number;
    return { node: parent, offset: isBehind ? child + 1 : child };
  }

  /** A range over both places, undefined when one of them is not drawn. */
  toRange(start: TextPlace, end: TextPlace): Range | undefined {
    const from = this.toDom(start);
    const to = this.toDom(end);
    if (!from || !to) return undefined;
    const range = document.createRange();
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  private pieceHolding(node: Node, paragraph: number): Piece | undefined {
    const own = `${paragraphMark(paragraph)}`;
    for (let child: Node | null = node; child && child instanceof Node; child = child.parentNode) {
      const before: Element | null = child instanceof Element ? child.previousElementSibling : null;
      if (before && before.id !== own && readMark(before.id)?.paragraph === paragraph)
        return this.pieces.get(paragraph)?.find(({ mark }) => mark === before);
      if (child instanceof HTMLParagraphElement) return undefined;
    }
    return undefined;
  }

  private nextParagraph(node: Node, offset: number): TextPlace | undefined {
    const place = document.createRange();
    place.setStart(node, offset);
    let last: number | undefined;
    for (const [paragraph, element] of this.elements) {
      if (place.comparePoint(element, 0) >= 0) return { paragraph, offset: 0 };
      last = paragraph;
    }
    return last === undefined ? undefined : { paragraph: last, offset: this.lengthOf(last) };
  }

  private firstPieceAfter(paragraph: number, node: Node, offset: number): Piece | undefined {
    const place = document.createRange();
    place.setStart(node, offset);
    return this.pieces.get(paragraph)?.find(({ mark }) => place.comparePoint(mark, 0) >= 0);
  }
}

/** Characters of the piece's text before a text node of it; a reading above the text does not count. */
function textBefore({ mark }: Piece, node: Text): number {
  let count = 0;
  for (const text of textNodes(mark.nextElementSibling!)) {
    if (text === node) return count;
    count += text.length;
  }
  return count;
}

function placeInText(target: Element, offset: number): DomPlace | undefined {
  let rest = offset;
  let last: Text | undefined;
  for (const text of textNodes(target)) {
    if (rest <= text.length) return { node: text, offset: rest };
    rest -= text.length;
    last = text;
  }
  return last && { node: last, offset: last.length };
}

function* textNodes(root: Element): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (text) =>
    text.parentElement?.localName === "rt" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) yield walker.currentNode as Text;
}
