import { latinBefore, latinWord } from "./latin-patterns";
import { isEnglishWord, isLatinName, latinGivenNames } from "./latin-words";
import { isRomanFamilyName, isRomanGivenName, isRomanPlace, readsAsJapanese } from "./romaji";

/** YAMADA Taro, Taro YAMADA, Taro Yamada */
const pair = new RegExp(`${latinBefore}(${latinWord}),?[ ](${latinWord})(?![A-Za-z0-9@\\u00c0-\\u024f'’-])`, "gu");

/** Taro B. Winslow */
const withInitial = new RegExp(`${latinBefore}(${latinWord}) (?:[A-Z]\\. ){1,2}(${latinWord})(?![A-Za-z0-9@])`, "gu");

/** Full names of two words, Japanese or English, wherever they stand. */
export function findLatinPairs(text: string, add: (start: number, words: string) => void): void {
  for (const match of text.matchAll(withInitial)) {
    if (isLatinGivenName(match[1]!) && isLatinName(match[2]!)) add(match.index, match[0]);
  }
  const isOtherLanguage = (text.match(otherLanguage)?.length ?? 0) > 2;
  pair.lastIndex = 0;
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const [whole, first, second] = match as unknown as [string, string, string];
    // Tsuruga, Fukui: a comma parts a family name from its given name only where one of them is in capitals.
    const isParted = whole.includes(",") && first !== first.toUpperCase();
    const isPlace =
      /^[ ](?:Prefecture|City|Station|Ward|Town|Village|Island|Bay|Airport|Park|River|Temple|Shrine)/u.test(
        text.slice(match.index + whole.length, match.index + whole.length + 12),
      );
    const isKnown =
      isFullName(first, second) ||
      (!isOtherLanguage && (hasAccent(first) || hasAccent(second))) ||
      bothReadAsJapanese(first, second);
    if (!isParted && !isPlace && isLatinName(`${first} ${second}`) && isKnown) add(match.index, whole);
    // The second word may be the first of the next name.
    else pair.lastIndex = match.index + whole.length - second.length;
  }
}

function isFullName(first: string, second: string): boolean {
  if (first.includes("-") || second.includes("-")) {
    // Fujiwara-Bennett: one half that is known is enough.
    const [ones, others] = [first.split("-"), second.split("-")];
    if (ones.some((one) => others.some((other) => isFullName(one, other)))) return true;
    return isLatinGivenName(first) && isLatinGivenName(second);
  }
  const capitals = (one: string): boolean => one.length >= 2 && one === one.toUpperCase();
  if (isRomanGivenName(first) && (isRomanFamilyName(second) || (readsAsJapanese(second) && second.length >= 4)))
    return true;
  if (isRomanGivenName(second) && isRomanFamilyName(first)) return true;
  if (isRomanFamilyName(first) && !isRomanPlace(first) && readsAsJapanese(second)) return !isRomanPlace(second);
  if (isRomanFamilyName(second) && !isRomanPlace(second) && readsAsJapanese(first)) return !isRomanPlace(first);
  if (capitals(first) !== capitals(second) && readsAsJapanese(first) && readsAsJapanese(second)) {
    // One word in capitals marks the family name: HIGUCHI Daichi.
    return first.length >= 3 && second.length >= 3;
  }
  return latinGivenNames.has(first.toLowerCase()) && !capitals(second) && second.length >= 2;
}

function plainLetters(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** English has no such letters, so that a word with one beside another is a name: of a person, or of one of few places and firms. */
function hasAccent(word: string): boolean {
  return /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0110-\u017f]/u.test(word) && !accentedPlace.test(word);
}

/** Small words of German, French and Spanish, where letters with accents are in any word. */
const otherLanguage = /(?<![\p{L}])(?:der|das|und|ist|nicht|für|les|des|est|que|los|las|pour|una)(?![\p{L}])/giu;

const accentedPlace =
  /^(?:Panamá|México|Perú|São|Côte|Zürich|Düsseldorf|Köln|München|Malmö|Málaga|Québec|Bogotá|Brasília|Curaçao|Réunion|Medellín|Nestlé|Pokémon|Café|Citroën|Médecins|École|Société|Université|Hôtel|Åland|Tromsø|Århus)$/u;

/** Hepburn writes shi, chi, tsu, fu, ji: Apache Tika is nobody. */
const notHepburn = /ti|tu|si|(?<![sc])hu|zi|di|du|la|ca|ch[^aiou]/iu;

/** Minegishi Kaoru, Junpei Aramaki: no list has them, but both read as Japanese and one of them is long enough to be no accident. */
function bothReadAsJapanese(first: string, second: string): boolean {
  const words = [first, second];
  return (
    words.every(
      (one) =>
        one.length >= 3 && readsAsJapanese(one) && !notHepburn.test(one) && !isRomanPlace(one) && !isEnglishWord(one),
    ) && words.some((one) => one.length >= 6 || isRomanGivenName(one) || isRomanFamilyName(one))
  );
}

function isLatinGivenName(word: string): boolean {
  return latinGivenNames.has(plainLetters(word)) || isRomanGivenName(word);
}
