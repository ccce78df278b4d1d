import { isFamilyName } from "./family-names";
import { foreignGiven, mayBeForeignName } from "./foreign-words";
import { endsLikeGivenName, isGivenName } from "./given-names";
import type { NameSpan } from "./name-span";
import { honorifics, publicRoles, titles } from "./titles";

const han = "[\\u4e00-\\u9fff々]";
const kana = "[ァ-ヺー]";
const dots = "[・･=＝゠]";
const alone = `(?<!${kana}|${dots})`;
/** What people are besides their titles, behind a name: 技能実習生, オブザーバー, （通訳）. */
const person = `(?:${honorifics}|${titles}|(?:技能)?実習生|研修生|留学生|特派員|通訳|被告|容疑者|元?${han}{0,6}(?:委員|補佐|主任|主査|教諭|講師|議員|技官|官)|オブザーバー|アドバイザー|リーダー|マネー?ジャー|ディレクター)(?!${han}|会|室|課)|[ 　]?[（(](?:個人|通訳|本人|代理|国籍|${han}{1,8}(?:人|籍|者|員|授|官|師|長|課|室|局|部|社|大)|[^()（）\\n]{0,8}大使館|[0-9]{1,3}歳?)[)）、,]`;
/** ヴァン・ホアン技能実習生, アレクサンドラ・ポポヴァ（個人） */
const several = new RegExp(`${alone}(${kana}{2,12}(?:${dots}${kana}{1,12}){1,4})(?=(${person}))`, "gu");
/** エバンス　ロバート at the beginning of a line or behind a number. */
const spaced = new RegExp(
  `(?<=(?:^|[\\r\\n])[ 　]{0,4}(?:[・○①-⑳]|[A-Z]?-?[0-9]{1,6}[.)]?)?[ 　]{0,4}|[:：、][ 　]{0,4})(${kana}{2,10})[ 　・](${kana}{2,10})(?=[ 　\\t、,（(]|様|さん|氏|$|[\\r\\n])`,
  "gu",
);
/** フェルナンデス 凛 in a line of a list. */
const givenInKanji = new RegExp(
  `${alone}(?<!${han})(${kana}{3,10})[ 　](${han}{1,3})(?=[ 　\\t、,。（(]|様|さん|氏|殿|$|[\\r\\n])`,
  "gu",
);
/** ポール青柳, ダグラス梶 */
const familyInKanji = new RegExp(
  `${alone}(${kana}{2,9})(${han}{1,3})(?=さん|氏|様|[ 　\\t、,。（()）はがをにとのも]|$|[\\r\\n])`,
  "gu",
);
/** 運転手 オルロフ: behind a word for who does something. */
const afterRole = new RegExp(
  `(?<=${han}[手士師員者官人][ 　]{1,2})(${kana}{3,12})(?=[ 　]{0,4}(?:$|[\\r\\n、。（(]))`,
  "gu",
);
/** 相手方　ディアス・ロペス */
const severalAfterRole = new RegExp(
  `(?<=${han}[方人者員官師士手長名][ 　]?[:：]?[ 　]{0,3})(?<=[ 　:：])(${kana}{2,12}(?:${dots}${kana}{2,12}){1,4})(?=[ 　]{0,4}(?:$|[\\r\\n、。（(]))`,
  "gu",
);
const publicRole = new RegExp(`^(?:${publicRoles})`, "u");

/** Names of other languages in katakana, with a second word, a role or a Japanese name beside them. */
export function findKatakanaNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  const add = (start: number, words: string, more: Partial<NameSpan> = {}): void => {
    found.push({ start, end: start + words.length, sure: true, ...more });
  };
  for (const match of text.matchAll(several)) {
    if (mayBeForeignName(match[1]!)) add(match.index, match[1]!, publicRole.test(match[2]!) ? { public: true } : {});
  }
  for (const match of text.matchAll(spaced)) {
    const [whole, first, second] = match as unknown as [string, string, string];
    if ((foreignGiven.has(first) || foreignGiven.has(second)) && mayBeForeignName(`${first} ${second}`))
      add(match.index, whole);
  }
  for (const match of text.matchAll(givenInKanji)) {
    const [whole, first, given] = match as unknown as [string, string, string];
    const isGiven = isGivenName(given) || (given.length > 1 && endsLikeGivenName(given));
    if (isGiven && mayBeForeignName(first)) add(match.index, whole, { familyEnd: match.index + first.length });
  }
  for (const match of text.matchAll(familyInKanji)) {
    if (foreignGiven.has(match[1]!) && isFamilyName(match[2]!)) add(match.index, match[0]);
  }
  for (const match of text.matchAll(severalAfterRole)) if (mayBeForeignName(match[1]!)) add(match.index, match[1]!);
  for (const match of text.matchAll(afterRole)) if (mayBeForeignName(match[1]!)) add(match.index, match[1]!);
  return found;
}
