import { en } from "./en";
import { ja } from "./ja";
import type { MessageKey, Wording } from "./translator";

/** The assurance as the catalogues have it, and what stays of it. */
const assurances: Record<"ja" | "en", readonly (readonly [said: string, kept: string])[]> = {
  ja: [
    ["何も送らず、文書は変わっていません。", "何も送っていません。"],
    ["文書は変わっていません。", ""],
  ],
  en: [
    ["Nothing was sent and the document is unchanged.", "Nothing was sent."],
    ["The document is unchanged. ", ""],
    [" The document is unchanged.", ""],
  ],
};

/**
 * Errors as they are told where no document is open (a chat, the tab of minutes): without the assurance that it is unchanged,
 * which there only puzzles.
 */
export function errorsWithoutDocument(locale: "ja" | "en"): Wording {
  const catalogue: Record<MessageKey, string> = locale === "en" ? en : ja;
  const errors = (Object.keys(catalogue) as MessageKey[]).filter((key) => key.startsWith("error."));
  return Object.fromEntries(errors.map((key) => [key, withoutAssurance(catalogue[key], locale)]));
}

function withoutAssurance(text: string, locale: "ja" | "en"): string {
  return assurances[locale].reduce((shorter, [said, kept]) => shorter.replace(said, kept), text);
}
