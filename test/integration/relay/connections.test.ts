import { randomBytes } from "node:crypto";
import type { Upstream, UpstreamsConfig } from "../../../relay/src/config/upstream-settings";
import { startCognito, testPool, type CognitoOptions, type CognitoServer } from "../../support/cognito/cognito-server";
import type { IdClaims } from "../../support/cognito/id-tokens";
import {
  startIdentityPool,
  testIdentityPool,
  testProvider,
  type IdentityServer,
} from "../../support/cognito/identity-server";
import {
  answerReply,
  lambdaError,
  startLambdaServer,
  testFunctionArn,
  type LambdaServer,
} from "../../support/lambda/lambda-server";
import type { Reply } from "../../support/model-server";
import { post, readError, readEvents, startRelay, summarizeStep, type RelayUnderTest } from "./relay-under-test";

const newSession = (): string => randomBytes(32).toString("base64url");
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("signing in to GENAI through the relay", () => {
  let cognito: CognitoServer;
  let identity: IdentityServer;
  let lambda: LambdaServer;
  let under: RelayUnderTest;
  const sessions: string[] = [];

  async function start(options: CognitoOptions = {}, ...replies: Reply[]): Promise<void> {
    cognito = await startCognito(options);
    identity = await startIdentityPool();
    // A live view: keys that are given out later count as well.
    const known = { [Symbol.iterator]: () => identity.keys.keys() };
    lambda = await startLambdaServer(replies.length === 0 ? [answerReply("要約です。")] : replies, known);
    under = await startRelay({
      upstreamUrl: "http://127.0.0.1:9/v1",
      card: { contract: "predict-stream", upstream: "gennai" },
      connections: connections(),
    });
  }

  function connections(): UpstreamsConfig {
    const gennai: Upstream = {
      contract: "predict-stream",
      region: "ap-northeast-1",
      functionArn: testFunctionArn,
      identityPoolId: testIdentityPool,
      userPoolProvider: testProvider,
      endpoint: lambda.origin,
      identityEndpoint: identity.origin,
      credentials: { kind: "cognito-user", signIn: "gennai" },
      retry: { initialDelayMs: 5 },
    };
    return {
      upstreams: new Map([["gennai", gennai]]),
      signIns: new Map([
        [
          "gennai",
          {
            kind: "cognito" as const,
            ...testPool,
            domain: cognito.origin,
            issuer: cognito.issuer,
            endpoint: cognito.origin,
            scopes: ["openid", "email"],
            identityProvider: "entra-id",
          },
        ],
      ]),
    };
  }

  afterEach(async () => {
    expectNoSecretInLog();
    await under.relay.stop();
    await Promise.all([cognito.close(), identity.close(), lambda.close()]);
    sessions.length = 0;
  });

  function expectNoSecretInLog(): void {
    const all = under.logLines.join("");
    const keys = [...identity.keys.keys()].flatMap((each) => [each.secretAccessKey, each.sessionToken]);
    for (const secret of [...cognito.secrets, ...keys, ...sessions]) expect(all).not.toContain(secret);
    for (const word of ["code_challenge", "state=", "秘密", "議事録の要約", "hanako"]) expect(all).not.toContain(word);
  }

  function session(): string {
    const made = newSession();
    sessions.push(made);
    return made;
  }

  const headers = (of?: string): Record<string, string> => (of === undefined ? {} : { "X-Relay-Session": of });

  function ask(path: string, of: string | undefined, body: unknown = {}): Promise<Response> {
    return post(`${under.origin}/api/connections/${path}`, body, { headers: headers(of) });
  }

  async function startSignIn(of: string): Promise<{ authorizeUrl: string; state: string }> {
    const reply = await ask("gennai/start", of);
    expect(reply.status).toBe(200);
    expect(reply.headers.get("cache-control")).toBe("no-store");
    return (await reply.json()) as { authorizeUrl: string; state: string };
  }

  async function codeFor(authorizeUrl: string, person: string): Promise<{ state: string; code: string }> {
    cognito.person = person;
    const back = await cognito.browse(authorizeUrl);
    expect(back.origin + back.pathname).toBe(`${under.origin}/api/connections/callback`);
    return { state: back.searchParams.get("state")!, code: back.searchParams.get("code")! };
  }

  async function signIn(of: string, person = "hanako"): Promise<void> {
    const { authorizeUrl, state } = await startSignIn(of);
    const answer = await codeFor(authorizeUrl, person);
    expect(answer.state).toBe(state);
    // The browser opens the page with the code in its address: that must not be in the log either.
    await fetch(`${under.origin}/api/connections/callback?${new URLSearchParams(answer).toString()}`);
    const finished = await ask("gennai/finish", of, answer);
    expect([finished.status, await finished.json()]).toEqual([200, { name: "gennai", signedIn: true }]);
  }

  async function signedIn(of?: string): Promise<unknown> {
    return (await fetch(`${under.origin}/api/connections`, { headers: headers(of) })).json();
  }

  async function runStep(of?: string): Promise<Awaited<ReturnType<typeof readEvents>>> {
    return readEvents(await post(`${under.origin}/api/steps`, summarizeStep(), { headers: headers(of) }));
  }

  const whoseKeys = (): unknown[] =>
    lambda.invocations.map(
      ({ accessKeyId }) => [...identity.keys].find(([keys]) => keys.accessKeyId === accessKeyId)?.[1],
    );

  const signInRequired = { type: "failed", partial: "", error: { code: "sign-in-required", retryable: false } };

  test("a person signs in, and a step runs with their own identity", async () => {
    await start();
    const mine = session();
    expect(await signedIn(mine)).toEqual([{ name: "gennai", kind: "cognito", signedIn: false }]);
    expect((await runStep(mine)).at(-1)).toMatchObject(signInRequired);
    const { authorizeUrl } = await startSignIn(mine);
    const asked = new URL(authorizeUrl).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      client_id: testPool.clientId,
      scope: "openid email",
      identity_provider: "entra-id",
      code_challenge_method: "S256",
    });
    expect(asked.get("nonce")).toMatch(/^[\w-]{43}$/);
    await signIn(mine);
    expect(await signedIn(mine)).toEqual([{ name: "gennai", kind: "cognito", signedIn: true }]);
    const events = await runStep(mine);
    expect(events.filter(({ type }) => type === "text-delta")).toEqual([{ type: "text-delta", text: "要約です。" }]);
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
    expect(whoseKeys()).toEqual(["sub-of-hanako"]);
  });

  test("keys are fetched once for many steps, and anew when they are about to expire", async () => {
    await start();
    const mine = session();
    await signIn(mine);
    await Promise.all([runStep(mine), runStep(mine), runStep(mine)]);
    await runStep(mine);
    expect(identity.calls).toEqual(["GetId", "GetCredentialsForIdentity"]);
    expect(cognito.grants).toEqual(["authorization_code"]);
    expect(lambda.invocations).toHaveLength(4);
  });

  test("two sessions share no token, and a session without a person has none", async () => {
    await start();
    const [first, second, third] = [session(), session(), session()];
    await signIn(first, "hanako");
    await signIn(second, "taro");
    await runStep(first);
    await runStep(second);
    await runStep(first);
    expect(whoseKeys()).toEqual(["sub-of-hanako", "sub-of-taro", "sub-of-hanako"]);
    expect((await runStep(third)).at(-1)).toMatchObject(signInRequired);
    expect((await runStep(undefined)).at(-1)).toMatchObject(signInRequired);
    expect(await signedIn(third)).toEqual([{ name: "gennai", kind: "cognito", signedIn: false }]);
    expect(lambda.invocations).toHaveLength(3);
  });

  test("another person in the same session gets none of the first one's keys", async () => {
    await start();
    const mine = session();
    await signIn(mine, "hanako");
    await runStep(mine);
    await signIn(mine, "taro");
    await runStep(mine);
    expect(whoseKeys()).toEqual(["sub-of-hanako", "sub-of-taro"]);
    // The first person's refresh token is worth nothing any more.
    expect([...cognito.refreshTokens.values()]).toEqual(["taro"]);
  });

  test("an attacker's start and a victim's code cannot be joined, from either side", async () => {
    await start();
    const [attacker, victim] = [session(), session()];
    const attack = await startSignIn(attacker);
    // The victim followed the attacker's link and signed in; the code came back to the victim's browser.
    const stolen = await codeFor(attack.authorizeUrl, "hanako");
    const byVictim = await ask("gennai/finish", victim, stolen);
    expect([byVictim.status, (await readError(byVictim)).code]).toEqual([403, "forbidden"]);
    // The victim's own sign-in, whose code the attacker got hold of.
    const own = await startSignIn(victim);
    const answer = await codeFor(own.authorizeUrl, "hanako");
    for (const state of [answer.state, attack.state]) {
      const reply = await ask("gennai/finish", attacker, { ...answer, state });
      expect([reply.status, (await readError(reply)).code]).not.toEqual([200, undefined]);
      expect(reply.status).toBe(state === attack.state ? 401 : 403);
    }
    expect(await signedIn(attacker)).toEqual([{ name: "gennai", kind: "cognito", signedIn: false }]);
    expect(await signedIn(victim)).toEqual([{ name: "gennai", kind: "cognito", signedIn: false }]);
    expect((await runStep(attacker)).at(-1)).toMatchObject(signInRequired);
  });

  test("an answer is good once, and a made-up one not at all", async () => {
    await start();
    const mine = session();
    const { authorizeUrl } = await startSignIn(mine);
    const answer = await codeFor(authorizeUrl, "hanako");
    expect((await ask("gennai/finish", mine, answer)).status).toBe(200);
    expect((await ask("gennai/finish", mine, answer)).status).toBe(403);
    expect((await ask("gennai/finish", mine, { state: "x", code: "y" })).status).toBe(403);
    expect((await ask("gennai/finish", mine, { state: 1 })).status).toBe(400);
    expect((await ask("gennai/finish", mine, { ...answer, code: "x".repeat(5000) })).status).toBe(400);
    const other = await startSignIn(mine);
    const wrong = await ask("gennai/finish", mine, { state: other.state, code: "made-up" });
    expect([wrong.status, (await readError(wrong)).code]).toEqual([401, "sign-in-required"]);
  });

  test("without a session nobody signs in, and what is not there is not found", async () => {
    await start();
    for (const action of ["start", "finish", "sign-out"]) {
      const reply = await ask(`gennai/${action}`, undefined);
      expect([reply.status, (await readError(reply)).code]).toEqual([403, "forbidden"]);
      expect((await ask(`nothing/${action}`, session())).status).toBe(404);
    }
    expect((await ask("gennai/start", "short")).status).toBe(400);
    const mine = session();
    const foreign = { ...headers(mine), Origin: "https://evil.example" };
    expect((await post(`${under.origin}/api/connections/gennai/start`, {}, { headers: foreign })).status).toBe(403);
    expect(await signedIn(undefined)).toEqual([{ name: "gennai", kind: "cognito", signedIn: false }]);
  });

  test.each<[string, (claims: IdClaims) => IdClaims]>([
    ["another audience", (claims) => ({ ...claims, aud: "another-client" })],
    ["another issuer", (claims) => ({ ...claims, iss: "https://evil.example" })],
    ["another nonce", (claims) => ({ ...claims, nonce: "another" })],
    ["the past", (claims) => ({ ...claims, exp: 1 })],
    ["an access token", (claims) => ({ ...claims, token_use: "access" })],
  ])("a token for %s is not taken", async (_, tamper) => {
    await start();
    const mine = session();
    cognito.tamper = tamper;
    const { authorizeUrl } = await startSignIn(mine);
    const reply = await ask("gennai/finish", mine, await codeFor(authorizeUrl, "hanako"));
    expect([reply.status, (await readError(reply)).code]).toEqual([502, "upstream-unauthorized"]);
    expect(await signedIn(mine)).toEqual([{ name: "gennai", kind: "cognito", signedIn: false }]);
  });

  test("signing out forgets and revokes; also when the pool cannot be told", async () => {
    await start();
    const mine = session();
    await signIn(mine);
    await runStep(mine);
    const reply = await ask("gennai/sign-out", mine);
    expect(await reply.json()).toEqual({ name: "gennai", signedIn: false, revoked: true });
    expect(cognito.refreshTokens.size).toBe(0);
    expect((await runStep(mine)).at(-1)).toMatchObject(signInRequired);
    expect(await (await ask("gennai/sign-out", mine)).json()).toMatchObject({ revoked: false });
    await signIn(mine);
    await cognito.close();
    expect(await (await ask("gennai/sign-out", mine)).json()).toMatchObject({ signedIn: false, revoked: false });
    expect(await signedIn(mine)).toEqual([{ name: "gennai", kind: "cognito", signedIn: false }]);
    expect((await runStep(mine)).at(-1)).toMatchObject(signInRequired);
  });

  test("a token that expires is refreshed, once for all who ask, until Cognito ends the session", async () => {
    await start({ idTokenSeconds: 2 });
    const mine = session();
    await signIn(mine);
    identity.seconds = 1;
    // Half of its life is over: whoever asks now has a new one fetched, and does not wait for it.
    await pause(1100);
    await Promise.all([runStep(mine), runStep(mine), runStep(mine)]);
    while (cognito.grants.length < 2) await pause(10);
    expect(cognito.grants).toEqual(["authorization_code", "refresh_token"]);
    expect(lambda.invocations).toHaveLength(3);
    cognito.refreshTokens.clear();
    await pause(2100);
    expect((await runStep(mine)).at(-1)).toMatchObject(signInRequired);
    expect(await signedIn(mine)).toEqual([{ name: "gennai", kind: "cognito", signedIn: false }]);
  });

  test("keys that AWS does not take any more are fetched anew", async () => {
    await start({}, lambdaError(403, "ExpiredTokenException"), answerReply("要約です。"));
    const mine = session();
    await signIn(mine);
    expect((await runStep(mine)).at(-1)).toEqual({ type: "finished", reason: "stop" });
    expect(identity.calls.filter((call) => call === "GetCredentialsForIdentity")).toHaveLength(2);
  });

  test("what the person may not, and what the pool refuses, is about the connection, without a word of AWS", async () => {
    await start({}, lambdaError(403, "AccessDeniedException"));
    const mine = session();
    await signIn(mine);
    expect((await runStep(mine)).at(-1)).toMatchObject({ type: "failed", error: { code: "upstream-unauthorized" } });
    identity.fault = lambdaError(429, "TooManyRequestsException");
    const other = session();
    await signIn(other);
    const last = (await runStep(other)).at(-1);
    expect(last).toMatchObject({ type: "failed", error: { code: "rate-limited", retryable: true } });
    expect(JSON.stringify(last)).not.toContain("秘密");
  });

  test("the page a sign-in ends on has no script in it, and is for our own name only", async () => {
    await start();
    const address = `${under.origin}/api/connections/callback`;
    const page = await fetch(`${address}?code=a&state="><script>alert(1)</script>`, {
      headers: { "Sec-Fetch-Site": "cross-site" },
    });
    expect(page.status).toBe(200);
    expect(page.headers.get("cache-control")).toBe("no-store");
    expect(page.headers.get("referrer-policy")).toBe("no-referrer");
    expect(page.headers.get("content-security-policy")).not.toMatch(/script-src[^;]*unsafe/);
    const html = await page.text();
    expect(html).not.toContain("alert");
    const script = /<script src="([^"]+)"[^>]*><\/script>/.exec(html)![1]!;
    expect(html.match(/<script/g)).toHaveLength(1);
    const code = await fetch(under.origin + script);
    expect(code.headers.get("content-type")).toContain("text/javascript");
    expect(await code.text()).toContain("postMessage(message, location.origin)");
  });
});
