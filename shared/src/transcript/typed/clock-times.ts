import { plainTime } from "../cues/cue-time";
import { isJapanese } from "../../language";
import { hasHours } from "./written-time";

/** A piece of speech with the text that its time was read from. */
export interface TimedSpeech {
  start: number | null;
  /** The line or cell that the time stands in. */
  written: string;
  words: string;
}

/** How seconds as read become seconds from the first words. */
export interface Clock {
  isClock: boolean;
  fromFirst: (seconds: number | null) => number | null;
}

/** Earlier, nobody begins a meeting; later, no recording's first words are. */
const earliestClock = 6 * 3600;
const day = 24 * 3600;
/** 「8:00」 as minutes and seconds: a recording's first words come before. */
const earliestShort = 8 * 60;
/** Characters of a second in which people speak; a Latin letter is half of one. */
const slowest = 1.5;
const fastest = 10;
/** Minutes; meetings begin at the quarter, and are not longer. */
const quarter = 15;
const longestMeeting = 4 * 60;

/**
 * Tells times of the day from those of a recording. They are of the day with hours, minutes and seconds from the morning on, and
 * with two numbers where the first is 8:00 or later and they do not follow each other as the seconds of that speech would.
 * @param lines the whole file, for what its times look like
 */
export function clockOf(speeches: readonly TimedSpeech[], lines: readonly string[]): Clock {
  const timed = speeches.filter(({ start }) => start !== null);
  const first = timed[0]?.start ?? 0;
  if (areHoursAndMinutes(timed)) return { isClock: true, fromFirst: (seconds) => counted(seconds, first, 60) };
  if (first < earliestClock || first >= day || !lines.some(hasHours))
    return { isClock: false, fromFirst: (seconds) => seconds };
  return { isClock: true, fromFirst: (seconds) => counted(seconds, first, 1) };
}

function counted(seconds: number | null, first: number, unit: number): number | null {
  return seconds === null ? null : (seconds - first) * unit;
}

/** True for 「10:00」, 「10:05」, 「10:20」, which were read as minutes and seconds and are hours and minutes. */
function areHoursAndMinutes(timed: readonly TimedSpeech[]): boolean {
  const starts = timed.map(({ start }) => start!);
  const first = starts[0] ?? 0;
  const span = (starts.at(-1) ?? 0) - first;
  if (first < earliestShort || span <= 0 || !timed.every(isShort)) return false;
  if (starts.some((start, place) => start >= day / 60 || start < (starts[place - 1] ?? 0))) return false;
  const said = timed.slice(0, -1).reduce((sum, { words }) => sum + weightOf(words), 0);
  const isSpoken = said >= slowest * span && said <= fastest * span;
  return !isSpoken || (first % quarter === 0 && span <= longestMeeting);
}

function isShort({ written }: TimedSpeech): boolean {
  const time = /\d{1,3}:\d{2}(?::\d{2}|[.,]\d)?/.exec(plainTime(written.slice(0, 90)))?.[0];
  return time !== undefined && /^\d{1,2}:\d{2}$/.test(time);
}

function weightOf(words: string): number {
  let weight = 0;
  for (const character of words) weight += isJapanese(character) ? 1 : 0.5;
  return weight;
}
