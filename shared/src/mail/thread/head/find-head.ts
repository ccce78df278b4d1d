import type { MailAddress } from "../../read-mail";
import type { BodyLine } from "../body-line";
import { dateFrom, findDate, type DateHints } from "../date/written-date";
import { authorFrom, findAddress } from "../written-author";
import { dividerOf, isBar, isSummaryLine } from "./divider";
import type { HeadField, HeadLine } from "./head-labels";

/** The header above a quoted or forwarded mail: a divider, From and Sent and To and Subject, or both. */
export interface MailHead {
  /** Lines that it takes, empty ones and bars before and in it included. */
  lines: number;
  author: MailAddress | undefined;
  date: string | undefined;
  subject: string | undefined;
  forwarded: boolean;
  /** Its words follow at the same depth: a divider stands above it, or it names receiver and subject too. */
  complete: boolean;
}

/** Fields of a header, and lines that one of them goes on over. */
const mostFields = 60;
const mostFolded = 12;
const tallestBox = 16;

/**
 * Reads the header that begins at a line. Two fields of a mail's header make one, the sender among them; fields whose names are
 * common words (De, Da, 日時) and headers that nothing parts from the text above need more: a text about a meeting names a 日時 too.
 * @param isFirst no words stand above it
 * @param fieldAt the field that a line is, read once for all headers that are tried
 */
export function findHead(
  lines: readonly BodyLine[],
  index: number,
  hints: DateHints,
  isFirst: boolean,
  fieldAt: (index: number) => HeadLine | undefined,
): MailHead | undefined {
  const { depth, part } = lines[index]!;
  let at = index;
  let divider: "answered" | "forwarded" | undefined;
  let isBarred = false;
  const opening = lines[at]!.text;
  const kind = dividerOf(opening);
  if (kind !== undefined) {
    divider = kind;
    at += 1;
  } else if (isBar(opening)) {
    if (closesBox(lines, index)) return undefined;
    isBarred = true;
    at += 1;
  } else if (isSummaryLine(opening)) {
    isBarred = true;
    at += 1;
  } else if (fieldAt(index) === undefined) return undefined;
  if (divider !== undefined || isBarred) {
    at = skipEmpty(lines, at, 2);
    const below = divider === undefined ? dividerOf(lines[at]?.text ?? "") : undefined;
    if (below !== undefined) {
      divider = below;
      at = skipEmpty(lines, at + 1, 2);
    } else if (divider !== undefined && isBar(lines[at]?.text ?? "")) at = skipEmpty(lines, at + 1, 2);
  }
  const block = readFields(lines, at, depth, fieldAt);
  const isHead = block !== undefined && isEnough(block, { divider, isBarred, isFirst, isMarked: part === "head" });
  if (!isHead) {
    return divider === undefined
      ? undefined
      : {
          lines: 1,
          author: undefined,
          date: undefined,
          subject: undefined,
          forwarded: divider === "forwarded",
          complete: true,
        };
  }
  let end = block.end;
  // A bar below belongs to the header when one stands above it.
  const below = skipEmpty(lines, end, 1);
  if ((isBarred || divider !== undefined) && lines[below]?.depth === depth && isBar(lines[below].text)) end = below + 1;
  const { from, date, subject } = block.values;
  const isForwarded = divider === "forwarded";
  return {
    lines: end - index,
    author: from === undefined ? undefined : authorFrom(from),
    date: date === undefined ? undefined : dateFrom(date, hints),
    subject: subject === undefined || subject === "" ? undefined : subject,
    forwarded: isForwarded,
    complete: divider !== undefined || isBarred || isComplete(block.values),
  };
}

/** The same bar stands a few lines above: both frame a signature. */
function closesBox(lines: readonly BodyLine[], index: number): boolean {
  const bar = lines[index]!.text.trim();
  for (let at = index - 1; at >= Math.max(0, index - tallestBox); at -= 1)
    if (lines[at]!.text.trim() === bar) return true;
  return false;
}

interface Fields {
  end: number;
  values: Partial<Record<HeadField, string>>;
  weak: number;
  count: number;
}

type FieldAt = (index: number) => HeadLine | undefined;

function readFields(lines: readonly BodyLine[], start: number, depth: number, fieldAt: FieldAt): Fields | undefined {
  const values: Fields["values"] = {};
  let weak = 0;
  let count = 0;
  let at = start;
  let end = start;
  let last: HeadField | undefined;
  let folded = 0;
  while (at < lines.length && count < mostFields) {
    const line = lines[at]!;
    if (line.depth !== depth && line.text.trim() !== "") break;
    if (line.text.trim() === "") {
      // Pages set each field in a paragraph of its own.
      const next = lines[at + 1];
      const goesOn = next?.depth === depth && fieldAt(at + 1) !== undefined && count > 0 && !isComplete(values);
      if (!goesOn) break;
      at += 1;
      continue;
    }
    const field = fieldAt(at);
    if (field === undefined) {
      if (last === undefined || folded >= mostFolded || !isFolded(lines, at, depth, fieldAt)) break;
      values[last] = `${values[last] ?? ""} ${line.text.trim()}`.trim().slice(0, 400);
      folded += 1;
    } else {
      // A second sender is another mail's header, or words of the mail.
      if (field.field === "from" && values.from !== undefined) break;
      if (values[field.field] === undefined) values[field.field] = field.value;
      if (field.isWeak) weak += 1;
      last = field.field;
      count += 1;
      folded = 0;
    }
    at += 1;
    end = at;
  }
  return count === 0 ? undefined : { end, values, weak, count };
}

function isComplete({ from, date, subject, to }: Fields["values"]): boolean {
  return from !== undefined && date !== undefined && subject !== undefined && to !== undefined;
}

/** A line between fields that is none: the one before it was wrapped. */
function isFolded(lines: readonly BodyLine[], at: number, depth: number, fieldAt: FieldAt): boolean {
  if (/^[ \t\u3000]/.test(lines[at]!.text)) return true;
  for (let next = at + 1; next <= at + 6; next += 1) {
    const line = lines[next];
    if (line === undefined || line.depth !== depth || line.text.trim() === "") return false;
    if (fieldAt(next) !== undefined) return true;
  }
  return false;
}

interface Setting {
  divider: "answered" | "forwarded" | undefined;
  isBarred: boolean;
  isFirst: boolean;
  isMarked: boolean;
}

function isEnough({ values, weak, count }: Fields, { divider, isBarred, isFirst, isMarked }: Setting): boolean {
  const { from, date, to, subject } = values;
  if (from === undefined || from === "") return divider !== undefined && count >= 2;
  const fields = [date, to, subject].filter((value) => value !== undefined).length;
  if (divider !== undefined || isMarked) return fields >= 1;
  const hasDate = date !== undefined && findDate(date) !== undefined;
  const hasAddress = findAddress(from) !== undefined;
  // What stands on top may be the writer's own heading: 「From: 総務課　To: 各位　件名: …」.
  if (isFirst) return hasDate && fields >= 2;
  if (isBarred) return fields >= 1 && (hasDate || hasAddress || fields >= 2);
  if (weak > 1) return hasDate && fields >= 2;
  return (
    hasDate || (hasAddress && fields >= 1) || fields >= 3 || (fields >= 2 && subject !== undefined && to !== undefined)
  );
}

function skipEmpty(lines: readonly BodyLine[], from: number, most: number): number {
  let at = from;
  while (at < lines.length && at < from + most && lines[at]!.text.trim() === "") at += 1;
  return at;
}
