import type { Suite } from "./suite";

/** Version of Microsoft's schema that the Teams package is written for and checked against. */
export const teamsSchemaVersion = "1.24";

/** Teams app manifest with the bot. The tab and the message actions come with the pages behind them. */
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
        scopes: ["personal"],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          {
            scopes: ["personal"],
            commands: [{ title: "要約", description: "続けて貼り付けた文章を要約します" }],
          },
        ],
      },
    ],
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [new URL(suite.origin).host],
    ...(suite.botResource === undefined
      ? {}
      : { webApplicationInfo: { id: suite.botId, resource: suite.botResource } }),
  };
}
