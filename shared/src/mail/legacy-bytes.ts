const escapes = /\x1b\$[@B]/;
const declared = /charset\s*=\s*"?([\w.:-]+)/gi;
const utf8Names = /^(?:utf-?8|us-ascii|ascii|unknown|x-unknown|default|null|iso-8859-1)$/i;

/**
 * The mail with the charset that its bytes show where the header names none or a wrong one: mails of older Japanese programs
 * say US-ASCII or nothing and are ISO-2022-JP, Shift_JIS or EUC-JP. Only mails without parts and transfer encoding are changed;
 * in others each part says what it is.
 */
export function decodeLegacyBytes(raw: Uint8Array): Uint8Array {
  const latin = latinOf(raw);
  const gap = /\r?\n\r?\n/.exec(latin);
  if (gap === null) return raw;
  const head = latin.slice(0, gap.index);
  const body = latin.slice(gap.index + gap[0].length);
  const named = [...head.matchAll(declared)].map((match) => match[1]!);
  if (named.some((name) => !utf8Names.test(name)) || /content-type:\s*multipart\//i.test(head)) return raw;
  if (/content-transfer-encoding:\s*(?:base64|quoted-printable)/i.test(head)) return raw;
  const charset = charsetOf(raw.subarray(gap.index + gap[0].length), body);
  if (charset === undefined) return raw;
  const type = /^content-type:\s*([^;\r\n]+)[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/im.exec(head);
  const line = `Content-Type: ${type?.[1]?.trim() || "text/plain"}; charset=${charset}`;
  const newHead =
    type === null ? `${head}\r\n${line}` : head.slice(0, type.index) + line + head.slice(type.index + type[0].length);
  return bytesOf(newHead + gap[0] + body);
}

function charsetOf(bytes: Uint8Array, latin: string): string | undefined {
  if (escapes.test(latin)) return "iso-2022-jp";
  if (!/[\x80-\xff]/.test(latin)) return undefined;
  for (const name of ["utf-8", "euc-jp", "shift_jis"]) {
    try {
      const text = new TextDecoder(name, { fatal: true }).decode(bytes);
      // Half-width katakana in rows is what EUC-JP looks like when it is read as Shift_JIS, and the other way round.
      if ((text.match(/[\uff61-\uff9f]/g)?.length ?? 0) <= text.length / 5) return name;
    } catch {
      // Not these bytes: the next charset is tried.
    }
  }
  return undefined;
}

function latinOf(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return text;
}

function bytesOf(latin: string): Uint8Array {
  const bytes = new Uint8Array(latin.length);
  for (let index = 0; index < latin.length; index += 1) bytes[index] = latin.charCodeAt(index);
  return bytes;
}
