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
            scopes: [],
          },
        ],
      ]),
    },
  });
});
afterAll(() => under.relay.stop());

const open = (to: string, name = "genai") =>
  fetch(`${under.origin}/api/connections/open/${name}?to=${encodeURIComponent(to)}`, { redirect: "manual" });

it("leads on to the authorization page of that sign-in", async () => {
  const to = `${pool}/oauth2/authorize?client_id=x&state=y`;
  const response = await open(to);
  expect(response.status).toBe(302);
  expect(response.headers.get("location")).toBe(to);
  expect(response.headers.get("cache-control")).toBe("no-store");
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
