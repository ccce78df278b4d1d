import { readFileSync } from "node:fs";
import { createSecureContext } from "node:tls";
import { readAiAppSettings } from "../ai-app-server/read-ai-app-settings";
import { ConfigurationError, readDatabaseSettings } from "@genai-office/shared/database";
import { readEntraSettings } from "../sign-in/read-entra-settings";
import { defaultModelsFile, readModelsFile } from "./read-catalogue";
import { readUpstreamsFile } from "./read-upstreams";
import { logLevels, relayDefaults, type RelayConfig, type TlsSettings, type UpstreamSettings } from "./relay-config";
import { upstreamCard, withCardInFront, type EnvironmentModel } from "./upstream-card";

export type Environment = Record<string, string | undefined>;

/**
 * Makes the configuration from environment variables; the list is in relay/README.md. An empty value counts as not set.
 * Reads the files that are named; makes no network request.
 * @throws ConfigurationError one line that names the variable
 */
export function readEnvironment(environment: Environment): RelayConfig {
  const read = reader(environment);
  const upstream = readUpstream(read);
  const upstreamsFile = read.text("UPSTREAMS_FILE");
  const settingsFile = read.text("SETTINGS_FILE");
  const tls = readTls(read);
  const aiApps = readAiAppSettings(read);
  const publicOrigin = read.origin("RELAY_PUBLIC_ORIGIN");
  const entra = readEntraSettings(read);
  refuseRemoteWithoutSignIn(read);
  const staticRoot = read.text("RELAY_STATIC_ROOT");
  const officeJsDirectory = read.text("OFFICE_JS_DIRECTORY");
  const config: RelayConfig = {
    ...relayDefaults,
    host: read.text("RELAY_HOST") ?? relayDefaults.host,
    port: read.wholeNumber("RELAY_PORT", 0, 65_535) ?? relayDefaults.port,
    tlsElsewhere: read.flag("RELAY_TLS_ELSEWHERE"),
    allowedOrigins: read.list("RELAY_ALLOWED_ORIGINS") ?? relayDefaults.allowedOrigins,
    frameAncestors: read.list("RELAY_FRAME_ANCESTORS") ?? relayDefaults.frameAncestors,
    displayName: read.text("DISPLAY_NAME") ?? relayDefaults.displayName,
    officeJsUrl: readOfficeJsUrl(read) ?? relayDefaults.officeJsUrl,
    folders: officeJsDirectory === undefined ? [] : [{ path: "/office-js/", directory: officeJsDirectory }],
    logLevel: read.oneOf("LOG_LEVEL", logLevels) ?? relayDefaults.logLevel,
    shutdownGraceMs: read.wholeNumber("RELAY_SHUTDOWN_GRACE_MS", 0, 600_000) ?? relayDefaults.shutdownGraceMs,
    catalogue: readModelsFile(read.text("MODELS_FILE") ?? defaultModelsFile),
    database: readDatabaseSettings(read),
    ...(upstream === undefined ? {} : { upstream }),
    ...(upstreamsFile === undefined ? {} : { connections: readUpstreamsFile(upstreamsFile) }),
    ...(settingsFile === undefined ? {} : { settingsFile }),
    ...(tls === undefined ? {} : { tls }),
    ...(aiApps === undefined ? {} : { aiApps }),
    ...(publicOrigin === undefined ? {} : { publicOrigin }),
    ...(entra === undefined ? {} : { entra }),
    ...(staticRoot === undefined ? {} : { staticRoot }),
  };
  const named = readEnvironmentModel(read);
  if (named !== undefined && upstream === undefined) {
    throw new ConfigurationError("GENAI_UPSTREAM_MODEL is set, but GENAI_UPSTREAM_URL is not");
  }
  if (named !== undefined) config.catalogue = withCardInFront(config.catalogue, upstreamCard(named));
  return config;
}

/** A setting of earlier versions: who still sets it believes something in front of the relay to sign people in. */
function refuseRemoteWithoutSignIn(read: Reader): void {
  if (!read.flag("RELAY_ALLOW_REMOTE")) return;
  throw new ConfigurationError(
    "RELAY_ALLOW_REMOTE is no longer a setting: beyond this machine the relay signs people in itself, see ENTRA_TENANT_ID",
  );
}

