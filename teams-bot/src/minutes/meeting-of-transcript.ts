import type { Transcript } from "@genai-office/shared/transcript";
import { readMeetingForm, type MeetingForm } from "./read-meeting-form";

/** What stands around the speech of a transcript about the meeting itself. */
export type StatedMeeting = Pick<MeetingForm, "date" | "time" | "place" | "attendees">;

/** A longer line is no entry of a form. Characters. */
const longestLine = 200;
/** Before a label: 「１．」, 「○」, 「(2)」. */
const mark = /^\s*(?:[0-9０-９]{1,2}[.．)）\s]|[(（][0-9０-９]{1,2}[)）]|[○●・■◆〇])?\s*/u;
/** 「【開催日時】 …」 and 「場所　…」, where people who write a form beside a file put a colon. */
const label =
  /^[【［[]?((?:開催)?日\s*時|(?:開催)?場\s*所|会場|出席(?:者|委員|メンバー)?|参加(?:者|メンバー)|列席者)[】］\]]?(?:\s*[:：]|\s)\s*(?=\S)/u;

/**
 * The date, the place and who was there, as the transcript itself says in lines of its own: 「日時　令和8年9月8日（火）10時から」,
 * 「場所：第3会議室」. The first line of a kind counts; an entry whose words stand on other lines is left to be filled in.
 */
export function meetingOfTranscript({ surroundings }: Pick<Transcript, "surroundings">): StatedMeeting {
  const lines = [...surroundings.headers, ...surroundings.preamble, ...surroundings.notes]
    .flatMap((text) => text.split(/\r?\n/))
    .filter((line) => line.length <= longestLine)
    .map((line) => line.replace(mark, "").replace(label, "$1："));
  // Of several lines of a kind the form takes the last.
  const { date, time, place, attendees } = readMeetingForm(lines.reverse().join("\n"));
  return {
    ...(date === undefined ? {} : { date }),
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    ...(attendees === undefined ? {} : { attendees }),
  };
}
