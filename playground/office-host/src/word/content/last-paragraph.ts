import { child, createLike, remove, wordName } from "../xml/word-xml";
import { blocksIn, paragraphsIn } from "./story";

/** A body that always ends in a paragraph, and how to look at it as the file has it. */
export interface CompletedBody {
  /** Runs `work`, such as saving, without the paragraph that was added, as long as that one is bare and still needed. */
  asStored<Result>(work: () => Result): Result;
}

/**
 * Gives a body the last paragraph that Word always shows, when the file has none: it is empty, or ends in a table
 * (both allowed by ISO/IEC 29500-1, 17.2.2). A document that is written back as it was does not get one in the file.
 */
export function completeBody(body: Element): CompletedBody {
  const completed = needsParagraph(body);
  if (completed) body.insertBefore(createLike(body, "p"), child(body, "sectPr") ?? null);
  return {
    asStored(work) {
      const last = completed ? blocksIn(body).at(-1) : undefined;
      if (!last || wordName(last) !== "p" || last.parentNode !== body || !isBare(last)) return work();
      const { nextSibling } = last;
      remove(last);
      try {
        // Opening the file again must give the same paragraphs.
        if (!needsParagraph(body)) body.insertBefore(last, nextSibling);
        return work();
      } finally {
        if (!last.parentNode) body.insertBefore(last, nextSibling);
      }
    },
  };
}

function needsParagraph(body: Element): boolean {
  return paragraphsIn(body).length === 0 || wordName(blocksIn(body).at(-1)) === "tbl";
}

function isBare(paragraph: Element): boolean {
  return paragraph.firstChild === null && paragraph.attributes.length === 0;
}
