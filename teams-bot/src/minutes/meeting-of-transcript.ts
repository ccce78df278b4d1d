import { figuresIn } from "@genai-office/shared/guards";
import type { Transcript } from "@genai-office/shared/transcript";

/** What stands above or below the speech of a transcript about the meeting itself. */
export interface StatedMeeting {
  /** YYYY-MM-DD, when the line of the time has one date with its year. */
  date?: string;
  /** What else that line says: 「午後1時から午後3時まで」. */
  time?: string;
  place?: string;
  attendees?: string[];
}

/** A longer line is no entry of a form. Characters. */
const longestLine = 200;
const entries = {
  when: ["(?:開催)?日\\s*時", "date(?: and time)?|when"],
  place: ["(?:開催)?場\\s*所|(?:開催)?会場", "place|venue|location"],
  attendees: ["出席者|出席委員|参加者", "attendees|participants|present"],
} as const;

/**
 * The date, the place and who was there, as the transcript itself says in lines of its own: 「日時　令和8年9月8日（火）10時から」,
 * 「場所：第3会議室」. The first line of a kind counts; an entry whose words stand on other lines is left to be filled in.
 */
export function meetingOfTranscript({ surroundings }: Pick<Transcript, "surroundings">): StatedMeeting {
  const lines = [...surroundings.headers, ...surroundings.preamble, ...surroundings.notes].flatMap((text) =>
    text.split(/\r?\n/),
  );
  const place = valueOf(lines, entries.place);
  const people = valueOf(lines, entries.attendees);
  const attendees = people
    ?.split(/[、，,;；]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return {
    ...dayAndTime(valueOf(lines, entries.when)),
    ...(place === undefined ? {} : { place }),
    ...(attendees === undefined || attendees.length === 0 ? {} : { attendees }),
  };
}

/** Before a label: 「１．」, 「○」, 「(2)」. */
const mark = "(?:[0-9０-９]{1,2}[.．)）\\s]|[(（][0-9０-９]{1,2}[)）]|[○●・■◆〇])?\\s*";

/** English words stand before a colon only; a Japanese label may stand before a space. */
function valueOf(lines: readonly string[], [japanese, english]: readonly [string, string]): string | undefined {
  const entry = new RegExp(
    `^\\s*${mark}(?:[【［\\[]?(?:${japanese})[】］\\]]?(?:\\s*[:：]|\\s)|(?:${english})\\s*[:：])\\s*(\\S.*)$`,
    "iu",
  );
  for (const line of lines) {
    const value = line.length > longestLine ? undefined : entry.exec(line)?.[1];
    if (value !== undefined) return value.trim();
  }
  return undefined;
}

function dayAndTime(value: string | undefined): Pick<StatedMeeting, "date" | "time"> {
  if (value === undefined) return {};
  const days = figuresIn(value).flatMap(({ date, otherDate, span }) =>
    otherDate !== undefined || date?.year === undefined || date.month === undefined || date.day === undefined
      ? []
      : [{ iso: `${date.year}-${two(date.month)}-${two(date.day)}`, span }],
  );
  const [day] = days;
  // Several days, one that may be read in two ways, or none that a calendar has: the words stay, and the day is left to be filled in.
  if (day === undefined || new Set(days.map(({ iso }) => iso)).size > 1 || !isDay(day.iso)) return { time: value };
  const time = value
    .slice(day.span.end)
    .replace(/^\s*[（(][日月火水木金土](?:曜日?)?[）)]/u, "")
    .replace(/^[\s\u3000、,]+/u, "")
    .trim();
  return time === "" ? { date: day.iso } : { date: day.iso, time };
}

const two = (number: number): string => String(number).padStart(2, "0");

function isDay(iso: string): boolean {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}
