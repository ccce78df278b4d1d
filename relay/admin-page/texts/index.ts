import { createContext, useContext } from "react";
import { en } from "./en";
import { ja, type Texts } from "./ja";

export type { Texts } from "./ja";
export type PageLocale = "ja" | "en";

export interface Wording {
  texts: Texts;
  locale: PageLocale;
}

export function wordingOf(locale: PageLocale): Wording {
  return { texts: locale === "ja" ? ja : en, locale };
}

export const WordingContext = createContext<Wording>(wordingOf("ja"));

/** The words of the page, and the language that dates and numbers are written in. */
export function useWording(): Wording {
  return useContext(WordingContext);
}
