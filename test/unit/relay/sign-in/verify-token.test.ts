import { createSigningKeys } from "../../../../relay/src/sign-in/signing-keys";
import { createTokenVerifier, largestTokenCharacters } from "../../../../relay/src/sign-in/verify-token";
import { idTokenClaims, personClaims, applicationClaims } from "../../../support/entra/claims";
import { entraSettings } from "../../../support/entra/relay-settings";
import {
  confusedToken,
  makeSigningKey,
  publishedKey,
  signToken,
  unsignedToken,
  type Claims,
} from "../../../support/entra/signing-key";
import {
  botApplication,
  hanako,
  otherTenant,
  paneApplication,
  relayAudience,
  serviceApplication,
  testTenant,
} from "../../../support/entra/tenant";

const authority = "https://login.example";
const issuer = `${authority}/${testTenant}/v2.0`;
const key = makeSigningKey();
const foreignKey = makeSigningKey(key.id);

/** A login service in this process; counts what it is asked for. */
function metadata(keys = [key]) {
  const asked: string[] = [];
  return {
    asked,
    keys,
    away: false,
    async fetch(this: void, url: string): Promise<unknown> {
      asked.push(url);
      if (self.away) throw new Error("no such host");
      return url.endsWith("/keys")
        ? { keys: self.keys.map((one) => publishedKey(one, issuer)) }
        : { issuer, jwks_uri: `${authority}/${testTenant}/discovery/v2.0/keys` };
    },
  };
}
let self: ReturnType<typeof metadata>;
let now: number;

function verifier(change: Parameters<typeof entraSettings>[1] = {}) {
  const settings = entraSettings({ origin: authority }, change);
  const clock = () => now;
  return createTokenVerifier(settings, createSigningKeys(settings, { fetch: self.fetch, now: clock }), clock);
}

beforeEach(() => {
  self = metadata();
  now = Date.now();
});

const person = (change: Claims = {}) => ({ ...personClaims(hanako, "User.Read GenAI.Use", { authority }), ...change });
const application = (id: string, roles: string[], change: Claims = {}) => ({
  ...applicationClaims(id, roles, { authority }),
  ...change,
});
/** Tables are made when the file is loaded, so this cannot be the clock of a test. */
const seconds = (offset: number) => Math.floor(Date.now() / 1000) + offset;

describe("a good token", () => {
  test("of a person says who, from where and by which application", async () => {
    expect(await verifier()(signToken(person(), key))).toEqual({
      tenantId: testTenant,
      objectId: hanako.objectId,
      clientId: paneApplication,
      kind: "person",
      groups: hanako.groups,
      roles: [],
      expiresAt: expect.any(Number) as number,
    });
  });

  test.each([
    ["the application id URI as audience", person({ aud: relayAudience }), {}],
    ["the type of RFC 9068", person(), { typ: "at+jwt" }],
    ["ids in capital letters", person({ tid: testTenant.toUpperCase(), oid: hanako.objectId.toUpperCase() }), {}],
    ["a clock that is half a minute ahead", person({ iat: seconds(30), nbf: seconds(30) }), {}],
    ["an end half a minute ago, which clocks may differ by", person({ iat: 1, nbf: 1, exp: seconds(-30) }), {}],
  ])("may have %s", async (_name, claims, header) => {
    await expect(verifier()(signToken(claims, key, header))).resolves.toMatchObject({ objectId: hanako.objectId });
  });

  test("of a bot or a service needs the application role and its place on the list", async () => {
    const verify = verifier();
    const service = signToken(application(serviceApplication, ["GenAI.Service"]), key);
    await expect(verify(service)).resolves.toMatchObject({ kind: "service", clientId: serviceApplication });
    const bot = signToken(application(botApplication, ["GenAI.Service"], { idtyp: "app" }), key);
    await expect(verify(bot)).resolves.toMatchObject({ kind: "bot" });
  });

  test("of version 1.0 only when that is configured, and then with the names of version 1.0", async () => {
    const claims = person({
      ver: "1.0",
      iss: `https://sts.windows.net/${testTenant}/`,
      appid: paneApplication,
      azp: undefined,
    });
    await expect(verifier()(signToken(claims, key))).rejects.toMatchObject({ code: "sign-in-required" });
    const verify = verifier({ acceptVersion1: true });
    await expect(verify(signToken(claims, key))).resolves.toMatchObject({ clientId: paneApplication });
    for (const mixed of [
      { ...claims, iss: issuer },
      { ...claims, ver: "2.0" },
      { ...claims, appid: undefined, azp: paneApplication },
    ]) {
      await expect(verify(signToken(mixed, key))).rejects.toMatchObject({ code: "sign-in-required" });
    }
  });
});

