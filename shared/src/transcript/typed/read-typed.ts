import { GenaiError } from "../../vocabulary";
import { transcriptLimits } from "../transcript-limits";
import { joinLines } from "../join-lines";
import type { Piece, Reading } from "../reading";
import { readTimes } from "../records/record-times";
import { isLikeName } from "../speaker-names";
import type { TranscriptProblem } from "../transcript";
import { hasHours, leadingTime, trailingTime } from "./line-times";
import { namedLine, speakingNames } from "./named-line";
import { readRows } from "./table-rows";

/** A line that begins a speech. */
interface Opening {
  name: string | null;
  start: number | null;
  end: number | null;
  words: string;
}

interface Speech extends Opening {
  lines: string[];
}

/** A speech has its line, a name, a blank one, and paragraphs. */
const mostLines = 4 * transcriptLimits.utterances;

/** Headings of the business that stand between speeches. */
const heading =
  /^[\s\u3000]*(?:[■□◆◇▼▽★☆#]|(?:議題|議案|議事|案件|論点|報告事項|審議事項)[\s\u3000]*[（(]?[0-9０-９一二三四五六七八九十]|(?:第?[0-9０-９一二三四五六七八九十]{1,3}[.．、\u3000 ]|[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]|[①-⑳])).{0,60}$/u;
const sentenceEnd = /[。．！？!?」）)]\s*$/u;
/** What Teams writes between speeches. */
const recorderNote = /(?:(?:started|stopped) transcription|文字起こしを(?:開始|停止|終了)しました)[。.]?$/i;
/** Earlier, nobody begins a meeting; later, no recording's first words are. */
const earliestClock = 6 * 3600;

/**
 * Reads a transcript that was typed or copied: names on lines of their own with a time (Word files of Teams: 「山田 太郎
 * 0:03」), times before the lines, 「○山田委員　…」 and 「○事務局（佐藤課長）　…」 of verbatim minutes, 「山田：…」, tables with a
 * head. Lines that open nothing go on with what was said. Without any of these each line is a speech of nobody known.
 * @throws GenaiError "input-too-large" for more lines than a transcript has
 */
export function readTyped(lines: readonly string[]): Reading {
  if (lines.length > mostLines) throw new GenaiError("input-too-large", "the text has too many lines");
  const table = readRows(lines);
  const problems: TranscriptProblem[] = [];
  if (table !== undefined) {
    const times = readTimes(table.rows);
    const pieces = table.rows.map(({ name, text }, index): Piece => {
      const { start, end, unreadable } = times[index]!;
      if (unreadable) problems.push({ kind: "unreadable-time", at: index + 1 });
      return { speaker: name, start, end, text: joinLines(text.split("\n")) };
    });
    return { format: "text", pieces, problems, preamble: table.preamble };
  }
  const openingOf = openingsOf(lines);
  const preamble: string[] = [];
  const notes: string[] = [];
  const speeches: Speech[] = [];
  const openings = lines.map(openingOf);
  const times = new Map<string | null, number>();
  for (const opening of openings)
    if (opening !== undefined) times.set(opening.name, (times.get(opening.name) ?? 0) + 1);
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (text === "") continue;
    const opening = openings[index];
    const current = speeches.at(-1);
    if (recorderNote.test(text.slice(-60))) notes.push(text);
    else if (opening !== undefined) {
      if (current === undefined && isHeadLine(opening, times)) preamble.push(text);
      // A time on a line of its own belongs to what is said below it.
      else if (current !== undefined && isBareTime(current) && opening.start === null)
        Object.assign(current, { name: opening.name, lines: wordsOf(opening) });
      else speeches.push({ ...opening, lines: wordsOf(opening) });
    } else if (times.size === 0) speeches.push({ name: null, start: null, end: null, words: "", lines: [text] });
    else if (current === undefined) preamble.push(text);
    else if (heading.test(text) && !sentenceEnd.test(text) && current.lines.length > 0) {
      speeches.push({ name: null, start: null, end: null, words: "", lines: [text] });
    } else current.lines.push(text);
  }
  const said = speeches.filter((speech) => speech.lines.length > 0);
  const clock = clockOrigin(said, lines);
  if (clock !== 0) problems.push({ kind: "clock-times", at: undefined });
  const pieces = said.map(({ name, start, end, lines: words }): Piece => ({
    speaker: name,
    text: joinLines(words),
    start: start === null ? null : start - clock,
    end: end === null ? null : end - clock,
  }));
  return { format: "text", pieces, problems, preamble, notes };
}

