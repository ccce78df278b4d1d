import { cueTime } from "../cues/cue-time";

const time = "\\d{1,3}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,7})?";
const open = "[\\[(（［【〔<＜]";
const close = "[\\])）］】〕>＞]";
const leading = new RegExp(
  `^[\\s\\u3000]*(?:${open}\\s*(${time})(?:\\s*(?:-{1,2}>|[-–—~～〜])\\s*(${time}))?\\s*${close}|(${time})(?:\\s*[-–—~～〜]\\s*(${time}))?(?=[\\s\\u3000]|$))[\\s\\u3000]*[:：]?[\\s\\u3000]*(.*)$`,
  "u",
);
const trailing = new RegExp(
  `^(.{1,60}?)(?:[\\s\\u3000]+${open}?|${open})(${time})${close}?[\\s\\u3000]*(?:[:：][\\s\\u3000]*(\\S.*)?|(?<=[\\s\\u3000])(\\S.*))?$`,
  "u",
);

export interface TimedLine {
  start: number | null;
  end: number | null;
  /** What stands beside the time. */
  words: string;
}

/** A line that begins with a time: 「[00:12:05] 山田：…」, 「0:03 はい」, 「[00:00.000 --> 00:03.000] …」. */
export function leadingTime(line: string): TimedLine | undefined {
  const match = /\d:\d/.test(line.slice(0, 40)) ? leading.exec(line) : null;
  if (match === null) return undefined;
  const [, boxed, boxedEnd, plain, plainEnd, words] = match;
  const end = boxedEnd ?? plainEnd;
  return { start: cueTime(boxed ?? plain!), end: end === undefined ? null : cueTime(end), words: words! };
}

/** A name with a time behind it, and words behind that or not: 「山田 太郎   0:03」, 「[山田 太郎] 14:05:33」. */
export function trailingTime(line: string): (TimedLine & { name: string }) | undefined {
  const match = /\d:\d/.test(line.slice(0, 90)) ? trailing.exec(line) : null;
  if (match === null) return undefined;
  const [, name, start, behindColon, behind] = match;
  const words = behindColon ?? behind ?? "";
  const bare = name!
    .trim()
    .replace(/^[[［【](.*)[\]］】]$/u, "$1")
    .replace(/^[○◯〇●◎][\s\u3000]*/u, "");
  return { name: bare.trim(), start: cueTime(start!), end: null, words };
}

/** True for hours, minutes and seconds, which a time of the day has and a short meeting's minutes and seconds have not. */
export function hasHours(line: string): boolean {
  return /\d{1,2}:\d{2}:\d{2}/.test(line.slice(0, 90));
}
