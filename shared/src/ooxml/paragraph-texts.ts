import { decodeEntities } from "./decode-entities";
import { tokenize } from "./tokenize";

/**
 * Elements whose content a reader does not see: tracked deletions, field codes, the fallback copy of a drawing,
 * and paragraph properties (where `w:tab` is a tab stop, not a tab).
 */
const hidden = new Set(["w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:pPr"]);

/** What an empty element stands for in text. */
const replacements: Record<string, string> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "",
};

/**
 * Texts of the paragraphs of a WordprocessingML fragment or flat OPC package (what `getOoxml` gives), in document
 * order, as a reader sees them: without tracked deletions, with insertions. A text box gives paragraphs of its own
 * before the paragraph it is anchored in, and so does WordArt (`string` of v:textpath, ECMA-376 part 4, 19.1.2.23;
 * watermarks are that). Of the fallback copy of a drawing only WordArt counts that the drawing itself does not show.
 * In a package only the main document part's body is read.
 */
export function paragraphTexts(xml: string): string[] {
  const body = mainBody(xml);
  const texts: string[] = [];
  const open: string[] = [];
  /** Where the texts of each open mc:AlternateContent begin. */
  const alternatives: number[] = [];
  let hiddenDepth = 0;
  let deletedDepth = 0;
  let inText = false;
  for (const token of tokenize(body)) {
    if (token.kind === "text") {
      if (inText && hiddenDepth === 0 && open.length > 0)
        open[open.length - 1] += decodeEntities(body.slice(token.start, token.end));
    } else if (hidden.has(token.name)) {
      const step = token.kind === "open" ? 1 : token.kind === "close" ? -1 : 0;
      hiddenDepth += step;
      if (token.name !== "mc:Fallback") deletedDepth += step;
    } else if (token.name === "v:textpath") {
      const text = token.kind === "close" ? "" : attributeValue(body.slice(token.start, token.end), "string");
      const shown = hiddenDepth > 0 ? texts.slice(alternatives.at(-1)) : [];
      if (text !== "" && deletedDepth === 0 && !shown.includes(text)) texts.push(text);
    } else if (token.name === "mc:AlternateContent") {
      if (token.kind === "open") alternatives.push(texts.length);
      else if (token.kind === "close") alternatives.pop();
    } else if (hiddenDepth > 0) {
      // Neither text nor paragraphs of a hidden part count.
    } else if (token.name === "w:p") {
      if (token.kind === "open") open.push("");
      else if (token.kind === "self-closing") texts.push("");
      else if (open.length > 0) texts.push(open.pop()!);
    } else if (token.name === "w:t") inText = token.kind === "open";
    else if (token.kind !== "close" && open.length > 0 && replacements[token.name] !== undefined)
      open[open.length - 1] += replacements[token.name]!;
  }
  return texts;
}

/** Value of an attribute of a tag, entities decoded; "" when it has none. */
function attributeValue(tag: string, name: string): string {
  for (const [, key, double, single] of tag.matchAll(/([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (key === name) return decodeEntities(double ?? single ?? "");
  return "";
}

/** True when the fragment holds text that a reviewer has deleted or moved away. */
export function hasTrackedDeletions(xml: string): boolean {
  return /<w:(?:del|moveFrom)[\s>]/.test(mainBody(xml));
}

/** The document body inside a flat OPC package; the input itself when there is none. Styles and numbering hold tabs, not text. */
function mainBody(xml: string): string {
  const start = xml.search(/<w:body[\s>]/);
  if (start === -1) return xml;
  const end = xml.indexOf("</w:body>", start);
  return xml.slice(start, end === -1 ? undefined : end);
}
