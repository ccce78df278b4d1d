import { createHash, randomBytes } from "node:crypto";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { applicationClaims, idTokenClaims, personClaims } from "./claims";
import { entraError } from "./entra-error";
import { makeSigningKey, publishedKey, signToken, type Claims, type SigningKey } from "./signing-key";
import {
  botApplication,
  botSecret,
  hanako,
  otherTenant,
  paneApplication,
  relayApplication,
  relayAudience,
  testTenant,
  type TestPerson,
} from "./tenant";

export interface EntraOptions {
  /** https when given, as browsers and msal want it. */
  tls?: { key: string; cert: string };
  /** Name under which people reach it, when this is the same service behind another door. */
  publicOrigin?: string;
  /** Registered addresses of the panes; any when left out. */
  redirectUris?: readonly string[];
  /** How long access tokens live. */
  accessTokenSeconds?: number;
}

export interface EntraRequest {
  method: string;
  path: string;
  form: URLSearchParams;
}

/** A stand-in for the Microsoft identity platform on the loopback. */
export interface EntraServer {
  origin: string;
  issuer: string;
  /** Keys of the key set; the first one signs. */
  keys: SigningKey[];
  /** Who sits at the browser. */
  person: TestPerson;
  accessTokenSeconds: number;
  requests: EntraRequest[];
  /** Every code and token that was handed out. */
  secrets: string[];
  /** Answers in the place of every endpoint: 503 as when the service is away. */
  away: boolean;
  /** Changes the claims of the access tokens that the token endpoint gives, to make wrong ones. */
  tamper: ((claims: Claims) => Claims) | undefined;
  /** What the token endpoint answers to the next on-behalf-of request instead of a token. */
  onBehalfOfError: Record<string, unknown> | undefined;
  /** Whether consecutive sign-ins pass without asking (session cookie of the login service). */
  sessions: Set<string>;
  /** A token of a person for the relay. */
  personToken(person?: TestPerson, change?: Claims): string;
  applicationToken(clientId: string, roles: string[], change?: Claims): string;
  idToken(person?: TestPerson, change?: Claims): string;
  refreshTokens: Map<string, TestPerson>;
  /** Adds a new key and signs with it; the old ones stay published unless `withdraw`. */
  rotate(withdraw?: boolean): SigningKey;
  of(path: string): EntraRequest[];
  close(): Promise<void>;
}

interface GivenCode {
  person: TestPerson;
  clientId: string;
  challenge: string;
  redirectUri: string;
  nonce: string | undefined;
  scopes: string[];
}

const standardScopes = ["openid", "profile", "offline_access", "email"];

/**
 * OpenID configuration, key set with rotation, authorize endpoint with a login page that submits itself, token endpoint
 * (authorization code with proof key, refresh token, client credentials, on-behalf-of) and sign-out, as documented for the
 * Microsoft identity platform 2.0.
 */