function wordsOf({ words }: Opening): string[] {
  return words.trim() === "" ? [] : [words.trim()];
}

function isBareTime({ name, start, lines }: Speech): boolean {
  return name === null && start !== null && lines.length === 0;
}

/** What kind of lines open speeches in this file. */
function openingsOf(lines: readonly string[]): (line: string) => Opening | undefined {
  const filled = lines.filter((line) => line.trim() !== "");
  const timedNames = new Set(soundTimedNames(filled));
  const led = filled.flatMap((line) => leadingTime(line) ?? []);
  const timed = led.length >= 2 && led.length * 10 >= filled.length;
  const alone = namesAlone(led, filled.length - led.length);
  const names = speakingNames(filled.map((line) => (timed ? leadingTime(line)?.words : undefined) ?? line));
  return (line) => {
    const first = timed ? leadingTime(line) : undefined;
    const last = first === undefined && timedNames.size > 0 ? trailingTime(line.trim()) : undefined;
    if (last !== undefined && timedNames.has(last.name)) return last;
    const rest = first?.words ?? line;
    const named = namedLine(rest);
    if (named !== undefined && names.has(named.name))
      return { name: named.name, start: first?.start ?? null, end: first?.end ?? null, words: named.words };
    if (first === undefined) return undefined;
    // 「00:12:05 山田 太郎」, the words on the next line.
    return alone.has(rest.trim()) || timedNames.has(rest.trim())
      ? { ...first, name: rest.trim(), words: "" }
      : { ...first, name: null };
  };
}

/** What stands alone behind times again and again and looks like a name. */
function namesAlone(led: readonly { words: string }[], others: number): Set<string> {
  const different = new Set(led.map(({ words }) => words.trim()));
  const alike = led.filter(({ words }) => isLikeName(words) && words.trim().length <= 24).length;
  // Only a file whose times are nearly all followed by names that come back has its words on lines of their own.
  const areNames = alike * 10 >= led.length * 9 && different.size < led.length && others * 10 >= led.length * 9;
  return new Set(areNames ? [...different].filter(isLikeName) : []);
}

/**
 * Names before a time, where words follow on the line or below it. 「開始 10:00」 and 「終了 12:00」 below each other are none.
 */
function soundTimedNames(filled: readonly string[]): string[] {
  const found = filled.map((line) => {
    const timed = leadingTime(line) === undefined ? trailingTime(line.trim()) : undefined;
    return timed !== undefined && isLikeName(timed.name) ? timed : undefined;
  });
  const sound = found.flatMap((line, index) => {
    if (line === undefined || /\d\s*[年月日]|令和|平成/u.test(line.name)) return [];
    const below = filled[index + 1];
    const spoken = line.words !== "" || (below !== undefined && found[index + 1] === undefined);
    return [{ name: line.name, spoken }];
  });
  const spoken = sound.filter((line) => line.spoken);
  if (spoken.length === 0 || spoken.length * 10 < sound.length * 6) return [];
  if (spoken.length * 40 < filled.length) return [];
  return spoken.map(({ name }) => name);
}

/** 「司会：山田」 in the head of a file says who does what; a speech has a sentence, or its speaker comes back. */
function isHeadLine({ name, start, words }: Opening, times: ReadonlyMap<string | null, number>): boolean {
  const said = words.trim();
  if (name === null || start !== null || said === "" || said.length > 14) return false;
  return (
    !/[。、！？!?]|(?:です|ます|した)/u.test(said) &&
    times.get(name)! < 2 &&
    [...times.values()].some((count) => count > 1)
  );
}

/** The first time, where times are those of the day: hours, minutes and seconds from the morning on. */
function clockOrigin(speeches: readonly Speech[], lines: readonly string[]): number {
  const first = speeches.find(({ start }) => start !== null)?.start;
  if (first === undefined || first === null || first < earliestClock || first >= 24 * 3600) return 0;
  return lines.some(hasHours) ? first : 0;
}
