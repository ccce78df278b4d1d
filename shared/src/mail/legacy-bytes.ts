import { mailParts, mendedText, mendHead } from "./charsets";
import { asUtf8Head } from "./charsets/part-head";
import { toBase64 } from "./charsets/transfer-encoding";

/**
 * The mail with its text in the charset that its bytes show, where heads name none or a wrong one: mails of older Japanese
 * programs say US-ASCII or nothing and are ISO-2022-JP, Shift_JIS or EUC-JP, others say UTF-8 of anything, and cut encoded words
 * within characters. Heads become UTF-8, and so do bodies that the reader of mails would read wrongly; everything else, and a
 * mail that is right, stays byte for byte.
 */
export function decodeLegacyBytes(raw: Uint8Array): Uint8Array {
  const parts = mailParts(raw);
  const hint = parts.find(({ head }) => head.charset !== undefined)?.head.charset;
  const pieces: Uint8Array[] = [];
  let taken = 0;
  for (const { head, headStart, headEnd, bodyStart, bodyEnd } of parts) {
    const bytes = raw.subarray(headStart, headEnd);
    const text = mendedText(head, raw.subarray(bodyStart, bodyEnd));
    const plain = mendHead(bytes, hint);
    const mended = new TextEncoder().encode(text === undefined ? plain : asUtf8Head(plain, head.type));
    if (text === undefined && isSame(mended, bytes)) continue;
    pieces.push(raw.subarray(taken, headStart), mended);
    taken = headEnd;
    if (text === undefined) continue;
    pieces.push(raw.subarray(headEnd, bodyStart), new TextEncoder().encode(toBase64(new TextEncoder().encode(text))));
    taken = bodyEnd;
  }
  return pieces.length === 0 ? raw : joined([...pieces, raw.subarray(taken)]);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
