import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join, relative } from "node:path";
import { readTranscript, type Utterance } from "@genai-office/shared/transcript";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { formatTable, MeasurementImpossible, type Measure } from "../measurement";

/** Files of a folder that are taken for transcripts; one that is named is read whatever it is called. */
const kinds = new Set([".vtt", ".srt", ".json", ".jsonl", ".ndjson", ".xml", ".docx", ".txt", ".csv", ".tsv", ".md"]);

interface Spoken {
  speaker: string | null;
  text: string;
  start: number | null;
}

interface Row {
  file: string;
  format: string;
  utterances: number;
  speakers: string[];
  first: Spoken | null;
  last: Spoken | null;
  problems: { kind: string; at: number | null }[];
  ms: number;
  error?: string;
}

/** `transcript FILE|DIR`: who says what when in each file, by the reader that the bot uses. */
export const measure: Measure = async (args) => {
  const [place] = args;
  if (place === undefined) throw new MeasurementImpossible("name a transcript or a directory of them");
  const rows = filesAt(place).map((path) => readRow(path, relative(place, path) || basename(path)));
  const table = formatTable(
    ["file", "format", "utterances", "speakers", "first", "last", "problems"],
    rows.map((row) => [
      row.file,
      row.format,
      row.utterances,
      row.speakers.length,
      row.error ?? spoken(row.first),
      spoken(row.last),
      [...new Set(row.problems.map(({ kind }) => kind))].join(" "),
    ]),
  );
  return Promise.resolve({
    table,
    json: { files: rows.length, parsed: rows.filter(({ error }) => error === undefined).length, rows },
  });
};

function filesAt(place: string): string[] {
  try {
    if (!statSync(place).isDirectory()) return [place];
    return readdirSync(place, { recursive: true, encoding: "utf8" })
      .filter((file) => kinds.has(extname(file).toLowerCase()))
      .map((file) => join(place, file))
      .sort();
  } catch {
    throw new MeasurementImpossible(`${place} cannot be read`);
  }
}

function readRow(path: string, file: string): Row {
  const started = performance.now();
  const empty = { file, utterances: 0, speakers: [], first: null, last: null, problems: [] };
  try {
    const { format, utterances, problems } = readTranscript({ name: basename(path), bytes: readFileSync(path) });
    const names = utterances.flatMap(({ speaker }) => speaker ?? []);
    return {
      file,
      format,
      utterances: utterances.length,
      speakers: [...new Set(names)],
      first: shown(utterances[0]),
      last: shown(utterances.at(-1)),
      problems: problems.map(({ kind, at }) => ({ kind, at: at ?? null })),
      ms: Math.round(performance.now() - started),
    };
  } catch (error) {
    const code = GenaiError.isInstance(error) ? error.code : error instanceof Error ? error.message : String(error);
    return { ...empty, format: extname(file).slice(1), ms: Math.round(performance.now() - started), error: code };
  }
}

function shown(utterance: Utterance | undefined): Spoken | null {
  if (utterance === undefined) return null;
  const { speaker, text, start } = utterance;
  return { speaker, text, start };
}

function spoken(one: Spoken | null): string {
  if (one === null) return "-";
  return `${one.start ?? "-"} ${one.speaker ?? "?"}: ${[...one.text].slice(0, 24).join("")}`;
}
