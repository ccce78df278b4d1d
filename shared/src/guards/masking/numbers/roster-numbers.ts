import type { PersonalDatum } from "../personal-datum";

const roster = /名簿|(?:職員|社員|従業員|学籍|会員|受験)番号|番[ 　]*号[ 　\t|]+氏[ 　]*名/u;
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
