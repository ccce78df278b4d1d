import { request as httpRequest } from "node:http";
import { localCaller } from "../../../relay/src/policy/caller";
import { startEntra, type EntraServer } from "../../support/entra/entra-server";
import { entraSettings } from "../../support/entra/relay-settings";
import { botApplication, hanako, otherTenant, paneApplication, relayAudience, taro } from "../../support/entra/tenant";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { answerReply } from "../../support/model-server-replies";
import { post, readEvents, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

let entra: EntraServer;
let upstream: ModelServer;
let under: RelayUnderTest;

beforeAll(async () => {
  entra = await startEntra();
  upstream = await startModelServer(answerReply("要約。"));
  under = await startRelay({ upstreamUrl: upstream.url, entra: entraSettings(entra) });
});
afterAll(async () => {
  await under.relay.stop();
  await Promise.all([upstream.close(), entra.close()]);
});

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
const models = (headers: Record<string, string> = {}) => fetch(`${under.origin}/api/models`, { headers });

async function shapeOf(response: Response): Promise<unknown> {
  const body = (await response.json()) as { error: { requestId?: string; request_id?: string } };
  delete body.error.requestId;
  delete body.error.request_id;
  const headers = [...response.headers].filter(([name]) => !["date", "x-request-id"].includes(name));
  return [response.status, headers, body];
}

describe("a relay with sign-in", () => {
  test("runs a step for who brings a good token, and the token goes no further", async () => {
    const token = entra.personToken();
    const response = await post(`${under.origin}/api/steps`, summarizeStep(), { headers: bearer(token) });
    expect((await readEvents(response)).at(-1)).toMatchObject({ type: "finished" });
    expect(JSON.stringify(upstream.requests.at(-1))).not.toContain(token);
    expect((await models({ Authorization: `bearer ${token}` })).status).toBe(200);
  });

  test.each(["/api/models", "/api/apps", "/api/connections", "/api/steps", "/api/nothing", "/v1/models", "/v1/x"])(
    "%s is closed without a token, and sends nothing on",
    async (path) => {
      const sent = upstream.requests.length;
      const response = await fetch(under.origin + path);
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toBe("Bearer");
      expect(JSON.stringify(await response.json())).toContain("sign-in-required");
      expect((await post(under.origin + path, summarizeStep())).status).toBe(401);
      expect(upstream.requests).toHaveLength(sent);
    },
  );

  test("health, and where to sign in, are open and tell no secret", async () => {
    expect(await (await fetch(`${under.origin}/api/health`)).json()).toMatchObject({ signIn: "entra" });
    expect(await (await fetch(`${under.origin}/api/sign-in`)).json()).toEqual({
      mode: "entra",
      clientId: paneApplication,
      authority: `${entra.origin}/11111111-aaaa-4bbb-8ccc-000000000001`,
      scopes: [`${relayAudience}/GenAI.Use`],
    });
    expect((await fetch(`${under.origin}/api/connections/callback`)).status).toBe(200);
  });

  test("all refusals of one code look the same", async () => {
    const wrong = [
      "garbage",
      entra.personToken(hanako, { exp: 1 }),
      entra.personToken(hanako, { aud: "other" }),
      entra.personToken(hanako, { iss: `${entra.origin}/${otherTenant}/v2.0` }),
      entra.idToken(),
    ];
    const shapes = new Set([JSON.stringify(await shapeOf(await models()))]);
    for (const token of wrong) shapes.add(JSON.stringify(await shapeOf(await models(bearer(token)))));
    expect([...shapes]).toHaveLength(1);
    const forbidden = new Set<string>();
    for (const claims of [{ scp: "User.Read" }, { azp: otherTenant }, { scp: undefined }]) {
      forbidden.add(JSON.stringify(await shapeOf(await models(bearer(entra.personToken(hanako, claims))))));
    }
    expect([...forbidden]).toHaveLength(1);
    expect(JSON.parse([...forbidden][0]!)).toMatchObject([403, expect.anything(), { error: { code: "forbidden" } }]);
  });

  test("two Authorization headers, a token in the query, Basic: refused", async () => {
    const token = entra.personToken();
    const twice = await new Promise<number>((resolve, reject) => {
      const headers = [
        "Host",
        `localhost:${under.port}`,
        "Authorization",
        "Bearer x.y.z",
        "Authorization",
        `Bearer ${token}`,
      ];
      httpRequest({ port: under.port, path: "/api/models", headers }, (response) =>
        resolve(response.resume().statusCode!),
      )
        .on("error", reject)
        .end();
    });
    expect(twice).toBe(401);
    const first = await new Promise<number>((resolve, reject) => {
      const headers = [
        "Host",
        `localhost:${under.port}`,
        "Authorization",
        `Bearer ${token}`,
        "Authorization",
        "Bearer x.y.z",
      ];
      httpRequest({ port: under.port, path: "/api/models", headers }, (response) =>
        resolve(response.resume().statusCode!),
      )
        .on("error", reject)
        .end();
    });
    expect(first).toBe(401);
    expect((await fetch(`${under.origin}/api/models?access_token=${token}`)).status).toBe(401);
    expect((await models({ Authorization: `Basic ${token}` })).status).toBe(401);
    expect((await models({ Authorization: token })).status).toBe(401);
  });

  test("only a bot speaks for somebody, and must; nobody else's header changes who they are", async () => {
    const bot = entra.applicationToken(botApplication, ["GenAI.Service"]);
    expect((await models(bearer(bot))).status).toBe(403);
    expect((await models({ ...bearer(bot), "X-GenAI-On-Behalf-Of": "hanako" })).status).toBe(403);
    expect((await models({ ...bearer(bot), "X-GenAI-On-Behalf-Of": hanako.objectId })).status).toBe(200);
    const person = entra.personToken(taro);
    expect((await models({ ...bearer(person), "X-GenAI-On-Behalf-Of": hanako.objectId })).status).toBe(403);
  });

  test("the other checks of the API hold beside it", async () => {
    const token = entra.personToken();
    expect((await models({ ...bearer(token), Origin: "https://evil.example" })).status).toBe(403);
  });

  test("nothing of a token is logged", async () => {
    const secrets = entra.secrets.filter((secret) => secret.length > 20);
    const log = under.logLines.join("");
    expect(secrets.length).toBeGreaterThan(5);
    for (const secret of secrets) {
      for (const part of secret.split(".")) if (part.length > 60) expect(log).not.toContain(part);
    }
    for (const word of [hanako.objectId, hanako.name, hanako.userName, taro.objectId]) expect(log).not.toContain(word);
  });
});

describe("who cannot know the keys", () => {
  test("answers 503 and lets nobody in, until the login service is back", async () => {
    const service = await startEntra();
    service.away = true;
    const { relay, origin } = await startRelay({ upstreamUrl: upstream.url, entra: entraSettings(service) });
    try {
      const response = await fetch(`${origin}/api/models`, { headers: bearer(service.personToken()) });
      expect([response.status, await response.json()]).toMatchObject([503, { error: { code: "unavailable" } }]);
      expect((await fetch(`${origin}/api/models`)).status).toBe(401);
    } finally {
      await relay.stop();
      await service.close();
    }
  });
});

test("a rotated key is taken at once, beside the old one", async () => {
  const service = await startEntra();
  const settings = entraSettings(service);
  const old = service.personToken();
  const { relay, origin } = await startRelay({ upstreamUrl: upstream.url, entra: settings });
  const status = async (token: string) => (await fetch(`${origin}/api/models`, { headers: bearer(token) })).status;
  try {
    // The keys are fetched by this request, not before: the rotation happens while nobody has asked for half a minute.
    service.rotate();
    expect([await status(service.personToken()), await status(old)]).toEqual([200, 200]);
  } finally {
    await relay.stop();
    await service.close();
  }
});

test("without sign-in everybody at this machine is the local caller with every role", () => {
  expect(localCaller.roles).toEqual(["viewer", "operator", "officer"]);
});
