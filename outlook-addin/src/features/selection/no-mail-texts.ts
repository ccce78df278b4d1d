import type { TextTable } from "@genai-office/shared/i18n";

type NoMailText =
  | "none"
  | "appointment"
  | "unreadable"
  | "document-protected"
  | "document-empty"
  | "document-changed"
  | "timeout"
  | "other";

/** Why there is nothing to work on, and what to do. */
export const noMailTexts: TextTable<NoMailText> = {
  ja: {
    none: "メールが選ばれていません。一覧でメールを選んでください。",
    appointment: "予定や会議の項目では使えません。受信したメールを選んでください。",
    unreadable: "この項目は Outlook から読み取れません。受信したメールを選んでください。",
    "document-protected": "このメールは暗号化や権限管理で保護されているため、読み取れません。何も送っていません。",
    "document-empty": "このメールの本文には文章がありません。",
    "document-changed":
      "表示しているメールを Outlook と確かめられませんでした。読み直しても変わらないときは、この画面を開き直してください。",
    timeout: "Outlook から応答がありません。読み直しても変わらないときは、この画面を開き直してください。",
    other: "メールを読み取れませんでした。読み直しても変わらないときは、この画面を開き直してください。",
  },
  en: {
    none: "No message is selected. Choose one in the list.",
    appointment: "This does not work on appointments and meetings. Choose a received message.",
    unreadable: "Outlook does not let this item be read. Choose a received message.",
    "document-protected": "This message is encrypted or under rights management and cannot be read. Nothing was sent.",
    "document-empty": "This message has no text.",
    "document-changed":
      "Outlook could not confirm the message shown. If reading again does not help, open this pane anew.",
    timeout: "Outlook does not answer. If reading again does not help, open this pane anew.",
    other: "The message could not be read. If reading again does not help, open this pane anew.",
  },
};
