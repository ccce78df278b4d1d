import { en } from "./en";
import { ja } from "./ja";
import type { Locale } from "./locale";
import { makePseudo } from "./pseudo";

/** Key of a text. */
export type MessageKey = keyof typeof ja;

/** What fills the `{name}` places of a text; numbers are written as the language writes them. */
export type MessageValues = Record<string, string | number>;

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

/**
 * Makes `t(key, values?)` for a language. `{name}` becomes the value, `{name|one|many}` one of two words by the number;
 * a place without a value stays visible as `{name}`, so that the gap is seen.
 * `wording` takes the place of the catalogue's texts where it has one.
 */
export function createTranslator(locale: Locale, wording: Wording = {}): Translator {
  const numbers = new Intl.NumberFormat(locale === "en" ? "en" : "ja");
  const catalogue = { ...catalogueOf(locale), ...wording };
  const translate = (key: MessageKey, values: MessageValues = {}): string =>
    catalogue[key].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return place;
      if (one !== undefined && many !== undefined) return value === 1 ? one : many;
      return typeof value === "number" ? numbers.format(value) : value;
    });
  return Object.assign(translate, { locale });
}
