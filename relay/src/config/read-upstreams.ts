import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as v from "valibot";
import { ConfigurationError } from "@genai-office/shared/database";
import { parseJson } from "./parse-json";
import { isQuotableName } from "./quotable-name";
import type { CredentialSettings, SignInSettings, Upstream, UpstreamsConfig } from "./upstream-settings";
import { connectionName, isSecureAddress, signInSchema, upstreamSchema, upstreamsFileSchema } from "./upstreams-schema";

/**
 * Reads the upstreams file; its format is in relay/README.md. Files it names are relative to its own folder; they must
 * be there, but are read only when they are needed. Makes no network request.
 * @throws ConfigurationError one line with place and field; never a value, since a key may stand in the wrong place
 */
export function readUpstreamsFile(path: string): UpstreamsConfig {
  const file = parse(path, readJson(path), upstreamsFileSchema, "");
  const folder = dirname(resolve(path));
  const signIns = new Map<string, SignInSettings>();
  for (const [index, [name, value]] of Object.entries(file.signIns).entries()) {
    const place = `signIns.${placeName(path, "signIns", name, index)}`;
    const { issuer, endpoint, clientSecretFile, ...settings } = parse(path, value, signInSchema, place);
    signIns.set(name, {
      ...settings,
      issuer: issuer ?? `https://cognito-idp.${settings.region}.amazonaws.com/${settings.userPoolId}`,
      endpoint: endpoint ?? `https://cognito-idp.${settings.region}.amazonaws.com`,
      ...namedFile("clientSecretFile", clientSecretFile, `${path}: ${place}`, folder),
    });
  }
  const upstreams = new Map<string, Upstream>();
  for (const [index, [name, value]] of Object.entries(file.upstreams).entries()) {
    const place = `upstreams.${placeName(path, "upstreams", name, index)}`;
    upstreams.set(name, readUpstream(value, path, place, folder, signIns));
  }
  return { upstreams, signIns };
}