function readUpstream(read: Reader): UpstreamSettings | undefined {
  const url = read.text("GENAI_UPSTREAM_URL");
  const keyFile = read.text("GENAI_UPSTREAM_KEY_FILE");
  if (read.text("GENAI_UPSTREAM_KEY") !== undefined) {
    throw new ConfigurationError(
      "GENAI_UPSTREAM_KEY is not read: put the key into a file and name it in GENAI_UPSTREAM_KEY_FILE",
    );
  }
  if (url === undefined) {
    if (keyFile !== undefined)
      throw new ConfigurationError("GENAI_UPSTREAM_KEY_FILE is set, but GENAI_UPSTREAM_URL is not");
    return undefined;
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    throw new ConfigurationError(
      "GENAI_UPSTREAM_URL must be an http or https address, such as https://gateway.example/openai/v1",
    );
  }
  if (parsed.username !== "" || parsed.password !== "" || parsed.search !== "") {
    throw new ConfigurationError(
      "GENAI_UPSTREAM_URL must hold no user, password or query: keys belong into GENAI_UPSTREAM_KEY_FILE",
    );
  }
  const keyHeader = read.text("GENAI_UPSTREAM_KEY_HEADER") ?? "Authorization";
  if (!/^[A-Za-z0-9-]+$/.test(keyHeader)) {
    throw new ConfigurationError("GENAI_UPSTREAM_KEY_HEADER must be the name of an HTTP header, such as x-api-key");
  }
  if (keyFile !== undefined && (read.fileContent("GENAI_UPSTREAM_KEY_FILE") ?? "").trim() === "") {
    throw new ConfigurationError(`GENAI_UPSTREAM_KEY_FILE: ${keyFile} is empty`);
  }
  return { baseUrl: url.replace(/\/+$/, ""), keyHeader, ...(keyFile === undefined ? {} : { keyFile }) };
}

function readEnvironmentModel(read: Reader): EnvironmentModel | undefined {
  const model = read.text("GENAI_UPSTREAM_MODEL");
  const clearance = read.oneOf("GENAI_UPSTREAM_CLEARANCE", ["1", "2"] as const);
  const region = read.oneOf("GENAI_UPSTREAM_REGION", ["jp", "other"] as const);
  const contextTokens = read.wholeNumber("GENAI_UPSTREAM_CONTEXT_TOKENS", 512, 100_000_000);
  const outputTokens = read.wholeNumber("GENAI_UPSTREAM_OUTPUT_TOKENS", 64, contextTokens ?? 100_000_000);
  if (model === undefined) return undefined;
  return {
    model,
    ...(clearance === undefined ? {} : { clearance }),
    ...(region === undefined ? {} : { region }),
    ...(contextTokens === undefined ? {} : { contextTokens }),
    ...(outputTokens === undefined ? {} : { outputTokens }),
  };
}

function readTls(read: Reader): TlsSettings | undefined {
  const key = read.fileContent("RELAY_TLS_KEY_FILE");
  const cert = read.fileContent("RELAY_TLS_CERT_FILE");
  if (key === undefined && cert === undefined) return undefined;
  if (key === undefined || cert === undefined) {
    throw new ConfigurationError("RELAY_TLS_KEY_FILE and RELAY_TLS_CERT_FILE belong together: set both or none");
  }
  try {
    createSecureContext({ key, cert });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "?";
    throw new ConfigurationError(
      `RELAY_TLS_KEY_FILE and RELAY_TLS_CERT_FILE are no key and its certificate in PEM (${code})`,
    );
  }
  return { key, cert };
}

function readOfficeJsUrl(read: Reader): string | undefined {
  const url = read.text("OFFICE_JS_URL");
  if (url === undefined) return undefined;
  if (url.startsWith("/") && !url.startsWith("//")) return url;
  if (!URL.canParse(url) || new URL(url).protocol !== "https:") {
    throw new ConfigurationError(
      "OFFICE_JS_URL must be an https address, or a path of this server such as /office-js/office.js",
    );
  }
  return url;
}

type Reader = ReturnType<typeof reader>;

export function reader(environment: Environment) {
  function text(name: string): string | undefined {
    const value = environment[name]?.trim();
    return value === "" ? undefined : value;
  }
  return {
    text,
    wholeNumber(name: string, minimum: number, maximum: number): number | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const parsed = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
      if (!(parsed >= minimum && parsed <= maximum)) {
        throw new ConfigurationError(`${name} must be a whole number from ${minimum} to ${maximum}`);
      }
      return parsed;
    },
    flag(name: string): boolean {
      const value = text(name);
      if (value === undefined || value === "0" || value === "false") return false;
      if (value === "1" || value === "true") return true;
      throw new ConfigurationError(`${name} must be 1 or 0`);
    },
    oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const known = values.find((candidate) => candidate === value);
      if (known === undefined) throw new ConfigurationError(`${name} must be one of: ${values.join(", ")}`);
      return known;
    },
    list(name: string): string[] | undefined {
      return text(name)
        ?.split(/[\s,]+/)
        .filter((entry) => entry !== "");
    },
    origin(name: string): string | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const parsed = URL.canParse(value) ? new URL(value) : undefined;
      if (
        parsed === undefined ||
        !/^https?:$/.test(parsed.protocol) ||
        !/^\/?$/.test(parsed.pathname + parsed.search)
      ) {
        throw new ConfigurationError(`${name} must be an origin, such as https://genai.example.go.jp`);
      }
      return parsed.origin;
    },
    fileContent(name: string): string | undefined {
      const path = text(name);
      if (path === undefined) return undefined;
      try {
        return readFileSync(path, "utf8");
      } catch (error) {
        throw new ConfigurationError(
          `${name}: ${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? "?"})`,
        );
      }
    },
  };
}
