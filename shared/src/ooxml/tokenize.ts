/** One piece of an XML text; `start` and `end` are UTF-16 offsets, so that every byte can be put back as it was. */
export interface XmlToken {
  kind: "open" | "close" | "self-closing" | "text" | "other";
  /** Qualified name as written, e.g. "w:p"; empty for text, comments, declarations. */
  name: string;
  start: number;
  end: number;
}

/**
 * Cuts XML into tags and text without building a tree: joining all tokens gives the input, byte for byte.
 * Meant for well-formed XML from Office; a stray "<" at the end becomes text instead of an error.
 */
export function* tokenize(xml: string): Generator<XmlToken, void> {
  let position = 0;
  while (position < xml.length) {
    const open = xml.indexOf("<", position);
    if (open === -1) {
      yield { kind: "text", name: "", start: position, end: xml.length };
      return;
    }
    if (open > position) yield { kind: "text", name: "", start: position, end: open };
    const end = tagEnd(xml, open);
    yield tag(xml, open, end);
    position = end;
  }
}

/** Offset behind the tag that starts at `open`; ">" inside comments, CDATA and quoted values does not end it. */
function tagEnd(xml: string, open: number): number {
  if (xml.startsWith("<!--", open)) return after(xml, "-->", open + 4);
  if (xml.startsWith("<![CDATA[", open)) return after(xml, "]]>", open + 9);
  if (xml.startsWith("<?", open)) return after(xml, "?>", open + 2);
  let quote = "";
  for (let index = open + 1; index < xml.length; index += 1) {
    const character = xml[index]!;
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return index + 1;
  }
  return xml.length;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found === -1 ? xml.length : found + mark.length;
}

function tag(xml: string, start: number, end: number): XmlToken {
  const second = xml[start + 1];
  if (second === "!" || second === "?" || second === undefined) return { kind: "other", name: "", start, end };
  const closing = second === "/";
  const nameStart = start + (closing ? 2 : 1);
  let nameEnd = nameStart;
  while (nameEnd < end && !" \t\r\n/>".includes(xml[nameEnd]!)) nameEnd += 1;
  const kind = closing ? "close" : xml[end - 2] === "/" ? "self-closing" : "open";
  return { kind, name: xml.slice(nameStart, nameEnd), start, end };
}
