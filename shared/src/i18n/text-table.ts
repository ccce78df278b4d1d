import { fillText, numbersOf, type MessageValues } from "./fill-text";
import type { Locale } from "./locale";
import { stretch } from "./pseudo";

/** The texts of a part that few people open: they come with that part, and not with the first load of a pane. */
export interface TextTable<Key extends string> {
  ja: Record<Key, string>;
  en: Record<Key, string>;
}

/** Gives the text of a key of one table; see `fillText`. */
export type TableTranslator<Key extends string> = (key: Key, values?: MessageValues) => string;

/** Makes `t(key, values?)` for a table in a language. */
export function createTableTranslator<Key extends string>(table: TextTable<Key>, locale: Locale): TableTranslator<Key> {
  const numbers = numbersOf(locale);
  const texts = locale === "en" ? table.en : table.ja;
  return (key, values = {}) => fillText(locale === "pseudo" ? stretch(texts[key]) : texts[key], values, numbers);
}
