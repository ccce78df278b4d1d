import { decodeIso2022Jp } from "./iso-2022-jp";
import { decodeWindows1252 } from "./windows-1252";

/** Names that mails use and the standard does not list (WHATWG Encoding, 4.2), without signs and prefixes. */
const aliases: Record<string, string> = {
  "932": "shift_jis",
  shiftjis: "shift_jis",
  shiftjisx0213: "shift_jis",
  windows31j: "shift_jis",
  mskanji: "shift_jis",
  "51932": "euc-jp",
  eucjp: "euc-jp",
  eucjpms: "euc-jp",
  eucjisx0213: "euc-jp",
  eucjis2004: "euc-jp",
  "50220": "iso-2022-jp",
  "50221": "iso-2022-jp",
  "50222": "iso-2022-jp",
  iso2022jp: "iso-2022-jp",
  iso2022jp1: "iso-2022-jp",
  iso2022jp2: "iso-2022-jp",
  iso2022jp3: "iso-2022-jp",
  iso2022jp2004: "iso-2022-jp",
  iso2022jpms: "iso-2022-jp",
  junet: "iso-2022-jp",
  "949": "euc-kr",
  uhc: "euc-kr",
  euckr: "euc-kr",
  "936": "gbk",
  "950": "big5",
  utf8mb4: "utf-8",
  cp65001: "utf-8",
  "65001": "utf-8",
};

/** The standard's name of a charset that a mail or page names, or undefined for none that is known. */
export function charsetNamed(name: string | undefined): string | undefined {
  const label =
    name
      ?.trim()
      .replace(/^["']+|["']+$/g, "")
      .toLowerCase() ?? "";
  if (label === "") return undefined;
  const plain = label.replace(/^(?:x-ms-|x-|cs)/, "").replace(/[\s._-]+/g, "");
  for (const one of [label, aliases[plain] ?? aliases[plain.replace(/^(?:cp|windows|ms|ibm)/, "")], plain]) {
    const encoding = one === undefined ? undefined : encodingOf(one);
    if (encoding !== undefined) return encoding;
  }
  return undefined;
}

function encodingOf(label: string): string | undefined {
  try {
    const { encoding } = new TextDecoder(label);
    return encoding === "replacement" ? undefined : encoding;
  } catch (error) {
    // The standard refuses labels that it does not know with a RangeError; the class alone would miss errors of another realm.
    if ((error as Error).name === "RangeError") return undefined;
    throw error;
  }
}

/** Text of bytes in a charset that `charsetNamed` or `tellCharset` gave; what stands for no character is U+FFFD. */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  if (charset === "windows-1252") return decodeWindows1252(bytes);
  if (charset === "iso-2022-jp") return decodeIso2022Jp(bytes);
  return new TextDecoder(charset).decode(bytes);
}

/** True when every byte belongs to a character of the charset. */
export function isWhole(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes);
    return true;
  } catch (error) {
    // Bytes of another charset; the class alone would miss errors of another realm.
    if ((error as Error).name === "TypeError") return false;
    throw error;
  }
}
