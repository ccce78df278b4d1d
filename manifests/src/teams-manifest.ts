import type { Suite } from "./suite";
import { teamsSchemaVersion } from "./teams-schema-version";
import { japaneseTexts } from "./teams-texts";

/** Where the bot can be written to; a meeting's chat is a group chat. */
const scopes = ["personal", "groupChat", "team"];

/** Languages beside that of the manifest, with their files in the package. */
export const teamsLanguageFiles = [{ languageTag: "en", file: "en.json" }] as const;

/**
 * Teams app manifest in Japanese: the bot, its message actions (a dialog, then a card for the box that one writes in; nothing is
 * posted by itself), and the tab that shows minutes beside their evidence. No permission to
 * read chats or transcripts is asked for: people hand over what the bot is to work on.
 */
export function teamsManifest(suite: Suite & { botId: string }): Record<string, unknown> {
  const { name, description, commands, messageActions, tab } = japaneseTexts(suite);
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
    name,
    description,
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: suite.accentColor,
    localizationInfo: { defaultLanguageTag: "ja", additionalLanguages: teamsLanguageFiles },
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
        commands: Object.entries(messageActions).map(([id, texts]) => ({
          id,
          ...texts,
          type: "action",
          context: ["message"],
          fetchTask: true,
        })),
      },
    ],
    staticTabs: [
      {
        entityId: "minutes",
        name: tab,
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
