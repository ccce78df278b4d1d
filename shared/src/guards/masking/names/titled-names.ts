import type { NameSpan } from "./name-span";
import { timeBefore as time } from "./given-in-kana";
import { mayBeTitledName } from "./labelled-names";
import { filler, withoutFillers } from "./plain-characters";
import { titles } from "./titles";

const han = "\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff々ヶ\\ue000";
const run = new RegExp(`[${han}]{2,24}`, "gu");
/** Titles that say of any word before them that it is a name, as long as the word is no ordinary one. */
const title = new RegExp(
  "^(?:課長補佐|室長補佐|課長代理|室長代理|局次長|副?課長|副?部長|係長|係員|総括補佐|補佐|主任研究員|研究員|主任|主査|主事|主幹|局長|次長|室長|参事官補佐|参事官|参事|審議官|専門官|企画官|調査官|管理官|事務官|技官|調整官|技監|技師|座長代理|副?座長|副?委員長|委員|議員|副?会長|副?社長|副?理事長|理事|監事|顧問|所長|署長|班長|教授|准教授|名誉教授|特任教授|客員教授|助教|講師|教諭|博士|記者|弁護士|医師|取締役|専務|常務|(?:首席|上席)[\\p{Script=Han}]{0,4}官|監察官|大臣官房[\\p{Script=Han}]{0,8}[官長]|次官補|事務次官|[課室局]付(?=[^\\p{Script=Han}]|$)|巡査部長|巡査長?|警部補?|警視正?|税理士|司法書士|行政書士|弁理士|公認会計士|会計士|社会保険労務士|社労士|不動産鑑定士|保健師|看護師|助産師|薬剤師|保育士|副?校長|教頭|園長|院長|副?館長|駅長|支店長|支社長|(?:技能)?実習生|研修生|留学生|殿|先生|先輩|民生委員|児童委員|保護司|氏|宛て?(?=$|[\\s、。)）のに]))(?!会|部会|室|課|部|局|級|職|代表者会議|会議|制度|制|証|養成|研修|派遣|募集|名簿|資格|試験|採用|名|長|族|神|等|並|相当)",
  "u",
);
const officeEnd = /^(.*[課局係庁省室部班所署院])(.{2,5})$/u;
const unless = /[ァ-ヺーA-Za-z]/u;

/** 源参事官補佐, 佐課長: a family name of one character that no list holds. */
const oneCharacter = new RegExp(
  `(?<![${han}ァ-ヺーA-Za-z0-9])([${han}])(?=課長補佐|室長補佐|[課室係]長|補佐|主査|主任|主事|参事官|審議官|企画官|専門官|調整官|調査官|事務官|技官|首席|[課室]付|准?教授|弁護士|医師|[委議]員|記者)`,
  "gu",
);
const notOneCharacter =
  "副前元現新旧各両同全総本当他次某正准主首初代兼非専常特上下左右男女学市県区町村国都府党課部局係班室省庁所社会教貴弊先後甲乙丙丁一二三四五六七八九十名数計外内長老若故御約第毎翌今昨来中小大高平農工商医法文理技執検監司受発議審政民官公私筆共々要別広統再助協弁担指何誰子美代江恵枝絵評獣番軍選";
/** 渡辺・斎藤両補佐, 乙部、真壁の各委員 */
const several = new RegExp(
  `(?<![${han}ァ-ヺー])([${han}]{1,5}(?:[・、，,と][${han}]{1,5}){1,9})(?:(?:の)?[両各三四五]|の)(?=[ 　]?(?:${titles}|氏|名))`,
  "gu",
);
const bothAtEnd = new RegExp(`[両各三四五]$`, "u");

/** Names that no list holds, before a title. */
export function findTitledNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const match of text.matchAll(run)) {
    const span = beforeTitle(text, match.index, match[0]);
    if (span !== undefined) found.push(span);
  }
  for (const match of text.matchAll(oneCharacter)) {
    if (!notOneCharacter.includes(match[1]!))
      found.push({ start: match.index, end: match.index + 1, familyEnd: match.index + 1, sure: true });
  }
  for (const match of text.matchAll(several)) found.push(...namesOfList(match.index, match[1]!));
  return found;
}

/** The name at the beginning of a run of kanji that goes on with a title; behind an office or a word of time as well. */
function beforeTitle(text: string, index: number, words: string): NameSpan | undefined {
  const limit = Math.min(words.length, 22);
  for (let length = 2; length <= limit; length += 1) {
    const space = length === words.length && /[ 　]/u.test(text[index + length] ?? "") ? 1 : 0;
    // 在外公館長: the title belongs to the word before it.
    if (
      /[公書病学分別本医高民物術育会念支族]/u.test(words[length - 1]!) &&
      /^[館院校園駅店署所]/u.test(words.slice(length))
    )
      return undefined;
    if (words[length] === filler || !title.test(text.slice(index + length + space, index + length + space + 14)))
      continue;
    // A space before a title is as often that of a table: 総務 課長.
    let start = index;
    let word = words.slice(0, length);
    const lead = time.exec(word)?.[0].length ?? 0;
    start += lead;
    word = word.slice(lead);
    const hasOffice = /[課局係庁省]/u.test(word);
    if (hasOffice || !mayBeTitledName(word)) {
      const behind = officeEnd.exec(word);
      if (behind === null || (!hasOffice && !/(?:総|本|支|営業|研究|事務)/u.test(behind[1]!))) return undefined;
      start += behind[1]!.length;
      word = behind[2]!;
      if (!mayBeTitledName(word)) return undefined;
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
    if (!mayBeTitledName(word) && withoutFillers(word).length > 1) return [];
    if (word.length > 1) {
      spans.push({ start: offset, end: offset + word.length, familyEnd: offset + word.length, sure: true });
    }
    offset += part.length + 1;
  }
  return spans;
}
