import { GenaiError } from "@genai-office/shared/vocabulary";
import { importJWK, type CryptoKey, type JWK } from "jose";
import { issuerOf, version1IssuerOf, type EntraSettings } from "./entra-settings";
import { fetchMetadata, type MetadataFetch } from "./fetch-metadata";

export interface SigningKeysOptions {
  fetch?: MetadataFetch;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** How long requests wait for keys that are too old to be fetched again. Milliseconds; `refreshWaitMs` when left out. */
  waitMs?: number;
  /** Told when the keys of a tenant could not be fetched; the reason is a name, never a text of the server. */
  onFailure?: (tenantId: string, error: unknown) => void;
}

/** After this keys are fetched again beside the requests, so that one that was withdrawn dies. */
export const refreshAfterMs = 3_600_000;
/** Older keys are not gone by before it was tried to fetch them again: after a quiet night one may have been withdrawn. */
export const maximumAgeMs = refreshAfterMs + 300_000;
/** So long requests wait for that, counted from its beginning; then the login service counts as one that is away. */
export const refreshWaitMs = 3_000;
/** Keys that could not be refreshed for so long are used no more: then nobody comes in (503). */
export const keepMs = 24 * 3_600_000;
/** At least this lies between two fetches that somebody's unknown key id, or a failure, has caused. */
export const cooldownMs = 30_000;

const neverFetched = { fetchedAt: -Infinity, triedAt: -Infinity, failed: false, pendingSince: -Infinity };

interface TenantKeys {
  keys: Map<string, CryptoKey>;
  /** When they were fetched last. */
  fetchedAt: number;
  /** When it was last tried, and whether that failed. */
  triedAt: number;
  failed: boolean;
  pending?: Promise<void>;
  /** When the pending fetch began. */
  pendingSince: number;
}

/** The public keys that the tenants' tokens are signed with. */
export interface SigningKeys {
  /**
   * The key of that id; undefined when the tenant has none. The tenant must be an allowed one.
   * @throws GenaiError "unavailable" when the keys cannot be known now
   */
  find(tenantId: string, keyId: string): Promise<CryptoKey | undefined>;
  /** Fetches the keys of all tenants; never rejects. */
  warm(): Promise<void>;
}

/**
 * Keys as the OpenID configuration of each tenant names them, cached. An unknown key id makes one more fetch, since keys are
 * rotated without notice, but at most every 30 seconds: anybody can invent key ids. Keys older than 65 minutes are fetched
 * again before a request goes by them, which waits for that, but for 3 seconds at most. While the login service cannot be
 * reached within these, the keys that are known go on being used for a day; without any, nobody can be let in.
 */
export function createSigningKeys(
  settings: Pick<EntraSettings, "authority" | "tenantIds" | "keysOrigin">,
  options: SigningKeysOptions = {},
): SigningKeys {
  const { fetch = fetchMetadata, now = Date.now, waitMs = refreshWaitMs, onFailure = () => undefined } = options;
  const tenants = new Map<string, TenantKeys>(
    settings.tenantIds.map((id) => [id, { keys: new Map(), ...neverFetched }]),
  );

  function refresh(tenantId: string, tenant: TenantKeys): Promise<void> {
    if (tenant.pending === undefined) tenant.pendingSince = now();
    tenant.pending ??= (async () => {
      try {
        tenant.keys = await fetchKeys(settings, tenantId, fetch);
        tenant.fetchedAt = now();
        tenant.failed = false;
      } catch (error) {
        tenant.failed = true;
        onFailure(tenantId, error);
      } finally {
        tenant.triedAt = now();
        delete tenant.pending;
      }
    })();
    return tenant.pending;
  }

  return {
    async find(tenantId, keyId) {
      const tenant = tenants.get(tenantId);
      if (tenant === undefined) return undefined;
      const age = now() - tenant.fetchedAt;
      const mayTry = tenant.pending !== undefined || now() - tenant.triedAt >= cooldownMs;
      if (age >= keepMs) {
        // What is that old may be withdrawn since: forgotten, not used.
        tenant.keys.clear();
        if (mayTry) await refresh(tenantId, tenant);
      } else if (!tenant.keys.has(keyId)) {
        if (mayTry) await refresh(tenantId, tenant);
      } else if (age >= refreshAfterMs && mayTry) {
        const refreshed = refresh(tenantId, tenant);
        if (age >= maximumAgeMs) await atMost(waitMs - (now() - tenant.pendingSince), refreshed);
      }
      const key = tenant.keys.get(keyId);
      if (key !== undefined) return key;
      // It may be a new one that could not be fetched: the person is not to be told to sign in again for that.
      if (tenant.failed) throw new GenaiError("unavailable", "the keys cannot be fetched", { retryable: true });
      return undefined;
    },
    async warm() {
      await Promise.all([...tenants].map(([id, tenant]) => refresh(id, tenant)));
    },
  };
}

/** Resolves with the work, or when the time is over. The work never rejects, and goes on. */
async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  if (milliseconds <= 0) return;
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds)));
  await Promise.race([work, over]);
  clearTimeout(timer);
}

async function fetchKeys(
  settings: Pick<EntraSettings, "authority" | "keysOrigin">,
  tenantId: string,
  fetch: MetadataFetch,
): Promise<Map<string, CryptoKey>> {
  const { authority, keysOrigin = authority } = settings;
  const issuer = issuerOf(settings, tenantId);
  const configuration = await fetch(`${keysOrigin}/${tenantId}/v2.0/.well-known/openid-configuration`);
  if (!isRecord(configuration) || configuration.issuer !== issuer) throw new Error("another issuer's configuration");
  const { jwks_uri: address } = configuration;
  const location = typeof address === "string" && URL.canParse(address) ? new URL(address) : undefined;
  // Keys from elsewhere than the login service would let somebody else decide who comes in.
  if (location === undefined || ![authority, keysOrigin].includes(location.origin)) {
    throw new Error("the keys stand at another origin");
  }
  const set = await fetch(`${keysOrigin}${location.pathname}${location.search}`);
  if (!isRecord(set) || !Array.isArray(set.keys)) throw new Error("no key set");
  const issuers = [issuer, version1IssuerOf(tenantId)];
  const keys = new Map<string, CryptoKey>();
  for (const key of set.keys as unknown[]) {
    if (!isSigningKey(key, tenantId, issuers)) continue;
    // Only what verifies is taken over: never a certificate chain, a private part or a shared secret.
    const imported = await importJWK({ kty: "RSA", n: key.n, e: key.e }, "RS256");
    if (!(imported instanceof Uint8Array)) keys.set(key.kid, imported);
  }
  if (keys.size === 0) throw new Error("no usable key");
  return keys;
}

type SigningKey = JWK & { kid: string; n: string; e: string };

/** RSA with 2048 bits or more, for signatures, and of this tenant where the key names an issuer (as Entra's do). */
function isSigningKey(key: unknown, tenantId: string, issuers: readonly string[]): key is SigningKey {
  if (!isRecord(key)) return false;
  const { kty, use = "sig", alg = "RS256", kid, n, e, issuer } = key;
  if (kty !== "RSA" || use !== "sig" || alg !== "RS256") return false;
  if (typeof kid !== "string" || typeof n !== "string" || typeof e !== "string") return false;
  if (Buffer.from(n, "base64url").length < 256) return false;
  return issuer === undefined || issuers.includes(String(issuer).replace("{tenantid}", tenantId));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