describe("a token that is wrong in one way", () => {
  const without = (name: string): Claims => Object.fromEntries(Object.entries(person()).filter(([n]) => n !== name));
  const good = signToken(person(), key);
  const [head, body, signature] = good.split(".") as [string, string, string];

  test.each([
    ["garbage", "garbage"],
    ["cut", good.slice(0, -20)],
    ["without its signature", `${head}.${body}.`],
    [
      "with a claim changed",
      `${head}.${Buffer.from(JSON.stringify(person({ oid: "x" }))).toString("base64url")}.${signature}`,
    ],
    ["signed by another key of the same id", signToken(person(), foreignKey)],
    ["of an unknown key", signToken(person(), key, { kid: "another" })],
    ["without a key id", signToken(person(), key, { kid: undefined })],
    ["unsigned", unsignedToken(person(), key)],
    ["signed with the public key as a secret", confusedToken(person(), key)],
    ["of another algorithm in its header", signToken(person(), key, { alg: "RS512" })],
    ["of another type", signToken(person(), key, { typ: "logout+jwt" })],
    ["without a type", signToken(person(), key, { typ: undefined })],
    ["with a critical extension", signToken(person(), key, { crit: ["exp"] })],
    ["with a key of its own", signToken(person(), foreignKey, { jwk: foreignKey.publicKey.export({ format: "jwk" }) })],
    ["that is no object", signToken("[]", key)],
    ["that is no JSON", signToken("{", key)],
    ["expired", signToken(person({ iat: 1, nbf: 1, exp: seconds(-61) }), key)],
    ["not yet valid", signToken(person({ nbf: seconds(120) }), key)],
    ["issued in the future", signToken(person({ iat: seconds(120) }), key)],
    ["that ends as text", signToken(person({ exp: "9999999999" }), key)],
    ["without an end", signToken(without("exp"), key)],
    ["without a beginning", signToken(without("nbf"), key)],
    ["without an issue time", signToken(without("iat"), key)],
    ["of another issuer", signToken(person({ iss: "https://evil.example/v2.0" }), key)],
    ["whose issuer only begins rightly", signToken(person({ iss: `${issuer}/` }), key)],
    ["of the issuer of another tenant", signToken(person({ iss: `${authority}/${otherTenant}/v2.0` }), key)],
    ["of the issuer of version 1.0", signToken(person({ iss: `https://sts.windows.net/${testTenant}/` }), key)],
    ["for another audience", signToken(person({ aud: "00000003-0000-0000-c000-000000000000" }), key)],
    ["for several audiences", signToken(person({ aud: [relayAudience, "other"] }), key)],
    ["of another tenant", signToken(person({ tid: otherTenant, iss: `${authority}/${otherTenant}/v2.0` }), key)],
    ["without a tenant", signToken(without("tid"), key)],
    ["without a person", signToken(without("oid"), key)],
    ["without an application", signToken(without("azp"), key)],
    ["without a version", signToken(without("ver"), key)],
    ["an ID token", signToken({ ...idTokenClaims(hanako, { authority }), aud: relayAudience }, key)],
    [
      "an ID token with roles",
      signToken({ ...idTokenClaims(hanako, { authority }), aud: relayAudience, roles: ["GenAI.Service"] }, key),
    ],
    ["too large", signToken(person({ groups: Array.from({ length: 1000 }, () => hanako.objectId) }), key)],
  ])("%s is refused: sign in", async (_name, token) => {
    const failure = (await verifier()(token).catch((error: unknown) => error)) as Error & { code: string };
    expect([failure.code, failure.message]).toEqual(["sign-in-required", "the token was not accepted"]);
    expect(failure.cause).toBeUndefined();
  });

  test.each([
    ["without a scope", without("scp")],
    ["of another scope", person({ scp: "User.Read" })],
    ["of a scope that only begins rightly", person({ scp: "GenAI.Use.All genai.use" })],
    ["with its scopes as a list", person({ scp: ["GenAI.Use"] })],
    ["of an application that is not listed", person({ azp: serviceApplication })],
    ["that calls itself an application's", person({ idtyp: "app" })],
    ["of an application without the role", application(serviceApplication, [])],
    ["of an application with an administrator's role", application(serviceApplication, ["GenAI.Admin.Officer"])],
    [
      "of an application that is not listed, with the role",
      application(paneApplication, ["GenAI.Service"], { sub: hanako.objectId, oid: hanako.objectId }),
    ],
    [
      "of an application whose subject is somebody else",
      application(serviceApplication, ["GenAI.Service"], { sub: "x" }),
    ],
  ])("%s is good and not enough: forbidden", async (_name, claims) => {
    await expect(verifier()(signToken(claims, key))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("the tenant is checked before anything is fetched, and a text that is too long before it is read", async () => {
    const verify = verifier();
    await expect(verify(signToken(person({ tid: otherTenant }), key))).rejects.toMatchObject({
      code: "sign-in-required",
    });
    await expect(verify("a".repeat(largestTokenCharacters + 1))).rejects.toMatchObject({ code: "sign-in-required" });
    expect(self.asked).toEqual([]);
  });
});

describe("what is remembered", () => {
  test("a token is verified once, and not let in after its end although it is remembered", async () => {
    const verify = verifier();
    const token = signToken(person({ exp: seconds(100) }), key);
    await verify(token);
    self.keys = [];
    now += 90_000;
    await expect(verify(token)).resolves.toMatchObject({ objectId: hanako.objectId });
    now += 71_000;
    await expect(verify(token)).rejects.toMatchObject({ code: "sign-in-required" });
  });

  test("a refusal is not remembered: a new key lets the same token in", async () => {
    const verify = verifier();
    const next = makeSigningKey();
    const token = signToken(person(), next);
    await expect(verify(token)).rejects.toMatchObject({ code: "sign-in-required" });
    self.keys = [next, key];
    now += 31_000;
    await expect(verify(token)).resolves.toBeDefined();
  });

  test("a token of a withdrawn key opens for five minutes more at most once the keys were fetched", async () => {
    const verify = verifier();
    const token = signToken(person({ exp: seconds(7200) }), key);
    await verify(token);
    const next = makeSigningKey();
    self.keys = [next];
    now += 31_000;
    await verify(signToken(person(), next));
    now += 300_000;
    await expect(verify(token)).rejects.toMatchObject({ code: "sign-in-required" });
  });
});
