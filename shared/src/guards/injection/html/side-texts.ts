import type { Element } from "domhandler";
import { attributeOf } from "./parse-tree";
import type { HiddenWriter } from "./hidden-writer";

/** Attributes that a machine reads: no words of a person. */
const technical =
  /^(?:style|class|id|href|src|srcset|sizes|d|points|on[a-z]+|name|type|rel|target|lang|xml.*|xmlns.*|viewbox|transform|action|method|width|height|align|valign|bgcolor|background|color|face|cellpadding|cellspacing|border|colspan|rowspan|role|for|media|charset|http-equiv|integrity|nonce|itemtype|itemprop|datetime|cite|font-family|value|srcdoc|o:.*|v:.*|w:.*)$/i;
/** What programs show or read out in the place of something, or on a touch: told, however short. */
const named = new Set("alt title label summary placeholder aria-label aria-description aria-valuetext".split(" "));
const longestAttribute = 20_000;

/** True for words in a row: a sentence, no label, address or key. */
export function isProse(text: string): boolean {
  if (/^(?:[a-z]+:\/\/|mailto:|data:)\S*$/i.test(text)) return false;
  const kana = text.match(/[\u3041-\u30ff\u4e00-\u9fff]/g)?.length ?? 0;
  if (kana >= 10) return true;
  return (text.match(/(?:^|\s)\p{L}{2,}(?=[\s,.;:!?]|$)/gu)?.length ?? 0) >= 4;
}

/** Tells of the words that an element's attributes hold: alternative texts, tips, values, anything that reads like a sentence. */
export function addAttributeTexts(element: Element, hidden: HiddenWriter): void {
  const type = attributeOf(element, "type")?.toLowerCase();
  if (element.name === "input" && type === "hidden") hidden.add(attributeOf(element, "value") ?? "", "form-value");
  for (const [key, raw] of Object.entries(element.attribs)) {
    const value = raw.slice(0, longestAttribute).trim();
    const name = key.toLowerCase();
    if (named.has(name)) {
      hidden.add(value, "alt");
      continue;
    }
    if (value.length < 10 && !/[\u{e0000}-\u{e007f}]/u.test(value)) continue;
    if (element.name === "meta") {
      if (name === "content" && isProse(value)) hidden.add(value, "metadata");
    } else if (!technical.test(name) && isProse(value))
      hidden.add(value, name.startsWith("aria-") ? "alt" : "attribute");
  }
}

/** The prose of a style sheet: its comments and the texts it would show. */
export function addStyleTexts(css: string, hidden: HiddenWriter): void {
  for (const match of css.matchAll(/\/\*([^]*?)\*\//g)) if (isProse(match[1]!)) hidden.add(match[1]!, "style");
  for (const match of css.matchAll(/content\s*:\s*(?:"([^"]*)"|'([^']*)')/gi)) {
    const text = match[1] ?? match[2] ?? "";
    if (isProse(text)) hidden.add(text, "style");
  }
}
