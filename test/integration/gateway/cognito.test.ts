import {
  createCognitoSignIn,
  createIdentityPool,
  createServiceAccount,
  type CognitoSignIn,
  type UserPoolSettings,
} from "@genai-office/shared/gateway/cognito";
import type { Clock } from "@genai-office/shared/gateway";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { startCognito, testPool, type CognitoOptions, type CognitoServer } from "../../support/cognito/cognito-server";
import {
  startIdentityPool,
  testIdentityPool,
  testProvider,
  type IdentityServer,
} from "../../support/cognito/identity-server";
import { lambdaError } from "../../support/lambda/lambda-server";

const redirectUri = "http://localhost:3000/api/connections/callback";

/** Time that only moves when a test says so; timers are the runtime's. */
function testClock(): Clock & { advance(milliseconds: number): void } {
  let ahead = 0;
  return {
    now: () => performance.now() + ahead,
    date: () => Date.now() + ahead,
    setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
    clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
    advance: (milliseconds) => void (ahead += milliseconds),
  };
}

const hour = 3_600_000;

async function failureOf(promise: Promise<unknown>): Promise<GenaiError> {
  const thrown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!GenaiError.isInstance(thrown)) throw new Error("did not fail by name");
  expect(`${thrown.message} ${JSON.stringify(thrown)} ${String(thrown.cause)}`).not.toMatch(/秘密|refresh-|code-|eyJ/);
  return thrown;
}

