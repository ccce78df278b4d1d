/** Bytes that are not UTF-8. `validText` is what stood before them and was not handed out yet. */
export class InvalidUtf8 extends Error {
  constructor(
    readonly validText: string,
    options?: ErrorOptions,
  ) {
    super("the body is not UTF-8", options);
  }
}

/**
 * Strict streaming UTF-8: a character cut by the network waits for its rest, a byte order mark is dropped, wrong bytes
 * throw InvalidUtf8. The text before wrong bytes is the same however the network cut the body.
 */
export class Utf8Decoder {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private pending: Uint8Array = new Uint8Array(0);
  private begun = false;

  /** Decodes a piece. */
  push(bytes: Uint8Array): string {
    try {
      const text = this.decoder.decode(bytes, { stream: true });
      this.pending = unfinishedTail(this.pending, bytes);
      this.begun ||= text.length > 0;
      return text;
    } catch (cause) {
      throw new InvalidUtf8(decodeValidPrefix(concatenate(this.pending, bytes), this.begun), { cause });
    }
  }

  /** Tells that the body is over; throws InvalidUtf8 when it ended inside a character. */
  end(): void {
    if (this.pending.length > 0) throw new InvalidUtf8("");
  }
}

/** Length of the character that a byte starts: 0 for a byte that starts none. */
function characterLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/** The start of a character at the end of what was read, at most three bytes. */
function unfinishedTail(pending: Uint8Array, bytes: Uint8Array): Uint8Array {
  const all = bytes.length < 4 && pending.length > 0 ? concatenate(pending, bytes) : bytes;
  for (let back = 1; back <= Math.min(3, all.length); back++) {
    const byte = all[all.length - back]!;
    if ((byte & 0xc0) === 0x80) continue;
    return characterLength(byte) > back ? all.slice(all.length - back) : all.subarray(all.length);
  }
  return all.subarray(all.length);
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

/** Decodes up to the first wrong byte. Slow, but it runs once, when a body is broken. */
function decodeValidPrefix(bytes: Uint8Array, begun: boolean): string {
  let end = 0;
  while (end < bytes.length) {
    const length = characterLength(bytes[end]!);
    if (length === 0 || end + length > bytes.length) break;
    if (length > 1 && !isCharacter(bytes.subarray(end, end + length))) break;
    end += length;
  }
  return new TextDecoder("utf-8", { ignoreBOM: begun }).decode(bytes.subarray(0, end));
}

/** True for well-formed bytes of one character; knows overlong forms and surrogates. */
function isCharacter(bytes: Uint8Array): boolean {
  return !new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).includes("\ufffd") || isReplacement(bytes);
}

/** U+FFFD itself may stand in a text. */
function isReplacement(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbf && bytes[2] === 0xbd;
}
