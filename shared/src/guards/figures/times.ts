import { numeralAt } from "./numerals";

export interface TimeAt {
  /** Minutes of the day; two readings when nothing says before or after noon. */
  minutes: number[];
  end: number;
}

const halfDay =
  /(?:午前|午後|正午|早?朝の?|明け方の?|[夜晩](?:の| (?=[0-9一二十]))?|夕方の?|深夜の?|未明の?|昼の?|am ?|pm ?)/y;
const clock = /([0-9]{1,2})(?::([0-5][0-9])(?::[0-5][0-9])?(?![0-9])|\.([0-5][0-9])(?= ?[ap]\.?m))/y;
const meridiem = / ?([ap])\.? ?m\b\.?/y;
const oclock = / ?o['’]? ?clock/y;
const digits = /[0-9]{1,2}(?![0-9])/y;

/** Reads a time of day: 14:30, 午後2時半, 2時30分, 5 p.m., 5 o'clock, noon, 正午. Durations (2時間) are not times. */
export function timeAt(text: string, at: number): TimeAt | undefined {
  const named = /^(?:noon|midday|midnight|正午)(?![a-z])/.exec(text.slice(at, at + 9))?.[0];
  if (named !== undefined && !/[a-z]/.test(text[at - 1] ?? ""))
    return { minutes: [named === "midnight" ? 0 : 720], end: at + named.length };
  const twelve = /^12(?:[:.]00)? ?(noon|midday|midnight)(?![a-z])/.exec(text.slice(at, at + 15));
  if (twelve !== null) return { minutes: [twelve[1] === "midnight" ? 0 : 720], end: at + twelve[0].length };
  halfDay.lastIndex = at;
  const prefix = halfDay.exec(text)?.[0].replace(/(?:の| )$/, "");
  const from = at + (halfDay.lastIndex > at && prefix !== undefined ? halfDay.lastIndex - at : 0);
  clock.lastIndex = from;
  const withColon = clock.exec(text);
  if (withColon !== null && Number(withColon[1]) <= 29) {
    return finish(
      text,
      Number(withColon[1]),
      Number(withColon[2] ?? withColon[3]),
      prefix,
      from + withColon[0].length,
      withColon[1]!.length === 2 && withColon[1]!.startsWith("0"),
    );
  }
  const military = /^([01][0-9]|2[0-3])([0-5][0-9]) ?(?:gmt|utc|jst|hrs|hours)(?![a-z])/.exec(text.slice(at, at + 12));
  if (military !== null)
    return { minutes: [Number(military[1]) * 60 + Number(military[2])], end: at + military[0].length };
  const number = numeralAt(text, from);
  if (number !== undefined && Number.isInteger(number.value) && number.value <= 29) {
    const space = text[number.end] === " " ? 1 : 0;
    if (text[number.end + space] === "時" && !/^時(?:間|代|期|給|速|計|点で|折)/.test(text.slice(number.end + space))) {
      // 一時 is "once, for a time" unless the half of the day is named.
      if (number.style === "kanji" && number.value === 1 && prefix === undefined) return undefined;
      return japanese(text, number.value, prefix, number.end + space + 1);
    }
  }
  digits.lastIndex = from;
  const bare = digits.exec(text);
  if (bare !== null) {
    const end = from + bare[0].length;
    meridiem.lastIndex = end;
    if (meridiem.test(text)) return finish(text, Number(bare[0]), 0, prefix, end, false);
    oclock.lastIndex = end;
    if (oclock.test(text)) return { minutes: readings(Number(bare[0]), 0, prefix), end: oclock.lastIndex };
  }
  return undefined;
}

function japanese(text: string, hour: number, prefix: string | undefined, at: number): TimeAt {
  if (text[at] === "半") return { minutes: readings(hour, 30, prefix), end: at + 1 };
  const minute = numeralAt(text, at);
  if (minute !== undefined && text[minute.end] === "分" && minute.value < 60) {
    return { minutes: readings(hour, minute.value, prefix), end: minute.end + 1 };
  }
  return { minutes: readings(hour, 0, prefix), end: at };
}

function finish(
  text: string,
  hour: number,
  minute: number,
  prefix: string | undefined,
  at: number,
  exact: boolean,
): TimeAt {
  meridiem.lastIndex = at;
  const half = meridiem.exec(text);
  if (half !== null)
    return { minutes: readings(hour, minute, half[1] === "p" ? "午後" : "午前"), end: at + half[0].length };
  return { minutes: exact ? [hour * 60 + minute] : readings(hour, minute, prefix), end: at };
}

function readings(hour: number, minute: number, prefix: string | undefined): number[] {
  const base = (hour % 24) * 60 + minute;
  if (hour > 12 || hour === 0) return [base];
  const twelve = hour % 12;
  if (
    prefix === "午前" ||
    prefix === "am" ||
    prefix === "朝" ||
    prefix === "早朝" ||
    prefix === "明け方" ||
    prefix === "未明"
  )
    return [twelve * 60 + minute];
  // Twelve at night is midnight.
  if (["夜", "晩", "深夜"].includes(prefix ?? "") && hour === 12) return [minute];
  if (prefix === "昼" && hour === 12) return [720 + minute];
  if ((prefix === "夜" || prefix === "晩") && hour >= 5 && hour <= 11) return [(hour + 12) * 60 + minute];
  if (prefix === "午後" || prefix === "pm" || prefix === "夕方") return [(twelve + 12) * 60 + minute];
  return [twelve * 60 + minute, (twelve + 12) * 60 + minute];
}
