/** Transcripts of meetings, from files of any kind to utterances. A package export of its own: no pane reads files. */
export { decodeText } from "../charsets";
export { holdsSpeech } from "./holds-speech";
export { readDocx } from "./read-docx";
export * from "./problem-texts";
export * from "./read-transcript";
export * from "./transcript";
export * from "./transcript-blocks";
export * from "./transcript-limits";
