import type { Story } from "./story";

/**
 * A place in a story, in internal characters of a paragraph. The paragraph mark is the character after the content:
 * offset `content.length` is before the mark, `content.length + 1` after it.
 */
export interface Position {
  readonly paragraph: Element;
  readonly offset: number;
}

/** From a place to a later or equal one in the same story. */
export interface Span {
  readonly story: Story;
  readonly start: Position;
  readonly end: Position;
  /** The last paragraph is meant, also when it is empty and the span ends at its start. */
  readonly withLast?: boolean;
}

/** Negative when `a` comes first. The end of a paragraph after its mark equals the start of the next. */
export function comparePositions(story: Story, a: Position, b: Position): number {
  const first = normalized(story, a);
  const second = normalized(story, b);
  return first.index - second.index || first.offset - second.offset;
}

function normalized(story: Story, position: Position): { index: number; offset: number } {
  const index = story.indexOf(position.paragraph);
  const pastMark = position.offset > story.content(position.paragraph).length;
  return pastMark ? { index: index + 1, offset: 0 } : { index, offset: position.offset };
}

export function isCollapsed(span: Span): boolean {
  return comparePositions(span.story, span.start, span.end) >= 0;
}

/** The paragraphs a span touches. A span that ends after a mark does not touch the next paragraph, unless it says so. */
export function spanParagraphs(span: Span): Element[] {
  const { story } = span;
  const from = story.indexOf(span.start.paragraph);
  let to = story.indexOf(span.end.paragraph);
  if (to > from && span.end.offset === 0 && !span.withLast) to--;
  return story.paragraphs().slice(Math.max(0, from), Math.max(0, to) + 1);
}

/** The stretch of internal characters of one paragraph that lies in a span; `to` may be `length + 1`. */
export function stretchIn(span: Span, paragraph: Element): { from: number; to: number } {
  const length = span.story.content(paragraph).length;
  return {
    from: paragraph === span.start.paragraph ? Math.min(span.start.offset, length) : 0,
    to: paragraph === span.end.paragraph ? span.end.offset : length + 1,
  };
}

export function paragraphSpan(story: Story, paragraph: Element, withMark = false): Span {
  const end = story.content(paragraph).length + (withMark ? 1 : 0);
  return { story, start: { paragraph, offset: 0 }, end: { paragraph, offset: end } };
}

export function listSpan(story: Story, paragraphs: readonly Element[], withMark = false): Span {
  const first = paragraphs[0] as Element;
  const last = paragraphs[paragraphs.length - 1] as Element;
  const { end } = paragraphSpan(story, last, withMark);
  return { story, start: { paragraph: first, offset: 0 }, end, withLast: true };
}
