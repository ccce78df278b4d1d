import type { TextTable } from "@genai-office/shared/i18n";

type DraftText = "title" | "about" | "textLabel" | "insert" | "close";

/** Texts of a draft that was left for the message that is being written. */
export const draftTexts: TextTable<DraftText> = {
  ja: {
    title: "受け取った返信案",
    about: "受信メールの画面で作った返信案です。差し込むまで、本文は変わりません。",
    textLabel: "返信案の文面",
    insert: "下書きを差し込む",
    close: "閉じる",
  },
  en: {
    title: "Draft received",
    about: "It was made beside the message you answer. The text stays as it is until you insert the draft.",
    textLabel: "Text of the draft",
    insert: "Insert the draft",
    close: "Close",
  },
};
