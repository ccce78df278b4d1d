/**
 * Which script a character belongs to. Kept as small predicates over UTF-16 units, because they run on every
 * character of a document; ideographs beyond the BMP are rare enough to be recognised by their surrogates.
 */

/** True for Hiragana. */
export function isHiragana(character: string): boolean {
  return character >= "\u3041" && character <= "\u309f";
}

/** True for Katakana, full or half width, with the long vowel mark. */
export function isKatakana(character: string): boolean {
  return (
    (character >= "\u30a1" && character <= "\u30ff" && character !== "・") ||
    (character >= "\uff66" && character <= "\uff9f")
  );
}

/** True for kanji, the repetition mark 々 and 〇 included. */
export function isKanji(character: string): boolean {
  return (
    (character >= "\u4e00" && character <= "\u9fff") ||
    (character >= "\u3400" && character <= "\u4dbf") ||
    (character >= "\uf900" && character <= "\ufaff") ||
    (character >= "\ud840" && character <= "\ud888") ||
    character === "々" ||
    character === "〇" ||
    character === "ヶ"
  );
}

/** True for a character of Japanese writing, its punctuation included. */
export function isJapanese(character: string): boolean {
  return isHiragana(character) || isKatakana(character) || isKanji(character) || "、。「」『』・ー".includes(character);
}

/** True for a Latin letter of either width. */
export function isLatin(character: string): boolean {
  return (
    (character >= "a" && character <= "z") ||
    (character >= "A" && character <= "Z") ||
    (character >= "\u00c0" && character <= "\u024f") ||
    (character >= "Ａ" && character <= "Ｚ") ||
    (character >= "ａ" && character <= "ｚ")
  );
}

/** True for a decimal digit of either width. */
export function isDigit(character: string): boolean {
  return (character >= "0" && character <= "9") || (character >= "０" && character <= "９");
}

/**
 * Guesses the language of a text from the share of kana and kanji among its letters.
 * A tenth is enough: Japanese documents quote much Latin, English ones hardly ever quote Japanese.
 */
export function guessLanguage(text: string): "ja" | "en" {
  let japanese = 0;
  let latin = 0;
  for (const character of text) {
    if (isHiragana(character) || isKatakana(character) || isKanji(character)) japanese += 1;
    else if (isLatin(character)) latin += 1;
  }
  return japanese > 0 && japanese * 9 >= latin ? "ja" : "en";
}
