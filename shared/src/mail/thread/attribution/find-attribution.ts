import { foldWidth } from "../../../language/width";
import type { MailAddress } from "../../read-mail";
import type { BodyLine } from "../body-line";
import { isBar } from "../head/divider";
import { findDate, type DateHints } from "../date/written-date";
import { authorFrom, findAddress, plainName } from "../written-author";
import { besideName, opener, pronoun, wroteAtEnd, wroteInside } from "./attribution-words";

/** The line that says who wrote what is quoted below it. */
export interface Attribution {
  /** Lines that it takes. */
  lines: number;
  author: MailAddress | undefined;
  date: string | undefined;
}

const longest = 360;
const mostLines = 5;
const longestName = 90;
const longestNameAlone = 40;
const longestEnd = 90;
/** Words of a sentence, which no name holds. */
const sentence = /[。！？!?]|です|ます|した|ください|について|https?:|\s(?:that|which|because|and then|daß|dass)\s/iu;

/**
 * Reads the line of attribution that begins at a line: "On Mon, 2 Nov 2026 at 9:30, 鈴木 <…> wrote:",
 * 「2026年11月2日(月) 9:30 鈴木一郎 <…>:」, 「鈴木さんは書きました：」 above quoted lines; wrapped over up to five lines of the same depth.
 * A sentence that looks like one is none: the line must hold nothing else, and what tells less than who and when counts only
 * directly above quoted lines.
 */
export function findAttribution(
  lines: readonly BodyLine[],
  index: number,
  hints: DateHints,
  nextDepth: (index: number) => number | undefined,
): Attribution | undefined {
  const first = lines[index]!;
  if (!mayBegin(first)) return undefined;
  let joined = "";
  for (let count = 1; count <= mostLines; count += 1) {
    const line = lines[index + count - 1];
    if (line === undefined || line.text.trim() === "") return undefined;
    // "> On …, A <a@b" and "> > wrote:": programs that wrap quote what they wrapped once more.
    const isWrappedDeeper =
      line.depth === first.depth + 1 && count > 1 && /^\S{0,80}>?\s?\S{1,12}\s?[:：]$/.test(line.text.trim());
    if (line.depth !== first.depth && !isWrappedDeeper) return undefined;
    // A signature above: its last line is none of the attribution's.
    if (count > 1 && (isBar(line.text) || (count === 2 && /^\s{0,3}(?:[0-9０-９]{4}[-/年.]|On\s)/u.test(line.text))))
      return undefined;
    joined = join(joined, line.text.trim());
    if (joined.length > longest) return undefined;
    if (first.part !== "attribution" && !endsLikeOne(joined)) continue;
    const next = nextDepth(index + count);
    const found = read(joined, {
      hints,
      isAbove: next !== undefined && next > first.depth,
      isMarked: first.part === "attribution",
      isWhole: isAlone(lines, index, count, next),
      count,
    });
    if (found !== undefined) return { lines: count, ...found };
  }
  return undefined;
}

/** Empty lines or quoted ones stand around it. */
function isAlone(lines: readonly BodyLine[], index: number, count: number, next: number | undefined): boolean {
  const before = lines[index - 1];
  const after = lines[index + count];
  const { depth } = lines[index]!;
  const isApart = (line: BodyLine | undefined): boolean =>
    line === undefined || line.text.trim() === "" || line.depth !== depth;
  return isApart(before) && (isApart(after) || next !== depth);
}

function join(before: string, line: string): string {
  if (before === "") return line;
  // An address that was broken goes on without a space.
  return /[<＜][^>＞]{0,80}$/u.test(before.slice(-90)) ? before + line : `${before} ${line}`;
}

const mayBeginAt =
  /^[\s>*_"'“(（[-]{0,6}(?:[0-9０-９]|令和|平成|R[0-9]|on\b|le\b|am\b|el\b|em\b|il\b|op\b|den\b|dne\b|dnia\b|w dniu|at\b|in article|in message|quoting|在|于|於|\p{L}{2,13}[.,]?\s+[0-9]|(?:mon|tue|wed|thu|fri|sat|sun)|пн|вт|ср|чт|пт|сб|вс|понед|вторник|сред|четв|пятн|субб|воскр|lun|mar|mer|jeu|ven|sam|dim|mo\b|di\b|mi\b|do\b|fr\b|sa\b|so\b|mié|jue|vie|sáb|dom|seg|ter|qua|qui|sex)/iu;

function mayBegin({ text, part }: BodyLine): boolean {
  const plain = text.trim();
  if (plain === "" || plain.length > longest) return false;
  return part === "attribution" || mayBeginAt.test(plain) || plain.includes("@") || hasVerbAtEnd(plain);
}

function endsLikeOne(text: string): boolean {
  return /[:：>＞]\s{0,2}[-–—]{0,8}$/u.test(text) || hasVerbAtEnd(text);
}

/** The verb is sought in the end of a line alone: the search begins anew at each character. */
function hasVerbAtEnd(text: string): boolean {
  return /[:：;)\p{L}-]\s{0,2}$/u.test(text.slice(-3)) && wroteAtEnd.test(text.slice(-longestEnd));
}

