import { createTableTranslator } from "@genai-office/shared/i18n";
import type { Transcript } from "@genai-office/shared/transcript";
import type { TaskLanguage } from "@genai-office/shared/vocabulary";
import { inJapan, meetingOfFileName } from "./meeting-of-file-name";
import { meetingOfHead } from "./meeting-of-head";
import { meetingOfOpening } from "./meeting-of-opening";
import { meetingOfTranscript } from "./meeting-of-transcript";
import type { MinutesInput } from "./minutes-input";
import { minutesTexts } from "./minutes-texts";

/** What the head of minutes says of the meeting; what nobody has said is left out. */
export interface MeetingFacts {
  meeting: string;
  /** YYYY-MM-DD */
  date?: string;
  /** Time of the day, in words. */
  time?: string;
  place?: string;
  attendees?: string[];
}

type Facts = Pick<MinutesInput, "file" | "meeting" | "date" | "time" | "place" | "attendees">;

/**
 * What is known of a meeting, of the surest source: the person, lines of the transcript with labels, the recorder's name above
 * it, a line that is a date, the moments of its entries, the name of the file, the words by which it is opened. A time holds only with the day it was told with.
 */
export function meetingFacts(
  input: Facts,
  transcript: Pick<Transcript, "surroundings" | "moments" | "utterances">,
  language: TaskLanguage,
): MeetingFacts {
  const text = createTableTranslator(minutesTexts, language);
  const named = meetingOfFileName(input.file);
  const stated = meetingOfTranscript(transcript);
  const opening = meetingOfOpening(transcript.utterances);
  const heard = (words: string | undefined) => (words === undefined ? undefined : text("heard", { words }));
  const head = meetingOfHead(transcript.surroundings.preamble);
  const began = (clock: string | undefined) => (clock === undefined ? undefined : text("began", { start: clock }));
  const days: { date: string | undefined; time: string | undefined }[] = [
    { date: stated.date, time: stated.time },
    { date: head.named?.date, time: began(head.named?.began) },
    { date: head.date, time: head.time },
    daysOf(transcript.moments, (start, end) => (end === undefined ? began(start) : text("lasted", { start, end }))),
    { date: named.date, time: began(named.began) },
    { date: opening.date, time: undefined },
  ];
  const date = input.date ?? days.find((day) => day.date !== undefined)?.date;
  // Where the lines with labels tell a time and no year, their words stand.
  const told = days.find((day) => day.date === date && day.time !== undefined)?.time;
  const time = input.time ?? stated.time ?? (date === undefined ? heard(opening.day) : told);
  const place = input.place ?? stated.place ?? heard(opening.place);
  const attendees = input.attendees ?? stated.attendees;
  return {
    meeting: input.meeting?.trim() || (head.named?.meeting ?? named.meeting),
    ...(date === undefined ? {} : { date }),
    ...(time === undefined ? {} : { time }),
    ...(place === undefined ? {} : { place }),
    ...(attendees === undefined ? {} : { attendees }),
  };
}

/** By the clock of Japan; an end on another day, or within the minute, is not told. */
function daysOf(
  moments: Transcript["moments"],
  words: (start: string, end: string | undefined) => string | undefined,
): { date: string | undefined; time: string | undefined } {
  if (moments === undefined) return { date: undefined, time: undefined };
  const start = inJapan(moments.first);
  const end = moments.last === null ? undefined : inJapan(moments.last);
  const isTold = end?.date === start.date && end.clock !== start.clock;
  return { date: start.date, time: words(start.clock, isTold ? end.clock : undefined) };
}
