import createDOMPurify, { type Config, type DOMPurify } from "dompurify";
import type { HtmlWindow } from "./html-window";

/**
 * What Outlook takes out of HTML, kept simple: scripts, event handlers, addresses that run (`javascript:`), frames and plug-ins,
 * forms, sound and video, SVG and MathML. Styles, style sheets, comments and pictures from elsewhere stay: it is the reader of a
 * mail who decides about those. (Believed; the parts that run are documented to go.)
 */
const rules: Config = {
  USE_PROFILES: { html: true },
  ADD_TAGS: ["#comment", "style", "meta"],
  ADD_ATTR: ["target", "content", "http-equiv"],
  FORBID_TAGS: [
    "form",
    "input",
    "button",
    "textarea",
    "select",
    "option",
    "optgroup",
    "datalist",
    "fieldset",
    "label",
    "output",
    "audio",
    "video",
    "source",
    "track",
    "dialog",
    "template",
    "slot",
    "picture",
    "map",
    "area",
  ],
  ALLOW_DATA_ATTR: false,
  ALLOW_UNKNOWN_PROTOCOLS: false,
  // Style sheets of mails stand in comments; nothing of it goes through an XML parser here.
  SAFE_FOR_XML: false,
};

export interface Sanitizer {
  /** The inside of a body element. */
  fragment(html: string): string;
  /** A page with its head. */
  page(html: string): string;
}

export function createSanitizer(view: HtmlWindow): Sanitizer {
  const purify: DOMPurify = createDOMPurify(view);
  purify.addHook("uponSanitizeAttribute", (element, attribute) => {
    // A refresh would lead away, and a charset is no longer true.
    if (element.nodeName === "META" && attribute.attrName === "http-equiv") attribute.keepAttr = false;
  });
  return {
    fragment: (html) => purify.sanitize(html, { ...rules, FORCE_BODY: true }),
    page: (html) => purify.sanitize(html, { ...rules, WHOLE_DOCUMENT: true }),
  };
}
