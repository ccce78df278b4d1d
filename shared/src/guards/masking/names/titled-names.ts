import type { NameSpan } from "./name-span";
import { isOrdinaryWord, mayBeName } from "./may-be-name";
import { filler, withoutFillers } from "./plain-characters";
import { nameLabels, titles } from "./titles";

const han = "\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff々ヶ\\ue000";
const run = new RegExp(`[${han}]{2,24}`, "gu");
/** Titles that say of any word before them that it is a name, as long as the word is no ordinary one. */
const title = new RegExp(
  "^(?:課長補佐|室長補佐|課長代理|室長代理|局次長|副?課長|副?部長|係長|総括補佐|補佐|主任研究員|研究員|主任|主査|主事|主幹|局長|次長|室長|参事官補佐|参事官|参事|審議官|専門官|企画官|調査官|管理官|事務官|技官|調整官|技監|技師|座長代理|副?座長|副?委員長|委員|議員|副?会長|副?社長|副?理事長|理事|監事|顧問|所長|署長|班長|教授|准教授|名誉教授|特任教授|客員教授|助教|講師|教諭|博士|記者|弁護士|医師|取締役|専務|常務|殿|先生|先輩|民生委員|児童委員|保護司|氏|宛て?(?=$|[\\s、。)）のに]))(?!会|部会|室|課|部|局|級|職|代表者会議|会議|制度|制|証|養成|研修|派遣|募集|名簿|資格|試験|採用|名|長|族|神|等|並|相当)",
  "u",
);
/** Words of time before a name: 昨日蓼沼課長が. */
const time =
  /^(?:昨日|本日|今日|明日|先日|先週|今週|来週|先月|今月|来月|午前|午後|今朝|昨年|今年|翌日|当日|同日|前日|後日|今回|前回|次回|現在|以上|以下|今後|当時|直接|早速|至急|一旦|別途|適宜|日|時|分|月|年|頃)(?=.{2})/u;
const officeEnd = /^(.*[課局係庁省室部班所署院])(.{2,5})$/u;
const unless = /[ァ-ヺーA-Za-z]/u;

const given = "(?![はがをにへともやでのよ])[ぁ-ん]{2,4}";
/** What kana before an honorific are, besides a given name. */
const kanaWord =
  /^(?:みな|かた|など|たち|ども|ほか|から|より|だけ|まで|こども|おやこ|おかみ|ねえ|にい|かあ|とう|ばあ|じい|おば|おじ|いただ|いたし|される|された|している|おける|および|ならび|または|さん|くん|さま|ちゃん|する|した|して|れる|れた|けん|まち|むら|くらい|ぐらい|ほど|ごと|すべて|いう|いた|いる|ある|あった|なる|なった|きた|くる|たい|ない)/u;
const kanaGiven = new RegExp(
  `(?<![${han}ァ-ヺー])([${han}]{2,4}[ 　]?)(${given}|[ァ-ヺ]{2,4})[ 　]?(?=様|さん|氏|殿|さま|君|課長|係長|補佐|主査|主任|部長|次長|室長|局長|座長|委員|議員|教授|准教授|講師|記者|先生)`,
  "gu",
);
/** 渡辺・斎藤両補佐, 乙部、真壁の各委員 */
const several = new RegExp(
  `(?<![${han}ァ-ヺー])([${han}]{1,5}(?:[・、，,と][${han}]{1,5}){1,9})(?:(?:の)?[両各三四五]|の)(?=[ 　]?(?:${titles}|氏|名))`,
  "gu",
);
const bothAtEnd = new RegExp(`[両各三四五]$`, "u");
const offices =
  "[^()（）\\n]{0,16}(?:課|室|局|省|庁|係|班|部|府|署|課長|室長|局長|部長|係長|補佐|主査|主任|主事|主幹|次長|参事官|審議官|専門官|企画官|座長|委員長?|議員|教授|准教授|講師|理事|会長|社長|記者|弁護士)(?:付)?";
/** 蓼科（総務課） */
const bracketed = new RegExp(`(?<![${han}ァ-ヺーA-Za-z])([${han}]{2,5})[ 　]?[（(](?=${offices}[)）、，,])`, "gu");
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
const kanaHonoured = /(?<![ァ-ヺーぁ-ゖ\p{Script=Han}・])([ァ-ヺー]{2,8}[  　][ァ-ヺー]{2,8})[ 　]?(?=様|さん|氏|殿)/gu;
const endsWithLabel = new RegExp(
  `(?:${nameLabels
    .split("|")
    .filter((label) => label.length > 1)
    .join("|")})$`,
  "u",
);

