import type { SourcePiece } from "./paragraph-source";
import { attributeOf, childNamed, descendantsNamed, wordName } from "./word-xml";

/**
 * What the runs of a paragraph are made of, counted as `paragraph.text` of the host counts: notes, drawings and field
 * codes have no character, a tab or a break has one.
 */
export function shownPieces(runs: readonly Element[]): SourcePiece[] {
  const pieces: SourcePiece[] = [];
  /** One entry for each open field: true while its code is read. */
  const fields: boolean[] = [];
  let start = 0;
  const add = (kind: string, node: Element, length: number, lead = 0) => {
    const shown = fields.includes(true) ? 0 : length;
    pieces.push({ kind: shown === length ? kind : "code", node, start, length: shown, lead });
    start += shown;
  };
  for (const run of runs) {
    if (wordName(run) !== "r") {
      add("object", run, 0);
      continue;
    }
    for (const node of Array.from(run.children)) {
      const name = wordName(node);
      switch (name) {
        case "t":
        case "delText": {
          const { length, lead } = shownText(node);
          if (length > 0) add("text", node, length, lead);
          break;
        }
        case "tab":
        case "ptab":
          add("tab", node, 1);
          break;
        case "br":
        case "cr":
          add("break", node, 1);
          break;
        case "noBreakHyphen":
        case "softHyphen":
        case "sym":
          add("symbol", node, 1);
          break;
        case "footnoteReference":
        case "endnoteReference":
          add("note", node, 0);
          break;
        case "ruby":
          add("ruby", node, rubyLength(node));
          break;
        case "fldChar": {
          const type = attributeOf(node, "fldCharType");
          if (type === "end") fields.pop();
          else if (type === "begin") fields.push(true);
          else if (fields.length > 0) fields[fields.length - 1] = false;
          break;
        }
        case "drawing":
        case "pict":
        case "object":
          add("object", node, 0);
          break;
        default:
          if (node.localName === "AlternateContent") add("object", node, 0);
      }
    }
  }
  return pieces;
}

function shownText(node: Element): { length: number; lead: number } {
  const raw = node.textContent ?? "";
  if (node.getAttributeNS("http://www.w3.org/XML/1998/namespace", "space") === "preserve")
    return { length: raw.length, lead: 0 };
  const text = raw.trim();
  return { length: text.length, lead: raw.indexOf(text) };
}

function rubyLength(ruby: Element): number {
  const base = childNamed(ruby, "rubyBase");
  return (base ? descendantsNamed(base, "t") : []).reduce((sum, text) => sum + (text.textContent ?? "").length, 0);
}
