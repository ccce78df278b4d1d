/** Everything that the packages for Word, Outlook and Teams have in common, and what tells them apart. */
export interface Suite {
  /** Four numbers for Office, of which Teams uses the first three. */
  version: string;
  /** Name of the application, at most 30 characters (Teams). Configuration: 源内's own name is protected. */
  displayName: string;
  provider: string;
  description: { short: string; full: string };
  /** The same for people whose Teams is in English. */
  english: { displayName: string; description: { short: string; full: string } };
  /** Origin that serves the panes, icons and documents, e.g. "https://genai.example.go.jp". No trailing slash. */
  origin: string;
  /** Pages people are sent to for help and terms. */
  pages: { support: string; privacy: string; terms: string };
  /** Identities: never change them once a package was rolled out. */
  ids: { word: string; outlook: string; teams: string };
  /** Application id URI of the bot, by which Teams gives it tokens of people; none are asked for without it. */
  botResource?: string;
  /** Application id of the bot's registration; without one the Teams package holds no bot and is not made. */
  botId: string | undefined;
  word: PaneButton;
  outlook: PaneButton;
  /** Path of the tab below the origin. */
  teams: { page: string };
  accentColor: string;
}

/** The button on the ribbon that opens a pane. */
export interface PaneButton {
  /** Path of the pane below the origin. */
  page: string;
  group: string;
  label: string;
  tooltip: string;
}

/** Edges in pixels of the icons that Office asks for; the folder is served by the relay. */
export const iconSizes = [16, 32, 64, 80, 128] as const;

/** Address of an icon. */
export function iconUrl(suite: Suite, size: (typeof iconSizes)[number]): string {
  return `${suite.origin}/icons/icon-${size}.png`;
}

/** The suite as it is shipped; a ministry sets origin, names and bot id when it makes its packages. */
export function defaultSuite(overrides: Partial<Suite> & Pick<Suite, "origin">): Suite {
  const { origin } = overrides;
  return {
    version: "0.1.0.0",
    displayName: "AIアシスト",
    provider: "genai-office-suite",
    description: {
      short: "GENAI 連携：Word・Outlook・Teams の中で要約・翻訳・返信案・議事録を作ります",
      full: "文書・メール・チャットを離れずに、GENAI で要約、翻訳、返信案と議事録の作成をします。送る前に機密性を確かめ、出力の数字を原文と突き合わせ、書式を崩さずに変更履歴として差し込みます。出力はすべて AI による下書きと表示されます。",
    },
    english: {
      // A name that a ministry gives it is its name in both languages.
      displayName: overrides.displayName ?? "AI Assist",
      description: {
        short: "GENAI in Word, Outlook and Teams: summaries, translation, replies, minutes",
        full: "Summaries, translations, draft replies and minutes by GENAI without leaving the document, mail or chat. Confidentiality is checked before anything is sent, figures are compared with the source, and formatting survives as tracked changes. Everything that is written is labelled as an AI draft.",
      },
    },
    pages: {
      support: `${origin}/help/help.html`,
      privacy: `${origin}/help/help.html#privacy`,
      terms: `${origin}/help/help.html#terms`,
    },
    ids: {
      word: "6f0b5f0e-3d0f-4a52-9a3e-8f3b2a6d1c11",
      outlook: "0b8f6c5a-7c1d-4e0b-8a55-1d2f7e9b4c22",
      teams: "c1d4a7b2-5e3f-4b6a-9c88-2e7d6f5a3b33",
    },
    botId: undefined,
    word: {
      page: "/word/taskpane.html",
      group: "GENAI 連携",
      label: "AIアシスト",
      tooltip: "選択した文章や文書全体を要約し、書式を保ったまま差し込みます。",
    },
    outlook: {
      page: "/outlook/taskpane.html",
      group: "GENAI 連携",
      label: "AIアシスト",
      tooltip: "開いているメールのスレッドを要約し、返信案と訳文を作ります。",
    },
    teams: { page: "/teams/tab.html" },
    accentColor: "#1F3F8F",
    ...overrides,
  };
}
