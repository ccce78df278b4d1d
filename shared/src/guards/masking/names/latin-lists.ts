import { latinBefore, latinName, latinWord } from "./latin-patterns";
import { isEnglishWord, isLatinName } from "./latin-words";
import { isRomanFamilyName, isRomanGivenName, isRomanPlace, readsAsJapanese } from "./romaji";

const courtesy = "(?:(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor)\\.?(?: Emeritus)? )?";
const list = new RegExp(
  `(?:Present|In attendance|Attendees?|Attending|Participants?|Apologies|Absent|Members?|Delegates?|Interpreters?|Chair(?:person)?|Secretary|Rapporteur|Speakers?|Panell?ists?|Minutes (?:taken )?by|(?:[Oo]n behalf|[Aa]t the request) of|[Pp]repared by|[Ii]nterpreter|当方|先方|参加者?|出席者?)(?:[ ]?(?:from|on)[^:：\\n]{0,24})?(?:[ ]?[:：]|(?<=by|of))[ ]{0,2}`,
  "gu",
);
const item = new RegExp(`${courtesy}(${latinName})(?![A-Za-z0-9@])`, "uy");
const next = /(?: ?[(（][^()（）\n]{0,40}[)）])?(?:[,;、]? and |[,;、・] ?)/uy;
/** Park, Ji-hoon　00:03:20: who speaks in a transcript. */
const speaker = new RegExp(
  `(?<=^|[\\r\\n])[ \\t]*(?:<v )?(${latinName}(?:, ${latinWord})?)(?=[ 　\\t]{1,4}[(（\\[]?[0-9]{1,2}:[0-9]{2}|>)`,
  "gu",
);
/** LEE MIN-JAE　国籍：…: a line of a register. */
const register = new RegExp(
  `(?<=(?:^|[\\r\\n])[ 　]{0,8}(?:No\\.?[0-9]{1,3}|[0-9]{1,3}[.)]?)?[ 　]{0,8})(${latinName})(?=[ 　\\t]+(?:国籍|旅券|生年月日|性別|在留|部屋|所属))`,
  "gu",
);
/** Yabuki had already paid: a family name alone as who does something, or is asked. */
const acting = new RegExp(
  `${latinBefore}(${latinWord})(?= (?:will|has|had|is|was|said|says|asked|reported|told|confirmed|agreed|noted|explained|joined|sent|replied|mentioned|would|can|could|to (?:circulate|send|check|confirm|prepare|follow))\\b|['’]s |: )`,
  "gu",
);
const speaks = /^ (?:said|says|asked|told|replied|mentioned|joined|had already|reported)\b/u;
const mostItems = 60;

/** Names in Roman letters in lists of people, in front of what they say, and alone where a sentence is about a person. */
export function findLatinLists(text: string, add: (start: number, words: string) => void): void {
  for (const match of text.matchAll(list)) {
    let offset = match.index + match[0].length;
    for (let count = 0; count < mostItems; count += 1) {
      item.lastIndex = offset;
      const found = item.exec(text);
      if (found === null || !isLatinName(found[1]!)) break;
      add(offset + found[0].length - found[1]!.length, found[1]!);
      next.lastIndex = offset + found[0].length;
      const length = next.exec(text)?.[0].length;
      if (length === undefined) break;
      offset += found[0].length + length;
    }
  }
  for (const pattern of [speaker, register]) {
    for (const match of text.matchAll(pattern)) {
      if (isLatinName(match[1]!.replace(",", ""))) add(match.index + match[0].indexOf(match[1]!), match[1]!);
    }
  }
  for (const match of text.matchAll(acting)) {
    const word = match[1]!;
    const known =
      isRomanFamilyName(word) ||
      isRomanGivenName(word) ||
      (word.length > 4 && speaks.test(text.slice(match.index + word.length, match.index + word.length + 14)));
    if (known && !isRomanPlace(word) && !isEnglishWord(word) && readsAsJapanese(word)) add(match.index, word);
  }
}
