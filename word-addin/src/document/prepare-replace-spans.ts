import { GenaiError, type ReplaceSpanEdit } from "@genai-office/shared/vocabulary";
import { longestNeedle, occurrenceAt, searchText } from "./find-occurrence";
import { requireUnchanged, type LocatedParagraph } from "./locate-paragraphs";
import { minimalReplacement, type MinimalReplacement } from "./minimal-replacement";
import type { PreparedEdit } from "./prepared-edit";

interface LocatedReplacement extends MinimalReplacement {
  head: Word.RangeCollection;
  /** The end of a text that is too long to be searched for at once. */
  tail: Word.RangeCollection | undefined;
}

/**
 * Replaces stretches of one paragraph: only the differing characters, found by search inside the paragraph, so that
 * runs, notes, fields and links around them stay. Refused where the text cannot be found again exactly.
 *
 * @param tracked whether the replacement is a tracked change (WordApi 1.6) or a plain one
 */
export function prepareReplaceSpans(
  { read, paragraph }: LocatedParagraph,
  edits: ReplaceSpanEdit[],
  tracked: boolean,
): PreparedEdit {
  // Whether Word's search finds hidden text depends on what the window shows, and so would the offsets.
  if (read.hides !== undefined)
    throw new GenaiError("document-has-hidden-text", "the paragraph holds text that is not shown");
  if (read.text !== read.rawText)
    throw new GenaiError("document-has-revisions", "the paragraph holds tracked deletions, offsets would be wrong");
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start);
  requireFitting(read.text, ordered);
  const replacements = ordered
    .map(minimalReplacement)
    .filter(({ expected, text }) => expected !== text)
    .map((replacement) => queueSearch(paragraph, replacement));
  const expectedText = replaceAll(read.text, replacements);
  let ranges: Word.Range[] = [];
  let current: { value: string };
  const loadCurrent = () => {
    paragraph.load("text");
    current = tracked
      ? paragraph.getReviewedText("Current")
      : {
          get value() {
            return paragraph.text;
          },
        };
  };
  return {
    order: read.index,
    tracking: tracked ? "on" : "as-is",
    check: () => {
      requireUnchanged([{ read, paragraph }]);
      ranges = replacements.map((replacement) => rangeOf(read.text, replacement));
    },
    write: () => {
      for (let index = ranges.length - 1; index >= 0; index -= 1) write(ranges[index]!, replacements[index]!.text);
      loadCurrent();
    },
    verify: () => current.value === expectedText,
    inverse: {
      kept: () => [paragraph, ...(tracked ? [] : ranges)],
      load: loadCurrent,
      intact: () => current.value === expectedText,
      restore: () => {
        if (tracked) paragraph.getTrackedChanges().rejectAll();
        else
          for (let index = ranges.length - 1; index >= 0; index -= 1)
            write(ranges[index]!, replacements[index]!.expected);
      },
      reload: () => paragraph.load("text"),
      restored: () => paragraph.text === read.rawText,
    },
  };
}

function write(range: Word.Range, text: string): void {
  if (text === "") range.delete();
  else range.insertText(text, "Replace");
}

function requireFitting(text: string, ordered: ReplaceSpanEdit[]): void {
  let end = 0;
  for (const { span, expected } of ordered) {
    if (span.start < end || text.slice(span.start, span.end) !== expected)
      throw new GenaiError("document-changed", "an edit does not fit the paragraph it was made for");
    if (expected === "") throw new GenaiError("document-unsupported", "an edit without text cannot be found by search");
    end = span.end;
  }
}

function queueSearch(paragraph: Word.Paragraph, replacement: MinimalReplacement): LocatedReplacement {
  const { expected } = replacement;
  const search = (needle: string) => {
    const found = paragraph.search(searchText(needle), { matchCase: true });
    found.load("text");
    return found;
  };
  const short = expected.length <= longestNeedle;
  return {
    ...replacement,
    head: search(expected.slice(0, longestNeedle)),
    tail: short ? undefined : search(expected.slice(-longestNeedle)),
  };
}

/** The range of a replacement, taken from the search results by its position among equal texts. */
function rangeOf(text: string, { start, expected, head, tail }: LocatedReplacement): Word.Range {
  const found = pick(text, head, expected.slice(0, longestNeedle), start);
  if (tail === undefined) return found;
  const end = pick(text, tail, expected.slice(-longestNeedle), start + expected.length - longestNeedle);
  return found.expandTo(end);
}

function pick(text: string, results: Word.RangeCollection, needle: string, offset: number): Word.Range {
  // Word's search may fold width or case by the user's settings: only exact hits count.
  const exact = results.items.filter((range) => range.text === needle);
  const index = occurrenceAt(text, needle, offset);
  const range = index === undefined ? undefined : exact[index];
  if (range === undefined)
    throw new GenaiError("document-unsupported", "Word's search did not find the text to replace");
  return range;
}

function replaceAll(text: string, replacements: MinimalReplacement[]): string {
  let result = "";
  let end = 0;
  for (const { start, expected, text: inserted } of replacements) {
    result += text.slice(end, start) + inserted;
    end = start + expected.length;
  }
  return result + text.slice(end);
}
