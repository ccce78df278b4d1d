import { judgePlaces, inheritedMark, type ConfidentialityJudgement, type Places } from "@genai-office/shared/guards";
import { decodeText, readDocx, readTranscript, transcriptBlocks } from "@genai-office/shared/transcript";
import { GenaiError, type Block } from "@genai-office/shared/vocabulary";

/** What a job works on: a text that somebody wrote, or a file, cut into blocks and judged as a whole. */
export interface Source {
  blocks: Block[];
  /** Everywhere that a marking may stand. */
  places: Places;
  judgement: ConfidentialityJudgement;
  /** Mark of the source, which the result inherits; empty where there is none. */
  mark: string;
}

/** File names whose words are read here. */
const wordFile = /\.docx$/i;
const transcriptFile = /\.(?:vtt|srt|json|jsonl|xml)$/i;
const textFile = /\.(?:txt|md|markdown|csv|tsv|log)$/i;

/** True for files that can only be transcripts. */
export function isTranscriptName(name: string): boolean {
  return /\.(?:vtt|srt)$/i.test(name);
}

/** A text as it was written or pasted: each line that is not empty is a block. */
export function sourceOfText(text: string): Source {
  return judged(blocksOf(text.split(/\r\n|[\r\n]/), "message"), { fileName: "", headers: [], footers: [], labels: [] });
}

/**
 * The words of a file.
 * @throws GenaiError "document-unsupported" for a kind that is not read, "document-protected", "input-too-large"
 */
export function sourceOfFile(name: string, bytes: Uint8Array): Source {
  const around = { fileName: name, headers: [] as string[], footers: [] as string[], labels: [] as string[] };
  if (wordFile.test(name)) {
    const { lines, ...rest } = readDocx(bytes);
    return judged(blocksOf(lines, "paragraph"), { ...around, ...rest });
  }
  if (transcriptFile.test(name)) {
    const transcript = readTranscript({ name, bytes });
    const { headers, footers, labels, preamble, notes } = transcript.surroundings;
    return judged(transcriptBlocks(transcript), { ...around, headers, footers, labels }, [...preamble, ...notes]);
  }
  if (textFile.test(name)) return judged(blocksOf(decodeText(bytes).text.split(/\r\n|[\r\n]/), "paragraph"), around);
  throw new GenaiError("document-unsupported", "files of this kind are not read");
}

function blocksOf(lines: readonly string[], kind: Block["kind"]): Block[] {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((text, index): Block => ({ id: `line-${index + 1}`, text, kind }));
}

interface Surroundings {
  fileName: string;
  headers: string[];
  footers: string[];
  labels: string[];
}

function judged(blocks: Block[], around: Surroundings, firstPage: string[] = []): Source {
  const body = blocks.flatMap(({ label, text }) => (label === undefined ? [text] : [label, text]));
  const places = { ...around, firstPage, body };
  const judgement = judgePlaces(places);
  return { blocks, places, judgement, mark: inheritedMark(judgement.class, judgement.markings) };
}
