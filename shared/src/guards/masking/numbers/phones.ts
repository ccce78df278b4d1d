import type { PersonalDatum } from "../personal-datum";
import { digitsOf } from "./check-digits";
import { hyphens } from "./hyphens";

const gap = `(?:[ ]?[${hyphens}・.][ ]?|[ ])`;
const start = `(?<![0-9A-Za-z${hyphens}.,]|[0-9A-Za-z]/)`;
const end = `(?![0-9]|[${hyphens}][0-9])`;
const domestic = new RegExp(
  `${start}(?:\\(0[0-9]{1,4}\\)[ ]?[0-9]{1,4}[ ]?[${hyphens}]?[ ]?[0-9]{3,4}|0[0-9]{1,4}[ ]?\\([0-9]{1,4}\\)[ ]?[0-9]{3,4}|0[0-9]{1,4}${gap}[0-9]{1,4}${gap}[0-9]{3,4})${end}`,
  "gu",
);
const mobile = new RegExp(`${start}0(?:[5789]0[0-9]{8}|120[0-9]{6}|800[0-9]{7})${end}`, "gu");
const international = new RegExp(
  `(?<![0-9A-Za-z+])\\+[0-9]{1,3}(?:[ ]?\\(0?[0-9]{0,4}\\))?(?:[ .${hyphens}]{1,2}\\(?[0-9]{1,5}\\)?){1,5}${end}`,
  "gu",
);
const internationalWhole = /(?<![0-9A-Za-z+])\+(?:81|1|44|86|82|33|49|39|34|61|65|886|852|91|7)[0-9]{8,11}(?![0-9])/gu;
const labelled = new RegExp(
  `(?:TEL|Tel|tel|FAX|Fax|fax|電話番号|電話|ＴＥＬ|携帯番号|携帯電話|携帯|ファクシミリ|ファックス|ファクス|Phone|phone|Mobile|mobile|直通|代表|連絡先|℡|☎|📞)[ ]?(?:番号)?(?:[(][^()\\n]{0,8}[)])?[ ]?[:：.は/／]?[ \\t]{0,4}([0-9+(][0-9()${hyphens} ]{4,18}[0-9])${end}`,
  "gu",
);
const extension = new RegExp(
  `(?:内線|ﾅｲｾﾝ|\\(内\\)|外線|ダイヤルイン|[Ee]xt(?:ension|\\.)?|EXT)(?:番号)?[ ]?[:：.はの]?[ \\t]{0,2}[(]?([0-9]{2,6}(?:[${hyphens}][0-9]{1,5})?)${end}(?![円%年月日時分名人件個階章条項本回])((?:[ ]?[、,・/／][ ]?[0-9]{2,6}${end}){0,4})`,
  "gu",
);

/** Telephone and fax numbers, extensions included. The text is folded to half width. */
export function findPhones(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  const add = (from: number, value: string): void => {
    found.push({ start: from, end: from + value.length, kind: "phone" });
  };
  for (const match of text.matchAll(domestic)) {
    const digits = digitsOf(match[0]);
    if (digits.length === 10 || digits.length === 11) add(match.index, match[0]);
  }
  for (const match of text.matchAll(mobile)) add(match.index, match[0]);
  for (const match of text.matchAll(international)) {
    const { length } = digitsOf(match[0]);
    if (length >= 8 && length <= 15) add(match.index, match[0]);
  }
  for (const match of text.matchAll(internationalWhole)) add(match.index, match[0]);
  for (const match of text.matchAll(labelled)) {
    const value = match[1]!;
    const { length } = digitsOf(value);
    if (length >= 6 && length <= 13) add(match.index + match[0].length - value.length, value);
  }
  for (const match of text.matchAll(extension)) {
    const [whole, first, more] = match as unknown as [string, string, string];
    const from = match.index + whole.length - more.length - first.length;
    add(from, first);
    for (const other of more.matchAll(/[0-9]+/g)) add(from + first.length + other.index, other[0]);
  }
  return found;
}
