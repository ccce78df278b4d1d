import type { Token } from "./reading/clause";

const relativeTime = /^(?:再来|[本今当昨前来翌次去先])(?:年度?|月|週|回|日|期)$|^(?:当初|従来|現在|現行|以前)$/u;
/** 前年度, 今回, 現在: a time seen from the speaker's. */
export function isRelativeTime(word: string): boolean {
  return relativeTime.test(word);
}

/** Last characters that name a kind of which a text compares several: A案 and B案, 情報課 and 総務課, 東部 and 西部. */
const kinds =
  /[案課室係局部署省庁市区町村県府道国州社店校園館院所棟号線区路班組会団派党層期型類種級群者員官士師民側便枠税費料金率額数量品機車船回次年代季]$/u;

/**
 * True for two words that name two things of one kind, so that what is said of one is not said of the other: A案 and B案,
 * 小学校 and 中学校, 来館者 and 来館数 not.
 */
export function areSiblings(one: Token, other: Token): boolean {
  if (one.figure !== undefined || other.figure !== undefined)
    return one.figure !== undefined && one.figure.kind === other.figure?.kind;
  const [a, b] = [one.text.toLowerCase(), other.text.toLowerCase()];
  if (a === b) return false;
  if (relativeTime.test(a) && relativeTime.test(b)) return true;
  const [x, y] = [a.at(-1)!, b.at(-1)!];
  if (/[a-z]/.test(x)) return false;
  return x === y && kinds.test(a) && a.length >= 2 && b.length >= 2 && Math.abs(a.length - b.length) <= 4;
}
