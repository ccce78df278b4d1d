import { endsOrBeginsLikeFamilyName, isFamilyName, isLikeFamilyName } from "./family-names";
import { mayBeName } from "./may-be-name";
import { isNameThere, nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";
import { officeEnds, titles } from "./titles";

/** 柘植：…, 苫米地（委員）：… at the beginning of a line. */
const speaker =
  /(?<=^|[\r\n])[ 　\t]*[○◯〇●◎・>＞|【\[(（]?[ 　]?([\p{Script=Han}々ノケツヶヵ\ue000]{1,5})(?:[ 　]?[（(][^()（）\n]{0,16}[)）])?[】\])）]?[ 　]{0,2}[:：][ 　]{0,2}(\S[^\r\n]{0,200})/gu;
/** 総務課の岡島です。 */
const introduction = new RegExp(
  `(?<=^|[\\r\\n。、]|[${officeEnds}]の?|[ 　])([\\p{Script=Han}々ノケツヶヵ\\ue000]{1,5}|[ァ-ヺー]{2,8})(?:です(?=[。．\\r\\n、！!]|$)|でございます|と申し|拝(?=$|[\\r\\n]))`,
  "gu",
);

/** ○久慈財政部長　…: a name, an office and a title in front of what is said. */
const titledSpeaker = new RegExp(
  `(?<=^|[\\r\\n])[○◯〇●◎]([\\p{Script=Han}々ケヶ\\ue000]{2,16}?(?:${titles}))(?=[ 　:：（(])`,
  "gu",
);
const greeting =
  /^[^\n]{0,40}(?:さん|様|さま|各位|おはようございます|こんにちは|お疲れさまです|お疲れ様です|お世話になっております|お世話になります)[、。，\s!！]*$/u;

/** Names at the beginning of what somebody says: of a speaker in minutes or a chat, and of who introduces themselves. */
export function findSpeakerNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  const turns = [...text.matchAll(speaker)].map((match) => ({
    start: match.index + match[0].indexOf(match[1]!),
    word: match[1]!,
    saysSentence: /[。？！?!」]|です|ます/u.test(match[2]!),
  }));
  const count = new Map<string, number>();
  for (const { word } of turns) count.set(word, (count.get(word) ?? 0) + 1);
  // A label of a form stands there once; who speaks again, or is written like a name, is believed, and then who speaks between them.
  const isBelieved = ({ word, saysSentence }: (typeof turns)[number]): boolean =>
    isNameThere(word, "fair") && (count.get(word)! > 1 || (saysSentence && isLikeFamilyName(word)));
  const isTalk = turns.filter(isBelieved).length > 1;
  for (const turn of turns) {
    const { start, word, saysSentence } = turn;
    if (!isBelieved(turn) && !(isTalk && saysSentence && isNameThere(word, "fair"))) continue;
    const end = start + word.length;
    found.push({ start, end, ...(word.length <= 4 ? { familyEnd: end } : {}), sure: true });
  }
  for (const match of text.matchAll(titledSpeaker)) {
    const words = match[1]!;
    const length =
      [4, 3, 2].find((one) => isFamilyName(words.slice(0, one)) && one < words.length) ??
      [2, 3].find((one) => endsOrBeginsLikeFamilyName(words.slice(0, one)) && mayBeName(words.slice(0, one)));
    const start = match.index + 1;
    if (length !== undefined) found.push({ start, end: start + length, familyEnd: start + length, sure: true });
  }
  for (const match of text.matchAll(introduction)) {
    const word = match[1]!;
    const name = nameItemAt(text, match.index, /^[ァ-ヺー]/u.test(word) ? "strong" : "fair");
    if (name?.end !== match.index + word.length) continue;
    // アミールです: kana only at the very beginning, behind a greeting.
    if (/^[ァ-ヺー]/u.test(word) ? greeting.test(text.slice(0, match.index)) : endsOrBeginsLikeFamilyName(word))
      found.push(name);
  }
  return found;
}
