import { decodeEntities } from "@genai-office/shared/ooxml";

/** Elements that do not end a line. */
const inline =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|code|data|dfn|em|font|i|kbd|mark|q|rb|ruby|s|samp|small|span|strong|sub|sup|time|u|var|wbr)(?=[\s/>])/i;

/**
 * The text of an HTML page for the gate: more than a reader sees, because all of it leaves. Comments, scripts and the
 * attributes that hold words count as well.
 */
export function htmlText(html: string): { title: string; lines: string[] } {
  const title = /<title[^<>]*>([^<]*)/i.exec(html)?.[1] ?? "";
  // No tag holds a "<": so that the search stays linear in pages that are none.
  const text = html.replace(/<!--|-->/g, "\n").replace(/<[^<>]*>/g, (tag) => {
    const words = wordsOf(tag);
    if (words !== "") return `\n${words}\n`;
    return inline.test(tag) ? "" : "\n";
  });
  const lines = decoded(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.trim());
  return { title: decoded(title).trim(), lines: lines.filter((line) => line !== "") };
}

function wordsOf(tag: string): string {
  const words: string[] = [];
  for (const [, double, single] of tag.matchAll(
    /\s(?:alt|title|content|value|placeholder|aria-label|label)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi,
  ))
    words.push(double ?? single ?? "");
  return words.filter((text) => text.trim() !== "").join("\n");
}

function decoded(text: string): string {
  return decodeEntities(text).replace(/&nbsp;?/g, " ");
}
