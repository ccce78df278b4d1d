import { readTranscript, type Transcript } from "@genai-office/shared/transcript";

/** Reads a transcript from text or bytes. */
export function read(content: string | Uint8Array, name = "会議.vtt"): Transcript {
  return readTranscript({ name, bytes: typeof content === "string" ? new TextEncoder().encode(content) : content });
}

/** Who says what when, short enough to compare: "山田@3:はい". */
export function said(transcript: Transcript): string[] {
  return transcript.utterances.map(({ speaker, text, start }) => `${speaker ?? "?"}@${start ?? "-"}:${text}`);
}

/** Kinds of problems, in order. */
export function troubles(transcript: Transcript): string[] {
  return transcript.problems.map(({ kind }) => kind);
}
