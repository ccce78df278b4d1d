import { htmlToText } from "./html-to-text";
import { ownWindow, type HtmlWindow } from "./html-window";
import { createSanitizer, type Sanitizer } from "./sanitize";

export { escapeHtml, textToFragment, textToPage } from "./text-to-html";
export type { HtmlWindow } from "./html-window";

/** What the mailbox does with HTML. */
export interface HtmlTools extends Sanitizer {
  /** A page of its own, which runs and loads nothing. */
  parse(html: string): Document;
  toText(html: string): string;
}

/** @param view default: the window this runs in; looked for when HTML comes for the first time */
export function createHtmlTools(view?: HtmlWindow): HtmlTools {
  let sanitizer: Sanitizer | undefined;
  const window = () => view ?? ownWindow();
  const lazy = () => (sanitizer ??= createSanitizer(window()));
  const parse = (html: string) => new (window().DOMParser)().parseFromString(html, "text/html");
  return {
    fragment: (html) => lazy().fragment(html),
    page: (html) => lazy().page(html),
    parse,
    toText: (html) => htmlToText(parse(html)),
  };
}
