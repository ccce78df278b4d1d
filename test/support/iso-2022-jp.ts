import iconv from "iconv-lite";

/** Words in ISO-2022-JP, by way of EUC-JP: the same bytes without their eighth bit, between escapes. */
export function iso2022jp(words: string): Uint8Array {
  const euc = iconv.encode(words, "eucjp");
  const bytes: number[] = [];
  let inside = false;
  for (let index = 0; index < euc.length; index += 1) {
    const high = euc[index]! > 127;
    if (high !== inside) bytes.push(0x1b, ...(high ? [0x24, 0x42] : [0x28, 0x42]));
    inside = high;
    bytes.push(euc[index]! & 127);
    if (high) bytes.push(euc[(index += 1)]! & 127);
  }
  return Uint8Array.from(inside ? [...bytes, 0x1b, 0x28, 0x42] : bytes);
}
