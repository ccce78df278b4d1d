import { request as httpRequest } from "node:http";
import { startBot, type BotServer } from "@genai-office/teams-bot";
import { pino } from "pino";
import { openBotDatabase, type BotDatabase } from "../../support/bot-database";
import { startChannelService, type ChannelStandIn } from "../../support/channel/channel-service";
import { confusedToken, makeSigningKey, signToken, unsignedToken, type Claims } from "../../support/entra/signing-key";
import { botApplication, otherTenant, testTenant } from "../../support/entra/tenant";

let channel: ChannelStandIn;
let bot: BotServer;
let state: BotDatabase;
const logLines: string[] = [];

beforeAll(async () => {
  state = await openBotDatabase();
  channel = await startChannelService();
  bot = await startBot(
    {
      host: "127.0.0.1",
      port: 0,
      relayUrl: "http://127.0.0.1:9",
      credentials: { appId: botApplication, appPassword: "secret-of-the-bot", tenantId: testTenant },
      tenantIds: [],
      serviceHosts: ["127.0.0.1"],
      relayAccess: undefined,
      channelService: channel.service,
      ...state.settings,
    },
    {
      logger: pino({ level: "trace" }, { write: (line: string) => void logLines.push(line) }),
      database: state.database,
    },
  );
});
afterAll(async () => {
  await bot.stop();
  await state.close();
  await channel.close();
});

/** Nothing is answered to a typing sign, so that no test waits for a post. */
async function send(authorization: string | undefined, change: Record<string, unknown> = {}): Promise<Response> {
  return fetch(`${bot.url}/api/messages`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      ...(authorization === undefined ? {} : { Authorization: authorization }),
    },
    body: JSON.stringify(channel.activity({ type: "typing", ...change })),
  });
}

test("a good token is let in", async () => {
  expect((await send(`Bearer ${channel.token()}`)).status).toBe(200);
});

const foreign = makeSigningKey();
const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;

test.each<[string, () => string | undefined]>([
  ["no token", () => undefined],
  ["an empty header", () => ""],
  ["garbage", () => "Bearer garbage"],
  ["another scheme", () => `Basic ${channel.token()}`],
  ["a cut token", () => `Bearer ${channel.token().slice(0, -10)}`],
  ["another key of the same id", () => `Bearer ${signToken(channel.claims(), foreign, { kid: channel.key.id })}`],
  ["an unknown key", () => `Bearer ${signToken(channel.claims(), foreign)}`],
  ["no signature", () => `Bearer ${unsignedToken(channel.claims(), channel.key)}`],
  ["the public key as a secret", () => `Bearer ${confusedToken(channel.claims(), channel.key)}`],
  ["an end in the past", () => `Bearer ${channel.token({ exp: seconds(-600), nbf: seconds(-4000) })}`],
  ["a beginning in the future", () => `Bearer ${channel.token({ nbf: seconds(3000) })}`],
  ["no end", () => `Bearer ${channel.token({ exp: undefined })}`],
  ["another issuer", () => `Bearer ${channel.token({ iss: "https://evil.example" })}`],
  ["another audience", () => `Bearer ${channel.token({ aud: otherTenant })}`],
  ["another service address", () => `Bearer ${channel.token({ serviceurl: "https://evil.example" })}`],
])("%s is answered with 401 and nothing else", async (_name, authorization) => {
  const response = await send(authorization());
  const headers = [...response.headers.keys()].filter(
    (name) => !["date", "connection", "keep-alive", "content-length", "transfer-encoding"].includes(name),
  );
  expect([response.status, await response.text(), headers]).toEqual([401, "", []]);
});

test("a body that is no activity is not told from a wrong token, and two headers are none", async () => {
  expect((await send(`Bearer ${channel.token()}`, { serviceUrl: undefined })).status).toBe(401);
  const status = await new Promise<number>((resolve, reject) => {
    const { port } = new URL(bot.url);
    const token = `Bearer ${channel.token()}`;
    const headers = ["Host", `127.0.0.1:${port}`, "Authorization", token, "Authorization", token];
    httpRequest({ method: "POST", port, path: "/api/messages", headers }, (response) =>
      resolve(response.resume().statusCode!),
    )
      .on("error", reject)
      .end(JSON.stringify(channel.activity({ type: "typing" })));
  });
  expect(status).toBe(401);
});

