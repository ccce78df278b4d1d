import { GenaiError } from "../../vocabulary";
import { transcriptLimits } from "../transcript-limits";
import { joinLines } from "../join-lines";
import { spokenLines } from "../stage-pieces";
import type { Piece, Reading } from "../reading";
import { momentsOf } from "../records/moments";
import { piecesOf } from "../records/read-json";
import { isFields, type Fields } from "../records/record-fields";
import { isSurelyPerson } from "../speaker-names";
import type { TranscriptProblem } from "../transcript";
import { readCues, type Cue } from "./cue-blocks";
import { readVoices } from "./cue-voices";
import { withNames } from "./name-captions";
import { withoutRepeats, type CaptionLines } from "./rolling";

/**
 * Reads WebVTT and SubRip as Teams, Zoom, YouTube, Whisper and others write them (reference page on Teams, 9.4): voice tags,
 * names before a colon, names on a line of their own, JSON payloads, or nobody named at all.
 */
export function readCueText(text: string, fileName: string): Reading {
  const lines = text.split(/\r\n|[\r\n]/);
  const { cues, problems, notes, bare } = readCues(lines);
  if (cues.length > transcriptLimits.utterances) throw new GenaiError("input-too-large", "the file has too many cues");
  const isVtt = /^WEBVTT(?:\s|$)/i.test(lines[0] ?? "");
  const format = !isVtt && (/\.srt$/i.test(fileName) || /^\d[\d:]*,\d{1,3}\s*-->/m.test(text)) ? "srt" : "vtt";
  const payloads: { cue: Cue; fields: Fields }[] = [];
  const spoken: CaptionLines[] = [];
  let tagged = false;
  const named = haveNamesAsIds(cues);
  for (const cue of cues) {
    const fields = payloadOf(cue);
    if (fields !== undefined) {
      payloads.push({ cue, fields });
      continue;
    }
    if (looksLikePayload(cue)) problems.push({ kind: "unreadable-cue", at: cue.at });
    const idName = webexName(cue.id) ?? (named ? cue.id : undefined);
    tagged ||= idName !== undefined;
    for (const { speaker, lines: said } of readVoices(cue.lines)) {
      tagged ||= speaker !== null;
      spoken.push({ ...cue, speaker: (speaker ?? idName ?? "") || null, lines: said });
    }
  }
  const { captions, problems: repeats } = withoutRepeats(tagged ? spoken : withNames(spoken, !isVtt || bare, bare));
  const pieces = captions.map(({ at, speaker, start, end, lines: said }) => ({
    at,
    piece: { speaker, start, end, text: joinLines(spokenLines(said, notes)) } satisfies Piece,
  }));
  const all = [...pieces, ...payloadPieces(payloads, problems, notes)].sort((a, b) => a.at - b.at);
  const moments = momentsOf(payloads.map(({ fields }) => fields));
  return {
    format,
    pieces: all.map(({ piece }) => piece),
    problems: [...problems, ...repeats],
    notes,
    ...(moments === undefined ? {} : { moments }),
  };
}

function looksLikePayload({ lines }: Cue): boolean {
  return /^\s*\{\s*"/.test(lines[0] ?? "");
}

/** Webex names who speaks in the id of a cue: `12 "Jane Doe" (2437648384)`. */
function webexName(id: string | undefined): string | undefined {
  return /^\d{1,9}\s+"([^"]*)"\s+\(\d*\)$/.exec(id ?? "")?.[1];
}

/** True for files without voices whose ids are names of persons that come back: 「山田 太郎」 above the times of what she says. */
function haveNamesAsIds(cues: readonly Cue[]): boolean {
  const ids = cues.flatMap(({ id }) => id ?? []);
  if (ids.length < 2 || ids.length * 5 < cues.length * 4 || new Set(ids).size === ids.length) return false;
  return (
    ids.every((id) => isSurelyPerson(id)) && !cues.some(({ lines }) => lines.some((line) => /<v[\s.]/i.test(line)))
  );
}

/** The JSON object that metadataContent of Graph writes as payload; undefined for words, and for JSON that is broken. */
function payloadOf({ lines }: Cue): Fields | undefined {
  const words = lines.join("\n").trim();
  if (!words.startsWith("{") || !words.endsWith("}")) return undefined;
  try {
    const data: unknown = JSON.parse(words);
    return isFields(data) ? data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Payloads as speech; the times of the cue stand above those of the payload, which are moments. */
function payloadPieces(
  payloads: readonly { cue: Cue; fields: Fields }[],
  problems: TranscriptProblem[],
  notes: string[],
): { at: number; piece: Piece }[] {
  return payloads.flatMap(({ cue, fields }) => {
    const found: TranscriptProblem[] = [];
    const pieces = piecesOf([fields], found, { notes, preamble: [] });
    if (found.some(({ kind }) => kind === "unreadable-cue")) problems.push({ kind: "unreadable-cue", at: cue.at });
    return pieces.map((piece) => ({ at: cue.at, piece: { ...piece, start: cue.start, end: cue.end } }));
  });
}
