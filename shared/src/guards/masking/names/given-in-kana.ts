import { endsWithLabel } from "./labelled-names";
import { isOrdinaryWord } from "./may-be-name";
import type { NameSpan } from "./name-span";

const han = "\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff々ヶ\\ue000";
/** Words of time before a name: 昨日蓼沼課長が. */
export const timeBefore =
  /^(?:昨日|本日|今日|明日|先日|先週|今週|来週|先月|今月|来月|午前|午後|今朝|昨年|今年|翌日|当日|同日|前日|後日|今回|前回|次回|現在|以上|以下|今後|当時|直接|早速|至急|一旦|別途|適宜|日|時|分|月|年|頃)(?=.{2})/u;
const given = "(?![はがをにへともやでのよ])[ぁ-ん]{2,4}";
/** What kana before an honorific are, besides a given name. */
const kanaWord =
  /^(?:みな|かた|など|たち|ども|ほか|から|より|だけ|まで|こども|おやこ|おかみ|ねえ|にい|かあ|とう|ばあ|じい|おば|おじ|いただ|いたし|される|された|している|おける|および|ならび|または|さん|くん|さま|ちゃん|する|した|して|れる|れた|けん|まち|むら|くらい|ぐらい|ほど|ごと|すべて|いう|いた|いる|ある|あった|なる|なった|きた|くる|たい|ない)/u;
const kanaGiven = new RegExp(
  `(?<![${han}ァ-ヺー])([${han}]{2,4}[ 　]?)(${given}|[ァ-ヺ]{2,4})[ 　]?(?=様|さん|氏|殿|さま|君|課長|係長|補佐|主査|主任|部長|次長|室長|局長|座長|委員|議員|教授|准教授|講師|記者|先生)`,
  "gu",
);
const kanaHonoured = /(?<![ァ-ヺーぁ-ゖ\p{Script=Han}・])([ァ-ヺー]{2,8}[  　][ァ-ヺー]{2,8})[ 　]?(?=様|さん|氏|殿)/gu;
/** Names with an honorific or title whose given name, or both, are written in kana: 山田ひろし委員, タナカ タロウ様. */
export function findGivenInKana(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const match of text.matchAll(kanaGiven)) {
    const [, family, name] = match as unknown as [string, string, string];
    const lead = timeBefore.exec(family)?.[0].length ?? 0;
    if (isOrdinaryWord(family.slice(lead).trimEnd()) || endsWithLabel.test(family.trimEnd()) || kanaWord.test(name))
      continue;
    const start = match.index + lead;
    const familyEnd = match.index + family.trimEnd().length;
    found.push({ start, end: match.index + family.length + name.length, familyEnd, sure: true });
  }
  for (const match of text.matchAll(kanaHonoured)) {
    found.push({ start: match.index, end: match.index + match[1]!.length, sure: true });
  }
  return found;
}
