/** What windows-1252 has where ISO-8859-1 has controls, 0x80 to 0x9F (WHATWG Encoding, index windows-1252). */
const letters = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/**
 * Text of bytes in windows-1252, which is also what mails and files mean by ISO-8859-1 and US-ASCII. Node 20 decodes it as
 * ISO-8859-1, with controls in the place of quotation marks and dashes.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder("windows-1252")
    .decode(bytes)
    .replace(/[\x80-\x9f]/g, (control) => letters[control.charCodeAt(0) - 0x80]!);
}
