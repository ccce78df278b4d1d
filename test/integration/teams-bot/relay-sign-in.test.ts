import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfidentialClientApplication } from "@azure/msal-node";
import { createRelay, defaultModelsFile, readModelsFile, relayDefaults, type Relay } from "@genai-office/relay";
import { startBot, type BotServer } from "@genai-office/teams-bot";
import { pino } from "pino";
import { localCertificate, type Certificate } from "../../../playground/src/server/certificate";
import { createRelaySignIn, type RelayAccess } from "../../../teams-bot/src/relay-sign-in";
import { openBotDatabase, type BotDatabase } from "../../support/bot-database";
import { startChannelService, type ChannelStandIn } from "../../support/channel/channel-service";
import { entraError } from "../../support/entra/entra-error";
import { startEntra, type EntraServer } from "../../support/entra/entra-server";
import { networkClient } from "../../support/entra/network-client";
import { entraSettings } from "../../support/entra/relay-settings";
import { botApplication, botSecret, hanako, relayAudience, taro, testTenant } from "../../support/entra/tenant";
import { startModelServer, type ModelServer } from "../../support/model-server";

const credentials = { appId: botApplication, appPassword: botSecret, tenantId: testTenant };
let folder: string;
let tls: Certificate;
let entra: EntraServer;
let access: RelayAccess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "bot-sign-in-"));
  tls = await localCertificate(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  entra = await startEntra({ tls });
  access = {
    audience: relayAudience,
    scope: "GenAI.Use",
    authority: `${entra.origin}/${testTenant}`,
    personal: { connectionName: "genai", resource: `api://${botApplication}` },
    networkClient: networkClient(tls.cert),
  };
});
afterEach(() => entra.close());

/** What Teams sends in `signin/tokenExchange`: a token of the person for the bot itself. */
const teamsToken = (person = hanako) =>
  entra.personToken(person, {
    aud: botApplication,
    scp: "access_as_user",
    azp: "1fec8e78-bce4-4aaf-ab1b-5451cc387264",
  });

function claimsOf(headers: Record<string, string>): Record<string, unknown> {
  const payload = headers["Authorization"]!.split(".")[1]!;
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as Record<string, unknown>;
}

const grants = () => entra.of("/token").map(({ form }) => form.get("grant_type"));

