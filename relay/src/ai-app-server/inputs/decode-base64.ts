/**
 * Bytes of strict base64 (RFC 4648, section 4). Buffer would pass over what is not base64 and give other bytes than were
 * meant; undefined is returned for that, and for more than `maximumBytes`, which is seen before anything is decoded.
 */
export function decodeBase64(text: string, maximumBytes: number): Uint8Array | "too-large" | undefined {
  // Some encoders break lines; a data URL's head is not part of the content.
  const packed = /[\r\n]/.test(text) ? text.replace(/[\r\n]+/g, "") : text;
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed)) return undefined;
  const padding = packed.endsWith("==") ? 2 : packed.endsWith("=") ? 1 : 0;
  if ((packed.length / 4) * 3 - padding > maximumBytes) return "too-large";
  return Buffer.from(packed, "base64");
}
