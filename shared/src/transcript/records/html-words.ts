import { decodeEntities } from "../../ooxml";

/** Words of a message of a Teams chat, which is HTML of a few tags; its blocks are lines. */
export function wordsOfHtml(html: string): string {
  const lines = html.replace(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, "\n").replace(/<[^<>]*>/g, "");
  return decodeEntities(lines.replaceAll("&nbsp;", " "));
}
