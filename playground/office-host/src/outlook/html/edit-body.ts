/** A stretch of a body: characters of its text, as `Node.textContent` counts them. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  /** See `DraftSelection`. */
  readonly place?: readonly number[];
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
): { body: string; selection: TextSpan } {
  const page = parse(body);
  const range = rangeOf(page, span);
  const { startContainer, startOffset } = range;
  range.deleteContents();
  // Deleting across paragraphs leaves the range between them: what is typed goes on where the selection began.
  range.setStart(startContainer, startOffset);
  range.collapse(true);
  const template = page.createElement("div");
  template.innerHTML = html;
  const fragment = page.createDocumentFragment();
  fragment.append(...template.childNodes);
  range.insertNode(fragment);
  range.collapse(false);
  // As the body is read again: text beside text is one node.
  page.body.normalize();
  const before = page.createRange();
  before.setStart(page.body, 0);
  before.setEnd(range.endContainer, range.endOffset);
  const end = before.toString().length;
  const selection = { start: end, end, place: pathTo(page.body, range.endContainer, range.endOffset) };
  return { body: page.body.innerHTML, selection };
}

function rangeOf(page: Document, span: TextSpan): Range {
  const length = page.body.textContent?.length ?? 0;
  const range = page.createRange();
  const exact = span.end > span.start ? undefined : resolve(page.body, span.place);
  if (exact === undefined) place(page, Math.min(span.start, length), (node, offset) => range.setStart(node, offset));
  else range.setStart(exact.node, exact.offset);
  // An empty stretch is one place, not the two sides of an element's edge.
  if (span.end > span.start) place(page, Math.min(span.end, length), (node, offset) => range.setEnd(node, offset));
  else range.collapse(true);
  return range;
}

function pathTo(body: Element, node: Node, offset: number): number[] {
  const path = [offset];
  for (let at = node; at !== body && at.parentNode !== null; at = at.parentNode)
    path.unshift([...at.parentNode.childNodes].indexOf(at as ChildNode));
  return path;
}

function resolve(body: Element, path: readonly number[] | undefined): { node: Node; offset: number } | undefined {
  if (path === undefined || path.length === 0) return undefined;
  let node: Node = body;
  for (const index of path.slice(0, -1)) {
    const child = node.childNodes[index];
    if (child === undefined) return undefined;
    node = child;
  }
  const offset = path.at(-1)!;
  const most = node.nodeType === 3 ? (node.nodeValue?.length ?? 0) : node.childNodes.length;
  return offset <= most ? { node, offset } : undefined;
}

/** HTML of a stretch of a body. */
export function selectedHtml(body: string, span: TextSpan, parse: (html: string) => Document): string {
  if (span.end <= span.start) return "";
  const page = parse(body);
  const range = rangeOf(page, span);
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
