import type { EmulatedObject } from "../../rich-api/emulated-type";
import type { Position, Span } from "../content/position";
import type { WordModel } from "../word-model";

/** What Body, Paragraph, Range and ContentControl have in common: they cover a stretch of a story. */
export interface TextScope extends EmulatedObject {
  readonly model: WordModel;
  /** The content now. @throws HostError `ItemNotFound` when it is no longer part of the document */
  span(): Span;
}

/** The places of a scope that `getRange` can ask for. */
export function locate(span: Span, location: string): { start: Position; end: Position } {
  const { story, start, end } = span;
  switch (location) {
    case "Start":
      return { start, end: start };
    case "End":
      return { start: end, end };
    case "Before":
      return { start, end: start };
    case "After": {
      const length = story.content(end.paragraph).length;
      const after = end.offset >= length ? { paragraph: end.paragraph, offset: length + 1 } : end;
      return { start: after, end: after };
    }
    default:
      return { start, end };
  }
}
