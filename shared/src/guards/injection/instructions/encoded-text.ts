import type { Span } from "../../../vocabulary";

const base64 = /(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/]{40,8000}={0,2}(?![A-Za-z0-9+/=])/g;
const hex = /(?<![0-9A-Fa-f])(?:[2-7][0-9A-Fa-f]){16,2000}(?![0-9A-Fa-f])/g;
const longestDecoded = 400;

/** Finds stretches of Base64 or hexadecimal that spell words; keys, hashes and pictures do not. */
export function findEncoded(text: string): Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(base64))
    if (spellsWords(decodeBase64(match[0]))) found.push({ start: match.index, end: match.index + match[0].length });
  for (const match of text.matchAll(hex))
    if (spellsWords(decodeHex(match[0]))) found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

function decodeBase64(text: string): string | undefined {
  const part = text.replace(/=+$/, "").slice(0, longestDecoded);
  try {
    const bytes = atob(part.slice(0, part.length - (part.length % 4)));
    return new TextDecoder("utf-8", { fatal: false }).decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)));
  } catch {
    // A length that Base64 cannot have is a word, not code.
    return undefined;
  }
}

function decodeHex(text: string): string {
  const pairs = text.slice(0, longestDecoded).match(/../g) ?? [];
  return pairs.map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join("");
}

/** True for text of letters and spaces, as sentences have them, or of Japanese. */
function spellsWords(text: string | undefined): boolean {
  if (text === undefined) return false;
  const letters = text.match(/[\p{L} ,.!?]/gu)?.length ?? 0;
  // A character that was cut at the end does not count.
  const wrong = text.slice(0, -2).match(/[\ufffd\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  const words = text.match(/\p{L}{2,} /gu)?.length ?? 0;
  const japanese = text.match(/[\u3041-\u30ff\u4e00-\u9fff]/g)?.length ?? 0;
  return wrong === 0 && letters / Math.max(1, text.length) > 0.8 && (words >= 3 || japanese >= 8);
}
