import { cueTime, rounded } from "../cues/cue-time";
import { writtenTime } from "../typed/written-time";

/** Start and end of an entry as written; undefined where it says nothing. */
export interface WrittenTimes {
  start: unknown;
  end: unknown;
  duration: unknown;
}

export interface ReadTimes {
  start: number | null;
  end: number | null;
  /** Something was written that is no time. */
  unreadable: boolean;
}

/** A moment of the calendar, in seconds since 1970, is told apart from a distance. */
type Time = { seconds: number; absolute: boolean } | { units: number } | null | undefined;

/** Seconds. */
const longestMeeting = 86_400;

const iso = /^-?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;

/**
 * Times of entries in seconds. Texts are 「00:00:05.1234567」, ISO 8601 durations (PT5.12S), "5.12s" or moments, which count
 * from the first one. Numbers say no unit: it is told by how long the entries last and how far they stand apart, which is
 * seconds in a meeting (ticks are 100 ns).
 */
export function readTimes(entries: readonly WrittenTimes[]): ReadTimes[] {
  const parsed = entries.map(({ start, end, duration }) => [start, end, duration].map(parse) as [Time, Time, Time]);
  const { unit, since } = epochOf(parsed) ?? { unit: unitOf(parsed), since: 0 };
  const origin = parsed
    .flatMap(([start]) => (isMoment(start) ? start.seconds : []))
    .reduce((least, seconds) => Math.min(least, seconds), Number.POSITIVE_INFINITY);
  const seconds = (time: Time): number | null => {
    if (time === null || time === undefined) return null;
    if ("units" in time) return rounded((time.units - since) * unit);
    return rounded(time.absolute ? time.seconds - origin : time.seconds);
  };
  return parsed.map(([start, end, duration]) => {
    const from = seconds(start);
    const length = isUnits(duration) ? rounded(duration.units * unit) : seconds(duration);
    const to = seconds(end) ?? (from === null || length === null ? null : rounded(from + length));
    return { start: from, end: to, unreadable: start === null || end === null };
  });
}

/** undefined for nothing, null for what is no time. */
function parse(value: unknown): Time {
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value === "number") return Number.isFinite(value) ? { units: value } : null;
  if (typeof value !== "string") return null;
  const words = value.trim();
  if (/^-?\d+(?:\.\d+)?$/.test(words)) return { units: Number(words) };
  const plain =
    cueTime(words) ?? daysTime(words) ?? writtenTime(words.replace(/^[[(（【]\s*(.*?)\s*[\])）】]$/u, "$1"));
  if (plain !== null) return { seconds: plain, absolute: false };
  const suffixed = /^(-?\d+(?:\.\d+)?)\s*(ms|s|sec|秒)$/i.exec(words);
  if (suffixed !== null) {
    return { seconds: Number(suffixed[1]) / (suffixed[2]!.toLowerCase() === "ms" ? 1000 : 1), absolute: false };
  }
  const duration = words.length > 1 ? iso.exec(words) : null;
  if (duration !== null) {
    const [days, hours, minutes, rest] = duration.slice(1).map((part) => Number(part ?? 0)) as [
      number,
      number,
      number,
      number,
    ];
    const total = days * 86_400 + hours * 3600 + minutes * 60 + rest;
    return { seconds: words.startsWith("-") ? -total : total, absolute: false };
  }
  const moment = /^\d{4}-\d{2}-\d{2}T/.test(words) ? Date.parse(words) : Number.NaN;
  return Number.isNaN(moment) ? null : { seconds: moment / 1000, absolute: true };
}

/** 「1.02:03:04.5」, as .NET writes a day and more. */
function daysTime(words: string): number | null {
  const match = /^(\d{1,3})\.(\d{1,2}:\d{2}:\d{2}(?:\.\d{1,7})?)$/.exec(words);
  const rest = match === null ? null : cueTime(match[2]!);
  return rest === null ? null : Number(match![1]) * 86_400 + rest;
}

function isMoment(time: Time): time is { seconds: number; absolute: boolean } {
  return time !== null && time !== undefined && "absolute" in time && time.absolute;
}

function isUnits(time: Time): time is { units: number } {
  return time !== null && time !== undefined && "units" in time;
}

/** Seconds and milliseconds since 1970 from 2001 on, of one meeting; they count from the first one. */
function epochOf(parsed: readonly (readonly [Time, Time, Time])[]): { unit: number; since: number } | undefined {
  const starts = parsed.flatMap(([start]) => (isUnits(start) ? start.units : []));
  if (starts.length < 2) return undefined;
  const first = starts.reduce((least, start) => Math.min(least, start));
  const last = starts.reduce((most, start) => Math.max(most, start));
  const unit = [1, 1e-3].find((one) => first * one >= 1e9 && last * one < 4e9);
  // Ticks of a recording may be as many, and stand farther apart.
  return unit === undefined || (last - first) * unit > longestMeeting ? undefined : { unit, since: first };
}

/** Seconds of one unit: utterances last, and follow each other by, some seconds. */
function unitOf(parsed: readonly (readonly [Time, Time, Time])[]): number {
  const numbers = (index: 0 | 1 | 2): (number | undefined)[] =>
    parsed.map((times) => {
      const time = times[index];
      return time !== null && time !== undefined && "units" in time ? time.units : undefined;
    });
  const [starts, ends, durations] = [numbers(0), numbers(1), numbers(2)];
  const steps = starts.flatMap((start, index) => {
    const next = starts[index + 1];
    const end = ends[index];
    const lengths = [durations[index], ...(start === undefined || end === undefined ? [] : [end - start])];
    return [...lengths, ...(start === undefined || next === undefined ? [] : [next - start])].flatMap((step) =>
      step === undefined || step <= 0 ? [] : step,
    );
  });
  steps.sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  if (usual >= 500_000) return 1e-7;
  return usual >= 200 ? 1e-3 : 1;
}
