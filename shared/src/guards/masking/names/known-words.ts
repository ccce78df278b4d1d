import { isDoubtfulName } from "./family-names";
import { isEnglishWord, isLatinName } from "./latin-words";
import type { NameSpan } from "./name-span";
import { ordinaryWords } from "./ordinary-words";
import { withoutFillers } from "./plain-characters";
import { honorifics, titles } from "./titles";

const han = /[\u4e00-\u9fff\u3400-\u4dbf\uf900-\ufaff々\ue000]/u;
const kana = /[ぁ-んァ-ヺー]/u;
const letter = /[\p{L}\p{N}]/u;
/** Kanji that may stand before a name without a space: words of time, offices, duties. */
const before =
  /(?:[日時分頃後前週月年朝晩夜回同元現課室部局係班長官員者人]|担当|主査|主任|補佐|教授|教諭|弁護士|医師)$/u;
const after = new RegExp(`^(?:[様氏殿宛側両宅家邸]|及び|並びに|又は|ほか|他|${titles})`, "u");
/** What says that a word which is a place or a word as well is the person who was named. */
const personBefore = /(?:^|[\s　。、「（(・→：:>○])$/u;
const personAfter = new RegExp(
  `^(?:[はがも]|[:：]|→|${honorifics}|${titles}|に(?:伝|連絡|確認|依頼|相談|報告|聞|渡|頼|説明|指示|対し|よれば|よると)|から(?:の?連絡|の?電話|の?報告|聞|の?説明|の?相談|申|は|も)|の(?:父|母|夫|妻|子|兄|弟|姉|妹|長男|長女|自宅|発言|上司|同僚|意見|申|話|携帯|連絡先|腕|手|顔)|[ 　]*(?:$|[\\r\\n]))`,
  "u",
);
const commonCharacters = "心愛光海空花夢力人手目口声水火木金土月星春夏秋冬大小高一二三上中下正新明実元";

/**
 * Words that are a person's wherever they stand: the full name with and without its space, the family name, the given name. A word
 * that is a place as well (千葉), or has one character, is believed only where the sentence is about a person.
 */
export class KnownWords {
  /** True for the name of somebody with a public office, which the policy keeps. */
  private readonly certain = new Map<string, boolean>();
  private readonly doubtful = new Map<string, boolean>();

  /** @param text in plain characters */
  add(text: string, { start, end, familyEnd }: NameSpan, isPublic: boolean): void {
    const whole = text.slice(start, end);
    const put = (word: string, isGiven = false): void => {
      const plain = withoutFillers(word);
      if (plain === "" || /^[A-Za-z]{1,2}$/u.test(plain)) return;
      if (isGiven && (ordinaryWords.has(plain) || commonCharacters.includes(plain))) return;
      const words = plain.length < 2 || isDoubtfulName(plain) ? this.doubtful : this.certain;
      words.set(word, (words.get(word) ?? true) && isPublic);
    };
    put(whole);
    if (familyEnd !== undefined && familyEnd < end) {
      put(text.slice(start, familyEnd));
      const given = text.slice(familyEnd, end).trimStart();
      put(given, true);
      put(text.slice(start, familyEnd) + given);
    } else if (/^[A-Z\u00c0-\u016a]/u.test(whole)) {
      for (const part of whole.split(/[ ,]+/u)) {
        const isWord = part.length > 2 && /[a-z]/u.test(part);
        if (isWord && part !== whole && !isEnglishWord(part) && isLatinName(part)) put(part, true);
      }
    }
  }

  /** True for a word that is known as that of somebody with a public office only. */
  isPublic(word: string): boolean {
    return (this.certain.get(word) ?? this.doubtful.get(word)) === true;
  }

  /** Where the words stand by themselves. The cost grows with the text, not with the number of words. */
  find(text: string): NameSpan[] {
    const byStart = new Map<string, string[]>();
    for (const word of [...this.certain.keys(), ...this.doubtful.keys()]) {
      const known = byStart.get(word[0]!);
      if (known === undefined) byStart.set(word[0]!, [word]);
      else known.push(word);
    }
    for (const words of byStart.values()) words.sort((a, b) => b.length - a.length);
    const spans: NameSpan[] = [];
    for (let start = 0; start < text.length; start += 1) {
      for (const word of byStart.get(text[start]!) ?? []) {
        const end = start + word.length;
        if (!text.startsWith(word, start) || !standsAlone(text, start, end)) continue;
        const isCertain = this.certain.get(word);
        if (isCertain === undefined && !isAboutPerson(text, start, end)) continue;
        const isPublic = isCertain ?? this.doubtful.get(word);
        spans.push({ start, end, sure: true, ...(isPublic === true ? { public: true } : {}) });
        start = end - 1;
        break;
      }
    }
    return spans;
  }
}

function isAboutPerson(text: string, start: number, end: number): boolean {
  return personBefore.test(text.slice(Math.max(0, start - 1), start)) && personAfter.test(text.slice(end, end + 8));
}

function standsAlone(text: string, start: number, end: number): boolean {
  const previous = text[start - 1] ?? "";
  const next = text[end] ?? "";
  const first = text[start]!;
  if (han.test(first)) {
    if (han.test(previous) && !(end - start > 1 && before.test(text.slice(Math.max(0, start - 3), start))))
      return false;
    return !/[ァ-ヺー]/u.test(next) && !(han.test(next) && !after.test(text.slice(end, end + 6)));
  }
  if (kana.test(first)) {
    if (kana.test(previous) && !(/[ァ-ヺ]/u.test(first) && /[ぁ-ん]/u.test(previous))) return false;
    // 珈琲ルカ is a shop.
    if (
      /[ァ-ヺ]/u.test(first) &&
      han.test(previous) &&
      end - start < 4 &&
      !before.test(text.slice(Math.max(0, start - 3), start))
    )
      return false;
    return !/[ァ-ヺー市]/u.test(next);
  }
  return !letter.test(previous) && !/[A-Za-z0-9@\u00c0-\u024f]/u.test(next);
}
