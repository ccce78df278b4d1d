import { isFamilyName } from "./family-names";
import { mayBeForeignName } from "./foreign-words";
import { endsLikeGivenName, isGivenName, looksLikeGivenName } from "./given-names";
import { isGroupOfPeople } from "./groups-of-people";
import { isFunctionWord } from "./kana-words";
import { isLatinName } from "./latin-words";
import { isOrdinaryWord, mayBeName } from "./may-be-name";
import type { NameSpan } from "./name-span";
import { ordinaryWords } from "./ordinary-words";
import { withoutFillers } from "./plain-characters";
import { relatives } from "./person-labels";
import { honorifics, nameLabels, rolesBeforeName, titles } from "./titles";

/**
 * How much the place says that a name stands there: "strong" (behind 氏名：) believes all but ordinary words, "fair" (in a list with a
 * name) no words that are written like those of offices.
 */
export type Trust = "strong" | "fair";

const han = "[\\u4e00-\\u9fff\\u3400-\\u4dbf\\uf900-\\ufaff々\\ue000]";
/** A word of kanji, with the kana that stand within names: 岡ノ谷, 三ケ尻, 竹の内. */
const kanji = `${han}(?:[ノケツヶヵ](?=${han})|${han}){0,21}`;
const katakana = "[ァ-ヺー]";
const hiragana = "[ぁ-ゖー]";
const title = `(?:${honorifics}|(?:前|元|新|副)?(?:${titles}))`;
const closed = "$|[\\s　、。，,.．()（）「」『』〔〕［］【】\\[\\];；:：・／/｜|→<>＜＞~〜!?！？]";
const particle = "[のはがをにともへでか]|から|より|まで|です|及び|並びに|又は|ほか|外[0-9一二三]|他[0-9一二三]|両";
const wordEnd = `(?=${closed}|${title}|印(?:${closed})|${particle})`;
const kanaEnd = `(?=${closed}|${title})`;

const kanjiRun = new RegExp(kanji, "uy");
const atWordEnd = new RegExp(wordEnd, "uy");
const atTitle = new RegExp(`[ 　]?${title}`, "uy");
const spaced = new RegExp(
  `(${han}(?:[ノケツヶヵ](?=${han})|${han}){0,4}|${katakana}{2,9})([ 　]{1,4})(?:(${han}{1,3}?)${wordEnd}|(${katakana}{2,8}(?:[ 　]${han}{1,3})?|(?:[ぁ-んァ-ヺ]{1,3}|${han}[ぁ-んァ-ヺ]{1,2})[子美代江恵枝絵]|${hiragana}{2,5})${kanaEnd})`,
  "uy",
);
const kana = new RegExp(
  `(?:${katakana}{2,12}(?:[・･=＝゠ 　]${katakana}{1,12}){0,4}|${hiragana}{2,6}[ 　]{1,2}${hiragana}{2,6})${wordEnd}`,
  "uy",
);
const latinWord = "[A-Z\\u00c0-\\u00de\\u0100-\\u016a](?:[A-Za-z\\u00c0-\\u024f'’-]*|\\.)";
const latin = new RegExp(
  `${latinWord}(?: ${latinWord}){0,4}(?=$|[^A-Za-z0-9@._\\u00c0-\\u024f\\p{Script=Han}ァ-ヺー-]|(?:様|さん|氏|殿))`,
  "uy",
);
const initials = /[A-Z](?:[・.][A-Z]){1,2}\.?(?![A-Za-z0-9])/uy;

const label = new RegExp(
  `^(?:${nameLabels}|${rolesBeforeName}|${relatives}|氏|名|印|年齢|性別|住所|電話|男|女|様|殿|他|外|計|無|有|可|否)$`,
  "u",
);

/** True for a title, a label, a word for a relative: what stands beside names and is none. */
export function isLabelWord(word: string): boolean {
  return label.test(word);
}

