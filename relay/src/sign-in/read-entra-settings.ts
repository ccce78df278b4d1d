import { ConfigurationError } from "@genai-office/shared/database";
import { isSecureAddress } from "../config/upstreams-schema";
import { entraDefaults, type EntraSettings } from "./entra-settings";

/** What is needed of the reader of environment variables (config/read-environment.ts). */
export interface EntraSettingReader {
  text(name: string): string | undefined;
  list(name: string): string[] | undefined;
  flag(name: string): boolean;
  origin(name: string): string | undefined;
  fileContent(name: string): string | undefined;
}

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const claimWord = /^[A-Za-z0-9._:-]{1,120}$/;

/** Settings that mean nothing without a tenant; one of them alone is a sign-in that somebody believes to be on. */
const companions = [
  "ENTRA_AUDIENCE",
  "ENTRA_CLIENT_ID",
  "ENTRA_SCOPE",
  "ENTRA_CLIENT_IDS",
  "ENTRA_SERVICE_CLIENT_IDS",
  "ENTRA_BOT_CLIENT_IDS",
  "ENTRA_SERVICE_ROLE",
  "ENTRA_ACCEPT_V1",
  "ENTRA_AUTHORITY",
  "ENTRA_KEYS_ORIGIN",
  "PSEUDONYM_SECRET_FILE",
] as const;

/**
 * The sign-in to this relay; undefined, and development mode, without ENTRA_TENANT_ID or ENTRA_TENANT_IDS.
 * @throws ConfigurationError one line that names the variable, never its value
 */
export function readEntraSettings(read: EntraSettingReader): EntraSettings | undefined {
  const tenantIds = guids(read, "ENTRA_TENANT_ID").concat(guids(read, "ENTRA_TENANT_IDS"));
  if (tenantIds.length === 0) {
    const alone = companions.find((name) => read.text(name) !== undefined);
    if (alone !== undefined) throw new ConfigurationError(`${alone} is set, but ENTRA_TENANT_ID is not`);
    return undefined;
  }
  const audience = read.text("ENTRA_AUDIENCE");
  if (audience === undefined) {
    throw new ConfigurationError("ENTRA_AUDIENCE must name this relay: its application id, or its application id URI");
  }
  const audiences = audience.split(/[\s,]+/);
  const [clientId] = guids(read, "ENTRA_CLIENT_ID");
  if (clientId === undefined) {
    throw new ConfigurationError("ENTRA_CLIENT_ID must be the id of the application that the panes sign in as");
  }
  const scope = word(read, "ENTRA_SCOPE") ?? entraDefaults.scope;
  const authority = read.origin("ENTRA_AUTHORITY") ?? entraDefaults.authority;
  const keysOrigin = read.origin("ENTRA_KEYS_ORIGIN");
  if (!isSecureAddress(authority)) throw new ConfigurationError("ENTRA_AUTHORITY must be an https origin");
  if (keysOrigin !== undefined && !isSecureAddress(keysOrigin)) {
    throw new ConfigurationError("ENTRA_KEYS_ORIGIN must be an https origin: whoever can change the keys can sign in");
  }
  return {
    authority,
    tenantIds: [...new Set(tenantIds)],
    audiences,
    scope,
    clientId,
    scopeToAskFor: `${scopeHome(audiences)}/${scope}`,
    clientIds: [...new Set([clientId, ...guids(read, "ENTRA_CLIENT_IDS")])],
    serviceClientIds: guids(read, "ENTRA_SERVICE_CLIENT_IDS"),
    botClientIds: guids(read, "ENTRA_BOT_CLIENT_IDS"),
    serviceRole: word(read, "ENTRA_SERVICE_ROLE") ?? entraDefaults.serviceRole,
    acceptVersion1: read.flag("ENTRA_ACCEPT_V1"),
    ...(keysOrigin === undefined ? {} : { keysOrigin }),
    pseudonymSecret: pseudonymSecret(read),
  };
}

/** A scope is asked for under the application id URI; `api://ID` is the one that every registration may have. */
function scopeHome(audiences: readonly string[]): string {
  return audiences.find((audience) => audience.includes("://")) ?? `api://${audiences[0]}`;
}

function guids(read: EntraSettingReader, name: string): string[] {
  const values = (read.list(name) ?? []).map((value) => value.toLowerCase());
  if (!values.every((value) => guid.test(value))) {
    throw new ConfigurationError(`${name} must hold ids such as 6f0b5f0e-3d0f-4a52-9a3e-8f3b2a6d1c11, nothing else`);
  }
  return values;
}

function word(read: EntraSettingReader, name: string): string | undefined {
  const value = read.text(name);
  if (value !== undefined && !claimWord.test(value)) throw new ConfigurationError(`${name} must be one word`);
  return value;
}

/** At least 32 bytes: with less, pseudonyms could be turned back by trying every person of the ministry. */
function pseudonymSecret(read: EntraSettingReader): string {
  const secret = read.fileContent("PSEUDONYM_SECRET_FILE")?.trim();
  if (secret === undefined) {
    throw new ConfigurationError(
      "PSEUDONYM_SECRET_FILE is not set: with a sign-in, audit and limits need a secret to make pseudonyms with",
    );
  }
  if (Buffer.byteLength(secret) < 32) {
    throw new ConfigurationError("PSEUDONYM_SECRET_FILE must hold at least 32 characters of random text");
  }
  return secret;
}
