import { figuresIn } from "@genai-office/shared/guards";
import { foldWidth } from "@genai-office/shared/language";
import { dateOf, datesIn, type FoundDate } from "./meeting-of-file-name";
import type { MinutesInput } from "./minutes-input";

/** What a person may write beside the file, one a line: 「会議名：」「日時：」「場所：」「出席者：」「議題：」. */
export type MeetingForm = Pick<MinutesInput, "meeting" | "date" | "time" | "place" | "attendees" | "agenda">;

const fields: readonly [field: "meeting" | "when" | "place" | "attendees" | "agenda", name: RegExp][] = [
  ["meeting", /^(?:会議名?|件名|meeting|title)$/iu],
  ["when", /^(?:日時|日付|開催日時?|date|when)$/iu],
  ["place", /^(?:場所|会場|開催場所|place|where|venue|location)$/iu],
  ["attendees", /^(?:出席(?:者|委員|メンバー)?|参加(?:者|メンバー)|列席者|attendees|present)$/iu],
  ["agenda", /^(?:議題|議事|agenda)$/iu],
];

/** Longest value of a field; characters. */
const longest = 500;

/** Reads the lines that have a name of a field before a colon; everything else is left alone. */
export function readMeetingForm(text: string): MeetingForm {
  const form: MeetingForm = {};
  for (const line of text.split(/\r\n|[\r\n]/)) {
    const found = fieldOf(line);
    if (found === undefined) continue;
    const { field, words } = found;
    if (field === "when") Object.assign(form, whenOf(words));
    else if (field === "attendees" || field === "agenda") form[field] = listOf(words);
    else form[field] = words;
  }
  return form;
}

/** True for a line that belongs to the form. */
export function isFormLine(line: string): boolean {
  return fieldOf(line) !== undefined;
}

function fieldOf(line: string): { field: (typeof fields)[number][0]; words: string } | undefined {
  const [, name = "", value = ""] = /^[\s・\-*]*([^：:]{1,12})[：:](.+)$/u.exec(line) ?? [];
  const field = fields.find(([, pattern]) => pattern.test(foldWidth(name).replace(/\s+/gu, "")))?.[0];
  const words = value.trim().slice(0, longest);
  return field === undefined || words === "" ? undefined : { field, words };
}

/** 「令和8年7月15日（水）14時から15時まで」: the date, and what stands beside it. */
function whenOf(words: string): Pick<MeetingForm, "date" | "time"> {
  const dates = datesIn(words);
  const [found, ...others] = dates.length > 0 ? dates : writtenDates(words);
  if (found === undefined || others.length > 0) return { time: words };
  // A clock right behind the date was read with it, and belongs to the time: 「2026-07-15 14:00〜15:00」.
  const read = foldWidth(words.slice(found.start, found.end));
  const clock = found.clock === undefined ? -1 : read.search(/[T_ -]\d{2}[-:.]?\d{2}(?:[-:.]?\d{2})?$/u);
  const rest = words
    .slice(clock < 0 ? found.end : found.start + clock + 1)
    .replace(/^\s*[（(][日月火水木金土](?:曜日?)?[）)]/u, "");
  const time = `${words.slice(0, found.start)} ${rest}`.replace(/^[\s、,]+|[\s、,]+$/gu, "");
  return { date: found.date, ...(time === "" ? {} : { time }) };
}

/** 「令和八年七月十五日」, "15 July 2026": dates with their year in words that no file's name has. */
function writtenDates(words: string): FoundDate[] {
  return figuresIn(words).flatMap(({ date, otherDate, span }) => {
    if (date?.year === undefined || date.month === undefined || date.day === undefined || otherDate !== undefined)
      return [];
    const iso = dateOf(date.year, `${date.month}`, `${date.day}`);
    return iso === undefined ? [] : [{ ...span, date: iso }];
  });
}

function listOf(words: string): string[] {
  return words
    .split(/[、,，;；／/]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
