import { InvalidUtf8, Utf8Decoder } from "../../../shared/src/gateway/transport/utf8-decoder";

/** Decodes pieces; what cannot be decoded ends with "<invalid>". */
function decode(pieces: Uint8Array[]): string {
  const decoder = new Utf8Decoder();
  let text = "";
  try {
    for (const piece of pieces) text += decoder.push(piece);
    decoder.end();
  } catch (thrown) {
    if (!(thrown instanceof InvalidUtf8)) throw thrown;
    text += `${thrown.validText}<invalid>`;
  }
  return text;
}

function everyCut(bytes: Uint8Array): Uint8Array[][] {
  const byBytes = [...bytes].map((byte) => Uint8Array.of(byte));
  const inTwo = Array.from({ length: bytes.length + 1 }, (_, cut) => [bytes.subarray(0, cut), bytes.subarray(cut)]);
  return [...inTwo, byBytes];
}

describe("Utf8Decoder", () => {
  test.each<[string, number[], string]>([
    ["Japanese, a surrogate pair, an emoji", [...Buffer.from("予算は𠮷田委員が👍と")], "予算は𠮷田委員が👍と"],
    ["a byte order mark is dropped", [0xef, 0xbb, 0xbf, ...Buffer.from("案")], "案"],
    ["a second one is a character", [0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], "\ufeff"],
    ["U+FFFD may stand in a text", [...Buffer.from("a\ufffdb")], "a\ufffdb"],
    ["a wrong byte", [...Buffer.from("予算"), 0xff, 0x41], "予算<invalid>"],
    ["a wrong byte after U+FFFD", [...Buffer.from("案\ufffd"), 0xc0, 0x41], "案\ufffd<invalid>"],
    ["a character without its end, then text", [...Buffer.from("予"), 0xe7, 0xae, 0x41], "予<invalid>"],
    ["a character without its end at the end", [...Buffer.from("予"), 0xe7, 0xae], "予<invalid>"],
    ["an overlong form", [0x41, 0xe0, 0x80, 0x80, 0x42], "A<invalid>"],
    ["half a surrogate pair", [0x41, 0xed, 0xa0, 0x80, 0x42], "A<invalid>"],
    ["beyond Unicode", [0x41, 0xf4, 0x90, 0x80, 0x80], "A<invalid>"],
    ["a byte order mark before a wrong byte", [0xef, 0xbb, 0xbf, 0x41, 0xff], "A<invalid>"],
  ])("%s, cut anywhere", (_, bytes, expected) => {
    for (const pieces of everyCut(Uint8Array.from(bytes))) expect(decode(pieces)).toBe(expected);
  });
});
