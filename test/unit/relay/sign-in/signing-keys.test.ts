import {
  cooldownMs,
  createSigningKeys,
  keepMs,
  maximumAgeMs,
  refreshAfterMs,
} from "../../../../relay/src/sign-in/signing-keys";
import { makeSigningKey, publishedKey } from "../../../support/entra/signing-key";
import { testTenant } from "../../../support/entra/tenant";

const authority = "https://login.example";
const issuer = `${authority}/${testTenant}/v2.0`;
const first = makeSigningKey("first");
const second = makeSigningKey("second");

let now: number;
let published: Record<string, unknown>[];
let configuration: Record<string, unknown>;
let away: boolean;
/** A login service that takes a request and does not answer before this resolves. */
let silent: Promise<void> | undefined;
let fetched: string[];
let failures: unknown[];

beforeEach(() => {
  now = 1_000_000_000;
  published = [publishedKey(first, issuer)];
  configuration = { issuer, jwks_uri: `${authority}/${testTenant}/discovery/v2.0/keys` };
  away = false;
  silent = undefined;
  fetched = [];
  failures = [];
});

function keys(change: { keysOrigin?: string } = {}, waitMs = 60_000) {
  return createSigningKeys(
    { authority, tenantIds: [testTenant], ...change },
    {
      now: () => now,
      waitMs,
      onFailure: (_tenant, error) => failures.push(error),
      fetch: async (url) => {
        fetched.push(url);
        await silent;
        if (away) throw new Error("away");
        return url.endsWith("openid-configuration") ? configuration : { keys: published };
      },
    },
  );
}

test("keys are fetched once, by way of the configuration, also for many who ask at once", async () => {
  const known = keys();
  const found = await Promise.all(Array.from({ length: 50 }, () => known.find(testTenant, "first")));
  expect(found.every((key) => key !== undefined)).toBe(true);
  expect(fetched).toEqual([
    `${issuer}/.well-known/openid-configuration`,
    `${authority}/${testTenant}/discovery/v2.0/keys`,
  ]);
});

test("a rotated key is found at its first use; invented key ids make one fetch in half a minute", async () => {
  const known = keys();
  await known.find(testTenant, "first");
  published = [publishedKey(second, issuer), publishedKey(first, issuer)];
  for (let asked = 0; asked < 20; asked++) expect(await known.find(testTenant, `invented-${asked}`)).toBeUndefined();
  expect(fetched).toHaveLength(2);
  now += cooldownMs;
  expect(await known.find(testTenant, "second")).toBeDefined();
  expect(await known.find(testTenant, "first")).toBeDefined();
  for (let asked = 0; asked < 20; asked++) expect(await known.find(testTenant, `invented-${asked}`)).toBeUndefined();
  expect(fetched).toHaveLength(4);
});

test("a key that was withdrawn is gone after the next refresh, which nobody waits for", async () => {
  const known = keys();
  await known.find(testTenant, "first");
  published = [publishedKey(second, issuer)];
  now += refreshAfterMs;
  expect(await known.find(testTenant, "first")).toBeDefined();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await known.find(testTenant, "second")).toBeDefined();
  expect(await known.find(testTenant, "first")).toBeUndefined();
});

