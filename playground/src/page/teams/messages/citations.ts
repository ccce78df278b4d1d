import { button, element } from "../../mailbox/element";
import { texts } from "../texts";
import type { ShownCitation } from "./message-entity";

/** The numbered sources of a message, and the numbers in its text; a press shows what stands at the source. */
export function drawCitations(body: ParentNode, citations: readonly ShownCitation[], id: string): HTMLElement {
  const abstract = element("div", "abstract");
  abstract.id = `abstract-${id}`;
  abstract.hidden = true;
  let shown: number | undefined;
  const chips = citations.map((citation) => {
    const chip = button("", "citation", () => show(citation));
    chip.append(element("span", "number", String(citation.position)), element("span", "name", citation.name));
    chip.setAttribute("aria-label", texts.source(citation.position, citation.name));
    chip.setAttribute("aria-controls", abstract.id);
    chip.setAttribute("aria-expanded", "false");
    return chip;
  });
  function show(citation: ShownCitation): void {
    shown = shown === citation.position ? undefined : citation.position;
    abstract.hidden = shown === undefined;
    abstract.replaceChildren(element("strong", "", citation.name), element("p", "", citation.abstract));
    chips.forEach((chip, at) => chip.setAttribute("aria-expanded", String(citations[at]!.position === shown)));
  }
  linkNumbers(body, citations, (citation) => {
    if (shown !== citation.position) show(citation);
    abstract.scrollIntoView({ block: "nearest" });
  });
  const list = element("div", "citations", ...chips);
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", texts.sources);
  return element("div", "sources", list, abstract);
}

/** 「[1]」 in the text becomes a button, when there is a source of that number. */
function linkNumbers(
  body: ParentNode,
  citations: readonly ShownCitation[],
  show: (citation: ShownCitation) => void,
): void {
  const walker = document.createTreeWalker(body as Node, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  for (const text of found) {
    const pieces = text.data.split(/\[(\d{1,2})\]/);
    if (pieces.length === 1) continue;
    text.replaceWith(
      ...pieces.map((piece, at) => {
        const citation = at % 2 === 1 ? citations.find(({ position }) => position === Number(piece)) : undefined;
        if (citation === undefined) return at % 2 === 1 ? `[${piece}]` : piece;
        const number = button(piece, "source-number", () => show(citation));
        number.setAttribute("aria-label", texts.source(citation.position, citation.name));
        return number;
      }),
    );
  }
}
