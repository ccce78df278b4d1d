/** A stretch of a body: characters of its text, as `Node.textContent` counts them. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Replaces a stretch of a body by HTML.
 * @param parse makes a page of its own out of HTML
 * @returns the inside of the new body, and the place behind what was inserted
 */
export function insertHtml(
  body: string,
  span: TextSpan,
  html: string,
  parse: (html: string) => Document,
): { body: string; end: number } {
  const page = parse(body);
  const length = page.body.textContent?.length ?? 0;
  const start = Math.min(span.start, length);
  const range = page.createRange();
  place(page, start, (node, offset) => range.setStart(node, offset));
  // An empty stretch is one place, not the two sides of an element's edge.
  if (span.end > start) place(page, Math.min(span.end, length), (node, offset) => range.setEnd(node, offset));
  else range.collapse(true);
  range.deleteContents();
  const template = page.createElement("div");
  template.innerHTML = html;
  const inserted = template.textContent?.length ?? 0;
  const fragment = page.createDocumentFragment();
  fragment.append(...template.childNodes);
  range.insertNode(fragment);
  return { body: page.body.innerHTML, end: start + inserted };
}

/** HTML and text of a stretch of a body. */
export function selectedHtml(body: string, span: TextSpan, parse: (html: string) => Document): string {
  if (span.end <= span.start) return "";
  const page = parse(body);
  const length = page.body.textContent?.length ?? 0;
  const range = page.createRange();
  place(page, Math.min(span.start, length), (node, offset) => range.setStart(node, offset));
  place(page, Math.min(span.end, length), (node, offset) => range.setEnd(node, offset));
  const holder = page.createElement("div");
  holder.append(range.cloneContents());
  return holder.innerHTML;
}

/** Where the character at `offset` of the body's text stands. The very beginning is in front of everything. */
function place(page: Document, offset: number, set: (node: Node, offset: number) => void): void {
  if (offset <= 0) {
    set(page.body, 0);
    return;
  }
  const texts = page.createTreeWalker(page.body, 4);
  let rest = offset;
  let last: Node | undefined;
  while (texts.nextNode() !== null) {
    last = texts.currentNode;
    const { length } = last.nodeValue ?? "";
    if (rest <= length) {
      set(last, rest);
      return;
    }
    rest -= length;
  }
  if (last === undefined) set(page.body, page.body.childNodes.length);
  else set(last, last.nodeValue?.length ?? 0);
}

/** The signature of a draft, in the element in which Outlook on the web keeps it. */
const signatureId = "Signature";

/**
 * Sets the signature: in the place of the one that is there, else above the quoted thread, else at the end. Empty takes it away.
 */
export function setSignature(body: string, html: string, parse: (html: string) => Document): string {
  const page = parse(body);
  const signature = page.createElement("div");
  signature.id = signatureId;
  signature.innerHTML = html;
  const present = page.getElementById(signatureId);
  const quote = page.getElementById("appendonsend") ?? page.getElementById("divRplyFwdMsg");
  if (present !== null) {
    if (html === "") present.remove();
    else present.replaceWith(signature);
  } else if (html !== "") {
    if (quote?.parentNode) quote.parentNode.insertBefore(signature, quote);
    else page.body.append(signature);
  }
  return page.body.innerHTML;
}