describe("keys that nobody asked about for a night", () => {
  test("are fetched again before one of them is believed: a withdrawn one opens nothing, not even once", async () => {
    const known = keys();
    await known.find(testTenant, "first");
    published = [publishedKey(second, issuer)];
    now += maximumAgeMs;
    const found = await Promise.all(Array.from({ length: 20 }, () => known.find(testTenant, "first")));
    expect(found.every((key) => key === undefined)).toBe(true);
    expect(fetched).toHaveLength(4);
  });

  test("go on being used when the login service is away, and one try in half a minute is waited for", async () => {
    const known = keys();
    await known.find(testTenant, "first");
    away = true;
    now += maximumAgeMs;
    expect(await known.find(testTenant, "first")).toBeDefined();
    expect(failures).toHaveLength(1);
    for (let asked = 0; asked < 20; asked++) expect(await known.find(testTenant, "first")).toBeDefined();
    expect(failures).toHaveLength(1);
    away = false;
    published = [publishedKey(second, issuer)];
    now += cooldownMs;
    expect(await known.find(testTenant, "first")).toBeUndefined();
  });

  test("are waited for as long as is told when the login service does not answer, once for all requests", async () => {
    const waitMs = 30;
    const known = keys({}, waitMs);
    await known.find(testTenant, "first");
    let answer = (): void => undefined;
    silent = new Promise((resolve) => (answer = resolve));
    published = [publishedKey(second, issuer)];
    now += maximumAgeMs;
    expect(await known.find(testTenant, "first")).toBeDefined();
    // The time is over for whoever comes later: that one does not wait anew.
    now += waitMs;
    let found: unknown;
    void known.find(testTenant, "first").then((key) => (found = key));
    await new Promise((resolve) => setImmediate(resolve));
    expect(found).toBeDefined();
    expect(fetched).toHaveLength(3);
    answer();
    await known.find(testTenant, "second");
    expect(await known.find(testTenant, "first")).toBeUndefined();
  });
});

test("while the login service is away known keys are used for a day, then nobody comes in", async () => {
  const known = keys();
  await known.find(testTenant, "first");
  away = true;
  now += keepMs - 1;
  expect(await known.find(testTenant, "first")).toBeDefined();
  now += cooldownMs;
  await expect(known.find(testTenant, "first")).rejects.toMatchObject({ code: "unavailable", retryable: true });
  const asked = fetched.length;
  await expect(known.find(testTenant, "first")).rejects.toMatchObject({ code: "unavailable" });
  expect(fetched).toHaveLength(asked);
  away = false;
  now += cooldownMs;
  expect(await known.find(testTenant, "first")).toBeDefined();
});

test("without any keys the answer is that they cannot be known, not that the token is wrong", async () => {
  away = true;
  const known = keys();
  await known.warm();
  await expect(known.find(testTenant, "first")).rejects.toMatchObject({ code: "unavailable" });
  expect(failures).toHaveLength(1);
});

test("a tenant that is not allowed is never asked about", async () => {
  expect(await keys().find("22222222-aaaa-4bbb-8ccc-000000000002", "first")).toBeUndefined();
  expect(fetched).toEqual([]);
});

test("in a closed network documents are fetched under another name, with the issuer unchanged", async () => {
  expect(await keys({ keysOrigin: "https://gateway.example" }).find(testTenant, "first")).toBeDefined();
  expect(fetched.map((url) => new URL(url).origin)).toEqual(["https://gateway.example", "https://gateway.example"]);
});

describe("keys are not taken", () => {
  test.each([
    ["from the configuration of another issuer", () => (configuration.issuer = "https://evil.example/v2.0")],
    ["from another origin", () => (configuration.jwks_uri = "https://evil.example/keys")],
    ["from no address", () => (configuration.jwks_uri = 1)],
    ["of another kind", () => (published = [{ kty: "oct", k: "c2VjcmV0", kid: "first" }])],
    ["for encryption", () => (published = [{ ...published[0], use: "enc" }])],
    ["for another algorithm", () => (published = [{ ...published[0], alg: "HS256" }])],
    ["of another issuer", () => (published = [publishedKey(first, `${authority}/other/v2.0`)])],
    ["that are too short", () => (published = [{ ...published[0], n: Buffer.alloc(128, 255).toString("base64url") }])],
  ])("%s", async (_name, change) => {
    change();
    await expect(keys().find(testTenant, "first")).rejects.toMatchObject({ code: "unavailable" });
  });
});

test("the key of all tenants, as Entra publishes it, counts for each", async () => {
  published = [publishedKey(first, `${authority}/{tenantid}/v2.0`)];
  expect(await keys().find(testTenant, "first")).toBeDefined();
});
