import { endsLikeOffice, isSurelyPerson } from "../speaker-names";
import type { Opening } from "./openings";

/** What heads of minutes call those who do something in the meeting. */
const roles =
  /^(?:司会(?:進行)?|進行(?:役)?|記録(?:者|係)?|書記|議事録(?:作成)?(?:者)?|議長|座長|主催者?|作成者?|説明者?|報告者?|発表者?|担当者?|出席者?|参加者?|出席|参加|幹事|事務局|部署|所属|chair(?:person|man|woman)?|moderator|facilitator|host|note ?taker|scribe|secretary|recorder|minutes(?: by)?|author|presenter|organi[sz]er)$/i;
/** Names and lists of them; words that somebody says have kana or a sign at their end. */
const namesOnly = /^[\p{Script=Han}\p{Script=Katakana}々ヶー・、，,（）()\s\u3000]+$/u;
/** 「面談者：山田　相手：佐藤様」: two labels on a line, with nothing but names or nouns behind them. */
const twin = /^[^\s\u3000。、:：]{1,12}[\s\u3000]+[^\s\u3000。、:：]{1,10}[:：][^。、！？!?]{1,20}$/u;
/** A head is not longer. */
const longestHead = 60;

/**
 * How many lines at the beginning of a file say who does what in the meeting (「司会：山田」 among 「日時：…」) and are no speech,
 * although they look like one: blocks of such lines, naming persons, with a blank line below and speeches behind it. 0 where the
 * file begins with what somebody says.
 */
export function headLines(lines: readonly string[], openings: readonly (Opening | undefined)[]): number {
  const times = new Map<string, number>();
  for (const opening of openings)
    if (typeof opening?.name === "string") times.set(opening.name, (times.get(opening.name) ?? 0) + 1);
  const speakers = new Set([...times.keys()].map(bare));
  const isTwin = (opening: Opening | undefined): boolean =>
    opening !== undefined && twin.test(opening.words.slice(0, longestHead)) && times.get(opening.name ?? "") === 1;
  const isHeadLine = ({ name, start, words }: Opening): boolean => {
    const said = words.trim();
    if (name === null || start !== null || said === "" || said.length > longestHead) return false;
    const persons = said.split(/[、，,・]/u).map(bare);
    // 「事務局　三枝課長、大槻係長」: the office may speak later on.
    if (persons.length > 1 && namesOnly.test(said) && persons.every(endsLikeOffice)) return true;
    const known = persons.every((person) => speakers.has(person));
    if (known) return roles.test(name) || times.get(name) === 1;
    return roles.test(name) && times.get(name) === 1 && (namesOnly.test(said) || isSurelyPerson(said));
  };
  const firstOpened = openings.findIndex((opening) => opening !== undefined);
  let head = Math.max(linesBeforeTimes(openings), isTwin(openings[firstOpened]) ? firstOpened + 1 : 0);
  for (let first = head; first < Math.min(lines.length, longestHead);) {
    let end = first;
    while (end < lines.length && lines[end]!.trim() !== "") end += 1;
    const opened = openings.slice(first, end).filter((opening) => opening !== undefined);
    const goesOn = openings.slice(end).some((opening) => opening !== undefined);
    if (!goesOn || !opened.every(isHeadLine)) return head;
    while (end < lines.length && lines[end]!.trim() === "") end += 1;
    head = end;
    first = end;
  }
  return head;
}

/** Where nearly all speeches have a time, what stands before the first is none, unless it is by somebody who speaks later. */
function linesBeforeTimes(openings: readonly (Opening | undefined)[]): number {
  const opened = openings.filter((opening) => opening !== undefined);
  const timed = opened.filter(({ start }) => start !== null);
  if (timed.length < 3 || timed.length * 5 < opened.length * 4) return 0;
  const first = openings.findIndex((opening) => opening !== undefined && opening.start !== null);
  const names = new Set(timed.map(({ name }) => name));
  return openings.slice(0, first).some((opening) => opening !== undefined && names.has(opening.name)) ? 0 : first;
}

function bare(words: string): string {
  return words.replace(/[\s\u3000]/gu, "");
}
