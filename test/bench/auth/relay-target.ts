import { createRelay, defaultModelsFile, readModelsFile, relayDefaults } from "@genai-office/relay";
import { startEntra } from "../../support/entra/entra-server";
import { entraSettings } from "../../support/entra/relay-settings";
import { applicationClaims, personClaims } from "../../support/entra/claims";
import { confusedToken, makeSigningKey, signToken, unsignedToken, type Claims } from "../../support/entra/signing-key";
import {
  botApplication,
  hanako,
  otherTenant,
  paneApplication,
  relayAudience,
  serviceApplication,
  testTenant,
} from "../../support/entra/tenant";
import type { AuthCase, AuthTarget } from "./send-case";

const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;

/** A relay with sign-in before the embedded engine, and tokens for it. */
export async function openRelayTarget(): Promise<AuthTarget> {
  const entra = await startEntra();
  const relay = createRelay({
    ...relayDefaults,
    port: 0,
    logLevel: "silent",
    catalogue: readModelsFile(defaultModelsFile),
    entra: entraSettings(entra),
  });
  const { port } = await relay.start();
  const key = entra.keys[0]!;
  const foreign = makeSigningKey();
  const authority = entra.origin;
  const claims = (change: Claims = {}): Claims => ({ ...personClaims(hanako, "GenAI.Use", { authority }), ...change });
  const application = (id: string, roles: string[], change: Claims = {}): Claims => ({
    ...applicationClaims(id, roles, { authority }),
    ...change,
  });
  const signed = (change: Claims, header: Record<string, unknown> = {}): string =>
    signToken(claims(change), key, header);
  const good = signed({});
  const [head, body, signature] = good.split(".") as [string, string, string];
  const foreignPerson = "77777777-aaaa-4bbb-8ccc-0000000000ff";
  const changed = Buffer.from(JSON.stringify(claims({ oid: foreignPerson }))).toString("base64url");

  const tokens: [string, string][] = [
    ["garbage", "garbage"],
    ["three parts of garbage", "a.b.c"],
    ["truncated", good.slice(0, -20)],
    ["truncated in the claims", good.slice(0, head.length + 20)],
    ["without its signature", `${head}.${body}.`],
    ["claims changed", `${head}.${changed}.${signature}`],
    ["signature of another token", `${head}.${body}.${signed({ uti: "x" }).split(".")[2]}`],
    ["signed by another key under the same id", signToken(claims(), foreign, { kid: key.id })],
    ["alg none", unsignedToken(claims(), key)],
    [
      "alg None with the signature kept",
      `${Buffer.from('{"alg":"None","typ":"JWT"}').toString("base64url")}.${body}.${signature}`,
    ],
    ["HS256 with the public key", confusedToken(claims(), key)],
    ["alg RS512 in the header", signed({}, { alg: "RS512" })],
    ["alg PS256 in the header", signed({}, { alg: "PS256" })],
    ["unknown kid", signed({}, { kid: "unknown" })],
    ["no kid", signed({}, { kid: undefined })],
    ["a key in the header (jwk)", signToken(claims(), foreign, { jwk: foreign.publicKey.export({ format: "jwk" }) })],
    ["an address of keys in the header (jku)", signToken(claims(), foreign, { jku: "http://127.0.0.1:9/keys" })],
    ["a critical extension", signed({}, { crit: ["b64"], b64: false })],
    ["expired an hour ago", signed({ iat: seconds(-7200), nbf: seconds(-7200), exp: seconds(-3600) })],
    ["expired two minutes ago", signed({ iat: seconds(-7200), nbf: seconds(-7200), exp: seconds(-120) })],
    ["not yet valid", signed({ nbf: seconds(600) })],
    ["issued in the future", signed({ iat: seconds(600) })],
    ["no expiry", signed({ exp: undefined })],
    ["expiry as text", signed({ exp: String(seconds(3600)) })],
    ["wrong issuer", signed({ iss: "https://login.evil.example/v2.0" })],
    ["issuer with a slash more", signed({ iss: `${authority}/${testTenant}/v2.0/` })],
    ["v1 issuer", signed({ iss: `https://sts.windows.net/${testTenant}/`, ver: "1.0", appid: paneApplication })],
    ["v1 issuer calling itself v2", signed({ iss: `https://sts.windows.net/${testTenant}/` })],
    ["wrong audience (Graph)", signed({ aud: "00000003-0000-0000-c000-000000000000" })],
    ["audience is the pane itself", signed({ aud: paneApplication })],
    ["audience as a list", signed({ aud: [relayAudience] })],
    ["wrong tenant", signed({ tid: otherTenant, iss: `${authority}/${otherTenant}/v2.0` })],
    ["tenant of another issuer", signed({ tid: otherTenant })],
    ["no tenant", signed({ tid: undefined })],
    ["no scope", signed({ scp: undefined })],
    ["wrong scope", signed({ scp: "User.Read openid" })],
    ["scope in another case", signed({ scp: "genai.use" })],
    ["scope that begins alike", signed({ scp: "GenAI.Use.All" })],
    ["of an application that is not listed", signed({ azp: otherTenant })],
    ["no person", signed({ oid: undefined })],
    [
      "app-only, not listed",
      signToken(application(paneApplication, ["GenAI.Service"], { oid: foreignPerson, sub: foreignPerson }), key),
    ],
    ["app-only, without the role", signToken(application(serviceApplication, []), key)],
    ["app-only of the bot, for nobody", signToken(application(botApplication, ["GenAI.Service"]), key)],
    ["ID token", entra.idToken()],
    ["ID token with the relay as audience", entra.idToken(hanako, { aud: relayAudience })],
    ["ID token with a scope", entra.idToken(hanako, { aud: relayAudience, scp: "GenAI.Use" })],
    ["wrong typ", signed({}, { typ: "logout+jwt" })],
    ["no typ", signed({}, { typ: undefined })],
    ["claims are a list", signToken("[]", key)],
    ["extra large, below the limit of HTTP", signed({ groups: Array.from({ length: 260 }, () => otherTenant) })],
    ["extra large", signed({ groups: Array.from({ length: 2000 }, () => otherTenant) })],
  ];
  const bearer = (token: string): string[] => ["Authorization", `Bearer ${token}`];
  const other: AuthCase[] = [
    { name: "missing", expected: "refused", headers: [] },
    { name: "empty", expected: "refused", headers: ["Authorization", ""] },
    { name: "scheme alone", expected: "refused", headers: ["Authorization", "Bearer"] },
    { name: "no scheme", expected: "refused", headers: ["Authorization", good] },
    { name: "another scheme", expected: "refused", headers: ["Authorization", `Basic ${good}`] },
    { name: "bearer in the query", expected: "refused", headers: [], query: `?access_token=${good}` },
    { name: "bearer in a cookie", expected: "refused", headers: ["Cookie", `access_token=${good}`] },
    {
      name: "two Authorization headers, good first",
      expected: "refused",
      headers: [...bearer(good), ...bearer("a.b.c")],
    },
    {
      name: "two Authorization headers, good last",
      expected: "refused",
      headers: [...bearer("a.b.c"), ...bearer(good)],
    },
    { name: "two tokens in one header", expected: "refused", headers: bearer(`${good}, Bearer ${good}`) },
    {
      name: "a person who speaks for another",
      expected: "refused",
      headers: [...bearer(good), "X-GenAI-On-Behalf-Of", foreignPerson],
    },
    { name: "valid", expected: "accepted", headers: bearer(good) },
    { name: "valid again, out of the cache", expected: "accepted", headers: bearer(good) },
    { name: "lower-case scheme", expected: "accepted", headers: ["authorization", `bearer ${good}`] },
    { name: "audience as application id URI", expected: "accepted", headers: bearer(signed({ aud: relayAudience })) },
    { name: "typ at+jwt", expected: "accepted", headers: bearer(signed({}, { typ: "at+jwt" })) },
    {
      name: "app-only, listed, with the role",
      expected: "accepted",
      headers: bearer(signToken(application(serviceApplication, ["GenAI.Service"]), key)),
    },
    {
      name: "app-only of the bot, for a person",
      expected: "accepted",
      headers: [
        ...bearer(signToken(application(botApplication, ["GenAI.Service"]), key)),
        "X-GenAI-On-Behalf-Of",
        hanako.objectId,
      ],
    },
  ];
  return {
    name: "relay",
    port,
    method: "GET",
    path: "/api/models",
    cases: [
      ...tokens.map(([name, token]): AuthCase => ({ name, expected: "refused", headers: bearer(token) })),
      ...other,
    ],
    seen: new Map(),
    async close() {
      await relay.stop();
      await entra.close();
    },
  };
}
