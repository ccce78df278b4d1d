import { looksLikeGivenName } from "./given-names";
import { isGroupOfPeople } from "./groups-of-people";
import { isFunctionWord } from "./kana-words";
import { isOrdinaryWord } from "./may-be-name";
import { isLabelWord, nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";
import { relatives } from "./person-labels";

const called = "さん|くん|ちゃん|様|君|氏";
const end = `(?=$|[\\s　、。，,（()）「」・／/；;]|${called}|[はがをにのとも]|から|より|です|及び)`;
const relative = new RegExp(`(?<![\\p{Script=Han}々])(${relatives})(の|である|・|[ 　])?`, "gu");
const given = new RegExp(
  `(?:(\\p{Script=Han}{1,3})|([ァ-ヺー]{2,8}(?:・[ァ-ヺー]{2,10})?)|(?![はがをにのともへでな])[ぁ-ん]{2,4}?)${end}`,
  "uy",
);
/** What says behind kana that they are a name. */
const closed = new RegExp(`^(?:${called}|[（(、]|$)`, "u");
/** 長男の颯太（小4）, 長女ひなた, 妹・美月, 妻の藤代 玲: names behind a word for a relative; a word like 実家 or 介護 is none. */
export function findRelativeNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const match of text.matchAll(relative)) {
    const [whole, kin, link] = match as unknown as [string, string, string?];
    const start = match.index + whole.length;
    const full = nameItemAt(text, start, "fair");
    if (full?.familyEnd !== undefined && full.familyEnd < full.end) {
      found.push(full);
      continue;
    }
    given.lastIndex = start;
    const [name, kanji, katakana] = (given.exec(text) ?? []) as unknown as [string?, string?, string?];
    if (name === undefined) continue;
    const stop = start + name.length;
    const isJoined = link === undefined;
    // 父親, 母子: one character joined to one character is a word.
    if (kanji !== undefined) {
      if (!isGiven(kanji) || (isJoined && kin.length + kanji.length < 3)) continue;
    } else {
      if (katakana !== undefined ? isGroupOfPeople(katakana) : isFunctionWord(name)) continue;
      if (!closed.test(text.slice(stop, stop + 3)) && !(isJoined && kin.length > 1)) continue;
    }
    found.push({ start, end: stop, sure: name.length > 1 });
  }
  return found;
}

function isGiven(word: string): boolean {
  return looksLikeGivenName(word) && !isOrdinaryWord(word) && !isLabelWord(word);
}
