import type { TextTable } from "@genai-office/shared/i18n";

type PartsText =
  | "label"
  | "subject"
  | "newest"
  | "newestAlone"
  | "quotedMails"
  | "quoted"
  | "file"
  | "oneStays"
  | "names"
  | "namesAndReader"
  | "contents";

/** Texts of the list of parts; they come with it. */
export const partsTexts: TextTable<PartsText> = {
  ja: {
    label: "AIに送る部分",
    subject: "件名",
    newest: "このメールの本文",
    newestAlone: "このメールの本文（必ず使います）",
    quotedMails: "引用されているメール（必ず使います）",
    quoted: "引用されている過去のメール{count}通",
    file: "添付ファイル名：{name}",
    oneStays: "本文と過去のメールは、どちらか一つは使います。",
    names: "差出人の名前と日時も、それぞれの本文に付けて使います。",
    namesAndReader: "差出人の名前と日時、あなたの名前も使います。宛先は使いません。",
    contents: "添付ファイルの中身は使いません。",
  },
  en: {
    label: "Parts sent to the AI",
    subject: "Subject",
    newest: "Text of this message",
    newestAlone: "Text of this message (always used)",
    quotedMails: "Quoted messages (always used)",
    quoted: "{count} earlier {count|message|messages} quoted below",
    file: "Name of attachment: {name}",
    oneStays: "One of the message and the earlier ones is always used.",
    names: "The senders' names and the dates go with their texts.",
    namesAndReader: "The senders' names, the dates and your own name are used as well; recipients are not.",
    contents: "The contents of attachments are not used.",
  },
};
