import { createHash, createHmac, randomBytes } from "node:crypto";
import { startModelServer, type ModelServer, type ReceivedRequest, type Reply } from "../model-server";
import { signToken, type IdClaims } from "./id-tokens";

export const testPool = {
  region: "ap-northeast-1",
  userPoolId: "ap-northeast-1_TestPool1",
  clientId: "1example23456789testclient",
};

export interface CognitoOptions {
  /** Secret of the app client; none for a public client. */
  clientSecret?: string;
  redirectUris?: readonly string[];
  /** How long ID tokens live, in seconds. */
  idTokenSeconds?: number;
  /** Refresh tokens are good once; each refresh gives another. */
  rotation?: boolean;
  /** Names and passwords of the password flow. */
  passwords?: Readonly<Record<string, string>>;
}

export interface CognitoServer extends ModelServer {
  /** `iss` of its tokens. */
  issuer: string;
  /** Who sits at the browser that opens the sign-in page next. */
  person: string;
  /** Changes the claims of the next tokens, to make wrong ones. */
  tamper: ((claims: IdClaims) => IdClaims) | undefined;
  /** Answers the token endpoint in the place of the pool. */
  fault: Reply | undefined;
  /** Every secret that was handed out: codes, tokens. None may be found in a log. */
  secrets: string[];
  /** Refresh tokens that are still good, and whose they are. */
  refreshTokens: Map<string, string>;
  revoked: string[];
  /** Grants that the token endpoint was asked for. */
  grants: string[];
  idTokenSeconds: number;
  /** Opens the sign-in page as a browser does; returns where it is sent back to. */
  browse(authorizeUrl: string): Promise<URL>;
}

interface GivenCode {
  person: string;
  challenge: string;
  redirectUri: string;
  nonce: string | null;
}

/**
 * A stand-in for a user pool of Amazon Cognito on the loopback: sign-in page, token endpoint and revocation endpoint as
 * documented for its OAuth 2.0 authorization server, and InitiateAuth of its API (password flow).
 */
