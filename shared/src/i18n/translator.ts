import { en } from "./en";
import { fillText, numbersOf, type MessageValues } from "./fill-text";
import { ja } from "./ja";
import type { Locale } from "./locale";
import { makePseudo } from "./pseudo";

/** Key of a text. */
export type MessageKey = keyof typeof ja;

/** Texts that a front end words differently: a mail is no document. */
export type Wording = Partial<Record<MessageKey, string>>;

/** Gives the text of a key in one language. */
export interface Translator {
  (key: MessageKey, values?: MessageValues): string;
  locale: Locale;
}

function catalogueOf(locale: Locale): Record<MessageKey, string> {
  if (locale === "pseudo") return makePseudo();
  return locale === "en" ? en : ja;
}

/** True when a key that was put together at run time (`finding.<code>`) has a text. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(ja, key);
}

/** Makes `t(key, values?)` for a language; see `fillText`. `wording` takes the place of the catalogue's texts where it has one. */
export function createTranslator(locale: Locale, wording: Wording = {}): Translator {
  const numbers = numbersOf(locale);
  const catalogue = { ...catalogueOf(locale), ...wording };
  const translate = (key: MessageKey, values: MessageValues = {}): string => fillText(catalogue[key], values, numbers);
  return Object.assign(translate, { locale });
}
