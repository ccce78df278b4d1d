/** Elements that stand on lines of their own. */
const blocks = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
/** Elements with an empty line above and below. */
const spaced = new Set("blockquote h1 h2 h3 h4 h5 h6 p pre".split(" "));
const unseen = new Set("head style script title meta link noscript template".split(" "));
const rule = "_".repeat(32);

/**
 * Plain text of HTML as Exchange writes it: lines end with CRLF, paragraphs are an empty line apart, list items begin with
 * "  *   " or their number, cells are a tab apart, a link's address follows in angle brackets, a picture is its alternative text
 * or content id in square brackets. What a style sheet hides is text like any other. (Believed, after mails that Exchange has
 * converted.)
 */
export function htmlToText(page: Document): string {
  const writer = new TextWriter();
  write(page.body, writer, false);
  return writer.text();
}

function write(node: Node, writer: TextWriter, keepsSpace: boolean): void {
  if (node.nodeType === 3) {
    writer.words(node.nodeValue ?? "", keepsSpace);
    return;
  }
  if (node.nodeType !== 1) return;
  const element = node as Element;
  const name = element.localName;
  if (unseen.has(name)) return;
  if (name === "br") {
    writer.line();
    return;
  }
  if (name === "hr") {
    writer.block(0);
    writer.words(rule, true);
    writer.block(0);
    return;
  }
  if (name === "img") {
    const label = element.getAttribute("alt") || cidOf(element.getAttribute("src"));
    if (label) writer.words(`[${label}]`, true);
    return;
  }
  if ((name === "td" || name === "th") && element.previousElementSibling !== null) writer.tab();
  const gap = spaced.has(name) ? 1 : 0;
  if (blocks.has(name)) writer.block(gap);
  if (name === "li") writer.words(bullet(element), true);
  const before = writer.length;
  for (const child of element.childNodes) write(child, writer, keepsSpace || name === "pre");
  if (name === "a") writeAddress(element, writer, before);
  if (blocks.has(name)) writer.block(gap);
}

function cidOf(source: string | null): string {
  return source?.startsWith("cid:") ? source : "";
}

function bullet(item: Element): string {
  const list = item.parentElement;
  if (list?.localName !== "ol") return "  *   ";
  const start = Number.parseInt(list.getAttribute("start") ?? "1", 10);
  const items = [...list.children].filter((child) => child.localName === "li");
  return `  ${(Number.isNaN(start) ? 1 : start) + items.indexOf(item)}.  `;
}

function writeAddress(link: Element, writer: TextWriter, before: number): void {
  const address = link.getAttribute("href") ?? "";
  const shown = (link.textContent ?? "").trim();
  if (address === "" || address.startsWith("#") || address === shown || address === `mailto:${shown}`) return;
  if (writer.length > before) writer.words(`<${address}>`, true);
}

/** Collects words, lines and gaps; white space at the ends of lines and of the text is dropped. */
class TextWriter {
  private out = "";
  private space = false;
  private gap = -1;

  get length(): number {
    return this.out.length;
  }

  words(text: string, keepsSpace: boolean): void {
    const normal = text.replace(/\u00a0/g, " ");
    if (keepsSpace) {
      if (normal === "") return;
      this.flush();
      this.out += normal.replace(/\r\n?|\n/g, "\r\n");
      return;
    }
    // Only the white space of HTML collapses: the ideographic space is a character.
    const collapsed = text.replace(/[ \t\r\n\f]+/g, " ");
    const inner = collapsed.replace(/^ | $/g, "").replace(/\u00a0/g, " ");
    if (inner === "") {
      this.space ||= collapsed !== "";
      return;
    }
    this.space ||= collapsed.startsWith(" ");
    this.flush();
    this.out += inner;
    this.space = collapsed.endsWith(" ");
  }

  line(): void {
    this.flushGap();
    this.out = `${trimEnd(this.out)}\r\n`;
    this.space = false;
  }

  tab(): void {
    this.flushGap();
    this.out += "\t";
    this.space = false;
  }

  block(emptyLines: number): void {
    this.space = false;
    if (this.out !== "") this.gap = Math.max(this.gap, emptyLines);
  }

  text(): string {
    return this.out.replace(/[ \t\r\n]+$/, "").replace(/^(?:\r\n)+/, "") + (this.out === "" ? "" : "\r\n");
  }

  private flush(): void {
    this.flushGap();
    if (this.space && this.out !== "" && !/[\s]$/.test(this.out)) this.out += " ";
    this.space = false;
  }

  private flushGap(): void {
    if (this.gap < 0) return;
    const wanted = this.gap + 1;
    const trimmed = trimEnd(this.out);
    const there = /(?:\r\n)*$/.exec(trimmed)?.[0].length ?? 0;
    this.out = trimmed === "" ? "" : trimmed + "\r\n".repeat(Math.max(0, wanted - there / 2));
    this.gap = -1;
  }
}

function trimEnd(text: string): string {
  return text.replace(/[ \t]+$/, "");
}
