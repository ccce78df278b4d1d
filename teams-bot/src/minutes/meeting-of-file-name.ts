import { foldWidth } from "@genai-office/shared/language";

/** What the name of a transcript's file says about the meeting. */
export interface NamedMeeting {
  /** Without date, time and what recorders write behind it; the whole name when nothing else is left. */
  meeting: string;
  /** YYYY-MM-DD, when the name has exactly one date. */
  date: string | undefined;
  /** HH:MM in Japan, where a recorder has written when it began. */
  began?: string;
}

/** Words that recorders add. */
const additions =
  /(?:[\s_\-・（(【]*(?:meeting recording|meeting transcript|recording|transcript(?:ion)?|(?:会議の)?(?:録音|録画|文字起こし|文字おこし|トランスクリプト|書き起こし)|会議の記録)[）)】]?)+(?:\s?\(\d{1,2}\))?$/giu;
const separators = /^[\s_\-・,、.]+|[\s_\-・,、.]+$/gu;

/** Japan is nine hours ahead, all the year. */
const japanMs = 9 * 3_600_000;
const firstReiwa = 2018;

export interface FoundDate {
  start: number;
  end: number;
  date: string;
  /** HH:MM behind the date, which `end` is behind as well. */
  clock?: string;
}

/**
 * 「定例会議_20260715.vtt」, 「令和8年7月15日 企画会議.docx」, "Weekly-20260715_2303UTC-Meeting Recording.vtt" (which is the 16th in
 * Japan). A name with two different dates tells none.
 */
export function meetingOfFileName(file: string): NamedMeeting {
  return meetingOfName(file.replace(/^.*[\\/]/u, "").replace(/\.[\p{L}\p{N}]{1,5}$/u, ""));
}

/** The same of a name without folders and ending, as Teams writes it above a transcript too. */
export function meetingOfName(name: string): NamedMeeting {
  const found = datesIn(name);
  const dates = new Set(found.map(({ date }) => date));
  if (dates.size > 1) return { meeting: name, date: undefined };
  let rest = name;
  for (const { start, end } of [...found].reverse()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const trimmed = rest.replace(separators, "");
  rest = trimmed.replace(additions, "");
  // Four digits behind a date are a time for sure where a recorder has written them.
  const clocks = rest === trimmed ? [] : found.flatMap(({ clock }) => clock ?? []);
  rest = rest
    .replace(separators, "")
    .replace(/[（(【［[]\s*[）)】］\]]/gu, "")
    .replace(/\s+/gu, " ")
    .replace(separators, "");
  const meeting = rest === "" ? name : rest;
  return { meeting, date: [...dates][0], ...(clocks.length === 1 ? { began: clocks[0]! } : {}) };
}

/** Dates of a text, in its order; places in the text as it was given. */
export function datesIn(name: string): FoundDate[] {
  // Full-width digits are as usual as others, and as long.
  const text = foldWidth(name);
  if (text.length !== name.length) return [];
  const found: FoundDate[] = [];
  const take = (
    pattern: RegExp,
    read: (match: RegExpExecArray) => string | Pick<FoundDate, "date" | "clock"> | undefined,
  ): void => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const isNew = found.every((other) => end <= other.start || start >= other.end);
      const date = isNew ? read(match) : undefined;
      if (date !== undefined) found.push({ start, end, ...(typeof date === "string" ? { date } : date) });
    }
  };
  const weekday = "(?:\\s*[（(][日月火水木金土][）)])?";
  take(
    new RegExp(`令和\\s*([0-9]{1,2}|元)年\\s*([0-9]{1,2})月\\s*([0-9]{1,2})日${weekday}`, "gu"),
    ([, year, month, day]) => dateOf(firstReiwa + (year === "元" ? 1 : Number(year)), month, day),
  );
  take(new RegExp(`([0-9]{4})年\\s*([0-9]{1,2})月\\s*([0-9]{1,2})日${weekday}`, "gu"), ([, year, month, day]) =>
    dateOf(Number(year), month, day),
  );
  take(/(?<![A-Za-z0-9])R([0-9]{1,2})[.．]([0-9]{1,2})[.．]([0-9]{1,2})(?![0-9])/gu, ([, year, month, day]) =>
    dateOf(firstReiwa + Number(year), month, day),
  );
  take(/(?<![A-Za-z0-9])R([0-9]{2})([0-9]{2})([0-9]{2})(?![0-9])/gu, ([, year, month, day]) =>
    dateOf(firstReiwa + Number(year), month, day),
  );
  take(
    /(?<![0-9]|[0-9][-.\/])(20[0-9]{2})([-._]?)([0-9]{2})\2([0-9]{2})(?:[T_ -]([0-9]{2})[-:.]?([0-9]{2})(?:[-:.]?[0-9]{2})?\s*(UTC|Z)?)?(?![0-9])/gu,
    (match) => {
      const [, year, , month, day, hours, minutes, zone] = match;
      const date = dateOf(Number(year), month, day);
      const at = date === undefined ? Number.NaN : Date.parse(`${date}T${hours}:${minutes}:00Z`);
      return Number.isNaN(at) ? date : wallClock(at + (zone === undefined ? 0 : japanMs));
    },
  );
  return found.sort((a, b) => a.start - b.start);
}

/** @param moment milliseconds since 1970, in the time of the place whose clock is read */
function wallClock(moment: number): { date: string; clock: string } {
  const written = new Date(moment).toISOString();
  return { date: written.slice(0, 10), clock: written.slice(11, 16) };
}

/** Day and time in Japan of a moment in milliseconds since 1970. */
export function inJapan(moment: number): { date: string; clock: string } {
  return wallClock(moment + japanMs);
}

/** Undefined for a day that no calendar has. */
export function dateOf(year: number, month: string | undefined, day: string | undefined): string | undefined {
  const date = `${year}-${(month ?? "").padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
  const parsed = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(parsed.getTime()) || parsed.toISOString().slice(0, 10) !== date ? undefined : date;
}
