/** What is opened at most. A zip can announce gigabytes in a few kilobytes; announced sizes are checked before inflation. */
export interface PackageLimits {
  /** Bytes of the file as it is stored. */
  fileBytes: number;
  /** Entries in the zip. Large real documents hold a few hundred. */
  entries: number;
  /** Bytes of all entries after inflation, as the zip's directory announces them. */
  inflatedBytes: number;
  /** Bytes of one XML part that is parsed: a DOM needs some ten times this in memory. */
  xmlPartBytes: number;
}

export const packageLimits: PackageLimits = {
  fileBytes: 256 * 1024 * 1024,
  entries: 10_000,
  inflatedBytes: 512 * 1024 * 1024,
  xmlPartBytes: 64 * 1024 * 1024,
};
