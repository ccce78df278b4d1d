import { teamsSchemaVersion } from "./teams-schema-version";
import type { TeamsTexts } from "./teams-texts";

/**
 * A language file of a Teams package: the texts of the manifest by the path at which they stand there (Teams documentation,
 * "Localize your app"; MicrosoftTeams.Localization.schema.json).
 */
export function teamsLanguageFile(texts: TeamsTexts): Record<string, string> {
  const { name, description, commands, messageActions, tab } = texts;
  const listed = (path: string, entries: readonly { title: string; description: string }[]): [string, string][] =>
    entries.flatMap((entry, index) => [
      [`${path}[${index}].title`, entry.title],
      [`${path}[${index}].description`, entry.description],
    ]);
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${teamsSchemaVersion}/MicrosoftTeams.Localization.schema.json`,
    "name.short": name.short,
    "name.full": name.full,
    "description.short": description.short,
    "description.full": description.full,
    ...Object.fromEntries([
      ...listed("bots[0].commandLists[0].commands", commands),
      ...listed("composeExtensions[0].commands", [messageActions.summarize, messageActions.translate]),
    ]),
    "staticTabs[0].name": tab,
  };
}
