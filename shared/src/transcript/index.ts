/** Transcripts of meetings, from files of any kind to utterances. */
export * from "./transcript";
