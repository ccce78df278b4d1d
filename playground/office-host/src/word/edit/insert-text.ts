import { HostError } from "../../rich-api/emulated-type";
import type { Position, Span } from "../content/position";
import type { LiveSpan } from "../content/span-tracker";
import type { Story } from "../content/story";
import { ancestor } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { cleanText } from "./clean-text";
import { deleteSpan } from "./delete-span";
import { formatNear, insertInline, type InsertOptions } from "./insert-runs";
import { splitParagraph } from "./paragraph-structure";
import { splitRunAt } from "./split-run";

/**
 * Inserts text at a place; each "\n" begins a new paragraph with the properties of the one it divides.
 * @returns where the text stands now
 */
export function insertTextAt(
  model: WordModel,
  story: Story,
  at: Position,
  text: string,
  options: InsertOptions,
): { start: Position; end: Position } {
  const lines = text.split("\n");
  if (lines.length === 1) return insertInline(model, story, at, text, options);
  const { paragraph } = at;
  const offset = splitRunAt(story, paragraph, Math.min(at.offset, story.content(paragraph).length));
  const { segments } = story.content(paragraph);
  const left = segments.findLast((segment) => segment.start + segment.length <= offset);
  const right = segments.find((segment) => segment.start >= offset);
  const neighbour = options.side === "left" ? (left ?? right) : (right ?? left);
  const closed = left && right && ancestor(left.run, ["sdt", "fldSimple"], paragraph);
  if (closed && closed === ancestor(right.run, ["sdt", "fldSimple"], paragraph)) {
    throw new HostError("NotImplemented", "A paragraph break inside an inline control or field is not emulated.", 501);
  }
  const format = "format" in options ? options.format : formatNear(paragraph, segments, neighbour, options);
  const fixed: InsertOptions = { ...options, format, outsideControls: true };
  const first = insertInline(model, story, { paragraph, offset }, lines[0] as string, fixed);
  let end = first.end;
  for (const line of lines.slice(1)) {
    const tail = splitParagraph(model, story, end);
    end = insertInline(model, story, { paragraph: tail, offset: 0 }, line, { ...fixed, side: "right" }).end;
  }
  return { start: first.start, end };
}

/**
 * Replaces the content of a span. The new text takes the format of the first text it replaces. While changes are
 * tracked, it stands after the deleted text.
 * @returns where the new text stands; the second span also covers text that is only marked as deleted
 */
export function replaceSpan(model: WordModel, span: Span, text: string): { inserted: LiveSpan; whole: LiveSpan } {
  const { story } = span;
  const length = story.content(span.end.paragraph).length;
  // A paragraph's own mark stays when the text before it is replaced (believed).
  const end = { paragraph: span.end.paragraph, offset: Math.min(span.end.offset, length) };
  const region: LiveSpan = { start: span.start, end };
  story.spans.follow(region);
  const { tracking } = model.settings;
  const { segments } = story.content(span.start.paragraph);
  const right = segments.find((segment) => segment.start + segment.length > span.start.offset && !segment.deleted);
  const empty = span.start.paragraph === end.paragraph && span.start.offset >= end.offset;
  const options: InsertOptions = { side: empty || tracking ? "left" : "right" };
  if (!empty && right) options.format = formatNear(span.start.paragraph, segments, right, { side: "right" });
  const inserted: LiveSpan = insertTextAt(model, story, tracking ? region.end : region.start, text, options);
  story.spans.follow(inserted);
  if (!empty) deleteSpan(model, { story, start: region.start, end: region.end });
  return { inserted, whole: tracking ? { start: region.start, end: inserted.end } : inserted };
}

/** Checks text and protection before anything is touched. */
export function prepareText(model: WordModel, text: unknown): string {
  if (typeof text !== "string") throw new HostError("InvalidArgument", "A text was expected.");
  const clean = cleanText(text);
  model.beforeWrite();
  return clean;
}
