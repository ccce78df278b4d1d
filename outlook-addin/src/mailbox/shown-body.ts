import type { HiddenText } from "@genai-office/shared/guards";
import { GenaiError, type Block } from "@genai-office/shared/vocabulary";
import { bodyBlocks } from "./body-blocks";
import type { MailBodyText } from "./mailbox-port";

/** Tags that no plain text has by accident. */
const markup =
  /<(?:!doctype|!--|\/?(?:html|head|body|div|p|br|span|table|font|pre|style|meta|a|img|b|ul|ol|h[1-6]))[\s/>]/i;

/**
 * What Exchange itself notes in a body that it has turned into HTML (seen in mails; the second in those of older servers). It is
 * in every mail that came as plain text, and nobody has hidden it.
 */
const conversionNote = /^\s*converted from (?:text|rtf|text\/(?:plain|rtf) format)\s*$/i;

/**
 * What a body shows, by paragraphs, and what it holds without showing it. The reader of HTML is a chunk of its own, which comes
 * with the first mail.
 * @throws GenaiError `document-unsupported` for a page that is too complex to be read
 */
export async function shownBody(raw: string): Promise<{ blocks: Block[]; hidden: HiddenText[]; body: MailBodyText }> {
  const { readMailBody } = await import(/* webpackChunkName: "mail-reader" */ "@genai-office/shared/guards/injection");
  const body = markup.test(raw) ? { html: raw } : { text: raw };
  const { visible, blocks, hidden } = readMailBody(body);
  if (hidden.some(({ reason }) => reason === "too-complex"))
    throw new GenaiError("document-unsupported", "the body is too complex to be read");
  // An empty line keeps paragraphs apart whose lines are as long as those of a wrapped mail.
  const text = "html" in body ? blocks.map((block) => block.text).join("\n\n") : visible;
  const told = hidden.filter((one) => one.reason !== "comment" || !conversionNote.test(one.text));
  return { blocks: bodyBlocks(text), hidden: told, body };
}
