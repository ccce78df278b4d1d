/** Bytes of base64, read leniently: signs of other kinds are passed over, and each line may have padding of its own. */
export function fromBase64(text: string): Uint8Array {
  const units = text.replace(/[^A-Za-z0-9+/=]+/g, "").split(/=+/);
  // A single sign left over holds no byte.
  const latin = units.map((unit) => atob(unit.length % 4 === 1 ? unit.slice(0, -1) : unit)).join("");
  return bytesOf(latin);
}

/** Base64 in lines of 76 signs. */
export function toBase64(bytes: Uint8Array): string {
  let latin = "";
  for (let start = 0; start < bytes.length; start += 8192)
    latin += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(latin).replace(/.{76}/g, "$&\r\n");
}

/** Bytes of quoted-printable (RFC 2045, 6.7), each byte of which is one character; what is no escape stays. */
export function fromQuotedPrintable(text: string): Uint8Array {
  return bytesOf(unescaped(text.replace(/=[ \t]*\r?\n/g, "")));
}

/** Bytes of the Q encoding of a header (RFC 2047, 4.2): underscores are spaces. */
export function fromQ(text: string): Uint8Array {
  return bytesOf(unescaped(text.replace(/_/g, " ")));
}

function unescaped(text: string): string {
  return text.replace(/=([0-9a-f]{2})/gi, (_all, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/** Each character as one byte; those beyond 0xFF as their bytes in UTF-8. */
export function bytesOf(latin: string): Uint8Array {
  if (/[^\x00-\xff]/.test(latin)) {
    const pieces = [...latin].map((one) => (one > "\xff" ? new TextEncoder().encode(one) : [one.charCodeAt(0)]));
    return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
  }
  const bytes = new Uint8Array(latin.length);
  for (let index = 0; index < latin.length; index += 1) bytes[index] = latin.charCodeAt(index);
  return bytes;
}
