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

/** What is said of the document that is open, and what helps with a file or a text that was sent. */
const ofFiles: Record<"ja" | "en", Partial<Record<MessageKey, string>>> = {
  ja: {
    "error.document-empty": "文章が入っていません。ファイルの中身を確かめて、もう一度お送りください。",
    "error.document-unsupported":
      "このファイルは読み取れない形です。壊れていないかを確かめ、アプリで開いて保存し直してから、もう一度お送りください。",
    "error.input-too-large": "文章が長すぎて一度に扱えませんでした。短く分けて、もう一度お送りください。",
    "error.source-empty": "要約する文章がありません。文章かファイルを添えて、もう一度お送りください。",
  },
  en: {
    "error.document-empty": "There is no text in it. Please check the file and send it again.",
    "error.document-unsupported":
      "This file has a form that cannot be read. Please check that it is not damaged, save it anew and send it again.",
    "error.input-too-large": "The text is too long to be handled at once. Please send it in shorter parts.",
    "error.source-empty": "There is no text to summarize. Please send it again with a text or a file.",
  },
};

/**
 * Errors as they are told where no document is open (a chat, the tab of minutes): without the assurance that it is unchanged,
 * and without advice on what to select or type in it, which there only puzzle.
 */
export function errorsWithoutDocument(locale: "ja" | "en"): Wording {
  const catalogue: Record<MessageKey, string> = locale === "en" ? en : ja;
  const errors = (Object.keys(catalogue) as MessageKey[]).filter((key) => key.startsWith("error."));
  return Object.fromEntries(
    errors.map((key) => [key, ofFiles[locale][key] ?? withoutAssurance(catalogue[key], locale)]),
  );
}

function withoutAssurance(text: string, locale: "ja" | "en"): string {
  return assurances[locale].reduce((shorter, [said, kept]) => shorter.replace(said, kept), text);
}
