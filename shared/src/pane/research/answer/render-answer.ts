import createDOMPurify from "dompurify";
import { Marked, type Tokens } from "marked";
import { webAddress } from "../../../tasks/research/cited-answer/web-address";

const markdown = new Marked({
  gfm: true,
  async: false,
  renderer: {
    // Nothing is ever fetched for an answer: a picture's address would tell its server who reads it, and when.
    // Browsers report a handler in what is parsed, also where nothing is shown: it never gets that far.
    html: ({ text }: Tokens.HTML | Tokens.Tag) => bareTags(text),
    image: ({ text }: Tokens.Image) => escapeHtml(text === "" ? "［画像］" : `［画像：${text}］`),
  },
});

const purifier = createDOMPurify(window);

/** What an answer may consist of. No style, no form, no frame, no picture, and of attributes only where a link leads. */
const allowed = {
  ALLOWED_TAGS: [
    ...["h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "ul", "ol", "li", "blockquote", "pre", "code"],
    ...["strong", "em", "b", "i", "del", "s", "sub", "sup", "a", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  ALLOWED_ATTR: ["href", "start", "colspan", "rowspan"],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true as const,
};

/** Below the pane's own headings: an answer that begins with its largest heading does not take the page over. */
const headings: Record<string, string> = { H1: "h3", H2: "h4", H3: "h5", H4: "h6", H5: "h6", H6: "h6" };

/**
 * The answer of an AI app (markdown, and whatever HTML it holds) as nodes that are safe to show: http and https links
 * only, which open outside of the pane and tell nothing of it; no picture is fetched. 「[n]」 becomes a button with
 * `data-citation` for each number that is listed.
 */
export function renderAnswer(text: string, numbers: readonly number[]): DocumentFragment {
  const fragment = purifier.sanitize(markdown.parse(text) as string, allowed);
  for (const heading of [...fragment.querySelectorAll("h1,h2,h3,h4,h5,h6")]) {
    const lower = document.createElement(headings[heading.tagName] ?? "h6");
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  for (const link of [...fragment.querySelectorAll("a")]) tame(link);
  for (const table of [...fragment.querySelectorAll("table")]) {
    // A wide table scrolls by itself, also by keyboard; the pane does not.
    const box = document.createElement("div");
    box.tabIndex = 0;
    box.dataset["scrolls"] = "";
    table.replaceWith(box);
    box.append(table);
  }
  markCitations(fragment, new Set(numbers));
  return fragment;
}

function tame(link: HTMLAnchorElement): void {
  const address = webAddress(link.getAttribute("href") ?? "");
  if (address === undefined) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.href = address;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.title = address;
}

function markCitations(root: DocumentFragment, numbers: ReadonlySet<number>): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement !== null && text.parentElement.closest("a,code,pre") !== null) continue;
    const pieces = text.data.split(/(\[\d{1,3}\])/);
    if (pieces.length === 1) continue;
    text.replaceWith(
      ...pieces.map((piece) => {
        const number = Number(/^\[(\d{1,3})\]$/.exec(piece)?.[1]);
        return numbers.has(number) ? citationButton(number, piece) : piece;
      }),
    );
  }
}

function citationButton(number: number, text: string): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset["citation"] = String(number);
  button.textContent = text;
  return button;
}

/** HTML of an answer without attributes, except where a link leads; what is no whole tag becomes text. */
function bareTags(html: string): string {
  return html
    .split(/(<\/?[a-z][a-z0-9]*(?:[\s/][^<>]*)?>|<!--[^]*?-->)/i)
    .map((piece, index) => {
      if (index % 2 === 0) return piece.replace(/</g, "&lt;");
      const [, slash, name, rest = ""] = /^<(\/?)([a-z][a-z0-9]*)([^]*)>$/i.exec(piece) ?? [];
      if (name === undefined || slash === undefined) return "";
      const href = name.toLowerCase() === "a" ? /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(rest) : null;
      const address = href?.[1] ?? href?.[2] ?? href?.[3];
      return `<${slash}${name}${address === undefined ? "" : ` href="${address.replace(/"/g, "&quot;")}"`}>`;
    })
    .join("");
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
