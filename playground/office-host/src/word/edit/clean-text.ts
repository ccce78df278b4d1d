import { HostError } from "../../rich-api/emulated-type";

// The characters that XML 1.0 cannot hold, page break and the two line ends apart.
const forbidden =
  /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Text as it can be inserted: line ends unified to "\n", which begins a new paragraph.
 * @throws HostError `InvalidArgument` for characters that a document cannot hold (believed)
 */
export function cleanText(text: string): string {
  if (forbidden.test(text)) {
    throw new HostError("InvalidArgument", "The text holds characters that a document cannot hold.");
  }
  return text.replace(/\r\n?/g, "\n");
}
