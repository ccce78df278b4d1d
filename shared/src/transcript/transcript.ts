/** Something that one person said. */
export interface Utterance {
  /** As the file writes the name, spelling and all; null when the file does not say. Two nulls are not one person. */
  speaker: string | null;
  text: string;
  /** Seconds from the beginning of the recording; may be negative (transcription began before it); null when not told. */
  start: number | null;
  end: number | null;
}

/** What a transcript could not be read as, for the person: nothing is dropped without a word. */
export interface TranscriptProblem {
  /** E.g. "cue-without-time", "unreadable-cue", "no-speakers"; the interface has a text for each. */
  kind: string;
  /** Line or cue number, from 1; undefined where it concerns the whole. */
  at: number | undefined;
}

export interface Transcript {
  format: "vtt" | "cue-json" | "docx" | "text";
  /** In the order of time where times are told, else as they stand. */
  utterances: Utterance[];
  problems: TranscriptProblem[];
}
