import type { PersonalDatum } from "../personal-datum";
import { hyphens } from "./hyphens";

const kana = "つくば|いわき|とちぎ|なにわ|とかち|むつ|あいち|みえ|しが";
const plate = new RegExp(
  `(?<![\\p{Script=Han}])((?:[\\p{Script=Han}]{1,3}[ヶケ]?[\\p{Script=Han}]{0,2}|${kana}|(?<![ぁ-ん])[ぁ-ん]{2,3}|[ァ-ヺー]{2,4})[ 　]{0,2}[0-9][0-9A-Z]{1,2}[ 　]{0,2}[あ-んA-Zア-ン][ 　]{0,2}(?:[0-9]{2}[ ]?[${hyphens}][ ]?[0-9]{2}|[・･.0-9]{1,2}[ ]?[${hyphens}]?[ ]?[・･0-9]{1,3}))(?![0-9A-Za-z])`,
  "gu",
);
const afterWords = new RegExp(
  `(?:ナンバー|車両番号|登録番号|車番|公用車|車両|は|の|が|、)((?:[\\p{Script=Han}]{2,4}|${kana})[ 　]{0,2}[0-9][0-9A-Z]{1,2}[ 　]{0,2}[あ-ん][ 　]{0,2}(?:[0-9]{2}[ ]?[${hyphens}][ ]?[0-9]{2}|[・･.0-9]{1,2}[ ]?[${hyphens}]?[ ]?[・･0-9]{1,3}))(?![0-9])`,
  "gu",
);

/** Licence plates: 品川 500 さ 12-34. Text in half width. */
export function findPlates(text: string): PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (const pattern of [plate, afterWords]) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1]!;
      const end = match.index + match[0].length;
      // 令和 7 年 … and other counters have kanji where a plate has its kana; a decimal has no kana at all.
      found.push({ start: end - value.length, end, kind: "licence-plate" });
    }
  }
  return found;
}
