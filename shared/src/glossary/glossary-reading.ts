import type { Glossary } from "../vocabulary";

/** What is wrong with a row of a glossary file. */
export type GlossaryProblemCode =
  | "no-header"
  | "no-term"
  | "too-few-cells"
  | "too-many-cells"
  | "too-long"
  | "too-many-terms"
  | "broken-quotes"
  | "unknown-kind"
  | "forbidden-is-preferred"
  | "only-forbidden"
  | "no-known-language"
  | "broken-xml"
  | "entities-not-allowed"
  | "not-tbx";

/** A problem and where it is. The wording itself is not part of it: problems are logged. */
export interface GlossaryProblem {
  code: GlossaryProblemCode;
  /** CSV: number of the row as a spreadsheet shows it, the header being 1. TBX: number of the entry, from 1; 0 is the whole file. */
  row: number;
  /** False when what the row says is in the glossary nevertheless. */
  dropped: boolean;
}

/** A glossary as a file gave it, and every row that could not be read as it stands. */
export interface GlossaryReading {
  glossary: Glossary;
  problems: GlossaryProblem[];
}

/** What a ministry calls its glossary. */
export interface GlossaryName {
  id: string;
  version: string;
}

/** UTF-16 units of one wording; longer ones are sentences. */
export const longestWording = 200;
/** Terms of one glossary. */
export const mostTerms = 100_000;