describe("tokens of the bot for the relay", () => {
  test("its own, with the person stated, as long as there is none of theirs", async () => {
    const signIn = createRelaySignIn(credentials, access);
    const headers = await signIn.headersFor(hanako.objectId);
    expect(headers["X-GenAI-On-Behalf-Of"]).toBe(hanako.objectId);
    expect(claimsOf(headers)).toMatchObject({
      azp: botApplication,
      roles: ["GenAI.Service"],
      sub: expect.any(String) as string,
    });
    await signIn.headersFor(taro.objectId);
    expect(grants()).toEqual(["client_credentials"]);
  });

  test("theirs on behalf of them, once Teams gave a token, and for nobody else", async () => {
    const signIn = createRelaySignIn(credentials, access);
    expect(signIn.personal!.isMissing(hanako.objectId)).toBe(true);
    expect(await signIn.personal!.take(hanako.objectId, teamsToken())).toBe(true);
    const headers = await signIn.headersFor(hanako.objectId);
    expect(headers).not.toHaveProperty("X-GenAI-On-Behalf-Of");
    expect(claimsOf(headers)).toMatchObject({ oid: hanako.objectId, scp: "GenAI.Use", azp: botApplication });
    expect(await signIn.headersFor(taro.objectId)).toHaveProperty("X-GenAI-On-Behalf-Of", taro.objectId);
    expect(signIn.personal!.isMissing(hanako.objectId)).toBe(false);
    // Every signed-in device of the person sends one.
    expect(await signIn.personal!.take(hanako.objectId, teamsToken())).toBe(true);
    expect(grants().filter((grant) => grant?.includes("jwt-bearer"))).toHaveLength(1);
  });

  test("the token of another person is not taken for who wrote", async () => {
    const signIn = createRelaySignIn(credentials, access);
    expect(await signIn.personal!.take(hanako.objectId, teamsToken(taro))).toBe(false);
    expect(await signIn.headersFor(hanako.objectId)).toHaveProperty("X-GenAI-On-Behalf-Of", hanako.objectId);
  });

  test("where consent or a second factor is missing the bot asks in its own name, and does not ask again at once", async () => {
    let now = Date.now();
    const signIn = createRelaySignIn(credentials, access, () => now);
    entra.onBehalfOfError = entraError("interaction_required", 65001, "The user has not consented.");
    expect(await signIn.personal!.take(hanako.objectId, teamsToken())).toBe(false);
    expect(signIn.personal!.isMissing(hanako.objectId)).toBe(false);
    expect(await signIn.headersFor(hanako.objectId)).toHaveProperty("X-GenAI-On-Behalf-Of", hanako.objectId);
    now += 3_600_001;
    expect(signIn.personal!.isMissing(hanako.objectId)).toBe(true);
  });

  test("a person's token that ends is not used any more", async () => {
    let now = Date.now();
    const signIn = createRelaySignIn(credentials, access, () => now);
    await signIn.personal!.take(hanako.objectId, teamsToken());
    now += 3_550_000;
    expect(await signIn.headersFor(hanako.objectId)).toHaveProperty("X-GenAI-On-Behalf-Of");
  });

  test("a refused secret is one code, without the words of the login service", async () => {
    const signIn = createRelaySignIn({ ...credentials, appPassword: "wrong" }, access);
    const failure = (await signIn.headersFor(hanako.objectId).catch((error: unknown) => error)) as Error;
    expect(failure).toMatchObject({ code: "unauthorized" });
    expect(`${failure.stack}${String(failure.cause)}`).not.toContain("AADSTS");
  });

  test("the bot's own token is never somebody's, also where the login service sends no client_info", async () => {
    // Why two applications are needed: with one, the library finds the person's token in its cache.
    const answers: string[] = [];
    const network = networkClient(tls.cert);
    const bare: typeof network = {
      ...network,
      async sendPostRequestAsync(url, options) {
        const reply = await network.sendPostRequestAsync(url, options);
        answers.push(String(options?.body));
        delete (reply.body as Record<string, unknown>)["client_info"];
        return reply as never;
      },
    };
    const signIn = createRelaySignIn(credentials, { ...access, networkClient: bare });
    await signIn.personal!.take(hanako.objectId, teamsToken());
    expect(claimsOf(await signIn.headersFor(taro.objectId))).toMatchObject({ roles: ["GenAI.Service"] });
    expect(claimsOf(await signIn.headersFor(taro.objectId))).not.toHaveProperty("scp");
    expect(answers).toHaveLength(2);
  });
});

test("what the two applications are for: one alone hands out a person's token as its own", async () => {
  const network = networkClient(tls.cert);
  const one = new ConfidentialClientApplication({
    auth: {
      clientId: botApplication,
      clientSecret: botSecret,
      authority: access.authority,
      knownAuthorities: [new URL(access.authority).host],
    },
    system: {
      networkClient: {
        ...network,
        async sendPostRequestAsync(url, options) {
          const reply = await network.sendPostRequestAsync(url, options);
          delete (reply.body as Record<string, unknown>)["client_info"];
          delete (reply.body as Record<string, unknown>)["id_token"];
          return reply as never;
        },
      },
    },
  });
  const scopes = [`${relayAudience}/.default`];
  const theirs = await one.acquireTokenOnBehalfOf({ oboAssertion: teamsToken(), scopes });
  const own = await one.acquireTokenByClientCredential({ scopes });
  expect(own?.accessToken).toBe(theirs?.accessToken);
});

