import { decodeBytes, isWhole } from "./decode-bytes";
import { tellCharset } from "./tell-charset";

/** A text and whether some of its bytes stood for no character. */
export interface DecodedText {
  text: string;
  damaged: boolean;
}

/** Text of bytes in the charset that `tellCharset` finds, without a byte order mark. Never throws. */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const charset = tellCharset(bytes, declared);
  const text = decodeBytes(bytes, charset);
  // A text may hold U+FFFD itself, written by an earlier program: nothing is broken then.
  const damaged = text.includes("\ufffd") && !(charset === "utf-8" && isWhole(bytes, "utf-8"));
  return { text: text.replace(/^\ufeff/, ""), damaged };
}
