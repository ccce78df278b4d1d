import type { TextTable } from "@genai-office/shared/i18n";

const ja = {
  titleSummarize: "メッセージの要約",
  titleTranslate: "メッセージの翻訳",
  leaves: "下のメッセージが、中継サーバーを通ってモデルに送られます。送る前に機密性を確かめます。",
  length: "長さ",
  length100: "100字",
  length300: "300字",
  bullets: "箇条書き（3項目）",
  direction: "訳す言語",
  auto: "自動（日本語と英語）",
  toEnglish: "英語に",
  toJapanese: "日本語に",
  summarize: "要約する",
  translate: "訳す",
  waiting: "作成しています。少し待って「結果を見る」を押してください。",
  look: "結果を見る",
  insert: "入力欄に差し込む",
  close: "閉じる",
  problem: "作成できませんでした",
  empty: "このメッセージには、文字がありません。",
  summaryOf: "{author}さんのメッセージの要約",
  translationOf: "{author}さんのメッセージの訳文",
  somebody: "差出人不明",
  label: "AIによる下書き（{models}）。内容を確かめてください。",
  between: "、",
  details: "詳細：{code}",
} as const;

export type DialogText = keyof typeof ja;

const en: Record<DialogText, string> = {
  titleSummarize: "Summary of the message",
  titleTranslate: "Translation of the message",
  leaves: "The message below is sent to the model through the relay. Its confidentiality is checked first.",
  length: "Length",
  length100: "100 characters",
  length300: "300 characters",
  bullets: "Three bullet points",
  direction: "Language",
  auto: "Automatic (Japanese and English)",
  toEnglish: "Into English",
  toJapanese: "Into Japanese",
  summarize: "Summarize",
  translate: "Translate",
  waiting: "It is being written. Wait a moment, then press “Show the result”.",
  look: "Show the result",
  insert: "Put it into the message box",
  close: "Close",
  problem: "It could not be written",
  empty: "There are no words in this message.",
  summaryOf: "Summary of a message of {author}",
  translationOf: "Translation of a message of {author}",
  somebody: "an unknown sender",
  label: "AI draft ({models}). Check it before you use it.",
  between: ", ",
  details: "Details: {code}",
};

/** Words of the dialogs of message actions. */
export const dialogTexts: TextTable<DialogText> = { ja, en };
