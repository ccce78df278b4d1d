import { administrative } from "./administrative-characters";
import { endsOrBeginsLikeFamilyName, isDoubtfulName, isFamilyName, isLikeFamilyName } from "./family-names";
import { endsLikeGivenName, isGivenName, looksLikeGivenName } from "./given-names";
import { isGroupOfPeople } from "./groups-of-people";
import { isFunctionWord } from "./kana-words";
import { isOrdinaryWord, mayBeName } from "./may-be-name";
import { isLabelWord } from "./name-item";
import type { NameSpan } from "./name-span";
import { ordinaryWords } from "./ordinary-words";
import { withoutFillers } from "./plain-characters";
import { honorifics, titles } from "./titles";

const han = "[\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff々\\ue000]";
const family = `(?:${han}(?:[ノケツヶヵ](?=${han})|${han}){0,11}|[ァ-ヺー]{2,9})`;
const person = `[ 　]?(?:${honorifics}|${titles}|[（(](?:[^()（）\\n]{0,20}?(?:長|官|員|士|師|者|授|補佐|主任|主査|コンサルタント|[0-9]{1,3}歳?|夫|妻|父|母|男|女|子|兄|弟|姉|妹|姪|甥|孫)|死亡|故人|相続|旧姓|通称|ペンネーム|別名|以下)[^()（）\\n]{0,20}[)）])`;
const end = `(?=$|[\\s　、。，,（()）「」『』〔［;；:：・／/｜|→<＜]|[のはがをにともへ]|から|です|及び|並びに|ほか|外[0-9一二三]|他[0-9一二三]|${person})`;
/** Two words with a space between them, the second of which is as long as a given name. */
const pair = new RegExp(
  `(?<!${han}|[ァ-ヺーA-Za-z0-9])(${family})([ 　]{1,3})(?:(${han}{1,3}?)|([ァ-ヺー]{2,8}(?:[ 　]${han}{1,3})?|${han}?[ぁ-んァ-ヺ]{1,3}[子美代江恵枝絵]|[ぁ-ん]{2,4}(?=[\\s　、。，（()）・／/]|$)))${end}`,
  "gu",
);
const roleBehind =
  /(?:[長官員士師司者人夫妻父母弟妹子男女]|補佐|主任|主査|主幹|教授|教諭|講師|担当|代表|非常勤)[ 　:：]{1,4}$/u;
const startsWithTitle = new RegExp(
  `^(?:[\\p{Script=Han}]{0,6}?)(?:${titles}|教諭|者|人|世帯主|夫|妻|長男|長女|次男|次女|三男|三女)(?=.)`,
  "u",
);
const personAhead = new RegExp(`^${person}`, "u");
/** The line begins here, a number or a bullet apart. */
const lineBegin = /(?:^|[\r\n])[ 　\t]*(?:[・○◯●◎①-⑳-]|[(（]?[0-9]{1,4}[)）.．]?|No\.?[0-9]{1,3})?[ 　\t]*$/u;
const lineEnd = /^(?:より|拝|記|印)?[ 　\t]*(?:$|[\r\n])/u;

/** 赤 松 太 郎: every character by itself, as in signatures of courts and registers. */
const spread = new RegExp(
  `(?<!${han}|[\\s　]${han}[ 　]{1,2})(${han})([ 　]{1,2})(${han})([ 　]{1,4})(${han})([ 　]{1,2})(${han})(?![ 　]{0,2}${han})`,
  "gu",
);

function findSpreadNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  for (const match of text.matchAll(spread)) {
    const [whole, a, gap, b, , c, , d] = match as unknown as string[];
    const family = a! + b!;
    const given = c! + d!;
    if (isOrdinaryWord(family) || isLabelWord(family) || !(isGivenName(given) || endsLikeGivenName(given))) continue;
    const start = match.index;
    found.push({ start, end: start + whole!.length, familyEnd: start + 2 + gap!.length, sure: true });
  }
  return found;
}

/**
 * Names whose family name no list may hold, by their given name: 大工原 稔, 五泉 美津江, マルティネス 由香. What stands in the place of the
 * family name must not be an ordinary word, the more so the less is known of the given name.
 */
export function findSpacedNames(text: string): NameSpan[] {
  const found = findSpreadNames(text);
  pair.lastIndex = 0;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [whole, first, gap, inKanji, inKana] = match as unknown as [string, string, string, string?, string?];
    const start = match.index;
    const stop = start + whole.length;
    const lead = startsWithTitle.exec(first)?.[0].length ?? 0;
    const isPerson = lead > 0 || roleBehind.test(text.slice(Math.max(0, start - 8), start));
    const opensLine = lineBegin.test(text.slice(Math.max(0, start - 8), start));
    if (isName(first.slice(lead), inKanji, inKana, text.slice(stop, stop + 30), isPerson, lead > 0, opensLine)) {
      found.push({ start: start + lead, end: stop, familyEnd: start + first.length, sure: true });
    } else {
      // The second word may be the first of the next name: 委員長 帯刀 義信.
      pair.lastIndex = start + first.length + gap.length;
    }
  }
  return found;
}

function isName(
  first: string,
  inKanji: string | undefined,
  inKana: string | undefined,
  rest: string,
  isPerson: boolean,
  hasLead: boolean,
  opensLine: boolean,
): boolean {
  const word = withoutFillers(first).replace(/[ノケツヵ]/gu, "ヶ");
  const given = withoutFillers(inKanji ?? inKana!);
  if (/^[ァ-ヺー]/u.test(word))
    return given.length > 1 && (isGivenName(given) || endsLikeGivenName(given)) && !isGroupOfPeople(first);
  if (first.length > 5 || isLabelWord(word) || isLabelWord(given)) return false;
  const closed = isPerson || personAhead.test(rest) || (opensLine && lineEnd.test(rest));
  if (word.length === 1) {
    return isGivenName(given) && given.length > 1 && (isFamilyName(word) || closed || !administrative.has(word));
  }
  if (inKanji === undefined) {
    if (isGroupOfPeople(given) || isFunctionWord(given)) return false;
    const isKana = /^(?:[ァ-ヺー]+|[ぁ-ん]+)$/u.test(given);
    return mayBeName(word) && (closed || !isKana || (opensLine && endsOrBeginsLikeFamilyName(word)));
  }
  // 目黒 恵比寿: two places.
  if (isDoubtfulName(word) && (isDoubtfulName(given) || isFamilyName(given))) return false;
  if (isGivenName(given) && isPerson) return !ordinaryWords.has(word);
  if (hasLead && !isFamilyName(word) && !isLikeFamilyName(word)) return false;
  if (isPerson && isFamilyName(word) && !isOrdinaryWord(given)) return true;
  if (given.length > 1 && (isGivenName(given) || endsLikeGivenName(given))) return !isOrdinaryWord(word);
  if (isFamilyName(word) && !isDoubtfulName(word) && opensLine && lineEnd.test(rest)) return !isOrdinaryWord(given);
  if (!mayBeName(word)) return false;
  if (isGivenName(given)) return isLikeFamilyName(word) || closed;
  return (
    looksLikeGivenName(given) &&
    (given.length === 1 || !isOrdinaryWord(given)) &&
    (closed || (opensLine && endsOrBeginsLikeFamilyName(word)) || (isLikeFamilyName(word) && mayBeName(given)))
  );
}
