/**
 * Marks commented text. docx-preview makes such marks as well, but its ranges break when paragraphs are moved to their
 * pages; the comment nodes that it leaves in the drawing stay.
 */
export function highlightComments(wrapper: HTMLElement): void {
  if (!("highlights" in CSS)) return;
  const ranges: Range[] = [];
  const open = new Map<string, Range>();
  const walker = document.createTreeWalker(wrapper, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const match = /^(start|end) of comment #(.+)$/.exec(walker.currentNode.nodeValue ?? "");
    if (!match) continue;
    const [, edge, id] = match as unknown as [string, string, string];
    if (edge === "start") {
      const range = document.createRange();
      range.setStartAfter(walker.currentNode);
      open.set(id, range);
    } else {
      const range = open.get(id);
      range?.setEndBefore(walker.currentNode);
      if (range) ranges.push(range);
    }
  }
  CSS.highlights.set("docx-comments", new Highlight(...ranges));
}
