import { mayBeName } from "./may-be-name";
import type { NameSpan } from "./name-span";
import { withoutFillers } from "./plain-characters";
import { nameLabels } from "./titles";

const han = "\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff々ヶ\\ue000";
/** 担当　鹿島, 作成者：都留: behind a label, up to the end of the word. */
const labels =
  "氏名|お名前|御氏名|ご氏名|担当者名?|主担当|副担当|担当|事務担当者?|連絡担当者|連絡先|緊急連絡先|問合せ先|問い合わせ先|作成者?|記入者|確認者|承認者|起案者?|決裁者|記録者?|報告者|説明者|発表者|発言者|申請者|届出人|請求者|世帯主|代表者|責任者|司会者?|文責|執筆者?|受付者|講師|通報者|相談者|照会者|回答者|差出人|送信者|署名";
const wordEnd =
  "(?=[ 　\\t]*(?:$|[\\r\\n、。,，（(/／|｜〔［;；]|様|殿|氏|印|[ 　\\t](?:電話|TEL|Tel|内線|携帯|メール|E-?mail|MAIL|住所|所属|職名|印|連絡先|FAX|年齢|生年月日|宛|まで)))";
const labelled = new RegExp(
  `(?<![${han}])(?:${labels})(?:[ 　]*[（(](?:漢字|自署|署名|記名|正|副|主)[)）])?[ 　\\t]*(?:[:：|｜=＝][ 　\\t]*|[ 　\\t]{1,8})([${han}]{1,5}(?:[ 　][${han}ぁ-んァ-ヺー]{1,4})?)${wordEnd}`,
  "gmu",
);
const labelledKana = new RegExp(
  `(?:氏名|お名前|名義人?|口座名義人?)(?:[ 　]*[（(][^()（）\\n]{0,6}[)）])?[ 　\\t]*(?:[:：|｜=＝][ 　\\t]*|[ 　\\t]{1,8})((?:[ァ-ヺー]{2,8}[ 　・]{1,2}[ァ-ヺー]{2,8}|[ぁ-ゖー]{2,6}[ 　]{1,2}[ぁ-ゖー]{2,6}))(?![ぁ-ゖァ-ヺー])`,
  "gu",
);
export const endsWithLabel = new RegExp(
  `(?:${nameLabels
    .split("|")
    .filter((label) => label.length > 1)
    .join("|")})$`,
  "u",
);

/** Names that no list holds, in kanji or kana behind a label of a form. */
export function findLabelledNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const match of text.matchAll(labelled)) {
    const word = match[1]!;
    const [family, name] = word.split(/[ 　]/u) as [string, string | undefined];
    if (family.length < 2 && name === undefined) continue;
    if (!mayBeTitledName(family) && !(family.length === 1 && name !== undefined && !isOrdinaryGiven(name))) continue;
    const start = match.index + match[0].length - word.length;
    const known = name !== undefined && isOrdinaryGiven(name) ? family : word;
    found.push({ start, end: start + known.length, familyEnd: start + family.length, sure: true });
  }
  for (const match of text.matchAll(labelledKana)) {
    const start = match.index + match[0].indexOf(match[1]!);
    found.push({ start, end: start + match[1]!.length, sure: true });
  }
  return found;
}

/** True for kanji that may be a name and do not end as a label does. */
export function mayBeTitledName(word: string): boolean {
  const plain = withoutFillers(word);
  return mayBeName(plain) && !endsWithLabel.test(plain);
}

/** Words in the place of a given name: 連絡先, 電話. */
function isOrdinaryGiven(word: string): boolean {
  return word.length > 1 && /^\p{Script=Han}+$/u.test(word) && !mayBeName(word);
}