function match(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

/** Characters that are words by themselves in forms and lists. */
const commonCharacters =
  "国県市区町村都府道本他同各計未済可否要不私彼僕俺氏君誰何人方物事所時日月年春夏秋冬朝昼夜雨雪風火水土左右上中下前後内外東西南北縦横";

/** True for a word of kanji that is believed to be a name in such a place. */
export function isNameThere(word: string, trust: Trust): boolean {
  const plain = withoutFillers(word).replace(/[ノケツヵ]/gu, "ヶ");
  // 木ノ下, 三ケ尻
  if (/^\p{Script=Han}{1,2}ヶ\p{Script=Han}{1,2}$/u.test(plain) && !/[町村市区駅島丘浜浦]$/u.test(plain)) return true;
  if (label.test(plain)) return false;
  if (isFamilyName(plain)) return true;
  if (plain.length < 2) return trust === "strong" && !isOrdinaryWord(plain) && !commonCharacters.includes(plain);
  if (/^[市区町村都県府省庁課部局社校会室署所院議係班]長/u.test(plain)) return false;
  if (trust === "fair") {
    if (plain.length > 2 && /[市県都区町村郡駅線山川]$/u.test(plain)) return false;
    return mayBeName(plain) && (plain.length < 4 || isLikeFullName(plain));
  }
  return plain.length <= 6 && !isOrdinaryWord(plain) && (plain.length <= 4 || mayBeName(plain));
}

/** 文字盤色 is not: a word of four kanji begins as a family name, or ends as a given one. */
function isLikeFullName(word: string): boolean {
  return isFamilyName(word.slice(0, 2)) || isFamilyName(word.slice(0, 3)) || endsLikeGivenName(word.slice(2));
}

/**
 * The name that begins at an offset: in kanji, kana or Latin letters, with or without a space. Without honorific or title.
 * Looks no further than a name is long.
 */
export function nameItemAt(text: string, start: number, trust: Trust): NameSpan | undefined {
  return spacedAt(text, start, trust) ?? kanjiAt(text, start, trust) ?? otherScriptAt(text, start, trust);
}

function spacedAt(text: string, start: number, trust: Trust): NameSpan | undefined {
  const found = match(spaced, text, start);
  if (found === null) return undefined;
  const [whole, family, , inKanji, inKana] = found as unknown as [string, string, string, string?, string?];
  const given = withoutFillers(inKanji ?? inKana!);
  const isKana = new RegExp(`^${katakana}`, "u").test(family);
  if (isKana ? isGroupOfPeople(family) || !isGivenName(given) || given.length < 2 : label.test(family))
    return undefined;
  if (label.test(given)) return undefined;
  const plain = withoutFillers(family);
  const hasGiven = isGivenName(given) || (inKanji !== undefined && looksLikeGivenName(given));
  // 水主村 とよ behind a label: what ends as a place does, with a given name in kana.
  const isSpelled = inKana !== undefined && given.length < 5 && !isGroupOfPeople(given) && !isFunctionWord(given);
  const believed =
    isKana ||
    isNameThere(family, "strong") ||
    (hasGiven && !ordinaryWords.has(plain)) ||
    (isSpelled && trust === "strong" && !ordinaryWords.has(plain) && plain.length < 4);
  if (!believed) return undefined;
  if (inKanji !== undefined && !isGivenName(given) && !looksLikeGivenName(given)) {
    if (trust === "fair" || isOrdinaryWord(given)) return undefined;
  }
  if (inKana !== undefined && (isGroupOfPeople(given) || isFunctionWord(given))) return undefined;
  return { start, end: start + whole.length, familyEnd: start + family.length, sure: true };
}

function kanjiAt(text: string, start: number, trust: Trust): NameSpan | undefined {
  const run = match(kanjiRun, text, start)?.[0];
  if (run === undefined) return undefined;
  for (let length = 2; length < Math.min(run.length, 7); length += 1) {
    if (match(atTitle, text, start + length) === null) continue;
    const word = run.slice(0, length);
    if (match(atWordEnd, text, start + length) !== null && isNameThere(word, trust)) return span(length);
    return undefined;
  }
  if (run.length > 6 || match(atWordEnd, text, start + run.length) === null) return undefined;
  return isNameThere(run, trust) ? span(run.length) : undefined;

  function span(length: number): NameSpan {
    const end = start + length;
    return { start, end, ...(length <= 4 ? { familyEnd: end } : {}), sure: true };
  }
}

function otherScriptAt(text: string, start: number, trust: Trust): NameSpan | undefined {
  const word = match(kana, text, start)?.[0];
  if (word !== undefined) {
    // 記者：尾花 聖子、カメラ：…: the next label.
    if (/[:：]/u.test(text[start + word.length] ?? "")) return undefined;
    // 相良、ヨハンソン: one word in a list of names, unless it is borrowed.
    const isOne = !/[・･=＝゠ 　]/u.test(word);
    if (trust === "fair" && isOne && (word.length < 3 || !/^[ァ-ヺー]+$/u.test(word) || !mayBeForeignName(word)))
      return undefined;
    return isGroupOfPeople(word) ? undefined : { start, end: start + word.length, sure: true };
  }
  if (trust === "fair") return undefined;
  const letters = match(initials, text, start)?.[0];
  if (letters !== undefined) return { start, end: start + letters.length, sure: false };
  const words = match(latin, text, start)?.[0];
  // ETC, OWASP: one word in capitals is as often an abbreviation.
  if (words === undefined || !isLatinName(words) || /^[A-Z]{1,6}$/u.test(words)) return undefined;
  return { start, end: start + words.length, sure: true };
}
