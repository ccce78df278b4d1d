/** What a transcript may measure: a day of speech is below a tenth of each. */
export const transcriptLimits = {
  /** Bytes of the file. */
  fileBytes: 32 * 1024 * 1024,
  /** Bytes that one part of a .docx may unfold to, and all that are read of it together. */
  partBytes: 64 * 1024 * 1024,
  /** Pieces of speech. */
  utterances: 100_000,
} as const;
