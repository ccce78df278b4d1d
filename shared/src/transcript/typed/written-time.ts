import { cueTime, plainTime } from "../cues/cue-time";

const digit = "[0-9０-９]";
const colon = `${digit}{1,3}[:：]${digit}{2}(?:[:：]${digit}{2})?(?:[.,．]${digit}{1,7})?`;
/** 「午後1:05」 and "1:05 PM" are times of the day. */
const ofDay = `(?:(?:午前|午後)\\s?)?${colon}(?:\\s?[AaPp]\\.?[Mm]\\.?(?![\\p{L}]))?`;
/** 「1時間2分3秒」, 「00時02分03秒」, 「2分3秒」. */
const inWords = `(?:${digit}{1,3}\\s?時間?\\s?)?${digit}{1,3}\\s?分\\s?${digit}{1,2}\\s?秒`;
/** 「午後2時05分」, 「午前10時」, 「14時05分」; with seconds and no half of the day it is a length. */
const ofDayInWords = `午[前後]\\s?${digit}{1,2}\\s?時(?!間)(?:\\s?${digit}{1,2}\\s?分(?:\\s?${digit}{1,2}\\s?秒)?)?|${digit}{1,2}\\s?時\\s?${digit}{1,2}\\s?分(?!\\s?${digit}{1,2}\\s?秒)`;

/** A time as transcripts write it before or behind a name, for expressions with the flag u. */
export const timePattern = `${ofDayInWords}|${inWords}|${ofDay}`;

/** Seconds of a time that has the form of `timePattern`; null when it is none (75 minutes past the hour). */
export function writtenTime(words: string): number | null {
  const plain = plainTime(words);
  const spoken = /^(?:(\d{1,3})\s?時間?\s?)?(\d{1,3})\s?分\s?(\d{1,2})\s?秒$/u.exec(plain);
  if (spoken !== null) return Number(spoken[1] ?? 0) * 3600 + Number(spoken[2]) * 60 + Number(spoken[3]);
  const inWordsOfDay = /^(?:午([前後])\s?)?(\d{1,2})\s?時(?:\s?(\d{1,2})\s?分(?:\s?(\d{1,2})\s?秒)?)?$/u.exec(plain);
  if (inWordsOfDay !== null) {
    const [, part, hours, minutes = 0, rest = 0] = inWordsOfDay;
    const hour = part === undefined ? Number(hours) : (Number(hours) % 12) + (part === "後" ? 12 : 0);
    return hour > 24 || Number(minutes) > 59 ? null : hour * 3600 + Number(minutes) * 60 + Number(rest);
  }
  const half = /午([前後])|([ap])\.?m\.?$/iu.exec(plain);
  const clock = plain.replace(/^午[前後]\s?|\s?[ap]\.?m\.?$/giu, "").trim();
  if (half === null) return cueTime(clock);
  // 「9:58 PM」 are hours and minutes, whatever it would be without the half of the day.
  const seconds = cueTime(/^\d{1,2}:\d{2}$/.test(clock) ? `${clock}:00` : clock);
  if (seconds === null || seconds >= 13 * 3600) return seconds;
  const later = half[1] === "後" || half[2]?.toLowerCase() === "p";
  return (seconds % (12 * 3600)) + (later ? 12 * 3600 : 0);
}

/** True for hours, minutes and seconds, and for halves of the day, which a time of the day has and a short meeting's has not. */
export function hasHours(line: string): boolean {
  const head = plainTime(line.slice(0, 90));
  return /\d{1,2}:\d{2}:\d{2}|午[前後]\s?\d{1,2}[:時]|\d時\s?\d{1,2}\s?分|\d:\d{2}\s?[ap]\.?m\b/iu.test(head);
}