describe("a person's tokens", () => {
  let cognito: CognitoServer;
  let clock: ReturnType<typeof testClock>;
  let signIn: CognitoSignIn;

  async function start(options: CognitoOptions = {}): Promise<void> {
    cognito = await startCognito(options);
    clock = testClock();
    signIn = createCognitoSignIn(settingsOf(options), { clock, timeoutMs: 300 });
  }
  afterEach(() => cognito.close());

  function settingsOf({ clientSecret }: CognitoOptions): UserPoolSettings {
    return {
      domain: cognito.origin,
      issuer: cognito.issuer,
      clientId: testPool.clientId,
      scopes: ["openid"],
      ...(clientSecret === undefined ? {} : { clientSecret: async () => clientSecret }),
    };
  }

  async function signInAs(caller: string, person = "hanako"): Promise<void> {
    cognito.person = person;
    const { authorizeUrl } = await signIn.start(caller, redirectUri);
    const back = (await cognito.browse(authorizeUrl)).searchParams;
    await signIn.finish(caller, { state: back.get("state")!, code: back.get("code")! });
  }

  test.each([undefined, "9secretofthetestclient8"])("a client with secret %s", async (clientSecret) => {
    await start(clientSecret === undefined ? {} : { clientSecret });
    await signInAs("a");
    expect(await signIn.token("a")()).toMatch(/^eyJ/);
  });

  test("is the same token until five minutes before its end, then another", async () => {
    await start();
    await signInAs("a");
    const first = await signIn.token("a")();
    clock.advance(23 * hour + 54 * 60_000);
    expect(await signIn.token("a")()).toBe(first);
    clock.advance(2 * 60_000);
    const asked = await Promise.all([signIn.token("a")(), signIn.token("a")(), signIn.token("a")()]);
    // The old one is still good: nobody waits for the new one, which is fetched once.
    expect(asked).toEqual([first, first, first]);
    while ((await signIn.token("a")()) === first) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(cognito.grants).toEqual(["authorization_code", "refresh_token"]);
  });

  test("refresh tokens that are good once are replaced by the new one each time", async () => {
    await start({ rotation: true });
    await signInAs("a");
    for (let day = 0; day < 3; day++) {
      clock.advance(24 * hour);
      expect(await signIn.token("a")()).toMatch(/^eyJ/);
    }
    expect(cognito.refreshTokens.size).toBe(1);
    expect(await signIn.signOut("a")).toBe(true);
    expect(cognito.refreshTokens.size).toBe(0);
  });

  test("a token endpoint that is down: the token is used to its end, and nobody is signed out", async () => {
    await start();
    await signInAs("a");
    const first = await signIn.token("a")();
    cognito.fault = (response) => void response.writeHead(503).end("秘密の説明");
    clock.advance(24 * hour - 60_000);
    expect(await signIn.token("a")()).toBe(first);
    clock.advance(2 * 60_000);
    expect(await failureOf(signIn.token("a")())).toMatchObject({ code: "unavailable", retryable: true });
    cognito.fault = () => undefined;
    expect(await failureOf(signIn.token("a")())).toMatchObject({ code: "timeout", retryable: true });
    cognito.fault = (response) => void response.destroy();
    expect(await failureOf(signIn.token("a")())).toMatchObject({ code: "connection-failed", retryable: true });
    cognito.fault = (response) => void response.writeHead(200, { "Content-Type": "text/html" }).end("<html>秘密");
    expect(await failureOf(signIn.token("a")())).toMatchObject({ code: "upstream-unauthorized", retryable: false });
    cognito.fault = undefined;
    expect(signIn.isSignedIn("a")).toBe(true);
    expect(await signIn.token("a")()).not.toBe(first);
  });

  test("invalid_grant ends the session", async () => {
    await start();
    await signInAs("a");
    cognito.refreshTokens.clear();
    clock.advance(24 * hour);
    expect(await failureOf(signIn.token("a")())).toMatchObject({ code: "sign-in-required", retryable: false });
    expect(signIn.isSignedIn("a")).toBe(false);
  });

  test("a refreshed token of another person is not taken", async () => {
    await start();
    await signInAs("a");
    cognito.tamper = (claims) => ({ ...claims, sub: "sub-of-somebody-else" });
    clock.advance(24 * hour);
    expect(await failureOf(signIn.token("a")())).toMatchObject({ code: "upstream-unauthorized" });
  });

  test("signing out while a token is being refreshed leaves nothing behind", async () => {
    await start({ rotation: true });
    await signInAs("a");
    clock.advance(24 * hour);
    const asked = failureOf(signIn.token("a")());
    const signedOut = signIn.signOut("a");
    expect(await asked).toMatchObject({ code: "sign-in-required" });
    await signedOut;
    for (let waited = 0; cognito.refreshTokens.size > 0 && waited < 1000; waited += 10)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(cognito.refreshTokens.size).toBe(0);
    expect(signIn.isSignedIn("a")).toBe(false);
  });

  test("a sign-in waits ten minutes, and only the last five of a caller wait", async () => {
    await start();
    const { authorizeUrl } = await signIn.start("a", redirectUri);
    const late = (await cognito.browse(authorizeUrl)).searchParams;
    clock.advance(10 * 60_000);
    const answer = { state: late.get("state")!, code: late.get("code")! };
    expect(await failureOf(signIn.finish("a", answer))).toMatchObject({ code: "forbidden" });
    const started = [];
    for (let index = 0; index < 6; index++) started.push(await signIn.start("a", redirectUri));
    const [first, second] = await Promise.all(started.slice(0, 2).map((each) => cognito.browse(each.authorizeUrl)));
    const answerOf = (back: URL) => ({
      state: back.searchParams.get("state")!,
      code: back.searchParams.get("code")!,
    });
    expect(await failureOf(signIn.finish("a", answerOf(first!)))).toMatchObject({ code: "forbidden" });
    await signIn.finish("a", answerOf(second!));
    expect(signIn.isSignedIn("a")).toBe(true);
  });

  test("a session ends after a week, whatever Cognito says", async () => {
    await start();
    await signInAs("a");
    clock.advance(7 * 24 * hour);
    expect(signIn.isSignedIn("a")).toBe(false);
    expect(await failureOf(signIn.token("a")())).toMatchObject({ code: "sign-in-required" });
  });
});

