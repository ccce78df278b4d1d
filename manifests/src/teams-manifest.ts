import type { Suite } from "./suite";

/** Version of Microsoft's schema that the Teams package is written for and checked against. */
export const teamsSchemaVersion = "1.24";

/** Where the bot can be written to; a meeting's chat is a group chat. */
const scopes = ["personal", "groupChat", "team"];

/** What people can pick instead of typing; the bot takes the same words typed (teams-bot/src/conversations). */
const commands = [
  { title: "議事録", description: "会議の文字起こしファイルを添えて送ると、議事録の案を作ります" },
  { title: "要約", description: "続けて貼り付けた文章を要約します" },
  { title: "翻訳", description: "続けて貼り付けた文章を訳します（日本語と英語）" },
  { title: "新しい話題", description: "これまでのやり取りを忘れて、はじめから質問します" },
  { title: "中止", description: "作成中の回答や議事録をやめます" },
];

/** What the menu of a message offers: a dialog, then a card for the box that one writes in. Nothing is posted by itself. */
const messageActions = [
  { id: "summarize", title: "要約", description: "このメッセージを要約します" },
  { id: "translate", title: "翻訳", description: "このメッセージを訳します（日本語と英語）" },
];

/**
 * Teams app manifest: the bot, its message actions, and the tab that shows minutes beside their evidence. No permission to
 * read chats or transcripts is asked for: people hand over what the bot is to work on.
 */
export function teamsManifest(suite: Suite & { botId: string }): Record<string, unknown> {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${teamsSchemaVersion}/MicrosoftTeams.schema.json`,
    manifestVersion: teamsSchemaVersion,
    version: suite.version.split(".").slice(0, 3).join("."),
    id: suite.ids.teams,
    developer: {
      name: suite.provider,
      websiteUrl: suite.pages.support,
      privacyUrl: suite.pages.privacy,
      termsOfUseUrl: suite.pages.terms,
    },
    name: { short: suite.displayName, full: `${suite.displayName}（GENAI 連携）` },
    description: suite.description,
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: suite.accentColor,
    localizationInfo: { defaultLanguageTag: "ja" },
    bots: [
      {
        botId: suite.botId,
        scopes,
        // Transcripts come as files, minutes go as files.
        supportsFiles: true,
        isNotificationOnly: false,
        commandLists: [{ scopes, commands }],
      },
    ],
    composeExtensions: [
      {
        botId: suite.botId,
        commands: messageActions.map((action) => ({
          ...action,
          type: "action",
          context: ["message"],
          fetchTask: true,
        })),
      },
    ],
    staticTabs: [
      {
        entityId: "minutes",
        name: "議事録",
        contentUrl: `${suite.origin}${suite.teams.page}`,
        websiteUrl: `${suite.origin}${suite.teams.page}`,
        scopes: ["personal"],
      },
    ],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [new URL(suite.origin).host],
    ...(suite.botResource === undefined
      ? {}
      : { webApplicationInfo: { id: suite.botId, resource: suite.botResource } }),
  };
}