test.each<[string, Claims, Record<string, unknown>]>([
  ["another tenant", {}, { conversation: { id: "c", tenantId: otherTenant } }],
  ["no tenant", {}, { conversation: { id: "c" } }],
  [
    "a conversation of ours with another tenant beside it",
    {},
    { conversation: { id: "c", tenantId: testTenant }, channelData: { tenant: { id: otherTenant } } },
  ],
  [
    "a conversation of another tenant with ours beside it",
    {},
    { conversation: { id: "c", tenantId: otherTenant }, channelData: { tenant: { id: testTenant } } },
  ],
  ["a sender of another tenant", {}, { from: { id: "29:guest", aadObjectId: "guest", tenantId: otherTenant } }],
  [
    "a tenant that is no text",
    {},
    { conversation: { id: "c", tenantId: testTenant }, channelData: { tenant: { id: 7 } } },
  ],
  ["another host", { serviceurl: "https://evil.example" }, { serviceUrl: "https://evil.example" }],
  [
    "plain http",
    { serviceurl: "http://smba.trafficmanager.net/jp" },
    { serviceUrl: "http://smba.trafficmanager.net/jp" },
  ],
])("%s with a good token is answered as a wrong token is", async (_name, claims, activity) => {
  const response = await send(`Bearer ${channel.token(claims)}`, activity);
  expect([response.status, await response.text()]).toEqual([401, ""]);
});

test("the log says what was refused, by its kind only", () => {
  const refused = logLines
    .map((line) => JSON.parse(line) as { msg: string; reason?: string })
    .filter(({ reason }) => reason !== undefined);
  expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(["tenant", "service-address"]));
  expect(logLines.join("")).not.toMatch(new RegExp(`${otherTenant}|29:guest`));
});

describe("a body beyond what is taken", () => {
  const large = (bytes: number): string =>
    JSON.stringify(channel.activity({ type: "typing", text: "a".repeat(bytes) }));
  const post = async (authorization: string | undefined, body: string): Promise<[number, string]> => {
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    const response = await fetch(`${bot.url}/api/messages`, { method: "POST", headers, body });
    return [response.status, await response.text()];
  };

  test.each<[string, () => string | undefined]>([
    ["without a token", () => undefined],
    ["with a wrong token", () => `Bearer ${signToken(channel.claims(), foreign)}`],
    ["with a good token", () => `Bearer ${channel.token()}`],
  ])("is not told from a wrong token: %s", async (_name, authorization) => {
    for (const body of [large(300_000), "[]", "{", "", `"${"a".repeat(1_000)}"`])
      expect(await post(authorization(), body)).toEqual([401, ""]);
  });

  test("is not read to its end, however long it is", async () => {
    const sent = await new Promise<number>((resolve, reject) => {
      const { port } = new URL(bot.url);
      let bytes = 0;
      const request = httpRequest({ method: "POST", port, path: "/api/messages", agent: false });
      request.on("close", () => resolve(bytes));
      request.on("error", () => undefined);
      request.on("response", (response) => void response.resume());
      const piece = Buffer.alloc(64 * 1024, "a");
      const write = (): void => {
        while (!request.destroyed && bytes < 256_000_000) {
          bytes += piece.length;
          if (!request.write(piece)) return void request.once("drain", write);
        }
        if (!request.destroyed) reject(new Error("all of it was taken"));
      };
      write();
    });
    expect(sent).toBeLessThan(64_000_000);
  });
});

test("the address of Teams is one of those", async () => {
  const serviceUrl = "https://smba.trafficmanager.net/jp/";
  expect((await send(`Bearer ${channel.token({ serviceurl: serviceUrl })}`, { serviceUrl })).status).toBe(200);
});

test("nothing of a token is logged", () => {
  expect(logLines.join("")).not.toMatch(/eyJ|secret-of-the-bot|evil\.example/);
});