export async function startCognito(options: CognitoOptions = {}): Promise<CognitoServer> {
  const codes = new Map<string, GivenCode>();
  const redirectUris = options.redirectUris;

  const server = await startModelServer((response, request) => {
    const path = request.path.split("?")[0];
    if (request.method === "GET" && path === "/oauth2/authorize") return authorize(response, request);
    if (request.method !== "POST") return void response.writeHead(404).end();
    if (path === "/oauth2/token")
      return cognito.fault === undefined ? token(response, request) : cognito.fault(response, request);
    if (path === "/oauth2/revoke") return revoke(response, request);
    if (path === "/") return initiateAuth(response, request);
    response.writeHead(404).end();
  });
  const cognito: CognitoServer = Object.assign(server, {
    issuer: `${server.origin}/${testPool.userPoolId}`,
    person: "hanako",
    tamper: undefined,
    fault: undefined,
    secrets: [],
    refreshTokens: new Map<string, string>(),
    revoked: [],
    grants: [],
    idTokenSeconds: options.idTokenSeconds ?? 86_400,
    async browse(authorizeUrl: string) {
      const reply = await fetch(authorizeUrl, { redirect: "manual" });
      if (reply.status !== 302) throw new Error(`the sign-in page answered ${reply.status}: ${await reply.text()}`);
      return new URL(reply.headers.get("location")!);
    },
  });

  type Response = Parameters<Reply>[0];

  function secret(kind: string): string {
    const made = `${kind}-${randomBytes(24).toString("base64url")}`;
    cognito.secrets.push(made);
    return made;
  }

  function refuse(response: Response, error: string, status = 400): void {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ error, error_description: "秘密の説明" }));
  }

  function authorize(response: Response, request: ReceivedRequest): void {
    const query = new URL(request.path, server.origin).searchParams;
    const redirectUri = query.get("redirect_uri") ?? "";
    const known = redirectUris?.includes(redirectUri) ?? true;
    const right =
      query.get("client_id") === testPool.clientId &&
      query.get("response_type") === "code" &&
      query.get("code_challenge_method") === "S256" &&
      query.get("scope")?.split(" ").includes("openid") === true;
    if (!known || !right) return void response.writeHead(400).end("invalid_request");
    const code = secret("code");
    codes.set(code, {
      person: cognito.person,
      challenge: query.get("code_challenge") ?? "",
      redirectUri,
      nonce: query.get("nonce"),
    });
    const back = new URL(redirectUri);
    back.searchParams.set("code", code);
    back.searchParams.set("state", query.get("state") ?? "");
    response.writeHead(302, { Location: back.href }).end();
  }

  function clientIsRight(request: ReceivedRequest, form: URLSearchParams): boolean {
    if (options.clientSecret === undefined) return form.get("client_id") === testPool.clientId;
    const expected = Buffer.from(`${testPool.clientId}:${options.clientSecret}`).toString("base64");
    return request.headers.authorization === `Basic ${expected}`;
  }

  function idToken(person: string, nonce: string | null): string {
    const now = Math.floor(Date.now() / 1000);
    const claims: IdClaims = {
      sub: `sub-of-${person}`,
      aud: testPool.clientId,
      iss: cognito.issuer,
      iat: now,
      exp: now + cognito.idTokenSeconds,
      token_use: "id",
      "cognito:username": person,
      // Two tokens of one second are told apart.
      jti: randomBytes(8).toString("hex"),
      ...(nonce === null ? {} : { nonce }),
    };
    const made = signToken(cognito.tamper?.(claims) ?? claims);
    cognito.secrets.push(made);
    return made;
  }

  function newRefreshToken(person: string): string {
    const made = secret("refresh");
    cognito.refreshTokens.set(made, person);
    return made;
  }

  function give(response: Response, person: string, nonce: string | null, refreshToken: string | undefined): void {
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify({
        id_token: idToken(person, nonce),
        access_token: secret("access"),
        token_type: "Bearer",
        expires_in: 3600,
        ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
      }),
    );
  }

  function token(response: Response, request: ReceivedRequest): void {
    const form = new URLSearchParams(request.text);
    cognito.grants.push(form.get("grant_type") ?? "");
    if (!clientIsRight(request, form)) return refuse(response, "invalid_client");
    if (form.get("grant_type") === "refresh_token") {
      const presented = form.get("refresh_token") ?? "";
      const person = cognito.refreshTokens.get(presented);
      if (person === undefined) return refuse(response, "invalid_grant");
      if (options.rotation !== true) return give(response, person, null, undefined);
      cognito.refreshTokens.delete(presented);
      return give(response, person, null, newRefreshToken(person));
    }
    if (form.get("grant_type") !== "authorization_code") return refuse(response, "unsupported_grant_type");
    const code = form.get("code") ?? "";
    const given = codes.get(code);
    codes.delete(code);
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (given === undefined || given.challenge !== challenge || given.redirectUri !== form.get("redirect_uri"))
      return refuse(response, "invalid_grant");
    give(response, given.person, given.nonce, newRefreshToken(given.person));
  }

  function revoke(response: Response, request: ReceivedRequest): void {
    const form = new URLSearchParams(request.text);
    if (!clientIsRight(request, form)) return refuse(response, "invalid_client");
    const presented = form.get("token") ?? "";
    cognito.refreshTokens.delete(presented);
    cognito.revoked.push(presented);
    response.writeHead(200).end();
  }

  function initiateAuth(response: Response, request: ReceivedRequest): void {
    const body = request.json as {
      AuthFlow?: string;
      ClientId?: string;
      AuthParameters?: { USERNAME?: string; PASSWORD?: string; SECRET_HASH?: string };
    };
    const { USERNAME = "", PASSWORD, SECRET_HASH } = body.AuthParameters ?? {};
    cognito.grants.push(body.AuthFlow ?? "");
    const hash =
      options.clientSecret === undefined
        ? undefined
        : createHmac("sha256", options.clientSecret)
            .update(USERNAME + testPool.clientId)
            .digest("base64");
    const known =
      request.headers["x-amz-target"] === "AWSCognitoIdentityProviderService.InitiateAuth" &&
      body.AuthFlow === "USER_PASSWORD_AUTH" &&
      body.ClientId === testPool.clientId &&
      SECRET_HASH === hash &&
      PASSWORD !== undefined &&
      options.passwords?.[USERNAME] === PASSWORD;
    response.setHeader("Content-Type", "application/x-amz-json-1.1");
    if (!known) {
      response.writeHead(400).end(JSON.stringify({ __type: "NotAuthorizedException", message: "秘密の説明" }));
      return;
    }
    const result = { IdToken: idToken(USERNAME, null), AccessToken: secret("access"), ExpiresIn: 3600 };
    response.writeHead(200).end(JSON.stringify({ AuthenticationResult: result, ChallengeParameters: {} }));
  }

  return cognito;
}
