import type { EmulatedObject, EmulatedType } from "../../rich-api/emulated-type";
import { spanText } from "../content/span-text";
import { ancestor, attribute, child, children, descend, value, wordName } from "../xml/word-xml";
import type { WordModel } from "../word-model";
import { insertParagraphBesideTable } from "../edit/insert-paragraph";
import { prepareText } from "../edit/insert-text";
import { choiceArgument } from "./arguments";
import { cellBody } from "./body";
import { withNullVariant } from "./collection";
import { paragraphObject, type ParagraphObject } from "./paragraph";
import type { TextScope } from "./text-scope";

/** A table: to know that one is in a table, to read it, to write above and below it. Writing into tables is not emulated. */
export class TableObject implements EmulatedObject {
  readonly emulatedType = tableType;

  constructor(
    readonly model: WordModel,
    /** w:tbl. */
    readonly node: Element,
  ) {}
}

export class TableCellObject implements EmulatedObject {
  readonly emulatedType = tableCellType;

  constructor(
    readonly model: WordModel,
    /** w:tc. */
    readonly node: Element,
  ) {}
}

function tableObject(model: WordModel, node: Element): TableObject {
  return model.objects.get(node, "Table", () => new TableObject(model, node));
}

function cellObject(model: WordModel, node: Element): TableCellObject {
  return model.objects.get(node, "TableCell", () => new TableCellObject(model, node));
}

/** The table that holds the whole scope. */
export function parentTable(scope: TextScope): TableObject | undefined {
  const node = commonAncestor(scope, "tbl");
  return node && tableObject(scope.model, node);
}

/** The cell that holds the whole scope. */
export function parentCell(scope: TextScope): TableCellObject | undefined {
  const node = commonAncestor(scope, "tc");
  return node && cellObject(scope.model, node);
}

function commonAncestor(scope: TextScope, name: string): Element | undefined {
  const { start, end } = scope.span();
  const ends: Element[] = [];
  for (let node = ancestor(end.paragraph, [name]); node; node = ancestor(node, [name])) ends.push(node);
  for (let node = ancestor(start.paragraph, [name]); node; node = ancestor(node, [name])) {
    if (ends.includes(node)) return node;
  }
  return undefined;
}

/** The paragraph next to a table, in the document's order of paragraphs. */
function neighbour({ model, node }: TableObject, step: 1 | -1): ParagraphObject | undefined {
  const paragraphs = model.storyOf(node).paragraphs();
  const inside = paragraphs.filter((paragraph) => contains(node, paragraph));
  const edge = step === 1 ? inside.at(-1) : inside[0];
  const found = edge && paragraphs[paragraphs.indexOf(edge) + step];
  return found && paragraphObject(model, found);
}

function contains(table: Element, paragraph: Element): boolean {
  for (let node = ancestor(paragraph, ["tbl"]); node; node = ancestor(node, ["tbl"])) if (node === table) return true;
  return false;
}

/** Rows of a table, content controls around them opened. */
function rows(table: Element): Element[] {
  return opened(table, "tr");
}

function cells(row: Element): Element[] {
  return opened(row, "tc");
}

function opened(parent: Element, name: string): Element[] {
  return children(parent).flatMap((element) => {
    const local = wordName(element);
    if (local === name) return [element];
    if (local === "sdt") return opened(child(element, "sdtContent") ?? element, name);
    return local === "ins" || local === "del" || local === "customXml" ? opened(element, name) : [];
  });
}

function cellText(model: WordModel, cell: Element): string {
  return spanText(cellBody(model, cell).span());
}

export const tableType: EmulatedType<TableObject> = {
  name: "Table",
  properties: {
    RowCount: { get: (target) => rows(target.node).length },
    NestingLevel: {
      get: (target) => {
        let level = 1;
        for (let node = ancestor(target.node, ["tbl"]); node; node = ancestor(node, ["tbl"])) level++;
        return level;
      },
    },
    IsUniform: { get: (target) => new Set(rows(target.node).map((row) => cells(row).length)).size <= 1 },
    HeaderRowCount: {
      get: (target) => rows(target.node).filter((row) => descend(row, "trPr", "tblHeader") !== undefined).length,
    },
    Values: {
      get: (target) => rows(target.node).map((row) => cells(row).map((cell) => cellText(target.model, cell))),
    },
    Style: {
      get: (target) => {
        const { styles } = target.model;
        return styles.shownName(styles.get(value(descend(target.node, "tblPr", "tblStyle"))));
      },
    },
  },
  methods: {
    ...withNullVariant<TableObject>("GetParagraphBefore", (target) => neighbour(target, -1)),
    ...withNullVariant<TableObject>("GetParagraphAfter", (target) => neighbour(target, 1)),
    InsertParagraph: (target, args) => {
      const where = choiceArgument(args[1], ["Before", "After"]);
      const { model, node } = target;
      const story = model.storyOf(node);
      const created = insertParagraphBesideTable(model, story, node, prepareText(model, args[0]), where);
      model.changed(story);
      return paragraphObject(model, created);
    },
  },
  idOf: (target) => target.model.objects.idOf(target.node),
};

export const tableCellType: EmulatedType<TableCellObject> = {
  name: "TableCell",
  properties: {
    Body: { get: (target) => cellBody(target.model, target.node) },
    Value: { get: (target) => cellText(target.model, target.node) },
    RowIndex: {
      get: (target) => {
        const table = ancestor(target.node, ["tbl"]);
        const row = ancestor(target.node, ["tr"]);
        return table && row ? rows(table).indexOf(row) : -1;
      },
    },
    CellIndex: {
      get: (target) => {
        const row = ancestor(target.node, ["tr"]);
        return row ? cells(row).indexOf(target.node) : -1;
      },
    },
    Width: { get: (target) => Number(attribute(descend(target.node, "tcPr", "tcW"), "w") ?? 0) / 20 },
    ParentTable: { get: (target) => tableObject(target.model, ancestor(target.node, ["tbl"]) as Element) },
  },
  methods: {},
  idOf: (target) => target.model.objects.idOf(target.node),
};
