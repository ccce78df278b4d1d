import type { Suite } from "./suite";

/** What people read of the Teams package in one language. */
export interface TeamsTexts {
  name: { short: string; full: string };
  description: { short: string; full: string };
  /** What people can pick instead of typing; the bot takes the same words typed (teams-bot/src/conversations/commands). */
  commands: readonly { title: string; description: string }[];
  /** What the menu of a message offers. */
  messageActions: Readonly<Record<"summarize" | "translate", { title: string; description: string }>>;
  tab: string;
}

/** The language of the manifest itself. */
export function japaneseTexts({ displayName, description }: Suite): TeamsTexts {
  return {
    name: { short: displayName, full: `${displayName}（GENAI 連携）` },
    description,
    commands: [
      { title: "議事録", description: "会議の文字起こしファイルを添えて送ると、議事録の案を作ります" },
      { title: "要約", description: "続けて貼り付けた文章を要約します" },
      { title: "翻訳", description: "続けて貼り付けた文章を訳します（日本語と英語）" },
      { title: "新しい話題", description: "これまでのやり取りを忘れて、はじめから質問します" },
      { title: "中止", description: "作成中の回答や議事録をやめます" },
    ],
    messageActions: {
      summarize: { title: "要約", description: "このメッセージを要約します" },
      translate: { title: "翻訳", description: "このメッセージを訳します（日本語と英語）" },
    },
    tab: "議事録",
  };
}

/** The file of the package for people whose Teams is in English; in the order of the Japanese texts. */
export function englishTexts({ english }: Suite): TeamsTexts {
  const { displayName, description } = english;
  return {
    name: { short: displayName, full: `${displayName} (connected to GENAI)` },
    description,
    commands: [
      { title: "Minutes", description: "Drafts minutes from the transcript of a meeting that you attach" },
      { title: "Summarize", description: "Summarizes the text behind it" },
      { title: "Translate", description: "Translates the text behind it (Japanese and English)" },
      { title: "New topic", description: "Forgets what was said here, for a new question" },
      { title: "Stop", description: "Ends the answer or the minutes that are being written" },
    ],
    messageActions: {
      summarize: { title: "Summarize", description: "Summarizes this message" },
      translate: { title: "Translate", description: "Translates this message (Japanese and English)" },
    },
    tab: "Minutes",
  };
}
