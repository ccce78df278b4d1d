import { startBot } from "@genai-office/teams-bot";
import { pino } from "pino";
import { openBotDatabase } from "../../support/bot-database";
import { startChannelService } from "../../support/channel/channel-service";
import { confusedToken, makeSigningKey, signToken, unsignedToken } from "../../support/entra/signing-key";
import { botApplication, botSecret, otherTenant, testTenant } from "../../support/entra/tenant";
import type { AuthCase, AuthTarget } from "./send-case";

const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;

/** A registered bot, and tokens of the service between Teams and bots. */
export async function openBotTarget(): Promise<AuthTarget> {
  const state = await openBotDatabase();
  const channel = await startChannelService();
  const bot = await startBot(
    {
      host: "127.0.0.1",
      port: 0,
      relayUrl: "http://127.0.0.1:9",
      credentials: { appId: botApplication, appPassword: botSecret, tenantId: testTenant },
      tenantIds: [],
      serviceHosts: ["127.0.0.1"],
      relayAccess: undefined,
      channelService: channel.service,
      ...state.settings,
    },
    { logger: pino({ level: "silent" }), database: state.database },
  );
  // The SDK writes what it finds wrong with a token to the console; a measure's output is its own.
  const { error: spoken } = console;
  // eslint-disable-next-line no-console
  console.error = () => undefined;
  const foreign = makeSigningKey();
  const good = channel.token();
  const bearer = (token: string): string[] => ["Authorization", `Bearer ${token}`];
  // A sign of typing is not answered, so nothing is posted.
  const activity = (change: Record<string, unknown> = {}): string =>
    JSON.stringify(channel.activity({ type: "typing", ...change }));
  const tokens: [string, string][] = [
    ["garbage", "garbage"],
    ["three parts of garbage", "a.b.c"],
    ["truncated", good.slice(0, -20)],
    ["without its signature", `${good.split(".").slice(0, 2).join(".")}.`],
    ["signed by another key under the same id", signToken(channel.claims(), foreign, { kid: channel.key.id })],
    ["alg none", unsignedToken(channel.claims(), channel.key)],
    ["HS256 with the public key", confusedToken(channel.claims(), channel.key)],
    ["unknown kid", signToken(channel.claims(), foreign)],
    ["expired", channel.token({ nbf: seconds(-7200), exp: seconds(-3600) })],
    ["not yet valid", channel.token({ nbf: seconds(3600) })],
    ["no expiry", channel.token({ exp: undefined })],
    ["wrong issuer", channel.token({ iss: "https://evil.example" })],
    ["issuer of Entra", channel.token({ iss: `https://sts.windows.net/${testTenant}/`, appid: botApplication })],
    [
      "issuer of emulators",
      channel.token({ iss: `https://login.microsoftonline.com/${testTenant}/v2.0`, azp: botApplication, ver: "2.0" }),
    ],
    ["wrong audience", channel.token({ aud: otherTenant })],
    ["audience missing", channel.token({ aud: undefined })],
    ["wrong serviceUrl", channel.token({ serviceurl: "https://evil.example" })],
    ["serviceUrl missing", channel.token({ serviceurl: undefined })],
  ];
  const cases: AuthCase[] = [
    ...tokens.map(([name, token]): AuthCase => ({ name, expected: "refused", headers: bearer(token) })),
    { name: "missing", expected: "refused", headers: [] },
    { name: "scheme alone", expected: "refused", headers: ["Authorization", "Bearer"] },
    { name: "another scheme", expected: "refused", headers: ["Authorization", `Basic ${good}`] },
    { name: "bearer in the query", expected: "refused", headers: [], query: `?access_token=${good}` },
    { name: "two Authorization headers", expected: "refused", headers: [...bearer(good), ...bearer(good)] },
    { name: "extra large", expected: "refused", headers: bearer(channel.token({ extra: "x".repeat(30_000) })) },
    {
      name: "a good token, another tenant",
      expected: "refused",
      headers: bearer(good),
      body: activity({ conversation: { id: "c", tenantId: otherTenant } }),
    },
    {
      name: "a good token, another host of the service",
      expected: "refused",
      headers: bearer(channel.token({ serviceurl: "https://evil.example" })),
      body: activity({ serviceUrl: "https://evil.example" }),
    },
    { name: "valid", expected: "accepted", headers: bearer(good) },
  ];
  return {
    name: "bot",
    port: Number(new URL(bot.url).port),
    method: "POST",
    path: "/api/messages",
    body: activity(),
    cases,
    seen: new Map(),
    async close() {
      // eslint-disable-next-line no-console
      console.error = spoken;
      await bot.stop();
      await channel.close();
      await state.close();
    },
  };
}
