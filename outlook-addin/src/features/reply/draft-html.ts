import type { DraftText } from "../../mailbox";

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Controls that no mail needs: they are invisible, or turn the text round. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

function escaped(line: string): string {
  // Japanese indents with full-width spaces, which HTML keeps; runs of others would fall together, and be lost at the beginning.
  return line.replace(/[&<>"']/g, (character) => entities[character]!).replace(/^ | (?= )/g, "&nbsp;");
}

/**
 * A text as it goes into a mail: the only builder of HTML for bodies. Everything in the text is words, whatever it looks like;
 * empty lines part paragraphs, other line ends break the line. No link, style or picture is ever made.
 */
export function draftTextOf(text: string): DraftText {
  const plain = text
    .replace(/\r\n?|[\v\u2028\u2029]/g, "\n")
    .replace(controls, "")
    .trim();
  const paragraphs = plain.split(/\n[ \t\u3000]*\n+/);
  const html = paragraphs.map((paragraph) => `<p>${paragraph.split("\n").map(escaped).join("<br>")}</p>`).join("");
  return { html: plain === "" ? "" : html, text: plain };
}
