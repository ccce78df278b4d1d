import type { Logger, Relay } from "@genai-office/relay";
import type { BotServer } from "@genai-office/teams-bot";
import { ArmedFaults } from "./armed-faults";
import { newChats } from "./chats";
import { people, startConnector, type Connector } from "./connector";
import { openRelayOnLoopback, type LoopbackDoor } from "./relay-on-loopback";

export interface TeamsPlaceOptions {
  relay: Relay;
  /** Where the relay listens, e.g. "https://localhost:8443". */
  paneUrl: string;
  /** Where the page is, e.g. "https://localhost:8444". */
  hostUrl: string;
  /** Name that the bot is called and mentioned by. */
  displayName: string;
  logger: Logger;
}

/** A fake Teams with the real bot in it. */
export interface RunningTeams {
  connector: Connector;
  faults: ArmedFaults;
  /** How people answered what can be answered once, by activity: a thumb, or whether a file was accepted. */
  answered: Map<string, string>;
}

export interface TeamsPlace {
  /** Starts it with the first one who asks, so that who only writes documents does not wait for it. */
  open(): Promise<RunningTeams>;
  stop(): Promise<void>;
}

/** Connector and bot in this process, on ports of loopback of their own. */
export function createTeamsPlace(options: TeamsPlaceOptions): TeamsPlace {
  let started: Promise<Started> | undefined;
  let isStopping = false;
  return {
    open() {
      if (isStopping) return Promise.reject(new Error("the playground is being stopped"));
      started ??= start(options).catch((error: unknown) => {
        // The next visit tries again.
        started = undefined;
        throw error;
      });
      return started.then(({ teams }) => teams);
    },
    async stop() {
      isStopping = true;
      const running = await started?.catch(() => undefined);
      await running?.stop();
    },
  };
}

interface Started {
  teams: RunningTeams;
  stop(): Promise<void>;
}

async function start({ relay, paneUrl, hostUrl, displayName, logger }: TeamsPlaceOptions): Promise<Started> {
  const { database } = relay;
  if (database === undefined) throw new Error("the bot needs the relay's database");
  // The Bot Framework is large: who opens a document does not wait for it.
  const { readConfiguration, startBot } = await import("@genai-office/teams-bot");
  const connector = await startConnector({ botName: displayName, conversations: newChats(people) });
  let door: LoopbackDoor | undefined;
  let bot: BotServer;
  try {
    door = await openRelayOnLoopback(relay, new URL(paneUrl).host);
    const configuration = readConfiguration({ BOT_PORT: "0", RELAY_URL: door.url });
    const jobs = { ...configuration.jobs, tabUrl: `${hostUrl}/teams?job={job}` };
    bot = await startBot({ ...configuration, jobs }, { database, logger });
  } catch (error) {
    await door?.stop();
    await connector.stop();
    throw error;
  }
  connector.connect(`${bot.url}/api/messages`);
  // As when the app is installed: the bot says in each chat what it can do. It can note nothing before the database is open.
  const installed = database
    .query("select 1")
    .then(() => Promise.all(connector.conversations.map(({ id, members }) => connector.install(id, members[0]!))))
    .catch((error: unknown) => logger.warn({ name: (error as Error).name }, "the bot was not added to its chats"));
  return {
    teams: { connector, faults: new ArmedFaults(connector), answered: new Map() },
    async stop() {
      // What the bot still says while it stops, it says to a Teams that is there.
      await bot.stop();
      await connector.stop();
      await installed;
      await door.stop();
    },
  };
}
