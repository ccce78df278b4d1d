import { GenaiError } from "../../vocabulary";
import { transcriptLimits } from "../transcript-limits";
import { joinLines } from "../join-lines";
import type { Piece, Reading } from "../reading";
import type { TranscriptProblem } from "../transcript";
import { clockOf } from "./clock-times";
import { withoutDates } from "./dated-lines";
import { headLines } from "./head-lines";
import { headsTasks, isBulleted, isHeading } from "./headings";
import { listLines } from "./list-lines";
import { openingsOf, type Opening } from "./openings";
import { withNamesOnce, withTimesBesideNames } from "./names-beside-times";
import { withoutBars, withoutEnd, withoutNumbers } from "./plain-lines";
import { readRecordBlocks } from "./record-blocks";
import { spokenPart } from "./spoken-part";
import { stageLine, takeStages, withStagesParted } from "./stage-lines";
import { readTable } from "./read-table";
import { readRows } from "./table-rows";

interface Speech extends Opening {
  /** The line that opens it. */
  written: string;
  lines: string[];
}

/** A speech has its line, a name, a blank one, and paragraphs. */
const mostLines = 4 * transcriptLimits.utterances;

/**
 * Reads a transcript that was typed or copied: names on lines of their own with a time (Word files of Teams: 「山田 太郎
 * 0:03」) or without, times before the lines, 「○山田委員　…」 and 「○事務局（佐藤課長）　…」 of verbatim minutes, 「山田：…」, tables
 * and records. Lines that open nothing go on with what was said. Without any of these each line is a speech of nobody known.
 * @throws GenaiError "input-too-large" for more lines than a transcript has
 */
export function readTyped(raw: readonly string[]): Reading {
  if (raw.length > mostLines) throw new GenaiError("input-too-large", "the text has too many lines");
  const spoken = spokenPart(withNamesOnce(raw));
  const dated = withoutDates(spoken.lines);
  const notes: string[] = [];
  const parted = withStagesParted(withoutBars(withoutNumbers(withoutEnd(dated?.lines ?? spoken.lines, notes), notes)));
  const preamble = [...spoken.above, ...(dated === undefined ? [] : [dated.day])];
  const rows = takeStages(parted);
  const table = readRows(rows.kept) ?? readRecordBlocks(rows.kept);
  if (table !== undefined) {
    const reading = readTable(table, rows.kept);
    const stages = [...rows.stages.values()].flat();
    return { ...reading, preamble: [...preamble, ...(reading.preamble ?? [])], notes: [...notes, ...stages] };
  }
  const { kept: lines, stages } = takeStages(withTimesBesideNames(parted.flatMap(withoutCells)));
  const openings = openingsOf(lines);
  const named = openings.some((opening) => opening !== undefined);
  const head = headLines(lines, openings);
  const lists = listLines(lines);
  const speeches: Speech[] = [];
  /** Whose speech others broke into. */
  let broken: Speech | undefined;
  let listsTasks = false;
  let areBulleted = false;
  const takeStage = (text: string, start: number | null): void => {
    const current = speeches.at(-1);
    if (current === undefined) preamble.push(text);
    else if (stageLine(text) !== "assent") notes.push(text);
    else {
      // What is decided rests on it: it stays where it stands, as what nobody known says.
      broken ??= current;
      speeches.push({ ...unnamed(text), start });
    }
  };
  for (const [index, line] of lines.entries()) {
    for (const stage of stages.get(index) ?? []) takeStage(stage, null);
    const text = line.trim();
    if (text === "") continue;
    const opening = openings[index];
    const current = speeches.at(-1);
    const isStage = opening?.name === null && stageLine(opening.words) !== undefined;
    if (opening !== undefined && !isStage) broken = undefined;
    if (isStage) takeStage(opening.words.trim(), opening.start);
    else if (index < head) preamble.push(text);
    else if (opening !== undefined && !(listsTasks && opening.start === null && isBulleted(line))) {
      listsTasks = false;
      areBulleted ||= isBulleted(line);
      // A time on a line of its own belongs to what is said below it.
      if (current !== undefined && isBareTime(current) && opening.start === null)
        Object.assign(current, { name: opening.name, lines: wordsOf(opening) });
      else speeches.push({ ...opening, written: line, lines: wordsOf(opening) });
    } else if (!named) speeches.push(unnamed(text));
    else if (current === undefined) preamble.push(text);
    else if (!lists.has(index) && current.lines.length > 0 && isHeading(line, lines[index - 1])) {
      speeches.push(unnamed(text));
      // 「・山田：資料作成」 below 「宿題」 says who is to do what, unless speeches have such marks too.
      listsTasks = headsTasks(text) && !areBulleted;
    } else if (broken !== undefined) {
      speeches.push({ ...unnamed(text), name: broken.name });
      broken = undefined;
    } else current.lines.push(text);
  }
  for (const stage of stages.get(lines.length) ?? []) takeStage(stage, null);
  const said = speeches.filter((speech) => speech.lines.length > 0);
  const problems: TranscriptProblem[] = [];
  const clock = clockOf(
    said.map(({ start, written, lines: words }) => ({ start, written, words: words.join("") })),
    lines,
  );
  if (clock.isClock) problems.push({ kind: "clock-times", at: undefined });
  const pieces = said.map(({ name, start, end, lines: words }): Piece => ({
    speaker: name,
    text: joinLines(words),
    start: clock.fromFirst(start),
    end: clock.fromFirst(end),
  }));
  return { format: "text", pieces, problems, preamble, notes };
}

/** Paragraphs within cells of what is no table of speeches are lines, and so are the cells beside them. */
function withoutCells(line: string): string[] {
  return line.includes("\v") ? line.split(/[\v\t]/) : [line];
}

function unnamed(text: string): Speech {
  return { name: null, start: null, end: null, words: "", written: text, lines: [text] };
}

function wordsOf({ words }: Opening): string[] {
  return words.trim() === "" ? [] : [words.trim()];
}

function isBareTime({ name, start, lines }: Speech): boolean {
  return name === null && start !== null && lines.length === 0;
}
