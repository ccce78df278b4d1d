import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError, createRelay, relayDefaults, upstreamCard } from "@genai-office/relay";
import type { GenerateEvent, ModelCard } from "@genai-office/shared/vocabulary";
import { readUpstreamsFile } from "../../../relay/src/config/read-upstreams";
import { startAiAppServer } from "../../support/ai-app/ai-app-server";
import { startCognito, testPool, type CognitoServer } from "../../support/cognito/cognito-server";
import { verifyToken } from "../../support/cognito/id-tokens";
import { startIdentityPool, testIdentityPool, testProvider } from "../../support/cognito/identity-server";
import { cotomiServer } from "../../support/cotomi/cotomi-server";
import { commonTeam, startExappsServer } from "../../support/exapps/exapps-server";
import { researchStep } from "../../support/exapps/research-step";
import { answerReply as streamedAnswer, startLambdaServer, testFunctionArn } from "../../support/lambda/lambda-server";
import { startModelServer, type ModelServer } from "../../support/model-server";
import { answerReply, jsonReply } from "../../support/model-server-replies";
import { plamoServer } from "../../support/plamo-translate/plamo-server";
import { stepOf } from "../../support/test-step";
import { post, readEvents, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

const key = "k3y-0f-the-upstream";

describe("connections of the upstreams file", () => {
  let folder: string;
  const cleanUps: (() => Promise<unknown>)[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "relay-upstreams-"));
    writeFileSync(join(folder, "key"), `${key}\n`);
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
    rmSync(folder, { recursive: true });
  });

  function kept<Server extends Pick<ModelServer, "close">>(server: Server): Server {
    cleanUps.push(() => server.close());
    return server;
  }

  function cardOf(id: string, contract: ModelCard["contract"], change: Partial<ModelCard> = {}): ModelCard {
    const tasks: ModelCard["tasks"] = ["summarize", "translate", "research", "chat"];
    return { ...upstreamCard({ model: id }), contract, upstream: id, tasks, ...change };
  }

  async function relay(file: unknown, ...models: ModelCard[]): Promise<RelayUnderTest> {
    const path = join(folder, "upstreams.json");
    writeFileSync(path, JSON.stringify(file));
    const under = await startRelay({
      upstreamUrl: "http://127.0.0.1:9/v1",
      connections: readUpstreamsFile(path),
      catalogue: { models, default: { summarize: models[0]!.id } },
    });
    cleanUps.push(() => under.relay.stop());
    return under;
  }

  async function run(under: RelayUnderTest, step: object, session?: string): Promise<GenerateEvent[]> {
    const headers: Record<string, string> = session === undefined ? {} : { "X-Relay-Session": session };
    return readEvents(await post(`${under.origin}/api/steps`, step, { headers }));
  }

  const outcome = (events: GenerateEvent[]): { text: string; end: unknown } => {
    const last = events.at(-1)!;
    return {
      text: events.map((event) => (event.type === "text-delta" ? event.text : "")).join(""),
      end: last.type === "finished" ? last.reason : last.type === "failed" ? last.error.code : last.type,
    };
  };

  const keyFile = { kind: "key-file", file: "key" };

  test("openai: key in a header of choice, the file read anew for each call, and Azure's address", async () => {
    const server = kept(await startModelServer(answerReply("要約。")));
    const under = await relay(
      {
        upstreams: {
          apim: { contract: "openai", baseUrl: server.url, credentials: { ...keyFile, header: "x-api-key" } },
          azure: { contract: "openai", baseUrl: `${server.origin}/openai/deployments/d?api-version=2024-10-21` },
        },
      },
      cardOf("apim", "openai"),
      cardOf("azure", "openai"),
    );
    expect(outcome(await run(under, summarizeStep({ model: "apim" })))).toEqual({ text: "要約。", end: "stop" });
    expect(server.requests[0]!.headers["x-api-key"]).toBe(key);
    writeFileSync(join(folder, "key"), "another-key");
    await run(under, summarizeStep({ model: "apim" }));
    expect(server.requests[1]!.headers["x-api-key"]).toBe("another-key");
    await run(under, summarizeStep({ model: "azure" }));
    expect(server.requests[2]!.path).toBe("/openai/deployments/d/chat/completions?api-version=2024-10-21");
    expect(server.requests[2]!.headers["x-api-key"]).toBeUndefined();
    writeFileSync(join(folder, "key"), "two\nlines");
    expect(outcome(await run(under, summarizeStep({ model: "apim" })))).toMatchObject({ end: "upstream-unauthorized" });
    expect(server.requests).toHaveLength(3);
    expect(under.logLines.join("")).not.toMatch(/another-key|k3y/);
  });

  test("cotomi, plamo-translate and ai-app with their keys", async () => {
    const cotomi = kept(await startModelServer(cotomiServer({ key, answer: () => "要約です。" })));
    const plamo = kept(await startModelServer(plamoServer({ key })));
    const app = kept(await startAiAppServer({ apiKey: key }));
    writeFileSync(join(folder, "secret"), "the secret of pseudonyms");
    const under = await relay(
      {
        upstreams: {
          cotomi: {
            contract: "cotomi",
            baseUrl: `${cotomi.origin}/cotomi-api/v1`,
            credentials: keyFile,
            clientId: "c-1",
          },
          plamo: {
            contract: "plamo-translate",
            baseUrl: `${plamo.origin}/vllm/v1`,
            credentials: { ...keyFile, header: "x-api-key" },
          },
          law: {
            contract: "ai-app",
            invokeUrl: app.invokeUrl,
            credentials: keyFile,
            userIdSecretFile: "secret",
            app: {
              id: "law",
              name: "法制度調査",
              form: { question: { type: "text", title: "調べたいこと", required: true } },
            },
          },
        },
      },
      cardOf("cotomi", "cotomi"),
      cardOf("plamo", "plamo-translate", { upstreamModel: "pfnet/plamo-2-translate" }),
      cardOf("law", "ai-app"),
    );
    expect(outcome(await run(under, summarizeStep({ model: "cotomi" })))).toEqual({ text: "要約です。", end: "stop" });
    expect(cotomi.requests[0]!.headers["x-nec-cotomi-client-id"]).toBe("c-1");
    const translate = { ...stepOf("translate"), promptVersion: "translate/2", model: "plamo", declaredClass: "1" };
    expect(outcome(await run(under, translate))).toMatchObject({ end: "stop" });
    const sessions = [1, 2].map(() => randomBytes(32).toString("base64url"));
    for (const session of [...sessions, sessions[0]]) {
      expect(outcome(await run(under, researchStep("law/law"), session))).toEqual({ text: "回答", end: "stop" });
    }
    const [first, second, third] = app.requests.map(({ headers }) => headers["x-user-id"]);
    expect(first).toBe(third);
    expect(first).not.toBe(second);
    for (const session of sessions) expect(JSON.stringify(app.requests)).not.toContain(session);
  });

  async function pool(): Promise<{ cognito: CognitoServer; signIns: object }> {
    const cognito = kept(await startCognito({ passwords: { service: "p@ss" } }));
    writeFileSync(join(folder, "password"), "p@ss\n");
    const { origin: domain, issuer } = cognito;
    return { cognito, signIns: { gennai: { kind: "cognito", ...testPool, domain, issuer, endpoint: domain } } };
  }

  const service = {
    kind: "cognito-service-account",
    signIn: "gennai",
    userName: "service",
    passwordFile: "password",
  };

  test("a service account stands in for everybody, with one sign-in of its own", async () => {
    const { cognito, signIns } = await pool();
    const identity = kept(await startIdentityPool());
    const known = { [Symbol.iterator]: () => identity.keys.keys() };
    const lambda = kept(await startLambdaServer([streamedAnswer("要約。")], known));
    const web = kept(await startModelServer(jsonReply("要約。")));
    const under = await relay(
      {
        upstreams: {
          stream: {
            contract: "predict-stream",
            region: "ap-northeast-1",
            functionArn: testFunctionArn,
            identityPoolId: testIdentityPool,
            userPoolProvider: testProvider,
            endpoint: lambda.origin,
            identityEndpoint: identity.origin,
            credentials: service,
          },
          web: { contract: "predict", baseUrl: `${web.origin}/api`, credentials: service },
        },
        signIns,
      },
      cardOf("stream", "predict-stream"),
      cardOf("web", "predict"),
    );
    for (const session of [undefined, randomBytes(32).toString("base64url")]) {
      expect(outcome(await run(under, summarizeStep({ model: "stream" }), session))).toEqual({
        text: "要約。",
        end: "stop",
      });
    }
    expect([...identity.keys.values()]).toEqual(["sub-of-service"]);
    expect(outcome(await run(under, summarizeStep({ model: "web" })))).toEqual({ text: "要約。", end: "stop" });
    const bearer = web.requests[0]!.headers.authorization!.replace("Bearer ", "");
    expect(verifyToken(bearer)).toMatchObject({ sub: "sub-of-service" });
    expect(new Set(cognito.grants)).toEqual(new Set(["USER_PASSWORD_AUTH"]));
    for (const secret of [...cognito.secrets, "p@ss"]) expect(under.logLines.join("")).not.toContain(secret);
  });

  test("exapps and predict share one sign-in of the person", async () => {
    const { cognito, signIns } = await pool();
    const web = kept(await startModelServer(jsonReply("要約。")));
    const users: Record<string, { sub: string; teams: string[] }> = {};
    const form = JSON.stringify({ question: { type: "text", title: "質問", required: true } });
    const apps = kept(
      await startExappsServer({
        apps: [
          { teamId: commonTeam, exAppId: "rag", exAppName: "国会答弁検索", placeholder: form, status: "published" },
        ],
        users,
        invoke: () => ({ status: 200, body: { outputs: "回答です。" } }),
      }),
    );
    const user = { kind: "cognito-user", signIn: "gennai" };
    const under = await relay(
      {
        upstreams: {
          web: { contract: "predict", baseUrl: `${web.origin}/api`, credentials: user },
          apps: { contract: "exapps", baseUrl: apps.baseUrl, credentials: user },
        },
        signIns,
      },
      cardOf("web", "predict"),
      cardOf("apps", "exapps"),
    );
    const session = randomBytes(32).toString("base64url");
    const research = researchStep(`apps/${commonTeam}/rag`);
    expect(outcome(await run(under, research, session)).end).toBe("sign-in-required");
    const headers = { "X-Relay-Session": session };
    const started = await post(`${under.origin}/api/connections/gennai/start`, {}, { headers });
    const { authorizeUrl } = (await started.json()) as { authorizeUrl: string };
    const back = (await cognito.browse(authorizeUrl)).searchParams;
    const answer = { state: back.get("state"), code: back.get("code") };
    expect((await post(`${under.origin}/api/connections/gennai/finish`, answer, { headers })).status).toBe(200);
    expect(outcome(await run(under, summarizeStep({ model: "web" }), session))).toEqual({
      text: "要約。",
      end: "stop",
    });
    const bearer = web.requests[0]!.headers.authorization!.replace("Bearer ", "");
    expect(verifyToken(bearer)).toMatchObject({ sub: "sub-of-hanako" });
    users[bearer] = { sub: "sub-of-hanako", teams: [] };
    expect(outcome(await run(under, research, session))).toEqual({ text: "回答です。", end: "stop" });
    expect(outcome(await run(under, research)).end).toBe("sign-in-required");
  });

  test("timers and retries of a connection", async () => {
    const server = kept(await startModelServer(() => undefined));
    const under = await relay(
      {
        upstreams: {
          slow: {
            contract: "openai",
            baseUrl: server.url,
            timers: { connectMs: 100 },
            retry: { maximumRetries: 0 },
          },
        },
      },
      cardOf("slow", "openai"),
    );
    expect((await run(under, summarizeStep({ model: "slow" }))).at(-1)).toMatchObject({
      type: "failed",
      error: { code: "timeout", phase: "connect" },
    });
    expect(server.requests).toHaveLength(1);
  });

  test("a card without a connection is neither offered nor usable, and the log says how many are connected", async () => {
    const server = kept(await startModelServer(answerReply("要約。")));
    const under = await relay(
      { upstreams: { here: { contract: "openai", baseUrl: server.url } } },
      cardOf("gone", "openai"),
      cardOf("here", "openai", { fallbacks: ["gone", "also-here"] }),
      cardOf("also-here", "openai", { upstream: "here" }),
      cardOf("nowhere", "predict"),
    );
    const offer = (await (await fetch(`${under.origin}/api/models`)).json()) as {
      models: ModelCard[];
      defaultModel: string;
    };
    expect(offer.models.map(({ id }) => id)).toEqual(["here", "also-here"]);
    expect(offer.models[0]!.fallbacks).toEqual(["also-here"]);
    expect(offer.defaultModel).toBe("here");
    const refused = await post(`${under.origin}/api/steps`, summarizeStep({ model: "gone" }));
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
      400,
      "model-unknown",
    ]);
    expect(under.logged()).toContainEqual(
      expect.objectContaining({ connected: 2, listed: 4, unconnected: ["gone", "nowhere"] }),
    );
    expect(under.logLines.filter((each) => each.includes('"connected"'))).toHaveLength(1);
  });

  test("a card that speaks another contract than its connection is an error of the configuration", () => {
    const path = join(folder, "upstreams.json");
    writeFileSync(path, JSON.stringify({ upstreams: { web: { contract: "predict", baseUrl: "https://w.example" } } }));
    const catalogue = { models: [cardOf("web", "openai")], default: {} };
    const connections = readUpstreamsFile(path);
    expect(() => createRelay({ ...relayDefaults, catalogue, connections })).toThrow(ConfigurationError);
    expect(() => createRelay({ ...relayDefaults, catalogue, connections })).toThrow(
      "model web: its contract is openai, but the connection web speaks predict",
    );
  });

  test("cards without the name of a connection use the one server of the environment", async () => {
    const only = kept(await startModelServer(answerReply("環境の。")));
    const named = kept(await startModelServer(answerReply("名のある。")));
    const path = join(folder, "upstreams.json");
    writeFileSync(path, JSON.stringify({ upstreams: { named: { contract: "openai", baseUrl: named.url } } }));
    const under = await startRelay({
      upstreamUrl: only.url,
      connections: readUpstreamsFile(path),
      catalogue: { models: [upstreamCard({ model: "plain" }), cardOf("named", "openai")], default: {} },
    });
    cleanUps.push(() => under.relay.stop());
    expect(outcome(await run(under, summarizeStep({ model: "plain" }))).text).toBe("環境の。");
    expect(outcome(await run(under, summarizeStep({ model: "named" }))).text).toBe("名のある。");
  });
});
