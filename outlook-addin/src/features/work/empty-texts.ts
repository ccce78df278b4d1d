import type { TextTable } from "@genai-office/shared/i18n";

type EmptyText = "thread" | "reply" | "translate" | "draft" | "neverSent";

/** What each task is for. */
export const emptyTexts: TextTable<EmptyText> = {
  ja: {
    thread: "誰が何をいつまでに求めているか、決まったこと、残っている点を、引用された過去のメールも含めてまとめます。",
    reply:
      "宛名から署名まで、メールの形の返信案を作ります。相手の質問に一つずつ答え、分からないことは「要確認」とします。",
    translate: "メールを段落ごとに訳し、原文と並べて示します。",
    draft: "引用されているメールへの返信案を作り、本文の先頭に差し込めます。書きかけの文は変えません。",
    neverSent: "送信することはありません。下書きとして開くだけです。",
  },
  en: {
    thread: "Sums up who asks for what by when, what was decided and what is open, quoted messages included.",
    reply: "Drafts a reply from address to signature. Each question is answered, or marked “to be confirmed”.",
    translate: "Translates the message paragraph by paragraph, beside the original.",
    draft: "Drafts a reply to the quoted message, to be inserted at the top. What you have written stays.",
    neverSent: "Nothing is ever sent: a reply is only opened as a draft.",
  },
};