export async function startEntra(options: EntraOptions = {}): Promise<EntraServer> {
  const codes = new Map<string, GivenCode>();
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => answer(request, response, Buffer.concat(parts).toString()));
  };
  const server = options.tls === undefined ? createHttpServer(listener) : createHttpsServer(options.tls, listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = `${options.tls === undefined ? "http" : "https"}://localhost:${(server.address() as AddressInfo).port}`;

  const origin = options.publicOrigin ?? own;

  const entra: EntraServer = {
    origin: own,
    issuer: `${origin}/${testTenant}/v2.0`,
    keys: [makeSigningKey()],
    person: hanako,
    accessTokenSeconds: options.accessTokenSeconds ?? 3600,
    requests: [],
    secrets: [],
    away: false,
    tamper: undefined,
    onBehalfOfError: undefined,
    sessions: new Set(),
    personToken: (person = hanako, change = {}) =>
      keep(signToken({ ...personClaims(person, "GenAI.Use", { authority: origin }), ...change }, entra.keys[0]!)),
    applicationToken: (clientId, roles, change = {}) =>
      keep(signToken({ ...applicationClaims(clientId, roles, { authority: origin }), ...change }, entra.keys[0]!)),
    idToken: (person = hanako, change = {}) =>
      keep(signToken({ ...idTokenClaims(person, { authority: origin }), ...change }, entra.keys[0]!)),
    refreshTokens: new Map(),
    rotate(withdraw = false) {
      const key = makeSigningKey();
      entra.keys = withdraw ? [key] : [key, ...entra.keys];
      return key;
    },
    of: (path) => entra.requests.filter((request) => request.path.split("?")[0]!.endsWith(path)),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };

  function keep(secret: string): string {
    entra.secrets.push(secret);
    return secret;
  }

  function json(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" });
    response.end(JSON.stringify(body));
  }

  function answer(request: IncomingMessage, response: ServerResponse, body: string): void {
    const url = new URL(request.url ?? "/", origin);
    const form = new URLSearchParams(body);
    entra.requests.push({ method: request.method ?? "", path: request.url ?? "", form });
    if (entra.away) return void response.writeHead(503).end("Service Unavailable");
    const [, tenant = "", ...rest] = url.pathname.split("/");
    const endpoint = `${request.method} ${rest.join("/")}`;
    if (![testTenant, otherTenant, "organizations", "common"].includes(tenant)) {
      return json(response, 400, entraError("invalid_tenant", 90002, `Tenant '${tenant}' not found.`));
    }
    const allowed = request.headers.origin;
    if (allowed !== undefined) response.setHeader("Access-Control-Allow-Origin", allowed);
    switch (endpoint) {
      case "GET v2.0/.well-known/openid-configuration":
        return json(response, 200, configurationOf(tenant));
      case "GET discovery/v2.0/keys":
        return json(response, 200, {
          keys: entra.keys.map((key) => publishedKey(key, `${origin}/${tenant}/v2.0`)),
        });
      case "GET oauth2/v2.0/authorize":
        return authorize(request, response, url.searchParams);
      case "POST login":
        return login(response, form);
      case "POST oauth2/v2.0/token":
        return token(response, form);
      case "GET oauth2/v2.0/logout": {
        entra.sessions.clear();
        const back = url.searchParams.get("post_logout_redirect_uri");
        return void response.writeHead(back === null ? 200 : 302, back === null ? {} : { Location: back }).end();
      }
      case "OPTIONS oauth2/v2.0/token":
        response.writeHead(204, { "Access-Control-Allow-Headers": "*", "Access-Control-Allow-Methods": "POST" });
        return void response.end();
      default:
        response.writeHead(404).end();
    }
  }

  function configurationOf(tenant: string): Record<string, unknown> {
    const home = `${origin}/${tenant}`;
    const fixed = tenant === "organizations" || tenant === "common" ? "{tenantid}" : tenant;
    return {
      token_endpoint: `${home}/oauth2/v2.0/token`,
      token_endpoint_auth_methods_supported: ["client_secret_post", "private_key_jwt", "client_secret_basic"],
      jwks_uri: `${home}/discovery/v2.0/keys`,
      response_modes_supported: ["query", "fragment", "form_post"],
      subject_types_supported: ["pairwise"],
      id_token_signing_alg_values_supported: ["RS256"],
      response_types_supported: ["code", "id_token", "code id_token", "id_token token"],
      scopes_supported: standardScopes,
      issuer: `${origin}/${fixed}/v2.0`,
      authorization_endpoint: `${home}/oauth2/v2.0/authorize`,
      end_session_endpoint: `${home}/oauth2/v2.0/logout`,
      cloud_instance_name: "test",
    };
  }

  function authorize(request: IncomingMessage, response: ServerResponse, query: URLSearchParams): void {
    const redirectUri = query.get("redirect_uri") ?? "";
    // Entra shows these on a page of its own: nobody is sent to an address that is not registered.
    if (query.get("client_id") !== paneApplication) {
      return page(response, 400, "AADSTS700016: Application was not found in the directory.");
    }
    if (options.redirectUris?.includes(redirectUri) === false) {
      return page(response, 400, "AADSTS50011: The redirect URI does not match the redirect URIs configured.");
    }
    const back = (values: Record<string, string>): void => sendBack(response, redirectUri, query, values);
    if (query.get("response_type") !== "code" || query.get("code_challenge_method") !== "S256") {
      return back({
        error: "invalid_request",
        error_description: "AADSTS9002325: Proof Key for Code Exchange required.",
      });
    }
    const session = /(?:^|; )ESTSAUTH=([^;]+)/.exec(request.headers.cookie ?? "")?.[1];
    const signedIn = session !== undefined && entra.sessions.has(session);
    if (query.get("prompt") === "none") {
      if (signedIn) return giveCode(response, query);
      return back({
        error: "login_required",
        error_description: "AADSTS50058: A silent sign-in request was sent but no user is signed in.",
      });
    }
    const asks = ["login", "select_account"].includes(query.get("prompt") ?? "");
    if (signedIn && !asks) return giveCode(response, query);
    const fields = [...query].map(
      ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
    );
    page(
      response,
      200,
      `<form id="login" method="post" action="/${testTenant}/login">${fields.join("")}<button>Sign in</button></form>
<script>document.getElementById("login").submit()</script>`,
    );
  }

  function login(response: ServerResponse, form: URLSearchParams): void {
    const session = randomBytes(16).toString("hex");
    entra.sessions.add(session);
    const secure = options.tls === undefined ? "" : "; Secure; SameSite=None";
    response.setHeader("Set-Cookie", `ESTSAUTH=${session}; Path=/; HttpOnly${secure}`);
    giveCode(response, form);
  }

  function giveCode(response: ServerResponse, query: URLSearchParams): void {
    const code = keep(`1.${randomBytes(40).toString("base64url")}`);
    const redirectUri = query.get("redirect_uri") ?? "";
    codes.set(code, {
      person: entra.person,
      clientId: query.get("client_id") ?? "",
      challenge: query.get("code_challenge") ?? "",
      redirectUri,
      nonce: query.get("nonce") ?? undefined,
      scopes: (query.get("scope") ?? "").split(" "),
    });
    const info = clientInfo(entra.person);
    sendBack(response, redirectUri, query, { code, client_info: info, session_state: "test-session" });
  }

  function sendBack(
    response: ServerResponse,
    redirectUri: string,
    query: URLSearchParams,
    values: Record<string, string>,
  ): void {
    const parameters = new URLSearchParams({ ...values, state: query.get("state") ?? "" });
    const mark = query.get("response_mode") === "fragment" ? "#" : "?";
    response.writeHead(302, { Location: `${redirectUri}${mark}${parameters.toString()}` }).end();
  }

  function page(response: ServerResponse, status: number, content: string): void {
    response.writeHead(status, { "Content-Type": "text/html; charset=utf-8" });
    response.end(`<!doctype html><meta charset="utf-8"><title>Sign in</title>${content}`);
  }

  function clientInfo(person: TestPerson): string {
    return Buffer.from(JSON.stringify({ uid: person.objectId, utid: testTenant })).toString("base64url");
  }

  function token(response: ServerResponse, form: URLSearchParams): void {
    const refuse = (error: string, number: number, sentence: string, status = 400): void =>
      json(response, status, entraError(error, number, sentence));
    const clientId = form.get("client_id") ?? "";
    const grant = form.get("grant_type");
    const scopes = (form.get("scope") ?? "").split(" ");
    if (clientId === botApplication) {
      if (form.get("client_secret") !== botSecret) {
        return refuse("invalid_client", 7000215, "Invalid client secret provided.", 401);
      }
      if (grant === "client_credentials") return clientCredentials(response, form, refuse);
      if (grant === "urn:ietf:params:oauth:grant-type:jwt-bearer") return onBehalfOf(response, form, refuse);
      if (grant === "refresh_token") return refresh(response, form, scopes, clientId, refuse);
      return refuse("unsupported_grant_type", 70003, "The grant type is not supported.");
    }
    if (clientId !== paneApplication) {
      return refuse("unauthorized_client", 700016, `Application with identifier '${clientId}' was not found.`);
    }
    if (grant === "refresh_token") return refresh(response, form, scopes, clientId, refuse);
    if (grant !== "authorization_code")
      return refuse("unsupported_grant_type", 70003, "The grant type is not supported.");
    const code = form.get("code") ?? "";
    const given = codes.get(code);
    codes.delete(code);
    if (given === undefined) return refuse("invalid_grant", 54005, "OAuth2 Authorization code was already redeemed.");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (challenge !== given.challenge) return refuse("invalid_grant", 501481, "The Code_Verifier does not match.");
    if (form.get("redirect_uri") !== given.redirectUri || given.clientId !== clientId) {
      return refuse("invalid_grant", 500112, "The reply address does not match.");
    }
    give(response, given.person, clientId, given.scopes, given.nonce);
  }

  type Refuse = (error: string, number: number, sentence: string, status?: number) => void;

  function refresh(
    response: ServerResponse,
    form: URLSearchParams,
    scopes: string[],
    clientId: string,
    refuse: Refuse,
  ): void {
    const person = entra.refreshTokens.get(form.get("refresh_token") ?? "");
    if (person === undefined) return refuse("invalid_grant", 700084, "The refresh token has expired.");
    give(response, person, clientId, scopes, undefined);
  }

  function clientCredentials(response: ServerResponse, form: URLSearchParams, refuse: Refuse): void {
    if (form.get("scope") !== `${relayAudience}/.default`) {
      return refuse("invalid_scope", 1002012, "The provided value for scope is not valid.");
    }
    const accessToken = entra.applicationToken(botApplication, ["GenAI.Service"]);
    json(response, 200, { token_type: "Bearer", expires_in: 3599, ext_expires_in: 3599, access_token: accessToken });
  }

  function onBehalfOf(response: ServerResponse, form: URLSearchParams, refuse: Refuse): void {
    if (entra.onBehalfOfError !== undefined) return json(response, 400, entra.onBehalfOfError);
    if (form.get("requested_token_use") !== "on_behalf_of") {
      return refuse("invalid_request", 900144, "The request body must contain 'requested_token_use'.");
    }
    const claims = readClaims(form.get("assertion") ?? "");
    if (claims?.aud !== botApplication && claims?.aud !== `api://${botApplication}`) {
      return refuse("invalid_grant", 500131, "Assertion audience does not match the Client app presenting it.");
    }
    if (!entra.secrets.includes(form.get("assertion") ?? "")) {
      return refuse("invalid_grant", 50013, "Assertion failed signature validation.");
    }
    const person: TestPerson = {
      objectId: String(claims.oid),
      name: String(claims.name),
      userName: String(claims.preferred_username),
      groups: [],
      roles: [],
    };
    give(response, person, botApplication, (form.get("scope") ?? "").split(" "), undefined);
  }

  function give(
    response: ServerResponse,
    person: TestPerson,
    clientId: string,
    scopes: readonly string[],
    nonce: string | undefined,
  ): void {
    const asked = scopes.filter((scope) => !standardScopes.includes(scope));
    const forRelay = asked.every((scope) => scope.startsWith(`${relayAudience}/`));
    const options = { authority: origin, clientId, seconds: entra.accessTokenSeconds };
    const scope = asked.map((one) => one.slice(relayAudience.length + 1)).join(" ");
    const relayClaims = personClaims(person, scope, { ...options, audience: relayApplication });
    const accessToken =
      asked.length > 0 && forRelay
        ? signToken((entra.tamper ?? ((claims) => claims))(relayClaims), entra.keys[0]!)
        : `opaque-token-of-graph-${randomBytes(16).toString("hex")}`;
    const refreshToken = keep(`1.${randomBytes(48).toString("base64url")}`);
    entra.refreshTokens.set(refreshToken, person);
    json(response, 200, {
      token_type: "Bearer",
      scope: [...asked, ...standardScopes].join(" "),
      expires_in: entra.accessTokenSeconds,
      ext_expires_in: entra.accessTokenSeconds,
      access_token: keep(accessToken),
      ...(scopes.includes("offline_access") ? { refresh_token: refreshToken } : {}),
      id_token: keep(signToken(idTokenClaims(person, { ...options, nonce }), entra.keys[0]!)),
      client_info: clientInfo(person),
    });
  }

  return entra;
}

function readClaims(token: string): Claims | undefined {
  const payload = token.split(".")[1];
  return payload === undefined ? undefined : (JSON.parse(Buffer.from(payload, "base64url").toString()) as Claims);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
