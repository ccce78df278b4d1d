import { rmSync } from "node:fs";
import { pino } from "pino";
import { startBot, readConfiguration, type BotServer } from "@genai-office/teams-bot";
import { startConnector, type Connector, type StandingActivity } from "../../../../playground/src/teams/connector";
import { startModelServer, type ModelServer, type Reply } from "../../../support/model-server";
import { temporaryDatabaseFolder } from "../../../support/temporary-database";
import { startRelay, type RelayUnderTest } from "../../relay/relay-under-test";

/** A bot with its relay and a model, in a Teams of our own. */
export interface ConversationBench {
  connector: Connector;
  upstream: ModelServer;
  relay: RelayUnderTest;
  bot: BotServer;
  logLines: string[];
  /** What the bot has said in a conversation as soon as `ready` holds for it. */
  until(
    conversation: string,
    ready: (said: readonly StandingActivity[]) => boolean,
  ): Promise<readonly StandingActivity[]>;
  stop(): Promise<void>;
}

const longestMs = 20_000;

export async function startBench(reply: Reply): Promise<ConversationBench> {
  const directory = await temporaryDatabaseFolder();
  const upstream = await startModelServer(reply);
  // As in the playground, one process holds relay and bot, and one database.
  const relay = await startRelay({
    upstreamUrl: upstream.url,
    card: { clearance: "2", region: "jp" },
    database: { kind: "embedded", directory },
  });
  const connector = await startConnector({ rateLimits: false });
  const logLines: string[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => void logLines.push(line) });
  const configuration = readConfiguration({ BOT_PORT: "0", RELAY_URL: relay.origin });
  const bot = await startBot(configuration, { logger, database: relay.relay.database! });
  connector.connect(`${bot.url}/api/messages`);
  return {
    connector,
    upstream,
    relay,
    bot,
    logLines,
    until: (conversation, ready) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const said = connector.botActivities(conversation);
          if (!ready(said)) return;
          clearTimeout(timer);
          stop();
          resolve(said);
        };
        const stop = connector.subscribe(look);
        const timer = setTimeout(() => {
          stop();
          const said = connector
            .botActivities(conversation)
            .map(({ activity, streaming }) => [activity.type, streaming, activity.text]);
          reject(new Error(`not said in time; so far: ${JSON.stringify(said)}; ${logLines.slice(-5).join("")}`));
        }, longestMs);
        look();
      }),
    async stop() {
      await bot.stop();
      await relay.relay.stop();
      await Promise.all([upstream.close(), connector.stop()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
