import type { RetryPolicy, Timers } from "@genai-office/shared/gateway";
import type { ContractName } from "@genai-office/shared/vocabulary";

/** A key in a file; read again for every call, so that it can be changed without a restart. */
export interface KeyFileSettings {
  kind: "key-file";
  file: string;
  /** "Authorization" sends `Bearer KEY`; any other header sends the bare key. */
  header: string;
}

/** The ID token of the person who asks; they sign in once for all connections that name the same sign-in. */
export interface CognitoUserSettings {
  kind: "cognito-user";
  signIn: string;
}

/** One user for everybody: what GENAI logs names this user, not the person who asked. */
export interface CognitoServiceSettings {
  kind: "cognito-service-account";
  signIn: string;
  /** Either a refresh token, got once by signing in as the service account ... */
  refreshTokenFile?: string;
  /** ... or its name and password, where the app client allows the password flow. */
  userName?: string;
  passwordFile?: string;
}

/** The identity that Azure gives to the machine or the app the relay runs on. */
export interface ManagedIdentitySettings {
  kind: "managed-identity";
  /** What the token is for, such as `https://cognitiveservices.azure.com`. */
  resource: string;
  /** Client id of a user-assigned identity; the system-assigned one when left out. */
  clientId?: string;
}

export type CredentialSettings =
  { kind: "none" } | KeyFileSettings | CognitoUserSettings | CognitoServiceSettings | ManagedIdentitySettings;

/** Where an upstream is not as patient, or as busy, as the rest. */
export interface UpstreamTuning {
  timers?: Partial<Timers>;
  retry?: Partial<RetryPolicy>;
}

interface HttpUpstream<Contract extends ContractName> extends UpstreamTuning {
  contract: Contract;
  /** Without a slash at its end. */
  baseUrl: string;
  credentials: CredentialSettings;
}

export type OpenaiUpstream = HttpUpstream<"openai">;
export interface PredictUpstream extends HttpUpstream<"predict"> {
  /** How long the API gateway waits for an answer, where it is not the default of 29 s. */
  gatewayCapMs?: number;
}
export interface ExappsUpstream extends HttpUpstream<"exapps"> {
  /** File of the secret that tickets are sealed with where people share the token; without one they end with the process. */
  ticketSecretFile?: string;
}
export interface PlamoTranslateUpstream extends HttpUpstream<"plamo-translate"> {
  /** "completions": raw prompts, streamed; "transform": the gateway builds the prompt itself. */
  mode?: "completions" | "transform";
}

export interface CotomiUpstream extends HttpUpstream<"cotomi"> {
  /** Value and name of the header that names the client beside the key, where the contract's own are not right. */
  clientId?: string;
  clientIdHeader?: string;
}

/** An AI app that the ministry runs itself: called straight by the AI-app protocol, not through GENAI. */
export interface AiAppUpstream extends UpstreamTuning {
  contract: "ai-app";
  /** Where invocations are posted: `…/invoke`, or `…/requests` of an app that accepts first and answers later. */
  invokeUrl: string;
  credentials: CredentialSettings;
  app: AiAppSettings;
  /** File of the secret that pseudonyms (`x-user-id`) are made with; without one, everybody is the same user. */
  userIdSecretFile?: string;
}

export interface AiAppSettings {
  id: string;
  name: string;
  description: string;
  /** Markdown. */
  howToUse: string;
  /** Form definition and settings, as they would be registered with GENAI; read by the `ai-app` contract. */
  form: Record<string, unknown>;
  config?: Record<string, unknown>;
}

export interface PredictStreamUpstream extends UpstreamTuning {
  contract: "predict-stream";
  region: string;
  functionArn: string;
  identityPoolId: string;
  /** Login name of the user pool inside the identity pool: `cognito-idp.REGION.amazonaws.com/POOL`. */
  userPoolProvider: string;
  /** Other addresses than the public ones of AWS, such as VPC endpoints of a closed network. */
  endpoint?: string;
  identityEndpoint?: string;
  credentials: CognitoUserSettings | CognitoServiceSettings;
}

export type Upstream =
  | OpenaiUpstream
  | PredictUpstream
  | PredictStreamUpstream
  | ExappsUpstream
  | AiAppUpstream
  | PlamoTranslateUpstream
  | CotomiUpstream;

/** A user pool of Cognito that people (or a service account) sign in to. */
export interface SignInSettings {
  kind: "cognito";
  /** Address of the pool's sign-in pages, such as `https://NAME.auth.ap-northeast-1.amazoncognito.com`. */
  domain: string;
  region: string;
  userPoolId: string;
  clientId: string;
  /** File of the app client's secret, when it has one. */
  clientSecretFile?: string;
  scopes: string[];
  /** Name of the ministry's own identity provider in the pool; skips Cognito's page of choices. */
  identityProvider?: string;
  /** `https://cognito-idp.REGION.amazonaws.com/POOL`; other where the pool is reached by another name. */
  issuer: string;
  /** Address of the user pool's API (password flow of a service account). */
  endpoint: string;
}

/** What the upstreams file holds, by name. */
export interface UpstreamsConfig {
  upstreams: ReadonlyMap<string, Upstream>;
  signIns: ReadonlyMap<string, SignInSettings>;
}
