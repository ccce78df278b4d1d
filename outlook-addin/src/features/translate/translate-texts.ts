import type { TextTable } from "@genai-office/shared/i18n";

type TranslateText =
  | "title"
  | "source"
  | "translation"
  | "missing"
  | "facts"
  | "factsNone"
  | "factsMissing"
  | "direction"
  | "direction.automatic"
  | "direction.ja"
  | "direction.en";

/** Texts of 翻訳; they come with it. */
export const translateTexts: TextTable<TranslateText> = {
  ja: {
    title: "翻訳の結果",
    source: "原文",
    translation: "訳文",
    missing: "（訳せませんでした）",
    facts: "確認が必要な点：{findings}件",
    factsNone: "数字などの食い違いは見つかりませんでした",
    factsMissing: "（訳せなかった段落：{count}件）",
    direction: "訳す方向",
    "direction.automatic": "メールの言語に合わせる",
    "direction.ja": "英語から日本語へ",
    "direction.en": "日本語から英語へ",
  },
  en: {
    title: "Translation",
    source: "Original",
    translation: "Translation",
    missing: "(not translated)",
    facts: "Points to check: {findings}",
    factsNone: "No differing figures were found",
    factsMissing: " (paragraphs without a translation: {count})",
    direction: "Direction",
    "direction.automatic": "By the language of the message",
    "direction.ja": "English to Japanese",
    "direction.en": "Japanese to English",
  },
};
