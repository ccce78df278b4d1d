import type { Element } from "domhandler";
import { plainFlow, type FlowBox, type Style } from "./style";

const inLine = new Set("a abbr b cite code em font i label q s span strike strong u".split(" "));
const inBlock = new Set("article div footer header main nav p section".split(" "));
const lineFlow: FlowBox = { ...plainFlow, kind: "line" };

/**
 * The style of an element for which nothing is declared, by rule or attribute, and which browsers start with nothing that matters
 * here: most elements of most pages. Undefined for others.
 */
export function plainStyle({ name, attribs, namespace }: Element, parent: Style): Style | undefined {
  const isLine = inLine.has(name);
  if ((!isLine && !inBlock.has(name)) || parent.flexes || Object.keys(attribs).length > 0) return undefined;
  if (namespace === "http://www.w3.org/2000/svg") return undefined;
  const behind = !isLine && parent.display === "inline" ? parent.blockGround : parent;
  return {
    ...parent,
    grounds: behind.grounds,
    picture: behind.picture,
    display: isLine ? "inline" : "block",
    blockGround: isLine ? parent.blockGround : behind,
    lineIndent: isLine ? parent.lineIndent : parent.textIndent,
    clips: false,
    positioned: false,
    layer: undefined,
    stacks: false,
    opaque: false,
    covering: undefined,
    area: "",
    zeroRows: false,
    zeroColumns: false,
    fixedTable: false,
    flow: isLine ? lineFlow : plainFlow,
  };
}