describe("a service account", () => {
  let cognito: CognitoServer;
  afterEach(() => cognito.close());

  const userPool = (): UserPoolSettings => ({
    domain: cognito.origin,
    issuer: cognito.issuer,
    clientId: testPool.clientId,
    clientSecret: async () => "9secretofthetestclient8",
    scopes: ["openid"],
  });
  const proof = (password: string) => ({
    kind: "password" as const,
    endpoint: cognito.origin,
    userName: "service",
    password: async () => password,
  });
  const options = { clientSecret: "9secretofthetestclient8", passwords: { service: "合言葉 p@ss" } };

  test("by name and password, once a day", async () => {
    cognito = await startCognito(options);
    const clock = testClock();
    const token = createServiceAccount({ userPool: userPool(), proof: proof("合言葉 p@ss"), clock });
    const [first, second] = await Promise.all([token(), token()]);
    expect(first).toBe(second);
    clock.advance(24 * hour);
    expect(await token()).not.toBe(first);
    expect(cognito.grants).toEqual(["USER_PASSWORD_AUTH", "USER_PASSWORD_AUTH"]);
  });

  test("a wrong password is tried once a minute, not with every step", async () => {
    cognito = await startCognito(options);
    const clock = testClock();
    const token = createServiceAccount({ userPool: userPool(), proof: proof("wrong"), clock });
    for (let step = 0; step < 3; step++)
      expect(await failureOf(token())).toMatchObject({ code: "unauthorized", retryable: false });
    expect(cognito.grants).toHaveLength(1);
    clock.advance(61_000);
    await failureOf(token());
    expect(cognito.grants).toHaveLength(2);
  });

  test("by a refresh token; one that is no longer good is nothing a person could mend", async () => {
    cognito = await startCognito({ clientSecret: "9secretofthetestclient8" });
    cognito.refreshTokens.set("refresh-of-the-service", "service");
    const clock = testClock();
    const refreshToken = async (): Promise<string> => "refresh-of-the-service";
    const token = createServiceAccount({ userPool: userPool(), proof: { kind: "refresh-token", refreshToken }, clock });
    expect(await token()).toMatch(/^eyJ/);
    cognito.refreshTokens.clear();
    clock.advance(24 * hour);
    expect(await failureOf(token())).toMatchObject({ code: "unauthorized" });
  });
});

describe("keys of an identity pool", () => {
  let identity: IdentityServer;
  let cognito: CognitoServer;
  let clock: ReturnType<typeof testClock>;
  let person = "hanako";
  let token = async (): Promise<string> => signIn.token(person)();
  let signIn: CognitoSignIn;
  const original = token;
  beforeEach(async () => {
    [identity, cognito] = await Promise.all([startIdentityPool(), startCognito()]);
    clock = testClock();
    token = original;
    person = "hanako";
    const { origin: domain, issuer } = cognito;
    signIn = createCognitoSignIn({ domain, issuer, clientId: testPool.clientId, scopes: ["openid"] });
    for (const each of ["hanako", "taro"]) {
      cognito.person = each;
      const back = (await cognito.browse((await signIn.start(each, redirectUri)).authorizeUrl)).searchParams;
      await signIn.finish(each, { state: back.get("state")!, code: back.get("code")! });
    }
  });
  afterEach(() => Promise.all([identity.close(), cognito.close()]));

  const port = () =>
    createIdentityPool({
      region: "ap-northeast-1",
      identityPoolId: testIdentityPool,
      userPoolProvider: testProvider,
      endpoint: identity.origin,
      clock,
    })(() => token());

  test("are kept until five minutes before their end; the identity is looked up once", async () => {
    const keys = port();
    const [first, same] = await Promise.all([keys.get(), keys.get()]);
    expect(same).toEqual(first);
    clock.advance(54 * 60_000);
    expect(await keys.get()).toEqual(first);
    clock.advance(2 * 60_000);
    expect(await keys.get()).toEqual(first);
    while ((await keys.get()).accessKeyId === first.accessKeyId) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(identity.calls).toEqual(["GetId", "GetCredentialsForIdentity", "GetCredentialsForIdentity"]);
  });

  test("follow the person of the token, and are not given out without one", async () => {
    const keys = port();
    const hers = await keys.get();
    person = "taro";
    const his = await keys.get();
    expect(his).not.toEqual(hers);
    expect([...identity.keys.values()]).toEqual(["sub-of-hanako", "sub-of-taro"]);
    token = () => Promise.reject(new GenaiError("sign-in-required", "x"));
    expect(await failureOf(keys.get())).toMatchObject({ code: "sign-in-required" });
  });

  test.each([
    [400, "NotAuthorizedException", "unauthorized", false],
    [429, "TooManyRequestsException", "rate-limited", true],
    [500, "InternalErrorException", "server-error", true],
    [400, "ResourceNotFoundException", "not-found", false],
  ])("a refusal %i %s is %s", async (status, name, code, retryable) => {
    identity.fault = lambdaError(status, name);
    expect(await failureOf(port().get())).toMatchObject({ code, retryable });
  });

  test("an identity pool that is not there, or gives no keys", async () => {
    identity.fault = (response) =>
      void response.writeHead(200, { "Content-Type": "application/x-amz-json-1.1" }).end("{}");
    expect(await failureOf(port().get())).toMatchObject({ code: "malformed-response" });
    const keys = port();
    await identity.close();
    expect(await failureOf(keys.get())).toMatchObject({ code: "connection-failed", retryable: true });
  });
});
