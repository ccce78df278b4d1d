/** A sentence of the source that may enter the summary. */
export interface Sentence {
  /** Place among all sentences of the source. */
  order: number;
  /** Number of its block in the step, from 1, for the citation. */
  block: number;
  /** The words as they stand in the source, without numbering and white space around them. */
  text: string;
  /** As people count, with the space that follows an English sentence. */
  characters: number;
  language: "ja" | "en";
  /** Words of meaning. */
  words: string[];
  /** Words of the headings above it. */
  headingWords: ReadonlySet<string>;
  /** Index of its section; sections count from 0, in the order of the source. */
  section: number;
  /** First of its block, and first below its heading. */
  leadsBlock: boolean;
  leadsSection: boolean;
  /** True for a whole sentence (with 。 or a full stop), false for a phrase. */
  complete: boolean;
  /** Where it stands: table cells speak only when nothing else does. */
  origin: "text" | "list" | "table";
}

/** A stretch of the source below one heading. */
export interface Section {
  /** Words of the heading; empty for what stands before the first one. */
  title: string;
}
