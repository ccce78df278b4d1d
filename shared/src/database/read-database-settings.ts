import { ConfigurationError } from "./configuration-error";
import type { DatabaseSettings, PostgresqlSettings } from "./database-settings";

/** The part of the environment's reader that is needed here. */
export interface DatabaseEnvironment {
  text(name: string): string | undefined;
  wholeNumber(name: string, minimum: number, maximum: number): number | undefined;
  fileContent(name: string): string | undefined;
}

/** Folder of the embedded database when nothing is said, next to where the relay was started. */
export const defaultDatabaseDirectory = ".local/relay-data";

const defaultConnections = 8;

/**
 * DATABASE_URL names a PostgreSQL server; without it the database is embedded, in DATABASE_DIRECTORY. A password is read
 * from DATABASE_PASSWORD_FILE only: an address with a password in it would show up wherever environments are listed.
 * @param defaultDirectory when neither is set
 * @throws ConfigurationError one line that names the variable
 */
export function readDatabaseSettings(
  read: DatabaseEnvironment,
  defaultDirectory = defaultDatabaseDirectory,
): DatabaseSettings {
  const url = read.text("DATABASE_URL");
  const directory = read.text("DATABASE_DIRECTORY");
  if (read.text("DATABASE_PASSWORD") !== undefined) {
    throw new ConfigurationError(
      "DATABASE_PASSWORD is not read: put the password into a file and name it in DATABASE_PASSWORD_FILE",
    );
  }
  if (url === undefined) {
    for (const name of ["DATABASE_PASSWORD_FILE", "DATABASE_CA_FILE", "DATABASE_CONNECTIONS"])
      if (read.text(name) !== undefined) throw new ConfigurationError(`${name} is set, but DATABASE_URL is not`);
    return { kind: "embedded", directory: directory ?? defaultDirectory };
  }
  if (directory !== undefined)
    throw new ConfigurationError("DATABASE_URL and DATABASE_DIRECTORY exclude each other: set one of them");
  return readPostgresql(url, read);
}

const urlForm =
  "DATABASE_URL must be an address such as postgresql://user@host:5432/database?sslmode=verify-full, with nothing else in it";

function readPostgresql(url: string, read: DatabaseEnvironment): PostgresqlSettings {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed === undefined || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.hash !== "")
    throw new ConfigurationError(urlForm);
  if (parsed.password !== "")
    throw new ConfigurationError("DATABASE_URL must hold no password: it belongs into DATABASE_PASSWORD_FILE");
  const database = decoded(parsed.pathname.slice(1));
  const user = decoded(parsed.username);
  const modes = parsed.searchParams.getAll("sslmode");
  const strange = [...parsed.searchParams.keys()].some((key) => key !== "sslmode");
  if (parsed.hostname === "" || !database || database.includes("/") || !user || strange || modes.length > 1)
    throw new ConfigurationError(urlForm);
  const passwordFile = read.text("DATABASE_PASSWORD_FILE");
  if (passwordFile !== undefined && (read.fileContent("DATABASE_PASSWORD_FILE") ?? "").trim() === "")
    throw new ConfigurationError(`DATABASE_PASSWORD_FILE: ${passwordFile} is empty`);
  const host = parsed.hostname.replace(/^\[(.*)\]$/, "$1");
  const ca = read.fileContent("DATABASE_CA_FILE");
  const tls = tlsOf(modes[0], host, ca);
  return {
    kind: "postgresql",
    host,
    port: parsed.port === "" ? 5432 : Number(parsed.port),
    database,
    user,
    connections: read.wholeNumber("DATABASE_CONNECTIONS", 2, 100) ?? defaultConnections,
    ...(passwordFile === undefined ? {} : { passwordFile }),
    ...(tls === undefined ? {} : { tls }),
  };
}

/**
 * The server's certificate is checked unless the address says otherwise or the server is this machine. The modes of libpq
 * that encrypt without knowing for whom (`require`, `prefer`, `allow`) are refused: they only look safe.
 */
function tlsOf(mode: string | undefined, host: string, ca: string | undefined): PostgresqlSettings["tls"] {
  const wanted = mode ?? (loopback.has(host) && ca === undefined ? "disable" : "verify-full");
  if (wanted === "disable") {
    if (ca !== undefined)
      throw new ConfigurationError("DATABASE_CA_FILE is set, but DATABASE_URL says sslmode=disable");
    return undefined;
  }
  if (wanted !== "verify-full" && wanted !== "verify-ca") {
    throw new ConfigurationError(
      "DATABASE_URL: sslmode must be verify-full, verify-ca or disable; DATABASE_CA_FILE names the authority of an own certificate",
    );
  }
  return { checkHost: wanted === "verify-full", ...(ca === undefined ? {} : { ca }) };
}

const loopback = new Set(["localhost", "127.0.0.1", "::1"]);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign; the caller says what the address must look like.
    return "";
  }
}