describe("the bot, the relay and the login service together", () => {
  let channel: ChannelStandIn;
  let keys: EntraServer;
  let relay: Relay;
  let bot: BotServer;
  let watcher: ModelServer;
  const logLines: string[] = [];
  let state: BotDatabase;

  beforeAll(async () => {
    state = await openBotDatabase();
  });
  afterAll(() => state.close());

  beforeEach(async () => {
    channel = await startChannelService();
    watcher = await startModelServer();
    // The relay reaches the login service under another name, as in a closed network.
    keys = await startEntra({ publicOrigin: entra.origin });
    keys.keys = entra.keys;
    const settings = entraSettings(entra, { keysOrigin: keys.origin });
    relay = createRelay(
      { ...relayDefaults, port: 0, catalogue: readModelsFile(defaultModelsFile), entra: settings },
      { logger: pino({ level: "trace" }, { write: (line: string) => void logLines.push(line) }) },
    );
    const { port } = await relay.start();
    bot = await startBot(
      {
        host: "127.0.0.1",
        port: 0,
        relayUrl: `http://127.0.0.1:${port}`,
        credentials,
        tenantIds: [],
        serviceHosts: ["127.0.0.1"],
        relayAccess: access,
        channelService: channel.service,
        ...state.settings,
      },
      {
        logger: pino({ level: "trace" }, { write: (line: string) => void logLines.push(line) }),
        database: state.database,
      },
    );
  });
  afterEach(async () => {
    await bot.stop();
    await relay.stop();
    await Promise.all([channel.close(), keys.close(), watcher.close()]);
  });

  async function receive(activity: Record<string, unknown>): Promise<Response> {
    return fetch(`${bot.url}/api/messages`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${channel.token()}` },
      body: JSON.stringify(channel.activity(activity)),
    });
  }

  /** What the bot posted first that looks so. */
  async function posted(looks: (activity: Record<string, unknown>) => boolean): Promise<Record<string, unknown>> {
    for (let count = 1; ; count += 1) {
      const found = (await channel.posts(count)).find(looks);
      if (found !== undefined) return found;
    }
  }
  const isCard = ({ attachments }: Record<string, unknown>): boolean =>
    JSON.stringify(attachments ?? "").includes("card.oauth");
  const isAnswer = ({ text }: Record<string, unknown>): boolean => String(text).includes("1,250万円");

  test("a message makes the bot ask Teams for a token; with it the relay knows the person", async () => {
    expect(
      (
        await receive({
          text: "要約 令和7年度の予算は1,250万円である。前年度は1,000万円であった。増額の理由は人件費である。",
        })
      ).status,
    ).toBe(200);
    expect(await posted(isCard)).toMatchObject({
      attachments: [
        {
          contentType: "application/vnd.microsoft.card.oauth",
          content: { connectionName: "genai", tokenExchangeResource: { uri: `api://${botApplication}` } },
        },
      ],
    });
    const invoke = await receive({
      type: "invoke",
      id: "invoke-1",
      name: "signin/tokenExchange",
      value: { id: "message-1", connectionName: "genai", token: teamsToken() },
    });
    expect(invoke.status).toBe(200);
    await posted(isAnswer);
    expect(grants().some((grant) => grant?.includes("jwt-bearer"))).toBe(true);
    expect(grants()).not.toContain("client_credentials");
    const log = logLines.join("");
    for (const secret of entra.secrets) expect(log).not.toContain(secret);
    expect(log).not.toContain(hanako.objectId);
  });

  test("without consent Teams is told to show the card, and the message is answered all the same", async () => {
    entra.onBehalfOfError = entraError("invalid_grant", 65001, "The user has not consented.");
    await receive({
      id: "message-2",
      text: "要約 令和7年度の予算は1,250万円である。前年度は1,000万円であった。増額の理由は人件費である。",
    });
    await posted(isCard);
    const value = { id: "message-1", connectionName: "genai", token: teamsToken() };
    const invoke = await receive({ type: "invoke", id: "invoke-1", name: "signin/tokenExchange", value });
    expect([invoke.status, await invoke.json()]).toEqual([412, { id: "message-1", connectionName: "genai" }]);
    await posted(isAnswer);
    expect(grants()).toContain("client_credentials");
  });

  test.each([
    ["another name", { id: "1", connectionName: "other", token: "x" }, 400],
    ["no token", { id: "1", connectionName: "genai" }, 400],
    ["garbage", { id: "1", connectionName: "genai", token: "garbage" }, 412],
  ])("a token exchange with %s", async (_name, value, status) => {
    const reply = await receive({ type: "invoke", id: "invoke-1", name: "signin/tokenExchange", value });
    expect(reply.status).toBe(status);
  });
});
