import * as v from "valibot";

const words = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const milliseconds = v.pipe(
  v.number(),
  v.integer("must be a whole number"),
  v.minValue(1, "must be at least 1"),
  v.maxValue(86_400_000, "must be at most a day"),
);
const headerName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/, "must be the name of an HTTP header"));
const region = v.pipe(v.string(), v.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be a region such as ap-northeast-1"));

/** A name that may stand in an address of this relay. */
export const connectionName = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "must be a name of small letters, digits and hyphens"),
);

const address = v.pipe(
  v.string(),
  v.check(isAddress, "must be an http or https address without user, password, query or fragment"),
  v.transform((url) => url.trim().replace(/\/+$/, "")),
);

/** Tokens and passwords of people go there: plain http only inside this machine. */
const secureAddress = v.pipe(address, v.check(isSecureAddress, "must be an https address"));

/** Azure's `api-version` is the one thing that is part of an address and stands in its query. */
const openaiAddress = v.pipe(
  v.string(),
  v.check((url) => isAddress(url.trim().replace(/\?api-version=[\w.-]+$/, "")), "must be an http or https address"),
  v.transform((url) => url.trim().replace(/\/+$/, "")),
);

const none = v.strictObject({ kind: v.literal("none") });
const keyFile = (header: string) =>
  v.strictObject({ kind: v.literal("key-file"), file: words, header: v.optional(headerName, header) });
const cognitoUser = v.strictObject({ kind: v.literal("cognito-user"), signIn: connectionName });
const cognitoService = v.strictObject({
  kind: v.literal("cognito-service-account"),
  signIn: connectionName,
  refreshTokenFile: v.exactOptional(words),
  userName: v.exactOptional(words),
  passwordFile: v.exactOptional(words),
});
const managedIdentity = v.strictObject({
  kind: v.literal("managed-identity"),
  resource: words,
  clientId: v.exactOptional(words),
});

const credentials = (header: string) =>
  v.optional(v.variant("kind", [none, keyFile(header), cognitoUser, cognitoService, managedIdentity]), {
    kind: "none",
  });

const tuning = {
  timers: v.exactOptional(
    v.strictObject({
      connectMs: v.exactOptional(milliseconds),
      firstTokenMs: v.exactOptional(milliseconds),
      idleMs: v.exactOptional(milliseconds),
      totalMs: v.exactOptional(milliseconds),
    }),
  ),
  retry: v.exactOptional(
    v.strictObject({
      maximumRetries: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
      initialDelayMs: v.exactOptional(milliseconds),
      maximumDelayMs: v.exactOptional(milliseconds),
      jitter: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    }),
  ),
};

/** Tuning of a connection whose address may be plain http, when that is asked for by name. */
const httpTuning = { ...tuning, allowPlainHttp: v.exactOptional(v.boolean()) };

/** An object as it is: `v.record` would leave some keys of a form out without a word. */
const anyObject = v.custom<Record<string, unknown>>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "must be an object",
);

const app = v.strictObject({
  id: words,
  name: words,
  description: v.optional(v.string(), ""),
  howToUse: v.optional(v.string(), ""),
  form: anyObject,
  config: v.exactOptional(anyObject),
});

const upstream = v.variant("contract", [
  v.strictObject({
    contract: v.literal("openai"),
    baseUrl: openaiAddress,
    credentials: credentials("Authorization"),
    ...httpTuning,
  }),
  v.strictObject({
    contract: v.literal("predict"),
    baseUrl: address,
    gatewayCapMs: v.exactOptional(milliseconds),
    credentials: credentials("Authorization"),
    ...httpTuning,
  }),
  v.strictObject({
    contract: v.literal("predict-stream"),
    region,
    functionArn: v.pipe(v.string(), v.regex(/^[\w:/$-]{1,300}$/, "must be the name or ARN of a function")),
    identityPoolId: v.pipe(v.string(), v.regex(/^[\w-]+:[0-9a-fA-F-]+$/, "must be an id such as REGION:UUID")),
    userPoolProvider: v.exactOptional(words),
    endpoint: v.exactOptional(secureAddress),
    identityEndpoint: v.exactOptional(secureAddress),
    credentials: v.variant("kind", [cognitoUser, cognitoService]),
    ...tuning,
  }),
  v.strictObject({
    contract: v.literal("exapps"),
    baseUrl: address,
    credentials: credentials("Authorization"),
    ticketSecretFile: v.exactOptional(words),
    ...httpTuning,
  }),
  v.strictObject({
    contract: v.literal("ai-app"),
    invokeUrl: address,
    credentials: credentials("x-api-key"),
    app,
    userIdSecretFile: v.exactOptional(words),
    ...httpTuning,
  }),
  v.strictObject({
    contract: v.literal("plamo-translate"),
    baseUrl: openaiAddress,
    mode: v.exactOptional(v.picklist(["completions", "transform"])),
    credentials: credentials("x-api-key"),
    ...httpTuning,
  }),
  v.strictObject({
    contract: v.literal("cotomi"),
    baseUrl: address,
    credentials: credentials("Authorization"),
    clientId: v.exactOptional(words),
    clientIdHeader: v.exactOptional(headerName),
    ...httpTuning,
  }),
]);

const signIn = v.strictObject({
  kind: v.literal("cognito"),
  domain: secureAddress,
  region,
  userPoolId: v.pipe(v.string(), v.regex(/^[\w-]+$/, "must be the id of a user pool")),
  clientId: words,
  clientSecretFile: v.exactOptional(words),
  scopes: v.optional(v.pipe(v.array(words), v.includes("openid", "must name openid")), ["openid", "email", "profile"]),
  identityProvider: v.exactOptional(words),
  issuer: v.exactOptional(secureAddress),
  endpoint: v.exactOptional(secureAddress),
});

/** The outside of the file; its entries are read one by one, so that an error names the one it is in. */
export const upstreamsFileSchema = v.strictObject({
  upstreams: v.record(v.string(), v.unknown()),
  signIns: v.optional(v.record(v.string(), v.unknown()), {}),
});
export const upstreamSchema = upstream;
export const signInSchema = signIn;

function isAddress(url: string): boolean {
  if (!URL.canParse(url.trim())) return false;
  const { protocol, username, password, search, hash } = new URL(url.trim());
  return /^https?:$/.test(protocol) && username === "" && password === "" && search === "" && hash === "";
}

/** True for an address that nobody on the way can read along: https, or inside of this machine. */
export function isSecureAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || isLoopback(hostname);
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host);
}
