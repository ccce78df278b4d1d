import type { TranscriptProblem } from "../transcript";
import { cueTime, isBareTime } from "./cue-time";

/** A cue of WebVTT or SubRip before its tags are read. */
export interface Cue {
  /** Line of its time, from 1. */
  at: number;
  start: number | null;
  end: number | null;
  lines: string[];
}

export interface CueFile {
  cues: Cue[];
  problems: TranscriptProblem[];
  /** Comments (NOTE blocks). */
  notes: string[];
}

const arrow = /\s*(?:-{1,3}>|[—–→])\s*/;
/** Both times of a line, broken ones too; cue settings may follow. */
const timing = new RegExp(`^\\s*(\\S{1,40})${arrow.source}(\\S{1,40})(?:\\s.*)?$`, "u");
const cueNumber = /^\s*(?:\d{1,9}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\/[\d-]{1,20})?)\s*$/i;

/** The two sides of a line of times, or undefined for another line. */
export function timesOf(line: string): [start: string, end: string] | undefined {
  if (line.length > 400 || !/\d/.test(line) || !arrow.test(line)) return undefined;
  const match = timing.exec(line);
  // An arrow between words (「案１→案２」) is speech.
  if (match === null || !/\d[:：]/.test(match[1]! + match[2]!)) return undefined;
  return [match[1]!, match[2]!];
}

/** True when a text has lines of cue times; times in brackets before words are another form. */
export function hasCues(text: string): boolean {
  return /^[ \t]{0,8}-?\d[\d:.,]{3,24}[ \t]{0,8}-{1,3}>[ \t]{0,8}-?\d[\d:.,]{3,24}/m.test(text);
}

/**
 * Cuts WebVTT (W3C) and SubRip into cues, leniently: header or none, ids, settings, blank lines missing between cues. STYLE
 * and REGION blocks are passed over; words outside any cue become one without times, with a problem.
 * @param lines of the text, without line ends
 */
export function readCues(lines: readonly string[]): CueFile {
  const reader = new CueReader(lines);
  reader.read();
  return reader;
}

class CueReader implements CueFile {
  readonly cues: Cue[] = [];
  readonly problems: TranscriptProblem[] = [];
  readonly notes: string[] = [];
  private readonly bare: boolean;

  constructor(private readonly lines: readonly string[]) {
    this.bare = lines.some((line) => timesOf(line)?.some(isBareTime));
  }

  read(): void {
    let at = this.skipHeader();
    while (at < this.lines.length) {
      if (this.lines[at]!.trim() === "") at += 1;
      else at = this.readBlock(at);
    }
  }

  /** WEBVTT, with what is written beside and below it up to a blank line or the first cue. */
  private skipHeader(): number {
    if (!/^WEBVTT(?:\s|$)/.test(this.lines[0] ?? "")) return 0;
    let at = 1;
    while (at < this.lines.length && this.lines[at]!.trim() !== "" && timesOf(this.lines[at]!) === undefined) at += 1;
    const end =
      at < this.lines.length && this.lines[at]!.trim() !== "" && at > 1 && isId(this.lines[at - 1]!) ? at - 1 : at;
    this.notes.push(
      ...[this.lines[0]!.slice(6), ...this.lines.slice(1, end)].map((line) => line.trim()).filter(Boolean),
    );
    return end;
  }

  /** Reads a block from its first line, and gives the line behind it. */
  private readBlock(first: number): number {
    const end = this.endOfBlock(first);
    const words = this.lines[first]!;
    if (/^NOTE(?:\s|$)/.test(words) && timesOf(words) === undefined) {
      this.notes.push(
        ...[words.slice(4), ...this.lines.slice(first + 1, end)]
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      );
    } else if (!/^(?:STYLE|REGION)\s*$/.test(words)) this.readCue(first, end);
    return end;
  }

  /** A block ends at a blank line, or before the next line of times and its id. */
  private endOfBlock(first: number): number {
    let end = first + 1;
    let timed = timesOf(this.lines[first]!) !== undefined;
    for (; end < this.lines.length && !this.isGap(end); end += 1) {
      if (timesOf(this.lines[end]!) === undefined) continue;
      if (timed) return isId(this.lines[end - 1]!) && end - 1 > first ? end - 1 : end;
      // Words above a line of times that are more than one id belong to no cue.
      if (end - first > 1) return isId(this.lines[end - 1]!) ? end - 1 : end;
      timed = true;
    }
    return end;
  }

  /** A blank line; YouTube writes a line of one space right below the times, which parts nothing. */
  private isGap(at: number): boolean {
    const line = this.lines[at]!;
    return line.trim() === "" && (line === "" || timesOf(this.lines[at - 1]!) === undefined);
  }

  private readCue(first: number, end: number): void {
    const at = timesOf(this.lines[first]!) === undefined ? first + 1 : first;
    const times = at < end ? timesOf(this.lines[at]!) : undefined;
    if (times === undefined) return this.keepLoose(first, end);
    const [start, stop] = times.map((words) => cueTime(words, this.bare)) as [number | null, number | null];
    if (start === null || stop === null) this.problems.push({ kind: "unreadable-time", at: at + 1 });
    this.cues.push({ at: at + 1, start, end: stop, lines: this.lines.slice(at + 1, end) });
  }

  /** Words that stand apart from any time. A number or id alone has lost its cue. */
  private keepLoose(first: number, end: number): void {
    const lines = this.lines.slice(first, end);
    if (lines.every(isId)) this.problems.push({ kind: "unreadable-cue", at: first + 1 });
    else {
      this.problems.push({ kind: "cue-without-time", at: first + 1 });
      this.cues.push({ at: first + 1, start: null, end: null, lines: isId(lines[0]!) ? lines.slice(1) : lines });
    }
  }
}

function isId(line: string): boolean {
  return cueNumber.test(line);
}
