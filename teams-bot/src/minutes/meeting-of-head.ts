import { foldWidth } from "@genai-office/shared/language";
import { dateOf, meetingOfName, type NamedMeeting } from "./meeting-of-file-name";
import { readMeetingForm } from "./read-meeting-form";

/** Lines of the head in which Teams writes what the meeting was. */
const mostLines = 5;
const longestLine = 200;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** 「2026年11月24日, 5:00午前」, "November 24, 2026, 5:00AM": below the name in the Word files of Teams. */
const written =
  /^(?:(\d{4})年(\d{1,2})月(\d{1,2})日|([a-z]{3})[a-z]{0,6}\.? (\d{1,2}), (\d{4})),? ?(\d{1,2}):(\d{2}) ?(午前|午後|am|pm)$/iu;
/** What stands behind a date of the meeting that has its line for itself: 「（火）14時～16時」. */
const hours =
  /^[0-9０-９一二三四五六七八九十:：時分半正午前後からより至まで～〜~－\-\s\u3000、，,開会催始閉終了]{0,40}$/u;
/** The hour from which Greenwich's day is no more Japan's. */
const otherDayInJapan = 15;

/** A date begins with its year, or names its month. */
const opensWithDate =
  /^(?:令和|[0-9０-９]{4}[年.．/／-]|[一二〇零九]{4}年|\d{1,2} [a-z]{3,9} \d{4}|[a-z]{3,9} \d{1,2}, \d{4})/iu;

/** What the head of a transcript says of the meeting in lines without labels. */
export interface HeadMeeting {
  /** As Teams writes it above the Word file of a transcript: name, and the recorder's day and time on the clock of the organiser. */
  named: NamedMeeting | undefined;
  /** Of a line that is a date, and may go on with the time. */
  date: string | undefined;
  time: string | undefined;
}

/**
 * Reads 「会議名-20261124_140000-会議の文字起こし」 with 「2026年11月24日, 5:00午前」 below it, and 「令和8年11月24日（火）14時～」. Whose clock
 * the line of Teams is by, nobody knows: it tells the day alone, where that is the same by Greenwich's and by Japan's.
 */
export function meetingOfHead(preamble: readonly string[]): HeadMeeting {
  const lines = preamble.map((line) => line.trim()).filter((line) => line !== "" && line.length <= longestLine);
  const named = lines
    .slice(0, mostLines)
    .map(meetingOfName)
    .find(({ began }) => began !== undefined);
  const dated = lines.flatMap((line) => dateLine(line) ?? []);
  const [first] = dated;
  const isOne = new Set(dated.map(({ date }) => date)).size === 1;
  return { named, date: isOne ? first!.date : undefined, time: isOne ? first!.time : undefined };
}

function dateLine(line: string): { date: string; time: string | undefined } | undefined {
  const match = written.exec(foldWidth(line).replace(/\s+/gu, " "));
  if (match !== null) {
    const [, year, month, day, name, dayOfName, yearOfName, hour, , half] = match;
    const monthOfName = name === undefined ? undefined : `${months.indexOf(name.toLowerCase()) + 1}`;
    const date = dateOf(Number(year ?? yearOfName), month ?? monthOfName, day ?? dayOfName);
    const later = half === "午後" || half?.toLowerCase() === "pm" ? 12 : 0;
    return date === undefined || (Number(hour) % 12) + later >= otherDayInJapan ? undefined : { date, time: undefined };
  }
  if (!opensWithDate.test(line)) return undefined;
  const { date, time = "" } = readMeetingForm(`日時：${line}`);
  return date === undefined || !hours.test(time) ? undefined : { date, time: time === "" ? undefined : time };
}
