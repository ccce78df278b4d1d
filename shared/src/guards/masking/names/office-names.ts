import { mayBeTitledName } from "./labelled-names";
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
/** Names that no list holds, beside an office in brackets. */
export function findOfficeNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const pattern of [bracketed, speaksFor]) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[1]!.length;
      if (mayBeTitledName(match[1]!)) found.push({ start: match.index, end, familyEnd: end, sure: true });
    }
  }
  return found;
}
