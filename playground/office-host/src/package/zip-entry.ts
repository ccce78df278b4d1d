/** One entry of a zip archive, still compressed. */
export interface ZipEntry {
  /** Path inside the archive, with forward slashes. */
  readonly name: string;
  /** 0 stored, 8 deflated (APPNOTE 4.4.5). */
  readonly method: number;
  readonly crc: number;
  /** Size after inflation, as announced. */
  readonly size: number;
  /** The bytes as stored. */
  readonly stored: Uint8Array;
  /** DOS time and date, kept so that an unchanged entry is written back unchanged. */
  readonly modified: number;
}
