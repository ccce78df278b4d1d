import { startRelay, type RelayUnderTest } from "./relay-under-test";
import { testPool } from "../../support/cognito/cognito-server";

let under: RelayUnderTest;
const pool = "https://pool.auth.ap-northeast-1.amazoncognito.com";

beforeAll(async () => {
  under = await startRelay({
    upstreamUrl: "http://127.0.0.1:9/v1",
    connections: {
      upstreams: new Map(),
      signIns: new Map([
        [
          "genai",
          {
            kind: "cognito",
            ...testPool,
            domain: pool,
            issuer: "https://idp.example",
            endpoint: "https://idp.example",
            scopes: ["openid"],
          },
        ],
      ]),
    },
  });
});
afterAll(() => under.relay.stop());

const open = (to: string, name = "genai") =>
  fetch(`${under.origin}/api/connections/open/${name}?to=${encodeURIComponent(to)}`, { redirect: "manual" });

const right = (): Record<string, string> => ({
  response_type: "code",
  client_id: testPool.clientId,
  redirect_uri: `${under.origin}/api/connections/callback`,
  scope: "openid",
  state: "state-1",
  nonce: "nonce-1",
  code_challenge: "challenge",
  code_challenge_method: "S256",
});
const page = (change: Record<string, string | undefined> = {}): string => {
  const parameters = Object.entries({ ...right(), ...change }).filter((entry): entry is [string, string] => !!entry[1]);
  return `${pool}/oauth2/authorize?${new URLSearchParams(parameters).toString()}`;
};

it("leads on to the authorization page of that sign-in", async () => {
  const response = await open(page());
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe(page());
  expect(response.headers.get("cache-control")).toBe("no-store");
});

it("leads on to what starting a sign-in gives", async () => {
  const started = await fetch(`${under.origin}/api/connections/genai/start`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Relay-Session": "s".repeat(43) },
    body: "{}",
  });
  const { authorizeUrl } = (await started.json()) as { authorizeUrl: string };
  expect((await open(authorizeUrl)).headers.get("location")).toBe(authorizeUrl);
});

it.each<[string, () => string]>([
  ["another client", () => page({ client_id: "other" })],
  ["no client", () => page({ client_id: undefined })],
  ["another place to come back to", () => page({ redirect_uri: "https://evil.example/callback" })],
  ["our origin, another page", () => page({ redirect_uri: `${under.origin}/word/` })],
  ["another host of ours", () => page({ redirect_uri: right().redirect_uri!.replace("localhost", "127.0.0.2") })],
  ["a token instead of a code", () => page({ response_type: "token" })],
  ["no proof key", () => page({ code_challenge: undefined })],
  ["a proof key in plain", () => page({ code_challenge_method: "plain" })],
  ["no state", () => page({ state: undefined })],
  ["a provider that is not configured", () => page({ identity_provider: "evil" })],
  ["a parameter of somebody else", () => page({ request_uri: "https://evil.example" })],
  ["a parameter twice", () => `${page()}&client_id=other`],
  ["a fragment", () => `${page()}#x`],
  ["a line break", () => `${page()}\r\nSet-Cookie: a=b`],
  ["a line break inside", () => page().replace("/oauth2", "/oa\nuth2")],
  ["NUL", () => `${page()}\0`],
])("leads nowhere with %s", async (_, to) => {
  const response = await open(to());
  expect(response.status).toBe(400);
  expect(response.headers.get("location")).toBeNull();
});

it.each([
  "https://evil.example/oauth2/authorize",
  `${pool}.evil.example/oauth2/authorize`,
  `https://user:secret@pool.auth.ap-northeast-1.amazoncognito.com/oauth2/authorize`,
  `${pool}/oauth2/authorize/../../login`,
  `${pool}/logout?logout_uri=https://evil.example`,
  "javascript:alert(1)//oauth2/authorize",
  "//evil.example/oauth2/authorize",
  "",
])("leads nowhere else: %s", async (to) => {
  const response = await open(to);
  expect(response.status).toBe(400);
  expect(response.headers.get("location")).toBeNull();
});

it("knows no other sign-in", async () => {
  expect((await open(`${pool}/oauth2/authorize`, "other")).status).toBe(404);
});
