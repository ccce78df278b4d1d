import type { Candidate } from "./candidate";
import { Gap } from "./compact-text";
import type { Surroundings } from "./surroundings";

/** Numbers of items in vertical writing: 一、 二、. */
export const itemNumber = /^[一二三四五六七八九十]{1,3}[、.]/;

const kanjiNumber = "[一二三四五六七八九十]{1,3}";
/** Numbers of items that end in a sign of their own: 一、 (1) 1. ア). */
const closedNumber = `(?:\\([0-9]{1,2}\\)|\\((?:${kanjiNumber}|[ア-ンa-z])\\)|(?:[0-9]{1,2}|${kanjiNumber}|[ア-ンa-z])[.、)])`;
/** Those that white space sets off: 1 第1 ア. */
const openNumber = `(?:第?(?:[0-9]{1,2}|${kanjiNumber})|[ア-ン])`;
const numberAtEnd = new RegExp(`(${closedNumber})$|(${openNumber})$`, "i");
const longestNumber = 5;

/** Start of the item number right before a mark: 一、機密性３情報, （１）機密性３情報, １　機密性３情報. */
export function numberBefore({ view }: Surroundings, candidate: Candidate): number | undefined {
  const { text, gaps } = view;
  let earliest = candidate.start;
  // A number does not go over a line end: 会議は10. / 1. 極秘.
  while (earliest > 0 && candidate.start - earliest < longestNumber && gaps[earliest] !== Gap.Line) earliest -= 1;
  const match = numberAtEnd.exec(text.slice(earliest, candidate.start));
  if (match === null || gaps[candidate.start] === Gap.Line) return undefined;
  if (match[1] === undefined && gaps[candidate.start] === Gap.None) return undefined;
  return candidate.start - match[0].length;
}
