import type { Span } from "../../../vocabulary";
import type { PersonalDatum } from "../personal-datum";

const roster = /名簿|(?:職員|社員|従業員|学籍|会員)番号|番[ 　]*号[ 　\t|]+氏[ 　]*名/u;
const line =
  /(?<=^|[\r\n])[ 　\t|・]{0,3}([A-Z]{0,3}-?[0-9]{4,8})[ 　\t|]+(?=[\p{Script=Han}ァ-ヺーぁ-ん]{1,6}[ 　\t|])/gu;

/** Numbers of people at the beginning of the lines of a list of staff; one such line alone is none. Text in half width. */
export function findRosterNumbers(text: string): PersonalDatum[] {
  if (!roster.test(text)) return [];
  const found = [...text.matchAll(line)].map((match): PersonalDatum => {
    const start = match.index + match[0].indexOf(match[1]!);
    return { start, end: start + match[1]!.length, kind: "staff-number" };
  });
  return found.length > 1 ? found : [];
}

const before = /(?<=^|[\r\n])[ 　\t|・]{0,3}([A-Z]{1,3}-?[0-9]{4,8}|[0-9]{6,8})[ 　\t|]{1,4}$/u;

/** The same where names stand right behind two of them, whatever the list is called. Text in half width. */
export function rosterNumbersBeside(text: string, names: readonly Span[]): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const { start } of names) {
    const from = Math.max(0, start - 24);
    const match = before.exec(text.slice(from, start));
    if (match === null) continue;
    const at = from + match.index + match[0].indexOf(match[1]!);
    found.push({ start: at, end: at + match[1]!.length, kind: "staff-number" });
  }
  return found.length > 1 ? found : [];
}
