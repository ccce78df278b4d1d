import type { Story } from "../content/story";
import { blocksIn } from "../content/story";
import { child, children, createLike, insertAfter, remove, wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { formatNear, insertInline, plainFormat } from "./insert-runs";
import { insertTextAt } from "./insert-text";
import { isLastInContainer, splitParagraph } from "./paragraph-structure";
import { markParagraph } from "./tracking";

/**
 * Inserts paragraphs beside another, one per line of text. They take its paragraph properties (style and numbering
 * too) and the character properties of its nearest text, as Word does; add-ins that want others must reset them.
 * @returns the first new paragraph
 */
export function insertParagraphBeside(
  model: WordModel,
  story: Story,
  reference: Element,
  text: string,
  where: "Before" | "After",
): Element {
  const { segments } = story.content(reference);
  const side = where === "After" ? "left" : "right";
  const neighbour = where === "After" ? segments.at(-1) : segments[0];
  const format = formatNear(reference, segments, neighbour, { side, outsideLinks: true });
  // At the end of a body or cell the last mark cannot be new: the paragraph is divided at its end instead.
  if (where === "After" && isLastInContainer(reference)) {
    const end = { paragraph: reference, offset: story.content(reference).length };
    const first = splitParagraph(model, story, end, "stay");
    insertTextAt(model, story, { paragraph: first, offset: 0 }, text, { side: "right", format });
    return first;
  }
  return insertLines(model, story, reference, text, where, () => emptyLike(reference), format);
}

/**
 * Inserts paragraphs above or below a table, one per line of text. They are plain: a table has no paragraph properties
 * that they could take (believed, not seen in Word).
 * @returns the first new paragraph
 */
export function insertParagraphBesideTable(
  model: WordModel,
  story: Story,
  table: Element,
  text: string,
  where: "Before" | "After",
): Element {
  return insertLines(model, story, table, text, where, () => createLike(table, "p"));
}

/** Puts a paragraph beside a block for each line of a text; returns the first. */
function insertLines(
  model: WordModel,
  story: Story,
  block: Element,
  text: string,
  where: "Before" | "After",
  make: () => Element,
  format?: Element,
): Element {
  let previous = block;
  let first: Element | undefined;
  for (const line of text.split("\n")) {
    const paragraph = make();
    if (first || where === "After") insertAfter(paragraph, previous);
    else block.parentNode?.insertBefore(paragraph, block);
    story.structureChanged();
    insertInline(model, story, { paragraph, offset: 0 }, line, { side: "right", ...(format && { format }) });
    if (model.settings.tracking) markParagraph(model, paragraph, "ins");
    first ??= paragraph;
    previous = paragraph;
  }
  return first as Element;
}

/** Inserts paragraphs at the start or end of a container, also where a table stands there. */
export function insertParagraphInside(
  model: WordModel,
  story: Story,
  container: Element,
  text: string,
  where: "Start" | "End",
): Element {
  const blocks = blocksIn(container);
  const block = where === "Start" ? blocks[0] : blocks.at(-1);
  if (block && wordName(block) === "p") {
    return insertParagraphBeside(model, story, block, text, where === "Start" ? "Before" : "After");
  }
  const paragraph = createLike(container, "p");
  if (block && where === "Start") block.parentNode?.insertBefore(paragraph, block);
  else if (block) insertAfter(paragraph, block);
  else container.appendChild(paragraph);
  story.structureChanged();
  const { end } = insertTextAt(model, story, { paragraph, offset: 0 }, text, { side: "left" });
  if (model.settings.tracking) markParagraph(model, end.paragraph, "ins");
  return paragraph;
}

/** A paragraph without content, with the properties of another. */
function emptyLike(paragraph: Element): Element {
  const created = createLike(paragraph, "p");
  const pPr = child(paragraph, "pPr");
  if (!pPr) return created;
  const copy = pPr.cloneNode(true) as Element;
  for (const item of children(copy)) {
    const name = wordName(item);
    if (name === "sectPr" || name === "pPrChange") remove(item);
    if (name !== "rPr") continue;
    const plain = plainFormat(item);
    if (plain) copy.replaceChild(plain, item);
    else remove(item);
  }
  if (copy.firstChild) created.appendChild(copy);
  return created;
}
