import type { TextTable } from "@genai-office/shared/i18n";

type PartsText = "label" | "subject" | "newest" | "quotedMails" | "quoted" | "file" | "contents";

/** Texts of the list of parts; they come with it. */
export const partsTexts: TextTable<PartsText> = {
  ja: {
    label: "AIに送る部分",
    subject: "件名",
    newest: "このメールの本文（必ず使います）",
    quotedMails: "引用されているメール（必ず使います）",
    quoted: "引用されている過去のメール{count}通",
    file: "添付ファイル名：{name}",
    contents: "添付ファイルの中身は送りません。",
  },
  en: {
    label: "Parts sent to the AI",
    subject: "Subject",
    newest: "Text of this message (always used)",
    quotedMails: "Quoted messages (always used)",
    quoted: "{count} earlier {count|message|messages} quoted below",
    file: "Name of attachment: {name}",
    contents: "The contents of attachments are not sent.",
  },
};
