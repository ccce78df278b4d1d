import { withoutForbiddenCharacters } from "@genai-office/shared/ooxml";
import type { CommentEdit } from "@genai-office/shared/vocabulary";
import { requireUnchanged, type LocatedParagraphs } from "./locate-paragraphs";
import type { PreparedEdit } from "./prepared-edit";

/** Word gives line breaks of a comment back in its own way. */
function sameContent(content: string, text: string): boolean {
  const lines = (value: string) => value.split(/\r\n|[\r\n\v]/).join("\n");
  return lines(content) === lines(text);
}

/** A comment on blocks, first to last. The text of the document is not touched. */
export function prepareComment(located: LocatedParagraphs, edit: CommentEdit): PreparedEdit {
  const commented = edit.blockIds.map((blockId) => located.get(blockId)!);
  const first = commented[0]!;
  const last = commented.at(-1)!;
  const text = withoutForbiddenCharacters(edit.text);
  let comment: Word.Comment | undefined;
  return {
    order: first.read.index,
    tracking: "as-is",
    check: () => requireUnchanged(commented),
    write: () => {
      const range = first.paragraph.getRange("Content").expandTo(last.paragraph.getRange("Content"));
      comment = range.insertComment(text);
      comment.load("content");
      comment.track();
      for (const { paragraph } of commented) paragraph.load("text");
    },
    verify: () =>
      sameContent(comment!.content, text) && commented.every(({ paragraph, read }) => paragraph.text === read.rawText),
    inverse: {
      kept: () => [comment!, first.paragraph, last.paragraph],
      load: () => comment!.load("content"),
      intact: () => sameContent(comment!.content, text),
      restore: () => comment!.delete(),
      reload: () => {
        first.paragraph.load("text");
        last.paragraph.load("text");
      },
      restored: () => [first, last].every(({ paragraph, read }) => paragraph.text === read.rawText),
    },
  };
}