interface Around {
  hints: DateHints;
  /** Quoted lines follow. */
  isAbove: boolean;
  isMarked: boolean;
  isWhole: boolean;
  count: number;
}

function read(
  written: string,
  { hints, isAbove, isMarked, isWhole, count }: Around,
): Omit<Attribution, "lines"> | undefined {
  const plain = written.replace(/^[\s>*_-]{1,12}/, "").replace(/[\s*_]{1,4}$/, "");
  const verb = wroteAtEnd.exec(plain);
  const verbStart = verb === null ? plain.length : verb.index + verb[0].indexOf(verb[1]!);
  const inBrackets = verb === null ? "" : plain.slice(verbStart);
  const words = verb === null ? plain : plain.slice(0, verbStart);
  const usesDayFirst = dayFirstOf(verb?.[1]);
  const dateHints = { ...hints, ...(usesDayFirst === undefined ? {} : { dayFirst: usesDayFirst }) };
  const date = findDate(words, dateHints) ?? findDate(inBrackets, dateHints);
  const isInWords = date !== undefined && findDate(words, dateHints) !== undefined;
  const folded = foldWidth(words);
  const address = findAddress(folded);
  const opening = opener.exec(folded);
  const isVerbal = verb !== null || (isInWords && wroteInside.test(words));
  const endsInColon = /[:：]\s{0,2}[-–—]{0,8}$/u.test(plain);
  const rest = restOf(words, [
    ...(isInWords ? [date] : []),
    ...(address === undefined ? [] : [address]),
    ...(opening === null ? [] : [{ start: 0, end: opening[0].length }]),
  ]);
  const name = nameIn(rest);
  if (name.length > longestName || sentence.test(name) || findDate(name) !== undefined) return undefined;
  // 「2026年11月5日(木) 15:30:」 right above quoted lines: nobody is named.
  const isTimeAlone = name === "" && address === undefined && isInWords && date.hasTime && isAbove && endsInColon;
  if (isTimeAlone && verb === null && count === 1) return { author: undefined, date: date.iso ?? spanOf(words, date) };
  if (address === undefined && (name === "" || pronoun.test(name))) return undefined;
  const begins =
    opening !== null ||
    (isInWords && date.start <= 3) ||
    (address !== undefined && address.start <= longestName) ||
    (count === 1 && verb !== null);
  if (!begins) return undefined;
  const isTold = !isVerbal
    ? address !== undefined && date !== undefined && (endsInColon || isAbove) && (date.hasTime || isAbove)
    : address !== undefined
      ? date !== undefined || isAbove
      : date !== undefined && (date.hasTime || isAbove);
  const isShort = verb !== null && endsInColon && isAbove && name.length <= 60;
  // 「2026年11月20日(金) 10:00 田中 一郎:」: Gmail leaves an address out that is the name.
  const isNamed = verb === null && endsInColon && isAbove && isInWords && date.hasTime && date.start <= 3;
  if (!isTold && !isShort && !(isNamed && name.length <= longestNameAlone) && !(isMarked && (endsInColon || isAbove)))
    return undefined;
  // Nothing but the line itself tells that it is one: it ends in a colon, or stands alone.
  if (!isAbove && !isMarked && !(endsInColon || isWhole)) return undefined;
  const author =
    address === undefined ? authorFrom(name) : { name: name === address.address ? "" : name, address: address.address };
  return { author, date: date === undefined ? undefined : (date.iso ?? spanOf(isInWords ? words : inBrackets, date)) };
}

function spanOf(text: string, { start, end }: { start: number; end: number }): string {
  return text.slice(start, end).trim();
}

function restOf(text: string, taken: readonly { start: number; end: number }[]): string {
  let rest = text;
  for (const { start, end } of [...taken].sort((one, other) => other.start - one.start))
    rest = `${rest.slice(0, start)}\u0000${rest.slice(Math.max(start, end))}`;
  return rest;
}

/** What is left is the name; of several pieces the longest. */
function nameIn(rest: string): string {
  const pieces = rest
    .split("\u0000")
    .map((piece) =>
      plainName(
        piece
          .replace(besideName, "")
          .replace(besideName, "")
          .replace(/(?:さん|様|氏)$/u, ""),
      ),
    )
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return pieces.sort((one, other) => other.length - one.length)[0] ?? "";
}

/** Which languages write the day first; English ones write either. */
function dayFirstOf(verb: string | undefined): boolean | undefined {
  if (verb === undefined || /wrote|writes|said|書|メール|メッセージ|さん/i.test(verb)) return undefined;
  return true;
}
