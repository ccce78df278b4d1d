import { spanParagraphs, stretchIn, type Span } from "../content/position";
import type { Story } from "../content/story";
import { ancestor, child, children, createLike, remove } from "../xml/word-xml";
import { insertInOrder } from "../xml/element-order";
import type { WordModel } from "../word-model";
import { deleteContent } from "./delete-content";
import { isLastInContainer, joinWithNext, removeParagraph } from "./paragraph-structure";
import { createMark, isOwn, markParagraph, paragraphMark } from "./tracking";

/**
 * Deletes a span, paragraph marks in it included. Marks at the end of a cell stay, as in Word; tables that lie wholly
 * in the span go with it.
 */
export function deleteSpan(model: WordModel, span: Span): void {
  const { story } = span;
  const paragraphs = spanParagraphs(span);
  const stretches = paragraphs.map((paragraph) => ({ paragraph, ...stretchIn(span, paragraph) }));
  const lengths = new Map(paragraphs.map((paragraph) => [paragraph, story.content(paragraph).length]));
  const tables = wholeTables(story, paragraphs, stretches);
  for (const { paragraph, from, to } of stretches) deleteContent(model, story, paragraph, from, to);
  const { tracking } = model.settings;
  for (const { paragraph, to } of [...stretches].reverse()) {
    if (to <= (lengths.get(paragraph) ?? 0) || tables.some((table) => isInside(paragraph, table))) continue;
    const own = isOwn(model, paragraphMark(paragraph, "ins"));
    if (tracking && !own) {
      if (!isLastInContainer(paragraph)) markParagraph(model, paragraph, "del");
    } else if (!joinMarks(story, paragraph, own) && story.content(paragraph).length === 0)
      removeParagraph(story, paragraph);
  }
  for (const table of tables) deleteTable(model, story, table);
}

/** The mark that goes is the first's: where it was only just inserted, the paragraph below it stays what it is. */
function joinMarks(story: Story, paragraph: Element, own: boolean): Element | undefined {
  return own ? joinWithNext(story, paragraph, "second", "second") : joinWithNext(story, paragraph, "first");
}

/** Tables all of whose paragraphs are wholly in the span, when the span goes beyond the table. */
function wholeTables(
  story: Story,
  paragraphs: readonly Element[],
  stretches: readonly { paragraph: Element; from: number; to: number }[],
): Element[] {
  const whole = new Set(
    stretches
      .filter(({ paragraph, from, to }) => from === 0 && to > story.content(paragraph).length)
      .map(({ paragraph }) => paragraph),
  );
  const tables = new Set<Element>();
  for (const paragraph of paragraphs) {
    let outer: Element | undefined;
    for (let table = ancestor(paragraph, ["tbl"]); table; table = ancestor(table, ["tbl"])) outer = table;
    if (outer) tables.add(outer);
  }
  const outside = paragraphs.some((paragraph) => !ancestor(paragraph, ["tbl"]));
  return [...tables].filter(
    (table) => outside && story.paragraphs().every((item) => !isInside(item, table) || whole.has(item)),
  );
}

function deleteTable(model: WordModel, story: Story, table: Element): void {
  if (model.settings.tracking) {
    for (const row of children(table, "tr")) {
      let trPr = child(row, "trPr");
      if (!trPr) {
        trPr = createLike(row, "trPr");
        row.insertBefore(trPr, child(row, "tblPrEx")?.nextSibling ?? row.firstChild);
      }
      if (!child(trPr, "del")) insertInOrder(trPr, createMark(model, row, "del"));
    }
    return;
  }
  const inside = story.paragraphs().filter((paragraph) => isInside(paragraph, table));
  const before = story.paragraphs()[story.indexOf(inside[0] as Element) - 1];
  const after = story.paragraphs()[story.indexOf(inside.at(-1) as Element) + 1];
  const neighbour = after ?? before;
  if (!neighbour) return;
  const offset = after ? 0 : story.content(neighbour).length;
  remove(table);
  story.structureChanged();
  for (const paragraph of inside) story.spans.gone(paragraph, { paragraph: neighbour, offset });
}

function isInside(node: Node, outer: Element): boolean {
  for (let parent: Node | null = node; parent; parent = parent.parentNode) if (parent === outer) return true;
  return false;
}
