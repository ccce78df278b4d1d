import type { Span } from "../../../vocabulary";
import { weekday } from "./weekdays";

export interface WrittenTime extends Span {
  /** "T09:30:00", with the offset where told; "" for none. */
  iso: string;
  /** Written with AM or PM. */
  isTwelveHours: boolean;
}

const before = new RegExp(`[(（]?${weekday}[)）]?[,、]?\\s{0,2}$`, "iu");
const behind = new RegExp(
  `^(?:[\\s,、.·]{1,3}|(?:[\\s,]{0,2})[(（]\\s?${weekday}\\s?[)）]|${weekday}|(?:at|um|à|às|as|a las|a la|alle ore|alle|ore|om|kl|klo|o|ob|в|u|г|の|kell|saat|T|with)(?![\\p{L}])\\.?)`,
  "iu",
);
const isWeekday = new RegExp(`^[(（]?${weekday}[)）]?$`, "iu");
const clock =
  /^(午前|午後|上午|下午|오전|오후|am|pm)?\s{0,2}([0-9]{1,2})(?:\s?[:h.]\s?([0-9]{2})(?:\s?[:.]\s?([0-9]{2})(?:[.,][0-9]{1,6})?)?(?![0-9])|\s?[時时시點点]\s?(?:([0-9]{1,2})\s?[分분](?:\s?([0-9]{1,2})\s?[秒초])?)?|(?=\s?[ap]\.?m))\s{0,2}(?:uhr|uur|(?:([ap])\.?\s?m\.?|([午][前後]))(?!\p{L}))?/iu;
const clockBefore =
  /(?:^|[\s(])([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\s?([ap])\.?m\.?)?(\s[+-][0-9]{4})?[\s,]{1,3}$/i;
const zone =
  /^[\s,]{0,2}\(?(?:([A-Z]{1,5})?\s?([+-])([0-9]{1,2}):?([0-9]{2})?(?![0-9-])|(JST|UTC|GMT|Z|MEZ|MESZ|CET|CEST|EET|EEST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|MSK|KST|WET|WEST|BST)(?![A-Za-z]))(?:\s?\([A-Za-z ]{1,40}\))?\)?/;
const offsets: Readonly<Record<string, string>> = {
  JST: "+09:00",
  KST: "+09:00",
  UTC: "Z",
  GMT: "Z",
  Z: "Z",
  WET: "+00:00",
  WEST: "+01:00",
  BST: "+01:00",
  CET: "+01:00",
  MEZ: "+01:00",
  CEST: "+02:00",
  MESZ: "+02:00",
  EET: "+02:00",
  EEST: "+03:00",
  MSK: "+03:00",
  EST: "-05:00",
  EDT: "-04:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};

/** Takes in the weekday before a date and the time and zone behind it (or before it). */
export function timeAround(text: string, day: Span): WrittenTime {
  let { start, end } = day;
  const weekdayBefore = before.exec(text.slice(Math.max(0, start - 24), start));
  if (weekdayBefore !== null) start -= weekdayBefore[0].length;
  let at = end;
  for (let steps = 0; steps < 8; steps += 1) {
    const rest = text.slice(at, at + 40);
    const time = clock.exec(rest);
    if (time !== null) {
      const iso = clockTime(time);
      if (iso !== undefined) {
        at += time[0].trimEnd().length;
        const told = zoneAt(text, at);
        return {
          start,
          end: told.end,
          iso: `${iso}${told.offset}`,
          isTwelveHours: time[7] !== undefined || /^[ap]m$/i.test(time[1] ?? ""),
        };
      }
    }
    const skipped = behind.exec(rest)?.[0] ?? "";
    if (skipped === "") break;
    at += skipped.length;
    if (isWeekday.test(skipped.trim())) end = at;
  }
  const first = clockBefore.exec(text.slice(Math.max(0, start - 24), start));
  if (first !== null) {
    const iso = timeOf(Number(first[1]), Number(first[2]), Number(first[3] ?? 0), first[4]);
    const sign = first[5]?.trim();
    const offset = sign === undefined ? "" : `${sign.slice(0, 3)}:${sign.slice(3)}`;
    if (iso !== undefined)
      return {
        start: start - first[0].trimStart().length,
        end,
        iso: iso + offset,
        isTwelveHours: first[4] !== undefined,
      };
  }
  return { start, end, iso: "", isTwelveHours: false };
}

function clockTime(match: RegExpExecArray): string | undefined {
  const [, before, hours, minutes, seconds, kanjiMinutes, kanjiSeconds, ap, behind] = match;
  const half = before ?? behind;
  const mark = half === undefined ? ap : /午後|下午|오후|pm/i.test(half) ? "p" : "a";
  return timeOf(Number(hours), Number(minutes ?? kanjiMinutes ?? 0), Number(seconds ?? kanjiSeconds ?? 0), mark);
}

function timeOf(written: number, minutes: number, seconds: number, half: string | undefined): string | undefined {
  let hours = written;
  if (/p/i.test(half ?? "") && hours < 12) hours += 12;
  if (/a/i.test(half ?? "") && hours === 12) hours = 0;
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  return `T${[hours, minutes, Math.min(59, seconds)].map((number) => String(number).padStart(2, "0")).join(":")}`;
}

function zoneAt(text: string, at: number): { end: number; offset: string } {
  const match = zone.exec(text.slice(at, at + 60));
  if (match === null) return { end: at, offset: "" };
  const [whole, , sign, hours, minutes, name] = match;
  const end = at + whole.length;
  if (name !== undefined) return { end, offset: offsets[name] ?? "" };
  if (Number(hours) > 14 || Number(minutes ?? 0) > 59) return { end: at, offset: "" };
  return { end, offset: `${sign}${hours!.padStart(2, "0")}:${minutes ?? "00"}` };
}
