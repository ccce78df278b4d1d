import { connectorBotId, connectorTenant, type ConnectorConversation, type StandingActivity } from "./connector";
import { faultChoices } from "./fault-choices";
import type { RunningTeams } from "./teams-place";

interface Command {
  id?: string;
  title: string;
  description: string;
}

/** What the page draws first; after that it hears of changes. */
export async function chatView({ connector, faults, answered }: RunningTeams, displayName: string): Promise<object> {
  const { commands, messageActions } = await offered(displayName);
  return {
    bot: { id: `28:${connectorBotId}`, name: displayName },
    tenant: connectorTenant,
    people: connector.people,
    conversations: connector.conversations.map(conversationView),
    commands,
    messageActions,
    faults: faultChoices.map(({ id, title, description }) => ({ id, title, description })),
    armed: faults.ids,
    answered: Object.fromEntries(answered),
  };
}

/** Without what the connector's rules keep beside it. */
function conversationView({ id, kind, name, meeting, members, activities }: ConnectorConversation): object {
  return {
    id,
    kind,
    name,
    ...(meeting === undefined ? {} : { meeting }),
    members: members.map((member) => member.id),
    activities: activities.map((activity): StandingActivity => activity),
  };
}

/** Commands and message actions as the Teams package that ships offers them. */
async function offered(displayName: string): Promise<{ commands: Command[]; messageActions: Command[] }> {
  const { defaultSuite, teamsManifest } = await import("@genai-office/manifests");
  const suite = defaultSuite({ origin: "https://localhost", displayName });
  const manifest = teamsManifest({ ...suite, botId: connectorBotId }) as {
    bots: { commandLists: { commands: Command[] }[] }[];
    composeExtensions: { commands: Command[] }[];
  };
  return {
    commands: manifest.bots[0]!.commandLists[0]!.commands,
    messageActions: manifest.composeExtensions[0]!.commands.map(({ id, title, description }) => ({
      ...(id === undefined ? {} : { id }),
      title,
      description,
    })),
  };
}
