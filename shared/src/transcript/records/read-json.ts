import { append } from "../append";
import { GenaiError } from "../../vocabulary";
import { readVoices } from "../cues/cue-voices";
import { joinLines } from "../join-lines";
import type { Piece, Reading } from "../reading";
import type { TranscriptProblem } from "../transcript";
import { spokenLines } from "../stage-pieces";
import { readTyped } from "../typed/read-typed";
import { awsEntries } from "./aws-words";
import { recordHead, withoutName } from "./diet-record";
import { findRecords } from "./find-records";
import { listedNames } from "./listed-names";
import { momentsOf } from "./moments";
import { recordFields, type Fields, type RecordFields } from "./record-fields";
import { readTimes } from "./record-times";
import { rowsOf } from "./rows";
import { withoutRepeats, wordRuns } from "./word-speakers";

/**
 * Reads a transcript that is kept as data: a list of entries, `{entries: […]}`, `{value: […]}` and what other programs write,
 * or one JSON object a line.
 * @throws GenaiError "document-unsupported" when it is no JSON, or holds no speech
 */
export function readJson(text: string): Reading {
  const problems: TranscriptProblem[] = [];
  const { whole, records } = recordsOf(text, problems);
  const rows = records.length === 0 ? rowsOf(whole) : undefined;
  if (rows !== undefined) return { ...readTyped(rows), format: "cue-json" };
  if (records.length === 0) throw new GenaiError("document-unsupported", "the data holds no entries with words");
  const around = { notes: [], preamble: [] };
  const moments = momentsOf(records, whole);
  return {
    format: "cue-json",
    pieces: piecesOf(records, problems, around, whole),
    problems,
    ...around,
    ...(moments === undefined ? {} : { moments }),
  };
}

/** What entries hold that nobody says. */
export interface AroundEntries {
  notes: string[];
  preamble: string[];
}

/**
 * Entries as pieces of speech; an entry without words is passed over.
 * @param whole the data around the entries, where a list may name who has which id
 */
export function piecesOf(
  records: readonly Fields[],
  problems: TranscriptProblem[],
  around: AroundEntries,
  whole?: unknown,
): Piece[] {
  const fields = records.flatMap((record, index) => partsOf(record).map((part) => ({ ...part, at: index + 1 })));
  const times = readTimes(fields);
  const listed = listedNames(whole, fields);
  return fields.flatMap(({ text, name: written, id, at }, index): Piece[] => {
    const name = written ?? (id === undefined ? undefined : listed.get(id));
    if (text === undefined) problems.push({ kind: "unreadable-cue", at });
    const lines = (text ?? "").split(/\r\n|[\r\n]/);
    if (name === recordHead) {
      append(
        around.preamble,
        lines.map((line) => line.trim()).filter((line) => line !== ""),
      );
      return [];
    }
    const words = joinLines(spokenLines(withoutName(lines, name ?? ""), around.notes));
    if (words === "") return [];
    const { start, end, unreadable } = times[index]!;
    if (unreadable) problems.push({ kind: "unreadable-time", at });
    return [{ speaker: name ?? null, text: words, start, end, ...(id === undefined ? {} : { speakerId: id }) }];
  });
}

/** An entry that names nobody is parted by whom its words name. */
function partsOf(record: Fields): RecordFields[] {
  const whole = recordFields(record);
  // Cues of WebVTT kept as data.
  if (whole.name === undefined && /<v[.\s][^<>]*>/i.test(whole.text ?? ""))
    return readVoices([whole.text!]).map(({ speaker, lines }) => ({
      ...whole,
      name: speaker ?? undefined,
      text: lines.join("\n"),
    }));
  const runs = whole.text === undefined || (whole.name ?? whole.id) !== undefined ? [] : wordRuns(record, whole.text);
  if (runs === undefined || runs.length === 0) return [whole];
  return runs.map(({ speaker, speakerId, text, start }, index) => ({
    text,
    name: speaker,
    id: speakerId,
    start: index === 0 ? whole.start : start,
    end: index === runs.length - 1 ? whole.end : runs[index + 1]!.start,
    duration: runs.length === 1 ? whole.duration : undefined,
  }));
}

interface Found {
  /** The file as data, where it is one piece. */
  whole?: unknown;
  records: Fields[];
}

function recordsOf(text: string, problems: TranscriptProblem[]): Found {
  const whole = parsed(text);
  if (whole !== undefined) return { whole, records: awsEntries(whole) ?? withoutRepeats(findRecords(whole)) };
  const lines = text.split(/\r\n|[\r\n]/);
  const items = lines.flatMap((line, index): unknown[] => {
    if (line.trim() === "") return [];
    const item = parsed(line.trim().replace(/,$/, ""));
    if (item === undefined) problems.push({ kind: "unreadable-cue", at: index + 1 });
    return item === undefined ? [] : [item];
  });
  const records = findRecords(items);
  if (records.length > 0) return { records };
  problems.length = 0;
  return { records: findRecords(wholeObjects(text, problems)) };
}

/**
 * The entries of a file that ends in the middle: every object in braces that is whole and holds no other. One walk; braces
 * within strings do not count.
 */
function wholeObjects(text: string, problems: TranscriptProblem[]): unknown[] {
  const found: unknown[] = [];
  let open = -1;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (quoted) {
      if (character === "\\") at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{") open = at;
    else if (character === "}" && open >= 0) {
      const item = parsed(text.slice(open, at + 1));
      if (item !== undefined) found.push(item);
      open = -1;
    }
  }
  if (found.length > 0) problems.push({ kind: "unreadable-cue", at: undefined });
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
