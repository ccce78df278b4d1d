import { onlyInText } from "../../mail/text-alternative";
import { cleanText, invisibleTexts } from "./clean-text";
import type { HiddenText } from "./hidden-text";
import type { HtmlReading, HtmlReadingOptions } from "./html/html-reading";
import { readHtml } from "./html/read-html";

/** The alternatives of a mail's body. */
export interface MailBody {
  html?: string | undefined;
  text?: string | undefined;
  /** What calendar parts say in words. */
  calendar?: readonly string[];
}

const mostParagraphs = 20;

/**
 * Reads the body of a mail as its reader sees it: the HTML alternative where there is one, else the plain text. Paragraphs that
 * the plain text alone holds are told as `other-alternative`: most programs do not show them.
 * So is what a calendar part says and the body does not.
 */
export function readMailBody({ calendar = [], ...alternatives }: MailBody, options?: HtmlReadingOptions): HtmlReading {
  const reading = readAlternatives(alternatives, options);
  const others = calendar.flatMap((words) => onlyInText(words, reading.visible)).slice(0, mostParagraphs);
  const told = others.map((words): HiddenText => ({
    text: cleanText(words).text,
    reason: "other-alternative",
    place: "calendar",
  }));
  return told.length === 0 ? reading : { ...reading, hidden: [...reading.hidden, ...told] };
}

function readAlternatives({ html, text }: Omit<MailBody, "calendar">, options?: HtmlReadingOptions): HtmlReading {
  if (html === undefined) return readPlainText(text ?? "");
  const reading = readHtml(html, options);
  if (text === undefined) return reading;
  // A mail whose HTML shows pictures alone is read by its text.
  if (reading.visible.trim() === "" && reading.hidden.every(({ reason }) => reason !== "too-complex")) {
    const plain = readPlainText(text);
    return { ...plain, hidden: [...reading.hidden, ...plain.hidden], links: reading.links, images: reading.images };
  }
  const known = [
    ...reading.links.flatMap(({ href, text: words }) => [href, words]),
    ...reading.images.map(({ alt }) => alt),
    ...reading.hidden.map((one) => one.text),
  ];
  const others = onlyInText(text, reading.visible, known).slice(0, mostParagraphs);
  const told = others.map((paragraph): HiddenText => ({
    text: cleanText(paragraph).text,
    reason: "other-alternative",
  }));
  return { ...reading, hidden: [...reading.hidden, ...told] };
}

function readPlainText(source: string): HtmlReading {
  const { text, removed } = cleanText(source);
  const blocks = text
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t\u3000]*\n+/)
    .map((paragraph) => paragraph.replace(/^\n+/, "").trimEnd())
    .filter((paragraph) => paragraph.trim() !== "");
  return {
    visible: text,
    blocks: blocks.map((paragraph) => ({ text: paragraph, kind: "paragraph" })),
    hidden: invisibleTexts(removed),
    links: [],
    images: [],
  };
}
