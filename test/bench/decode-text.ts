import { decodeText as readText } from "@genai-office/shared/transcript";

/** Text of a file in whatever charset its bytes show, by the reader of the product. */
export function decodeText(bytes: Uint8Array): string {
  return readText(bytes).text;
}
