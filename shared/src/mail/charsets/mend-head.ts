import { decodeBytes, isWhole, tellCharset } from "../../charsets";
import { hasEscapes } from "../../charsets/iso-2022-jp";
import { mendEncodedWords } from "./encoded-words";
import { mendParameterValues } from "./parameter-values";

/**
 * The head of a mail or part as text: fields with raw bytes of any charset (ISO-2022-JP, Shift_JIS and EUC-JP of older programs,
 * UTF-8 by RFC 6532) are decoded, encoded words and file names are mended.
 * @param hint the charset that the mail names for its text
 */
export function mendHead(bytes: Uint8Array, hint: string | undefined): string {
  const fields = fieldsOf(bytes);
  const unclear = fields.filter((field) => !isWhole(field, "utf-8"));
  const charset =
    unclear.length === 0 ? "utf-8" : tellCharset(Uint8Array.from(unclear.flatMap((field) => [...field])), hint);
  return fields
    .map((field) => {
      const own = hasEscapes(field) ? "iso-2022-jp" : isWhole(field, "utf-8") ? "utf-8" : charset;
      return mendParameterValues(mendEncodedWords(decodeBytes(field, own)));
    })
    .join("");
}

/** Fields with their continued lines, line ends and all. */
function fieldsOf(bytes: Uint8Array): Uint8Array[] {
  const fields: Uint8Array[] = [];
  let start = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    const next = bytes[at + 1];
    if (next === 0x20 || next === 0x09) continue;
    fields.push(bytes.subarray(start, at + 1));
    start = at + 1;
  }
  if (start < bytes.length) fields.push(bytes.subarray(start));
  return fields;
}
