/** Something that one person said. */
export interface Utterance {
  /**
   * As the file writes the name, spelling and all; null when the file does not say. Two nulls are not one person. Somebody of
   * whom the file knows only an id is 「発言者1」, 「発言者2」 … in the order of the file.
   */
  speaker: string | null;
  text: string;
  /** Seconds from the beginning of the recording; may be negative (transcription began before it); null when not told. */
  start: number | null;
  end: number | null;
}

/**
 * - `unreadable-time`: a time that says nothing; the words stay, without it
 * - `cue-without-time`: words that stand apart from any cue; they stay where they stand
 * - `unreadable-cue`: a piece that is broken; its words stay as far as there are any
 * - `unreadable-bytes`: bytes that no character stands for
 * - `repeated-cues`: captions that say again what was said (rolling captions, loops of a recogniser); each is kept once
 * - `clock-times`: times of the day, counted from the first one here
 * - `no-speakers`: nobody is named
 * - `no-utterances`: nothing was said
 */
export const transcriptProblemKinds = [
  "unreadable-time",
  "cue-without-time",
  "unreadable-cue",
  "unreadable-bytes",
  "repeated-cues",
  "clock-times",
  "no-speakers",
  "no-utterances",
] as const;

export type TranscriptProblemKind = (typeof transcriptProblemKinds)[number];

/** What a transcript could not be read as, for the person: nothing is dropped without a word. */
export interface TranscriptProblem {
  kind: TranscriptProblemKind;
  /** Line of a text, or number of an entry, from 1; undefined where it concerns the whole. */
  at: number | undefined;
}

/** What a file says around the speech: the 機密性 gate has to see it, and the head of the minutes may come from it. */
export interface TranscriptSurroundings {
  /** Lines before the first speech: title, date, place, who was there. */
  preamble: string[];
  /** Comments of a caption file; what minutes tell between speeches and nobody says: 「（休憩）」, 「午後三時閉会」. */
  notes: string[];
  headers: string[];
  footers: string[];
  /** Names of sensitivity labels of a document. */
  labels: string[];
}

/** When the speech was, where the file says so with a day and a zone; milliseconds since 1970. */
export interface TranscriptMoments {
  first: number;
  /** Null where no end is told. */
  last: number | null;
}

export interface Transcript {
  format: "vtt" | "srt" | "cue-json" | "xml" | "docx" | "text";
  /** In the order of time where times are told, else as they stand. */
  utterances: Utterance[];
  problems: TranscriptProblem[];
  surroundings: TranscriptSurroundings;
  moments?: TranscriptMoments;
}
