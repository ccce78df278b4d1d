import { randomBytes } from "node:crypto";
import type { AppList } from "@genai-office/shared/relay-client";
import { startCognito, testPool, type CognitoServer } from "../../support/cognito/cognito-server";
import { commonTeam, startExappsServer, type ExappsServer } from "../../support/exapps/exapps-server";
import { researchStep } from "../../support/exapps/research-step";
import { testCard } from "../../support/test-step";
import { post, readEvents, startRelay, type RelayUnderTest } from "./relay-under-test";

/** Teams by person; the tokens are those of the pool, whatever they are. */
const teams: Record<string, string[]> = { "sub-of-hanako": ["team-a"], "sub-of-taro": [] };
const users = new Proxy<Record<string, { sub: string; teams: string[] }>>(
  {},
  {
    get(_, token) {
      const claims = String(token).split(".")[1];
      if (claims === undefined) return undefined;
      const { sub } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { sub: string };
      return { sub, teams: teams[sub] ?? [] };
    },
  },
);

const form = JSON.stringify({ question: { type: "text", title: "質問" } });
let cognito: CognitoServer;
let exapps: ExappsServer;
let under: RelayUnderTest;

beforeEach(async () => {
  cognito = await startCognito();
  exapps = await startExappsServer({
    apps: [
      { teamId: commonTeam, exAppId: "lawsy", exAppName: "法制度調査", placeholder: form },
      { teamId: "team-a", exAppId: "audit", exAppName: "監察", placeholder: form },
    ],
    users,
  });
  const credentials = { kind: "cognito-user", signIn: "genai" } as const;
  under = await startRelay({
    upstreamUrl: "http://127.0.0.1:9/v1",
    connections: {
      upstreams: new Map([["apps", { contract: "exapps", baseUrl: exapps.baseUrl, credentials }]]),
      signIns: new Map([
        [
          "genai",
          {
            kind: "cognito" as const,
            ...testPool,
            domain: cognito.origin,
            issuer: cognito.issuer,
            endpoint: cognito.origin,
            scopes: ["openid"],
          },
        ],
      ]),
    },
    catalogue: {
      models: [testCard({ id: "apps", contract: "exapps", upstream: "apps", tasks: ["research"], clearance: "1" })],
      default: {},
    },
  });
});
afterEach(async () => {
  await under.relay.stop();
  await Promise.all([cognito.close(), exapps.close()]);
});

const headers = { "X-Relay-Session": randomBytes(32).toString("base64url") };

async function signIn(person: string): Promise<void> {
  const started = await post(`${under.origin}/api/connections/genai/start`, {}, { headers });
  cognito.person = person;
  const back = await cognito.browse(((await started.json()) as { authorizeUrl: string }).authorizeUrl);
  const answer = { state: back.searchParams.get("state"), code: back.searchParams.get("code") };
  expect((await post(`${under.origin}/api/connections/genai/finish`, answer, { headers })).status).toBe(200);
}

async function names(): Promise<string[]> {
  const list = (await (await fetch(`${under.origin}/api/apps`, { headers })).json()) as AppList;
  return list.apps.map(({ name }) => name);
}

test("the list of apps ends with the sign-in, and the next person in the same session has their own", async () => {
  await signIn("hanako");
  expect(await names()).toEqual(["法制度調査", "監察"]);
  await post(`${under.origin}/api/connections/genai/sign-out`, {}, { headers });
  expect(await names()).toEqual([]);
  await signIn("taro");
  expect(await names()).toEqual(["法制度調査"]);
  // Without signing out before: the answer of the new sign-in takes the place of the old one.
  await signIn("hanako");
  expect(await names()).toEqual(["法制度調査", "監察"]);
});

test("the form of an app is not used again for the next person in the same session", async () => {
  await signIn("hanako");
  await names();
  await signIn("taro");
  const sent = exapps.of("POST /exapps/invoke").length;
  const step = researchStep("apps/team-a/audit", { values: { question: "監察の結果は。" } });
  const events = await readEvents(await post(`${under.origin}/api/steps`, step, { headers }));
  expect(events.at(-1)).toMatchObject({ type: "failed", error: { code: "forbidden" } });
  expect(exapps.of("GET /teams/team-a/exapps/audit")).toHaveLength(2);
  expect(exapps.of("POST /exapps/invoke")).toHaveLength(sent);
});
