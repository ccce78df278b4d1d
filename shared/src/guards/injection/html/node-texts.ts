import { isText, type ChildNode, type Element } from "domhandler";

export function textOf(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => (isText(node) ? node.data : "data" in node || !("children" in node) ? "" : allText(node as Element)))
    .join("");
}

export function allText(element: Element): string {
  let text = "";
  const open: ChildNode[] = [...element.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) text += node.data;
    else if ("children" in node)
      for (let index = node.children.length - 1; index >= 0; index -= 1) open.push(node.children[index]!);
  }
  return text;
}

/** Words of a template: its content is a document of its own. */
export function markupOf(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => ("children" in node ? allText(node as Element) : isText(node) ? node.data : ""))
    .join(" ")
    .replaceAll("<", "&lt;");
}

export function bare(text: string): string {
  return text.replace(/[\s\u00a0\u200b-\u200f\ufeff]+/g, "");
}
