import { nameItemAt, type Trust } from "./name-item";
import type { NameSpan } from "./name-span";
import { personLabel } from "./person-labels";
import { honorifics, titles } from "./titles";

const colon = "[ 　\\t]*[:：|｜=＝→][ 　\\t]*[「『]?|[ 　]*\\t[ 　\\t]*";
const slot = new RegExp(
  `(?<![\\p{Script=Han}])(${personLabel}|\\p{Script=Han}{0,10}?(?:${titles})|(?:氏名|名前|宛名|あて名|名義)は[「『]?)(?:[ 　]*[（(][^()（）\\n]{0,12}[)）])?[①-⑳0-9]{0,2}(?:(${colon})|(?<=氏名|名前)[（(](?!漢字|ふり|フリ|カナ|自署|ローマ)|(?<=家族|長男|長女|次男|次女|夫|妻|父|母)[（(]|(?<=旧姓|通称|別名)・|(?<=は[「『]?)|[ 　]{1,8})`,
  "gu",
);
/** An office, a duty or a prefecture before the name: 会計課長　物部 伸一, 非常勤 マルティネス 由香. */
const lead =
  /(?:[\p{Script=Han}ァ-ヺー・]{0,14}(?:長|官|員|係|課|室|局|部|師|士|司|勤|会|省|庁|班|主任|主査|主幹|補佐|担当|付|者|人|父|母|夫|妻|兄|弟|姉|妹|長男|長女|次男|次女|教授|教諭|代表|取締役|同|故)[ 　]{1,4}){1,3}/uy;
/** What follows a name in a list before the next one. */
const behind = new RegExp(
  `(?:[ 　]?(?:${honorifics}|[\\p{Script=Han}]{0,8}?(?:${titles})))?(?:[ 　]?[（(][^()（）\\n]{0,30}[)）])?`,
  "uy",
);
const separator = /[ 　]*(?:[、，,・／/;；→]|及び|並びに|又は)[ 　]*\n?[ 　]*|[ 　]{2,}/uy;
const mostItems = 60;

/** Names in the places where forms, minutes and lists have them: behind a label, one or several. In plain characters. */
export function findSlotNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  let done = 0;
  for (const match of text.matchAll(slot)) {
    if (match.index < done) continue;
    const names = namesFrom(text, match.index + match[0].length, "strong");
    found.push(...names);
    done = names.at(-1)?.end ?? 0;
  }
  return found;
}

/** The names of a list that begins at an offset, as long as it goes on. */
export function namesFrom(text: string, start: number, trust: Trust): NameSpan[] {
  const names: NameSpan[] = [];
  let offset = start;
  while (names.length < mostItems) {
    const name = itemAt(text, offset, trust);
    if (name === undefined) break;
    names.push(name);
    const next = nextItem(text, name.end);
    if (next === undefined) break;
    offset = next;
  }
  return names;
}

function itemAt(text: string, offset: number, trust: Trust): NameSpan | undefined {
  const found = nameItemAt(text, offset, trust);
  if (found !== undefined) return found;
  const length = lengthAt(lead, text, offset);
  return length === 0 ? undefined : nameItemAt(text, offset + length, trust);
}

/** Where the next item of a list begins behind a name; undefined where the list ends. */
export function nextItem(text: string, end: number): number | undefined {
  const after = end + lengthAt(behind, text, end);
  const length = lengthAt(separator, text, after);
  return length === 0 ? undefined : after + length;
}

function lengthAt(pattern: RegExp, text: string, offset: number): number {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length ?? 0;
}
