import { isLabelProperty, labelsOfProperties } from "@genai-office/shared/guards";
import { customProperties } from "@genai-office/shared/ooxml";

/** What the custom properties of a Word document say of sensitivity labels, and the rest of the part. */
export interface DocxLabels {
  /** Names of the labels in force. */
  labels: string[];
  /** The part without the properties of labels: those of a label that was taken off say nothing about the document. */
  rest: string;
}

/** Reads the sensitivity labels of a part of custom properties. */
export function docxLabels(xml: string): DocxLabels {
  const properties = customProperties(xml);
  let rest = "";
  let from = 0;
  for (const { name, start, end } of properties) {
    if (!isLabelProperty(name)) continue;
    rest += xml.slice(from, start);
    from = end;
  }
  return { labels: labelsOfProperties(properties), rest: rest + xml.slice(from) };
}