function readUpstream(
  value: unknown,
  path: string,
  place: string,
  folder: string,
  signIns: ReadonlyMap<string, SignInSettings>,
): Upstream {
  const parsed = parse(path, value, upstreamSchema, place);
  const where = `${path}: ${place}`;
  const credentials = readCredentialSettings(parsed.credentials, where, folder, signIns);
  const settings = withoutPlainHttp(parsed, where);
  if (settings.contract === "predict-stream") {
    const cognito = credentials as Extract<CredentialSettings, { signIn: string }>;
    const provider = signIns.get(cognito.signIn)!.issuer.replace(/^https?:\/\//, "");
    return { ...settings, credentials: cognito, userPoolProvider: settings.userPoolProvider ?? provider };
  }
  if (settings.contract === "ai-app") {
    const { userIdSecretFile, ...rest } = settings;
    return { ...rest, credentials, ...namedFile("userIdSecretFile", userIdSecretFile, where, folder) };
  }
  if (settings.contract === "exapps") {
    const { ticketSecretFile, ...rest } = settings;
    return { ...rest, credentials, ...namedFile("ticketSecretFile", ticketSecretFile, where, folder) };
  }
  return { ...settings, credentials };
}

type ParsedUpstream = v.InferOutput<typeof upstreamSchema>;
type WithoutFlag<Settings> = Settings extends unknown ? Omit<Settings, "allowPlainHttp"> : never;

/**
 * The settings, once it is sure that keys and tokens of people go over https, inside of this machine, or over plain http
 * because somebody asked for it by name.
 */
function withoutPlainHttp(settings: ParsedUpstream, where: string): WithoutFlag<ParsedUpstream> {
  // Its addresses are held to https by the schema.
  if (settings.contract === "predict-stream") return settings;
  const { allowPlainHttp = false, ...rest } = settings;
  const [field, address] = rest.contract === "ai-app" ? ["invokeUrl", rest.invokeUrl] : ["baseUrl", rest.baseUrl];
  if (rest.credentials.kind !== "none" && !allowPlainHttp && !isSecureAddress(address)) {
    throw new ConfigurationError(
      `UPSTREAMS_FILE ${where}.${field}: must be an https address, since keys or tokens go there; a closed network without https has to ask for it by "allowPlainHttp": true`,
    );
  }
  return rest;
}

function readCredentialSettings(
  settings: v.InferOutput<typeof upstreamSchema>["credentials"],
  where: string,
  folder: string,
  signIns: ReadonlyMap<string, SignInSettings>,
): CredentialSettings {
  const place = `${where}.credentials`;
  if ("signIn" in settings && !signIns.has(settings.signIn)) {
    throw new ConfigurationError(`UPSTREAMS_FILE ${place}.signIn: there is no sign-in of that name under signIns`);
  }
  if (settings.kind === "key-file") return { ...settings, ...namedFile("file", settings.file, place, folder) };
  if (settings.kind !== "cognito-service-account") return settings;
  const { refreshTokenFile, userName, passwordFile, ...rest } = settings;
  const byPassword = userName !== undefined && passwordFile !== undefined;
  if ((refreshTokenFile !== undefined) === byPassword || (userName === undefined) !== (passwordFile === undefined)) {
    throw new ConfigurationError(
      `UPSTREAMS_FILE ${place}: needs either refreshTokenFile, or userName and passwordFile`,
    );
  }
  return {
    ...rest,
    ...(userName === undefined ? {} : { userName }),
    ...namedFile("refreshTokenFile", refreshTokenFile, place, folder),
    ...namedFile("passwordFile", passwordFile, place, folder),
  };
}

/** How messages call an entry: by its name, or by its number where the name is long enough to be a key. */
function placeName(path: string, section: string, name: string, index: number): string {
  const parsed = v.safeParse(connectionName, name);
  if (!parsed.success) throw new ConfigurationError(`UPSTREAMS_FILE ${path}: ${section}: ${parsed.issues[0].message}`);
  return name.length <= 20 ? name : `(entry ${index + 1})`;
}

/** A file that the settings name: its absolute path, once it is sure that it can be read and holds something. */
function namedFile<Name extends string>(
  name: Name,
  file: string | undefined,
  place: string,
  folder: string,
): Partial<Record<Name, string>> {
  if (file === undefined) return {};
  const absolute = resolve(folder, file);
  let content: string;
  try {
    content = readFileSync(absolute, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "?";
    throw new ConfigurationError(`UPSTREAMS_FILE ${place}.${name}: the file cannot be read (${code})`);
  }
  if (content.trim() === "") throw new ConfigurationError(`UPSTREAMS_FILE ${place}.${name}: the file is empty`);
  return { [name]: absolute } as Partial<Record<Name, string>>;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new ConfigurationError(
      `UPSTREAMS_FILE ${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? "?"})`,
    );
  }
  try {
    return parseJson(text);
  } catch {
    // The message of a SyntaxError quotes the text, in which a key may stand.
    throw new ConfigurationError(`UPSTREAMS_FILE ${path}: not well-formed JSON`);
  }
}

function parse<Schema extends v.GenericSchema>(
  path: string,
  value: unknown,
  schema: Schema,
  place: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  // An unknown field is named only when it looks like one: somebody may have put a key in its place.
  const unnamed = issue.expected === "never" && !isQuotableName(keys.at(-1) ?? "");
  const field = [place, ...(unnamed ? keys.slice(0, -1) : keys)].filter((part) => part !== "").join(".");
  const fault = unnamed ? "there is a field that is not known; its name is not repeated here" : describeIssue(issue);
  throw new ConfigurationError(`UPSTREAMS_FILE ${path}: ${field === "" ? "the whole" : field}: ${fault}`);
}

/** What is wrong, without what was found: valibot's own messages for types and keys quote it. */
function describeIssue(issue: v.BaseIssue<unknown>): string {
  if (issue.kind === "validation") return issue.message;
  if (issue.expected === "never") return "there is no such field";
  if (issue.received === "undefined") return "is missing";
  return issue.expected === null ? "is not usable" : `must be ${issue.expected}`;
}