/** Names that no list holds, before a title, in brackets before an office, with a given name in kana, or behind a label. */
export function findTitledNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const match of text.matchAll(run)) {
    const span = beforeTitle(text, match.index, match[0]);
    if (span !== undefined) found.push(span);
  }
  for (const match of text.matchAll(kanaGiven)) {
    const [, family, name] = match as unknown as [string, string, string];
    const lead = time.exec(family)?.[0].length ?? 0;
    if (isOrdinaryWord(family.slice(lead).trimEnd()) || endsWithLabel.test(family.trimEnd()) || kanaWord.test(name))
      continue;
    const start = match.index + lead;
    const familyEnd = match.index + family.trimEnd().length;
    found.push({ start, end: match.index + family.length + name.length, familyEnd, sure: true });
  }
  for (const match of text.matchAll(several)) found.push(...namesOfList(match.index, match[1]!));
  for (const match of text.matchAll(bracketed)) add(match.index, match[1]!);
  for (const match of text.matchAll(labelled)) {
    const word = match[1]!;
    const [family, name] = word.split(/[ 　]/u) as [string, string | undefined];
    if (family.length < 2 && name === undefined) continue;
    if (!accepts(family) && !(family.length === 1 && name !== undefined && !isOrdinaryGiven(name))) continue;
    const start = match.index + match[0].length - word.length;
    const known = name !== undefined && isOrdinaryGiven(name) ? family : word;
    found.push({ start, end: start + known.length, familyEnd: start + family.length, sure: true });
  }
  for (const pattern of [labelledKana, kanaHonoured]) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].indexOf(match[1]!);
      found.push({ start, end: start + match[1]!.length, sure: true });
    }
  }
  return found;

  function add(start: number, word: string): void {
    if (accepts(word)) found.push({ start, end: start + word.length, familyEnd: start + word.length, sure: true });
  }
}

function accepts(word: string): boolean {
  const plain = withoutFillers(word);
  return mayBeName(plain) && !endsWithLabel.test(plain);
}

/** Words in the place of a given name: 連絡先, 電話. */
function isOrdinaryGiven(word: string): boolean {
  return word.length > 1 && /^\p{Script=Han}+$/u.test(word) && !mayBeName(word);
}

/** The name at the beginning of a run of kanji that goes on with a title; behind an office or a word of time as well. */
function beforeTitle(text: string, index: number, words: string): NameSpan | undefined {
  const limit = Math.min(words.length, 22);
  for (let length = 2; length <= limit; length += 1) {
    const space = length === words.length && /[ 　]/u.test(text[index + length] ?? "") ? 1 : 0;
    if (words[length] === filler || !title.test(text.slice(index + length + space, index + length + space + 14)))
      continue;
    // A space before a title is as often that of a table: 総務 課長.
    let start = index;
    let word = words.slice(0, length);
    const lead = time.exec(word)?.[0].length ?? 0;
    start += lead;
    word = word.slice(lead);
    const hasOffice = /[課局係庁省]/u.test(word);
    if (hasOffice || !accepts(word)) {
      const behind = officeEnd.exec(word);
      if (behind === null || (!hasOffice && !/(?:総|本|支|営業|研究|事務)/u.test(behind[1]!))) return undefined;
      start += behind[1]!.length;
      word = behind[2]!;
      if (!accepts(word)) return undefined;
    } else if (lead === 0 && unless.test(text[index - 1] ?? "")) return undefined;
    if (lead > 0 && lead === 1 && !/[0-9]/u.test(text[index - 1] ?? "")) return undefined;
    const end = start + word.length;
    return { start, end, ...(word.length <= 4 ? { familyEnd: end } : {}), sure: true };
  }
  return undefined;
}

function namesOfList(start: number, list: string): NameSpan[] {
  const spans: NameSpan[] = [];
  let offset = start;
  for (const part of list.split(/[・、，,と]/u)) {
    const word = part.replace(bothAtEnd, "");
    if (!accepts(word) && withoutFillers(word).length > 1) return [];
    if (word.length > 1) {
      spans.push({ start: offset, end: offset + word.length, familyEnd: offset + word.length, sure: true });
    }
    offset += part.length + 1;
  }
  return spans;
}
