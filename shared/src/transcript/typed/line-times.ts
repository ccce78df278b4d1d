import { timePattern as time, writtenTime } from "./written-time";

const open = "[\\[(（［【〔<＜]";
const close = "[\\])）］】〕>＞]";
const leading = new RegExp(
  `^[\\s\\u3000]*(?:${open}\\s*(${time})(?:\\s*(?:-{1,2}>|[-–—~～〜])\\s*(${time}))?\\s*${close}|(${time})(?:\\s*[-–—~～〜]\\s*(${time}))?(?=[\\s\\u3000]|$))[\\s\\u3000]*[:：]?[\\s\\u3000]*(.*)$`,
  "u",
);
const trailing = new RegExp(
  `^(.{1,60}?)(?:[\\s\\u3000]+${open}?|${open})(${time})(?:\\s*(?:-{1,2}>|[-–—~～〜])\\s*(${time}))?${close}?[\\s\\u3000]*(?:[:：][\\s\\u3000]*(\\S.*)?|(?<=[\\s\\u3000])(\\S.*)|(?<=${close})(\\S.*))?$`,
  "u",
);
/** 「[00:00:05] - 山田」. */
const dash = /^[-–—][\s\u3000]+(?=\S)/u;
const clock = /[0-9０-９](?:[:：][0-9０-９]|\s?[分時])/u;

export interface TimedLine {
  start: number | null;
  end: number | null;
  /** What stands beside the time. */
  words: string;
}

/** A line that begins with a time: 「[00:12:05] 山田：…」, 「0:03 はい」, 「[00:00.000 --> 00:03.000] …」. */
export function leadingTime(line: string): TimedLine | undefined {
  const match = clock.test(line.slice(0, 40)) ? leading.exec(line) : null;
  if (match === null) return undefined;
  const [, boxed, boxedEnd, plain, plainEnd, words] = match;
  const end = boxedEnd ?? plainEnd;
  return {
    start: writtenTime(boxed ?? plain!),
    end: end === undefined ? null : writtenTime(end),
    words: words!.replace(dash, ""),
  };
}

/** True for a line of hours, minutes and seconds and nothing else, which a program writes above some minutes of speech. */
export function isTimeAlone(line: string): boolean {
  return /^\s*[[(（［]?\d{1,2}:\d{2}:\d{2}[\])）］]?\s*$/u.test(line.slice(0, 40)) && leadingTime(line)?.words === "";
}

/** A name with a time behind it, and words behind that or not: 「山田 太郎   0:03」, 「[山田 太郎] 14:05:33」, 「山田（0:03）はい」. */
export function trailingTime(line: string): (TimedLine & { name: string }) | undefined {
  const match = clock.test(line.slice(0, 90)) ? trailing.exec(line.replace(/^\*\*([^*]{1,60})\*\*/u, "$1")) : null;
  if (match === null) return undefined;
  const [, name, start, end, behindColon, behindSpace, behindBracket] = match;
  const words = behindColon ?? behindSpace ?? behindBracket ?? "";
  const bare = name!
    .trim()
    .replace(/^[[［【](.*)[\]］】]$/u, "$1")
    .replace(/^[○◯〇●◎・•■◆*-][\s\u3000]*/u, "")
    .replace(/[\s\u3000]*[,、:：\-–—|]$/u, "");
  return {
    name: bare.trim(),
    start: writtenTime(start!),
    end: end === undefined ? null : writtenTime(end),
    words,
  };
}
