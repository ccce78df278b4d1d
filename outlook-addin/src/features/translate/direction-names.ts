import type { TextTable } from "@genai-office/shared/i18n";
import type { Direction } from "./translate-kind";

/** The directions in a word, for the folded options. */
export const directionNames: TextTable<Direction> = {
  ja: { automatic: "自動", ja: "日本語へ", en: "英語へ" },
  en: { automatic: "automatic", ja: "to Japanese", en: "to English" },
};
