import { endsOrBeginsLikeFamilyName, isFamilyName } from "./family-names";
import { nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";

/** 情報班　八反田・江ノ上・保母: a line of who does what, from the group to the end of the line. */
const duty =
  /(?<=^|[\r\n])[ 　\t・○]{0,4}[\p{Script=Han}ぁ-んァ-ヺー]{1,8}(?:班|係|役|組|当番|グループ|チーム)[ 　\t]*(?:[:：]|[ 　\t])[ 　\t]*([^\r\n:：]{2,120})(?=$|[\r\n])/gu;
const word = /[^・、，,／/\s　]+/gu;
const remark = /[（(][^()（）]*[)）]/gu;

/** Names in the lines of a plan of duties, where every word of the line may be one. */
export function findDutyNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const match of text.matchAll(duty)) {
    const start = match.index + match[0].length - match[1]!.length;
    const list = match[1]!.replace(remark, (words) => " ".repeat(words.length));
    const items = [...list.matchAll(word)].map(({ 0: words, index }) => {
      const item = nameItemAt(text, start + index, "strong");
      return item?.end === start + index + words.length && endsOrBeginsLikeFamilyName(words) ? item : undefined;
    });
    const names = items.filter((item) => item !== undefined);
    const isKnown = names.some((item) => isFamilyName(text.slice(item.start, item.end)));
    if (names.length === items.length && (names.length > 1 || isKnown)) found.push(...names);
  }
  return found;
}
