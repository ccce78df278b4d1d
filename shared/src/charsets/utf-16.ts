const share = 0.05;

/** The byte order of bytes that are UTF-16 without a mark, told by zero bytes; undefined where they are not. */
export function utf16Of(sample: Uint8Array): string | undefined {
  let nulls = 0;
  for (const byte of sample) if (byte === 0) nulls += 1;
  if (nulls > sample.length * share) return byteOrder(sample);
  return undefined;
}

/** The byte order in which more of the units are characters that a text has. */
export function byteOrder(sample: Uint8Array): string {
  const [little, big] = ["utf-16le", "utf-16be"].map((name) => plausibleShare(new TextDecoder(name).decode(sample)));
  return big! > little! ? "utf-16be" : "utf-16le";
}

/** True for bytes without zeros that are Japanese in UTF-16: kanji and many kana. Latin letters read so look like kanji alone. */
export function isJapaneseUtf16(sample: Uint8Array): boolean {
  if (sample.length % 2 === 1) return false;
  const text = new TextDecoder(byteOrder(sample)).decode(sample);
  const kana = text.match(/[\u3001\u3002\u3040-\u30ff]/g)?.length ?? 0;
  return plausibleShare(text) > 0.9 && kana > text.length * 0.15;
}

function plausibleShare(text: string): number {
  const plausible =
    text.match(/[\t\n\r\x20-\x7e\u2160-\u217f\u2460-\u24ff\u3000-\u33ff\u4e00-\u9fff\uf900-\ufaff\uff01-\uff9f]/g)
      ?.length ?? 0;
  // Latin letters read in the wrong order look like kanji; their spaces and line ends look like nothing.
  const ordinary = text.match(/[\n\r \u3001\u3002\u3040-\u309f]/g)?.length ?? 0;
  return (plausible + ordinary) / Math.max(1, text.length);
}
