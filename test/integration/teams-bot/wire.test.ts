import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { readConfiguration, startBot, ConfigurationError, type BotServer } from "@genai-office/teams-bot";
import { createRelay, defaultModelsFile, readModelsFile, relayDefaults } from "@genai-office/relay";
import { pino } from "pino";
import { openBotDatabase, type BotDatabase } from "../../support/bot-database";

interface Received {
  method: string;
  path: string;
  body: { type?: string; text?: string; entities?: Record<string, unknown>[] };
  at: number;
}

/** A connector of our own: takes what the bot posts, as the Bot Framework's would. */
async function startConnector() {
  const received: Received[] = [];
  let notify: () => void = () => undefined;
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push({
        method: request.method ?? "",
        path: request.url ?? "",
        body: JSON.parse(Buffer.concat(parts).toString("utf8")) as Received["body"],
        at: performance.now(),
      });
      response.writeHead(201, { "Content-Type": "application/json" }).end('{"id":"posted-1"}');
      notify();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    /** The first of what was received that says so. */
    async saying(words: RegExp): Promise<Received> {
      for (;;) {
        const found = received.find(({ body }) => words.test(body.text ?? ""));
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => (notify = resolve));
      }
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const article =
  "令和7年度の窓口調査では、全国1,718団体のうち1,204団体から回答を得た。回答率は70.1％である。" +
  "オンライン申請を導入済みの団体は892団体であり、前年度から13.5ポイント増えた。" +
  "一方、職員数5人以下の団体では導入が進んでおらず、財政支援と共同調達が課題として挙げられた。";

describe("the bot on the wire", () => {
  let connector: Awaited<ReturnType<typeof startConnector>>;
  let relay: ReturnType<typeof createRelay>;
  let bot: BotServer;
  let state: BotDatabase;

  beforeAll(async () => {
    state = await openBotDatabase();
  });
  afterAll(() => state.close());

  beforeEach(async () => {
    connector = await startConnector();
    relay = createRelay({
      ...relayDefaults,
      port: 0,
      logLevel: "silent",
      catalogue: readModelsFile(defaultModelsFile),
    });
    const { port } = await relay.start();
    bot = await startBot(readConfiguration({ BOT_PORT: "0", RELAY_URL: `http://127.0.0.1:${port}` }), {
      logger: pino({ level: "silent" }),
      database: state.database,
    });
  });

  afterEach(async () => {
    await bot.stop();
    await relay.stop();
    await connector.stop();
  });

  let messages = 0;
  const send = (text: string, locale = "ja-JP") =>
    fetch(`${bot.url}/api/messages`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        type: "message",
        id: `message-${++messages}`,
        text,
        locale,
        channelId: "msteams",
        serviceUrl: connector.url,
        from: { id: "29:user" },
        recipient: { id: "28:bot" },
        conversation: { id: `conversation-${messages}` },
      }),
    });

  it("acknowledges, then puts a labelled summary whose sentences are the source's in the place of what it said first", async () => {
    const reply = await send(`要約：${article}`);
    expect(reply.status).toBe(200);
    const first = await connector.saying(/受け付けました/);
    expect(first).toMatchObject({ method: "POST", body: { type: "message" } });
    expect(first.path).toMatch(/^\/v3\/conversations\/conversation-\d+\/activities/);
    const answer = await connector.saying(/AIによる下書き/);
    expect(answer.method).toBe("PUT");
    expect(answer.path).toMatch(/\/activities\/posted-1$/);
    expect(answer.body.text).toMatch(/1,204団体|892団体|共同調達/);
    // botbuilder drops this entity unless it is repaired.
    expect(answer.body.entities).toEqual([
      expect.objectContaining({ type: "https://schema.org/Message", additionalType: ["AIGeneratedContent"] }),
    ]);
  });

  it("explains itself when there is nothing to summarize, without a label", async () => {
    await send("要約して");
    const said = await connector.saying(/貼り付け/);
    expect(said.body.entities ?? []).toEqual([]);
  });

  it("lets nothing of 機密性3 out and says why", async () => {
    await send(`要約\n機密性3情報\n${article}`);
    const said = await connector.saying(/confidentiality-blocked/);
    expect(said.body.text).not.toContain("1,204");
  });

  it("carries the mark of a message into its answer", async () => {
    await send(`要約\n機密性2情報（関係者限り）\n${article}`);
    const said = await connector.saying(/AIによる下書き/);
    expect(said.body.text).toMatch(/^\*\*機密性2情報・関係者限り\*\*\n/);
  });

  it("says soon that the relay is out of reach", async () => {
    await relay.stop();
    await send("公文書とは何ですか。");
    await connector.saying(/connection-failed|unavailable/);
  });

  it.each([
    ["no JSON", "{"],
    ["a list", "[]"],
    ["nothing", ""],
  ])("answers 400 to %s", async (_name, body) => {
    const reply = await fetch(`${bot.url}/api/messages`, { method: "POST", body });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toBe("");
  });
});

describe("configuration of the bot", () => {
  it.each([
    ["another address than loopback", { BOT_HOST: "0.0.0.0" }],
    ["production", { NODE_ENV: "production" }],
    ["a port that is none", { BOT_PORT: "seven" }],
    ["an app id without its secret", { MICROSOFT_APP_ID: "x" }],
  ])("refuses %s without what it needs", (_name, environment) => {
    expect(() => readConfiguration(environment)).toThrow(ConfigurationError);
  });
});
