/** Above this size offsets are sampled. */
export const exhaustiveBytes = 20_000;

/**
 * Byte offsets at which a body is cut in two. Up to 20 kB every one. Above: the first 100 and the last 300, where
 * streams begin and end; offsets inside characters, up to 600 of them; and up to 1,000 at equal distances, fewer for
 * bodies of megabytes so that no more than about 100 MB travel.
 */
export function cutOffsets(bytes: Uint8Array): number[] {
  const { length } = bytes;
  if (length <= exhaustiveBytes) return range(1, length, 1);
  const affordable = Math.max(20, Math.floor(100_000_000 / length));
  const offsets = new Set<number>();
  for (const offset of range(1, 101, 1)) offsets.add(offset);
  for (const offset of range(length - 300, length, 1)) offsets.add(offset);
  const insideCharacters = range(1, length, 1).filter((offset) => (bytes[offset]! & 0xc0) === 0x80);
  for (const offset of sample(insideCharacters, 600)) offsets.add(offset);
  for (const offset of range(1, length, Math.ceil(length / 1000))) offsets.add(offset);
  return sample(
    [...offsets].sort((a, b) => a - b),
    affordable,
  );
}

function range(from: number, to: number, step: number): number[] {
  const numbers: number[] = [];
  for (let number = from; number < to; number += step) numbers.push(number);
  return numbers;
}

function sample(numbers: number[], most: number): number[] {
  if (numbers.length <= most) return numbers;
  return Array.from({ length: most }, (_, index) => numbers[Math.floor((index * numbers.length) / most)]!);
}
