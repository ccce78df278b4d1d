const escape = 0x1b;
const designations = [0x28, 0x24];

/**
 * A mail for decoders that follow the Encoding Standard: they make a replacement character of an escape sequence of ISO-2022-JP
 * that nothing stands behind. Such pairs are common, and mean nothing: encoded words of a folded header, each of which begins and
 * ends by itself (RFC 2047), are joined by parsers before they are decoded. Of two sequences in a row the first goes, in bodies
 * of seven bits; encoded words become UTF-8 one by one.
 */
export function withSingleEscapes(bytes: Uint8Array, headLength: number): Uint8Array {
  const head = inUtf8(bytes.subarray(0, headLength));
  const body = bytes.subarray(headLength);
  const kept = new Uint8Array(head.length + body.length);
  kept.set(head);
  let at = head.length;
  for (let index = 0; index < body.length; index += 1) {
    if (isSequence(body, index) && isSequence(body, index + 3)) index += 2;
    else {
      kept[at] = body[index]!;
      at += 1;
    }
  }
  return kept.subarray(0, at);
}

function isSequence(bytes: Uint8Array, index: number): boolean {
  return bytes[index] === escape && designations.includes(bytes[index + 1]!);
}

const word = /=\?iso-2022-jp(?:\*[\w-]+)?\?([bq])\?([^?\s]*)\?=/gi;

function inUtf8(head: Uint8Array): Uint8Array {
  const latin = Array.from(head, (byte) => String.fromCharCode(byte)).join("");
  if (latin.search(word) === -1) return head;
  const changed = latin.replace(word, (whole, kind: string, content: string) => {
    const raw = kind.toLowerCase() === "b" ? fromBase64(content) : fromQuotedPrintable(content);
    if (raw === undefined) return whole;
    const utf8 = new TextEncoder().encode(new TextDecoder("iso-2022-jp").decode(raw));
    return `=?UTF-8?B?${btoa(String.fromCharCode(...utf8))}?=`;
  });
  return Uint8Array.from(changed, (sign) => sign.charCodeAt(0));
}

/** Undefined for what is no Base64: the parser makes of it what it can. */
function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.replace(/=+$/, "").length % 4 === 1) return undefined;
  return Uint8Array.from(atob(text.replace(/=+$/, "")), (sign) => sign.charCodeAt(0));
}

function fromQuotedPrintable(text: string): Uint8Array {
  const plain = text
    .replaceAll("_", " ")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0) & 0xff);
}
