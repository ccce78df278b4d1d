import { append } from "../append";
import type { TranscriptProblem } from "../transcript";
import { cueTime, isBareTime } from "./cue-time";
import { endOfVoice } from "./open-voice";
import { brokenTimesOf, timesOf } from "./timing-line";

/** A cue of WebVTT or SubRip before its tags are read. */
export interface Cue {
  /** Line of its time, from 1. */
  at: number;
  start: number | null;
  end: number | null;
  lines: string[];
  /** What stands above the times. */
  id?: string;
}

export interface CueFile {
  cues: Cue[];
  problems: TranscriptProblem[];
  /** Comments (NOTE blocks). */
  notes: string[];
  /** Times are written without leading zeros, as Teams does ("0:0:4.120"). */
  bare: boolean;
}

const cueNumber =
  /^\s*(?:\d{1,9}|\d{1,9}-\d{1,9}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\/[\d-]{1,20})?)\s*$/i;
/** Ids of other programs: 「cue-12」, 「intro」, and those of Webex, which name who speaks (`1 "Jane Doe" (123)`). */
const otherId = /^\s*(?:[\w.:/+=-]{1,80}|\d{1,9}\s+"[^"]*"\s+\(\d*\))\s*$/;

/** True when a text has lines of cue times; times in brackets before words are another form. */
export function hasCues(text: string): boolean {
  if (/^\d{1,3}:\d{2}:\d{2}\.\d{3},\d{1,3}:\d{2}:\d{2}\.\d{3}[ \t]{0,8}\r?$/m.test(text)) return true;
  return /^[ \t]{0,8}-?[\d０-９][\d０-９:：.,．，]{3,24}[ \t]{0,8}[-－]{1,3}[>＞][ \t]{0,8}-?[\d０-９][\d０-９:：.,．，]{3,24}/m.test(
    text,
  );
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
  readonly bare: boolean;
  /** False behind words without times: whose they are was searched for once. */
  private mayGoOn = false;
  /** Line behind the words that close an open voice. */
  private voiceEnd = 0;

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
    if (!header.test(this.lines[0] ?? "")) return 0;
    let at = 1;
    while (at < this.lines.length && this.lines[at]!.trim() !== "" && timesOf(this.lines[at]!) === undefined) at += 1;
    const end =
      at < this.lines.length && this.lines[at]!.trim() !== "" && at > 1 && isId(this.lines[at - 1]!) ? at - 1 : at;
    append(
      this.notes,
      [this.lines[0]!.slice(6), ...this.lines.slice(1, end)].map((line) => line.trim()).filter(Boolean),
    );
    return end;
  }

  /** Reads a block from its first line, and gives the line behind it. */
  private readBlock(first: number): number {
    const end = this.endOfBlock(first);
    const words = this.lines[first]!;
    if (/^NOTE(?:\s|$)/.test(words) && timesOf(words) === undefined) {
      append(
        this.notes,
        [words.slice(4), ...this.lines.slice(first + 1, end)].map((line) => line.trim()).filter((line) => line !== ""),
      );
    } else if (/^(?:STYLE|REGION)\s*$/.test(words)) return this.endOfStyle(end);
    else if (!header.test(words)) this.readCue(first, end);
    return end;
  }

  /** Rules of a style sheet may have blank lines between their braces. */
  private endOfStyle(end: number): number {
    let open = 0;
    for (let at = end - 1; at >= 0 && this.lines[at]!.trim() !== ""; at -= 1) open += braces(this.lines[at]!);
    let last = end;
    while (open > 0 && last < this.lines.length && timesOf(this.lines[last]!) === undefined) {
      open += braces(this.lines[last]!);
      last += 1;
    }
    return open > 0 ? end : last;
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
    const found = this.timesIn(first, end);
    if (found === undefined) return this.keepLoose(first, end);
    const { at, times } = found;
    const id = at > first ? this.lines[first]!.trim() : undefined;
    if (id !== undefined && !isId(id) && !otherId.test(id)) this.notes.push(id);
    const [start, stop] = times.map((words) => cueTime(words, this.bare)) as [number | null, number | null];
    if (start === null || stop === null) this.problems.push({ kind: "unreadable-time", at: at + 1 });
    this.cues.push({
      at: at + 1,
      start,
      end: stop,
      lines: this.lines.slice(at + 1, end),
      ...(id === undefined ? {} : { id }),
    });
    this.mayGoOn = true;
  }

  /** The times of a block: on its first line, or below an id; broken ones only where nothing else can stand. */
  private timesIn(first: number, end: number): { at: number; times: [string, string] } | undefined {
    for (const at of [first, first + 1]) {
      if (at >= end) return undefined;
      const times = timesOf(this.lines[at]!) ?? brokenTimesOf(this.lines[at]!);
      if (times !== undefined) return { at, times };
    }
    return undefined;
  }

  /**
   * Words that stand apart from any time. A blank line within a voice that is closed further below, or between the times and
   * the words, parts nothing. A number or id alone has lost its cue.
   */
  private keepLoose(first: number, end: number): void {
    const lines = this.lines.slice(first, end);
    const cue = this.cues.at(-1);
    const empty = cue?.start !== null && cue?.lines.every((line) => line.trim() === "");
    if (cue !== undefined && this.mayGoOn && first >= this.voiceEnd)
      this.voiceEnd = endOfVoice(cue.lines, this.lines, first) ?? this.voiceEnd;
    if (cue !== undefined && (first < this.voiceEnd || (empty && !lines.every(isId)))) {
      append(cue.lines, lines);
      this.mayGoOn = true;
    } else if (lines.every(isId)) this.problems.push({ kind: "unreadable-cue", at: first + 1 });
    else {
      this.problems.push({ kind: "cue-without-time", at: first + 1 });
      this.cues.push({ at: first + 1, start: null, end: null, lines: isId(lines[0]!) ? lines.slice(1) : lines });
      this.mayGoOn = false;
    }
  }
}

const header = /^WEBVTT(?:\s|$)/i;

function braces(line: string): number {
  return line.split("{").length - line.split("}").length;
}

function isId(line: string): boolean {
  return cueNumber.test(line);
}
