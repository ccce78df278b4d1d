import { attributeValue } from "./attributes";
import { decodeEntities } from "./decode-entities";
import { tokenize } from "./tokenize";

/** A custom document property and where its element stands in the part. */
export interface CustomProperty {
  name: string;
  value: string;
  /** Stretch of the XML from the opening tag to the end of the closing one. */
  start: number;
  end: number;
}

/** Custom properties of a part docProps/custom.xml (ISO/IEC 29500-1, 22.3), values as text. Linear; never throws on odd XML. */
export function customProperties(xml: string): CustomProperty[] {
  const found: CustomProperty[] = [];
  let open: CustomProperty | undefined;
  for (const token of tokenize(xml)) {
    if (token.kind === "text") {
      if (open !== undefined) open.value += decodeEntities(xml.slice(token.start, token.end));
      continue;
    }
    if (!/^(?:\w+:)?property$/.test(token.name.slice(0, 100))) continue;
    if (token.kind === "open") {
      const name = attributeValue(xml.slice(token.start, token.end), "name");
      open = { name, value: "", start: token.start, end: token.end };
    } else if (token.kind === "close" && open !== undefined) {
      found.push({ ...open, value: open.value.trim(), end: token.end });
      open = undefined;
    }
  }
  return found;
}
