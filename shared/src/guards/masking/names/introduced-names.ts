import { endsOrBeginsLikeFamilyName, isDoubtfulName, isFamilyName, isLikeFamilyName } from "./family-names";
import { mayBeForeignName } from "./foreign-words";
import { looksLikeGivenName } from "./given-names";
import { mayBeName } from "./may-be-name";
import { isNameThere, nameItemAt } from "./name-item";
import type { NameSpan } from "./name-span";
import { namesFrom } from "./slot-names";

const word = "(?:[\\p{Script=Han}々ノケツヶヵ\\ue000]{1,5}|[ァ-ヺー]{2,12})";
const open = "(?<=^|[\\s　。、，,・「（(:：は])";
/** 五味と名乗る男性, 曽根なる者: who gives a name, whatever it is. */
const named = new RegExp(
  `(?<![\\p{Script=Han}ァ-ヺーA-Za-z])(${word})(?:[ 　]?(?:と名乗|と称す|なる(?:者|人物|男|女)|と申す))`,
  "gu",
);
/** 内閣府の水無瀬でございます, 総務課の柘植です: behind an office. */
const ofOffice = new RegExp(
  `(?<=[課室部局係省庁班科所院会社店学校署館団府県市区町村当ー]の)(${word})(?:です(?=[。．\\s、！!]|$)|でございます|と申し|と言い|といい|より(?=ご|お|御)|宛|あて)`,
  "gu",
);
/** 五百蔵より小比類巻様へお送りします: who does what is done for somebody. */
const acting = new RegExp(
  `${open}(${word})(?:より|から|まで)(?=(?:改めて|別途|追って|後ほど|直接|本日|明日|再度)?(?:ご|お|御)(?:連絡|説明|報告|送付|送り|回答|依頼|相談|紹介|案内|返信|返事|伝え|願い|知らせ|問い?合わ?せ)|[^\\n。、]{1,10}(?:様|さん|氏)(?:に|へ|宛))`,
  "gu",
);
/** 勝連拝 below a mail. */
const signed = new RegExp(`(?<=^|[\\r\\n])[ 　\\t]{0,40}(${word})[ 　]?拝(?=[ 　]*(?:$|[\\r\\n]))`, "gu");
/** 彩乃・チャンの2名, 薗田、デュボワ及び狭間の３氏 */
const counted = new RegExp(
  `(?<![\\p{Script=Han}ァ-ヺー])((?:${word})(?:さん|氏|様)?(?:(?:[・、，,と]|及び|並びに)(?:${word})(?:さん|氏|様)?){1,9})の?(?:[0-9一二三四五六七八九十]{1,2}(?:名|人|氏)|両名|両氏)`,
  "gu",
);
/** （危機管理室　入）, （広報室　一ツ柳）: an office and a name in brackets on a line of their own. */
const inBrackets =
  /(?<=(?:^|[\r\n。])[ 　\t]{0,8})[（(][^()（）\r\n]{1,20}(?:課|室|局|部|係|班|省|庁|担当|事務局|センター)[ 　]{1,8}([^()（）\r\n]{1,12})[)）](?=[ 　\t]*(?:$|[\r\n]))/gu;
/** 守衛長熊谷が: a duty that no list has, joined to a name. */
const joinedDuty =
  /(?<![\p{Script=Han}々])\p{Script=Han}{1,4}[長員官手](\p{Script=Han}{2,3})(?=[がはも]|から|より|に(?:引|連|報|伝|確|依))/gu;

/** Names in sentences that introduce, count or sign: what stands there is a name, unless it is an ordinary word. */
export function findIntroducedNames(text: string): NameSpan[] {
  const found: NameSpan[] = [];
  const add = (start: number, words: string, believed: boolean): void => {
    if (believed) found.push({ start, end: start + words.length, familyEnd: start + words.length, sure: true });
  };
  const isName = (words: string): boolean =>
    /^[ァ-ヺー]/u.test(words) ? mayBeForeignName(words) : isNameThere(words, words.length === 1 ? "strong" : "fair");
  const isWritten = (words: string): boolean =>
    isName(words) || (isNameThere(words, "strong") && isLikeFamilyName(words));
  for (const match of text.matchAll(named))
    add(match.index, match[1]!, isFamilyName(match[1]!) || isWritten(match[1]!));
  for (const match of text.matchAll(ofOffice)) {
    const words = match[1]!;
    // 町の魅力です, 九州の福岡です: with です a word as well as a place may stand there.
    const isSaid = match[0].endsWith("です");
    const believed = isSaid ? !isDoubtfulName(words) && endsOrBeginsLikeFamilyName(words) : true;
    add(match.index, words, believed && isWritten(words));
  }
  for (const match of text.matchAll(acting)) {
    const words = match[1]!;
    add(match.index, words, isName(words) && !isDoubtfulName(words) && endsOrBeginsLikeFamilyName(words));
  }
  for (const match of text.matchAll(signed))
    add(match.index + match[0].indexOf(match[1]!), match[1]!, match[1] !== "" && isName(match[1]!));
  for (const match of text.matchAll(counted)) {
    const names = namesFrom(text, match.index, "strong");
    const end = match.index + match[1]!.length;
    const isList = names.some(({ start, end: stop }) => isFamilyName(text.slice(start, stop))) || names.every(likely);
    if (isList) found.push(...names.filter(({ end: stop }) => stop <= end));
  }
  for (const match of text.matchAll(inBrackets)) {
    const start = match.index + match[0].length - 1 - match[1]!.length;
    const name = nameItemAt(text, start, "strong");
    if (name?.end === start + match[1]!.length) found.push(name);
  }
  for (const match of text.matchAll(joinedDuty)) {
    const words = match[1]!;
    const start = match.index + match[0].length - words.length;
    add(start, words, !isDoubtfulName(words) && (isFamilyName(words) || (mayBeName(words) && isLikeFamilyName(words))));
  }
  return found;

  function likely({ start, end }: NameSpan): boolean {
    const words = text.slice(start, end);
    return /^[ァ-ヺー]/u.test(words)
      ? mayBeForeignName(words)
      : looksLikeGivenName(words) || (mayBeName(words) && endsOrBeginsLikeFamilyName(words));
  }
}
