import type { Transcript, TranscriptMoments, TranscriptProblem, Utterance } from "./transcript";

/** A piece of speech as a reader of one format hands it on. */
export interface Piece extends Omit<Utterance, "speaker"> {
  /** A name, an id of somebody whose name the file may tell elsewhere, or null. */
  speaker: string | null;
  /** Ids are told apart and named at the end. */
  speakerId?: string;
}

/** What a reader of one format found. */
export interface Reading {
  format: Transcript["format"];
  pieces: Piece[];
  problems: TranscriptProblem[];
  preamble?: string[];
  notes?: string[];
  moments?: TranscriptMoments;
}
