import DOMPurify from "dompurify";
import { Marked, marked } from "marked";

/** What Markdown in a chat may become: no pictures (they would tell another server that they were read), no HTML of its own. */
const allowed = {
  ALLOWED_TAGS: [
    ...["p", "br", "strong", "em", "del", "a", "ul", "ol", "li", "code", "pre", "blockquote", "hr"],
    ...["h1", "h2", "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td"],
  ],
  ALLOWED_ATTR: ["href", "start"],
  ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
};

/** Markdown of a bot as HTML in which nothing can run, whatever a model has written. */
export function safeHtml(markdown: string): string {
  return DOMPurify.sanitize(marked.parse(markdown, { async: false, gfm: true, breaks: true }), allowed);
}

const no = () => undefined;

/** In the text of a card Teams knows emphasis, lists and links; everything else it shows as it is written. */
const cardMarkdown = new Marked({
  async: false,
  gfm: true,
  breaks: true,
  tokenizer: {
    ...{ heading: no, lheading: no, table: no, hr: no, code: no, fences: no, blockquote: no, def: no },
    ...{ html: no, tag: no, codespan: no, del: no },
  },
});

/** The Markdown of a card's text, as `safeHtml`. */
export function safeCardHtml(markdown: string): string {
  return DOMPurify.sanitize(cardMarkdown.parse(markdown, { async: false }), allowed);
}

/** A message's Markdown as nodes; links open beside the page. */
export function markdownNodes(markdown: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = safeHtml(markdown);
  for (const link of template.content.querySelectorAll("a")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  // A heading in a message is none of the page's outline.
  for (const heading of template.content.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const line = document.createElement("p");
    line.className = "heading";
    line.append(...heading.childNodes);
    heading.replaceWith(line);
  }
  return template.content;
}
