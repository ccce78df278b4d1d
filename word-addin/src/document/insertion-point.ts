import { copyLook, describeLook, lookProperties, type BodyLook } from "./body-look";
import type { LocatedParagraph } from "./locate-paragraphs";
import type { WrittenParagraphs } from "./prepared-edit";

/** The place below a block: below its paragraph, or below the table that holds it. */
export class InsertionPoint {
  readonly #table: Word.Table | undefined;
  #following: Word.Paragraph;
  #followingText: string | undefined;
  /** Look of the anchor before the insertion. */
  #anchorLook = "";

  /** Queues the loading of what stands around the point. */
  constructor(
    private readonly anchor: LocatedParagraph,
    private readonly look: BodyLook,
  ) {
    const { paragraph, read } = anchor;
    this.#table = read.kind === "table-cell" ? paragraph.parentTable : undefined;
    paragraph.load(`isListItem,${lookProperties}`);
    this.#following = this.#next();
  }

  #next(): Word.Paragraph {
    const following =
      this.#table === undefined
        ? this.anchor.paragraph.getNextOrNullObject()
        : this.#table.getParagraphAfterOrNullObject();
    following.load("text");
    return following;
  }

  /** Queues the paragraphs, in the look of plain text, and gives them back in document order. */
  insert(texts: string[]): Word.Paragraph[] {
    this.#followingText = this.#following.isNullObject ? undefined : this.#following.text;
    this.#anchorLook = describeLook(this.anchor.paragraph);
    const inserted: Word.Paragraph[] = [];
    for (const text of texts) {
      const above = inserted.at(-1) ?? this.#table ?? this.anchor.paragraph;
      inserted.push(above.insertParagraph(text, "After"));
    }
    // A plain paragraph hands its own look down; under another one the text would become a heading or a list item.
    if (this.anchor.read.kind !== "paragraph")
      for (const paragraph of inserted) {
        if (this.anchor.paragraph.isListItem) paragraph.detachFromList();
        this.look.apply(paragraph);
      }
    for (const paragraph of inserted) paragraph.load("text");
    return inserted;
  }

  /** Queues the removal of what `insert` made. */
  remove(inserted: Word.Paragraph[]): void {
    const last = inserted.at(-1);
    if (last === undefined) return;
    // First to last: should one of them not exist, those before it are gone nevertheless.
    const atEnd = this.#table === undefined && this.#followingText === undefined;
    for (const paragraph of atEnd ? inserted.slice(0, -1) : inserted) paragraph.delete();
    if (!atEnd) return;
    // Word never deletes the document's last paragraph mark. The anchor's is deleted instead, and because the text
    // may then take the look of the mark that stays, that one is made like the anchor's first.
    if (this.anchor.read.kind !== "paragraph") copyLook(this.anchor.paragraph, last);
    this.anchor.paragraph.getRange("End").expandTo(last.getRange("End")).delete();
  }

  /** What stands around the paragraphs that `insert` made. */
  surroundings(): Pick<WrittenParagraphs, "above" | "below"> {
    const following = this.#following.isNullObject ? "end" : this.#following;
    return { above: this.anchor.paragraph, below: this.#table === undefined ? following : undefined };
  }

  /** Queues another look at what stands around the point. */
  reload(lastInserted?: Word.Paragraph): void {
    this.anchor.paragraph.load(`text,${lookProperties}`);
    if (lastInserted === undefined) this.#following = this.#next();
    else {
      this.#following = lastInserted.getNextOrNullObject();
      this.#following.load("text");
    }
  }

  /** True when what stands above and below the point is as it was before the insertion. */
  unchanged(): boolean {
    const following = this.#following.isNullObject ? undefined : this.#following.text;
    const { paragraph, read } = this.anchor;
    return (
      following === this.#followingText &&
      paragraph.text === read.rawText &&
      describeLook(paragraph) === this.#anchorLook
    );
  }
}

/** True when paragraphs hold exactly these texts. */
export function holdTexts(paragraphs: Word.Paragraph[], texts: string[]): boolean {
  return paragraphs.length === texts.length && paragraphs.every((paragraph, index) => paragraph.text === texts[index]);
}
