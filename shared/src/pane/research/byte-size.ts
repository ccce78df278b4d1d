/** A size as people read it: 768 B, 1.5 KB, 840 KB, 4.5 MB. Never more than it is: it may be a limit. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${Math.floor(bytes)} B`;
  if (bytes < 10_000) return `${Math.floor(bytes / 100) / 10} KB`;
  if (bytes < 1_000_000) return `${Math.floor(bytes / 1000)} KB`;
  return `${Math.floor(bytes / 100_000) / 10} MB`;
}
