import { createServer, type AddressInfo } from "node:net";
import { rmSync } from "node:fs";
import { ConfigurationError, readConfiguration, startBot, type BotServer } from "@genai-office/teams-bot";
import { openDatabase } from "@genai-office/shared/database";
import { pino } from "pino";
import { openBotDatabase } from "../../support/bot-database";
import { temporaryDatabaseFolder } from "../../support/temporary-database";

const logger = pino({ level: "silent" });

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const health = async (bot: BotServer) => {
  const response = await fetch(`${bot.url}/api/health`);
  return { status: response.status, body: await response.json() };
};

/** A message without words for a model; the connector it names is not there. */
const message = (bot: BotServer, id = "message-1") =>
  fetch(`${bot.url}/api/messages`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({
      type: "message",
      id,
      text: "来年度の予算について教えてください",
      channelId: "msteams",
      serviceUrl: "http://127.0.0.1:9/",
      from: { id: "29:hanako", aadObjectId: "object-hanako" },
      recipient: { id: "28:bot" },
      conversation: { id: "conversation-1", conversationType: "personal", tenantId: "tenant-1" },
    }),
  });

describe("a bot and its database", () => {
  test("that is away: it starts, says so, and acknowledges nothing", async () => {
    const url = `postgresql://bot@127.0.0.1:${await closedPort()}/genai`;
    const bot = await startBot(readConfiguration({ BOT_PORT: "0", DATABASE_URL: url }), { logger });
    try {
      for (let waited = 0; waited < 10_000 && (await health(bot)).status === 200; waited += 50)
        await new Promise((go) => setTimeout(go, 50));
      expect(await health(bot)).toEqual({
        status: 503,
        body: { status: "unavailable", database: "ECONNREFUSED", jobs: 0 },
      });
      const answer = await message(bot);
      expect(answer.status).toBeGreaterThanOrEqual(500);
      expect(await answer.text()).toBe("");
    } finally {
      await bot.stop();
    }
  });

  test("that is there: it says so", async () => {
    const state = await openBotDatabase();
    const configuration = readConfiguration({ BOT_PORT: "0" });
    const bot = await startBot(configuration, { logger, database: state.database });
    expect(await health(bot)).toMatchObject({ status: 200, body: { status: "ok", database: "ok" } });
    await bot.stop();
    // It was lent: whoever opened it goes on with it.
    expect(await state.database.query("select 1 as one")).toEqual([{ one: 1 }]);
    await state.close();
  });

  test("of a newer version, or in the hands of another process: it does not start", async () => {
    const directory = await temporaryDatabaseFolder();
    const configuration = readConfiguration({ BOT_PORT: "0", DATABASE_DIRECTORY: directory });
    const database = await openDatabase(configuration.database);
    await expect(startBot(configuration, { logger })).rejects.toThrow(ConfigurationError);
    await database.query("insert into schema_migrations (number, name, checksum) values (9999, 'later', 'x')");
    await database.close();
    await expect(startBot(configuration, { logger })).rejects.toThrow(/newer version/);
    rmSync(directory, { recursive: true, force: true });
  });
});
