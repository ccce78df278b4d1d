/** Capitals and small letters of names in Roman letters; long vowels of Japanese (Ō, ū) are among them. */
const capital = "[A-Z\\u00c0-\\u00d6\\u00d8-\\u00de\\u0100\\u0112\\u012a\\u014c\\u016a]";
const small = "[a-z\\u00df-\\u00f6\\u00f8-\\u024f]";
const joined = `(?:[-'’][A-Za-z\\u00c0-\\u024f]${small}+)*`;

/** One word of a name: Taro, O'Brien, Shun'ichi, Fujiwara-Bennett, McDonald, KAJITA, MIN-JAE. */
export const latinWord = `${capital}(?:['’][A-Z])?(?:${small}+(?:[A-Z]${small}+)?${joined}|${capital}+(?:-${capital}+)*|${joined})`;
export const initial = "[A-Z]\\.(?= )";
export const particle = "(?:van|von|de|da|di|del|della|der|den|la|le|bin|al|dos|du)";
/** One to four words. */
export const latinName = `(?:${initial}|${latinWord})(?: (?:${particle} ){0,2}(?:${initial}|${latinWord})){0,3}`;
/** A word begins here. */
export const latinBefore = "(?<![A-Za-z0-9\\u00c0-\\u024f@._-])";
