import { createContext, useContext } from "react";
import { createTranslator, type Translator } from "../i18n";

/** The language of the pane. */
export const TranslationContext = createContext<Translator>(createTranslator("ja"));

/** `t(key, values?)` in the language of the pane. */
export function useTranslation(): Translator {
  return useContext(TranslationContext);
}
