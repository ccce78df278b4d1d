import type { TextTable } from "@genai-office/shared/i18n";

type WorkText =
  | "task.thread"
  | "task.reply"
  | "task.translate"
  | "run.thread"
  | "run.reply"
  | "run.translate"
  | "again"
  | "options.thread"
  | "options.reply"
  | "options.translate"
  | "preparing"
  | "running.thread"
  | "running.reply"
  | "running.translate"
  | "send"
  | "heading.thread"
  | "heading.reply"
  | "heading.translate"
  | "parts.leaving"
  | "parts.subject"
  | "parts.body"
  | "parts.bodyQuoted"
  | "parts.quotedMails"
  | "parts.quoted"
  | "parts.files"
  | "parts.change"
  | "unknownSender"
  | "attachments"
  | "intention"
  | "reader"
  | "refresh"
  | "started"
  | "finished"
  | "draft.scope";

/** Texts of the tasks on mails that the pane needs from the beginning. */
export const workTexts: TextTable<WorkText> = {
  ja: {
    "task.thread": "スレッド要約",
    "task.reply": "返信案",
    "task.translate": "翻訳",
    "run.thread": "要点をまとめる",
    "run.reply": "返信案を作る",
    "run.translate": "翻訳する",
    again: "もう一度",
    "options.thread": "設定",
    "options.reply": "設定：{tone}",
    "options.translate": "設定：{direction}",
    preparing: "準備をしています",
    "running.thread": "要点をまとめています",
    "running.reply": "返信案を作っています",
    "running.translate": "翻訳しています",
    send: "この内容で送る",
    "heading.thread": "【AIによる下書き・スレッド要約】{model}",
    "heading.reply": "【AIによる下書き・返信案】{model}（確認のうえ、この行を消してください）",
    "heading.translate": "【AIによる下書き・翻訳】{model}",
    "parts.leaving": "使う部分：{parts}",
    "parts.subject": "件名",
    "parts.body": "本文",
    "parts.bodyQuoted": "本文（引用を含む）",
    "parts.quotedMails": "引用されているメール",
    "parts.quoted": "過去のメール{count}通",
    "parts.files": "添付ファイル名{count}件",
    "parts.change": "変える",
    unknownSender: "差出人不明",
    attachments: "添付：",
    intention: "伝えたいこと",
    reader: "あなたの名前",
    refresh: "読み直す",
    started: "作り始めました。",
    finished: "できました。確認が必要な点は{findings}件です。",
    "draft.scope": "作成中のメール",
  },
  en: {
    "task.thread": "Thread",
    "task.reply": "Reply",
    "task.translate": "Translate",
    "run.thread": "Sum up",
    "run.reply": "Draft a reply",
    "run.translate": "Translate",
    again: "Once more",
    "options.thread": "Settings",
    "options.reply": "Settings: {tone}",
    "options.translate": "Settings: {direction}",
    preparing: "Getting ready",
    "running.thread": "Summing up",
    "running.reply": "Drafting the reply",
    "running.translate": "Translating",
    send: "Send this",
    "heading.thread": "[AI draft: thread summary] {model}",
    "heading.reply": "[AI draft: reply] {model} (check it, then delete this line)",
    "heading.translate": "[AI draft: translation] {model}",
    "parts.leaving": "Used: {parts}",
    "parts.subject": "subject",
    "parts.body": "text",
    "parts.bodyQuoted": "text with what it quotes",
    "parts.quotedMails": "the quoted messages",
    "parts.quoted": "{count} earlier {count|message|messages}",
    "parts.files": "{count} attachment {count|name|names}",
    "parts.change": "Change",
    unknownSender: "unknown sender",
    attachments: "Attached: ",
    intention: "What to say",
    reader: "Your name",
    refresh: "Read again",
    started: "Started.",
    finished: "Finished. Points to check: {findings}.",
    "draft.scope": "Message being written",
  },
};
