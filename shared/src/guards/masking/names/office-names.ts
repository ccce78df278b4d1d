import { mayBeTitledName } from "./labelled-names";
import { endsOrBeginsLikeFamilyName } from "./family-names";
import { looksLikeGivenName } from "./given-names";
import { isOrdinaryWord } from "./may-be-name";
import { isLabelWord, nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";

const han = "\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff々ヶ\\ue000";
const offices =
  "[^()（）\\n]{0,16}(?:課|室|局|省|庁|係|班|部|府|署|課長|室長|局長|部長|係長|補佐|主査|主任|主事|主幹|次長|参事官|審議官|専門官|企画官|座長|委員長?|議員|教授|准教授|講師|理事|会長|社長|記者|弁護士)(?:付)?";
/** 蓼科（総務課） */
const bracketed = new RegExp(`(?<![${han}ァ-ヺーA-Za-z])([${han}]{2,5})[ 　]?[（(](?=${offices}[)）、，,])`, "gu");
/** 事務局（仙頭）：, 総合計画課長（筒井）　: who speaks for an office. */
const speaksFor = new RegExp(
  `(?<=(?:課|室|局|係|部|班|省|庁|長|補佐|官|主査|担当|幹事|委員)[（(])([${han}]{2,4})(?=[)）][ 　]?[:：])`,
  "gu",
);
/** 建設課　尾曲 遼, 総務省 行政課 主査 埜口 湊: the line of a signature, office first. */
const signature =
  /(?<=(?:^|[\r\n])[ 　\t]{0,8}[^\s。、:：（()）]{1,24}(?:[ 　]{1,8}[^\s。、:：（()）]{1,24}){0,2}(?:課|室|局|部|係|班|省|庁|署|所|センター|担当|事務局|長|補佐|主査|主任|主事|官|係員)[ 　]{1,8})(?=[\p{Script=Han}ノケヶ]{1,4}[ 　]{1,2}[\p{Script=Han}ぁ-んァ-ヺー]{1,4}[ 　]{0,8}(?:$|[\r\n（(/／]))/gu;

/** Names that no list holds, behind an office on a line of its own or beside an office in brackets. */
export function findOfficeNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const pattern of [bracketed, speaksFor]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[1]!.length;
      if (mayBeTitledName(match[1]!)) found.push({ start: match.index, end, familyEnd: end, sure: true });
    }
  }
  for (const match of text.matchAll(signature)) {
    const name = nameItemAt(text, match.index, "strong");
    if (name?.familyEnd === undefined || name.familyEnd === name.end) continue;
    const family = text.slice(name.start, name.familyEnd);
    const given = text.slice(name.familyEnd, name.end).trimStart();
    const isGiven = given.length === 1 || looksLikeGivenName(given) || /^[ぁ-んァ-ヺー]+$/u.test(given);
    if (isGiven && endsOrBeginsLikeFamilyName(family) && !isOrdinaryWord(given) && !isLabelWord(given))
      found.push(name);
  }
  return found;
}
