import type { TextTable } from "@genai-office/shared/i18n";

type DeliveryText =
  | "openReply"
  | "insert"
  | "opening"
  | "opened"
  | "elsewhere"
  | "handed-over"
  | "inserted"
  | "unknownForm"
  | "unknownInsert"
  | "copied"
  | "copyFailed"
  | "unsent"
  | "useCopy";

/** What can be done with a draft of a reply, and what became of it. */
export const deliveryTexts: TextTable<DeliveryText> = {
  ja: {
    openReply: "返信の下書きを開く",
    insert: "本文の先頭に差し込む",
    opening: "返信の画面を開いています",
    opened: "返信の下書きを開きました。送信はご自身で行ってください。",
    elsewhere: "別のメールへの返信として開いたおそれがあります。件名と宛先を確かめ、違うときは破棄してください。",
    "handed-over":
      "長いため、空の返信を開きました。その画面でこのアドインを開くと、下書きを差し込めます（10分以内、1回）。",
    inserted: "本文の先頭に差し込みました。送信はご自身で行ってください。",
    unknownForm: "返信の画面が開いたか確かめられませんでした。開いていなければ、コピーして使ってください。",
    unknownInsert: "差し込めたか確かめられませんでした。本文の先頭を見て、入っていなければ、コピーして使ってください。",
    copied: "コピーしました。",
    copyFailed: "コピーできませんでした。文面を選んで、手で写してください。",
    unsent: "まだ何も書き込んでいません。送信はされません。",
    useCopy: "返信案は「コピー」で使えます。",
  },
  en: {
    openReply: "Open as a reply",
    insert: "Insert at the top",
    opening: "Opening the reply",
    opened: "The draft of the reply is open. Sending it is up to you.",
    elsewhere:
      "It may have opened as a reply to another message. Check its subject and recipients, and discard it if they are wrong.",
    "handed-over":
      "It is long, so an empty reply was opened. Open this add-in there to insert the draft (once, within 10 minutes).",
    inserted: "Inserted at the top of the text. Sending it is up to you.",
    unknownForm: "It is not known whether the reply opened. If it did not, copy the draft.",
    unknownInsert:
      "It is not known whether it was inserted. Look at the top of the text; if it is not there, copy the draft.",
    copied: "Copied.",
    copyFailed: "Could not be copied. Select the text and copy it by hand.",
    unsent: "Nothing has been written yet. Nothing is sent.",
    useCopy: "The draft can still be copied.",
  },
};
