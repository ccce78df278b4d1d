const blocks = new Set(["P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "TR", "PRE", "HR"]);

/**
 * The paragraphs of a rendered answer as plain text, for a document or the clipboard: bullets begin with 「・」, numbered
 * items with their number, cells of a row are parted by a tab. Formatting is never taken from an answer.
 */
export function plainParagraphs(root: ParentNode): string[] {
  const found: string[] = [];
  collect(root, "", found);
  return found;
}

function collect(node: ParentNode, lead: string, found: string[]): void {
  let words = "";
  const flush = () => {
    const text = words.replace(/[ \t\n]+/g, " ").trim();
    if (text !== "") found.push(lead + text);
    words = "";
  };
  for (const child of node.childNodes) {
    if (child instanceof Text) words += child.data;
    else if (child instanceof Element) {
      if (child.tagName === "BR") flush();
      else if (child.tagName === "LI") {
        flush();
        listItem(child, found);
      } else if (child.tagName === "TR") {
        flush();
        found.push([...child.children].map((cell) => oneLine(cell)).join("\t"));
      } else if (child.tagName === "PRE") {
        flush();
        found.push(...(child.textContent ?? "").split("\n").filter((line) => line.trim() !== ""));
      } else if (blocks.has(child.tagName) || hasBlocks(child)) {
        flush();
        collect(child, "", found);
      } else words += child.textContent ?? "";
    }
  }
  flush();
}

function listItem(item: Element, found: string[]): void {
  const lead = leadOf(item);
  const own: string[] = [];
  collect(item, "", own);
  own.forEach((text, index) => found.push(index === 0 && !startsWithLead(text) ? lead + text : text));
}

function leadOf(item: Element): string {
  const list = item.parentElement;
  if (list?.tagName !== "OL") return "・";
  const start = Number(list.getAttribute("start") ?? "1");
  return `${start + [...list.children].indexOf(item)}．`;
}

/** A nested list whose item has no words of its own. */
function startsWithLead(text: string): boolean {
  return text.startsWith("・");
}

function oneLine(node: Node): string {
  return (node.textContent ?? "").replace(/\s+/g, " ").trim();
}

function hasBlocks(node: Element): boolean {
  return node.querySelector("p,h1,h2,h3,h4,h5,h6,li,tr,pre,hr") !== null;
}
