import { ConfigurationError, readDatabaseSettings } from "@genai-office/shared/database";

function read(environment: Record<string, string>, files: Record<string, string> = {}) {
  return readDatabaseSettings({
    text: (name) => environment[name],
    wholeNumber: (name) => (environment[name] === undefined ? undefined : Number(environment[name])),
    fileContent: (name) => (environment[name] === undefined ? undefined : (files[environment[name]] ?? "")),
  });
}

describe("where the relay keeps its state", () => {
  test("is a folder beside the start when nothing is said", () => {
    expect(read({})).toEqual({ kind: "embedded", directory: ".local/relay-data" });
    expect(read({ DATABASE_DIRECTORY: "/data" })).toEqual({ kind: "embedded", directory: "/data" });
  });

  test("is a server by its address; its certificate is checked unless it is this machine", () => {
    expect(read({ DATABASE_URL: "postgresql://relay@db.example.go.jp/genai" })).toEqual({
      kind: "postgresql",
      host: "db.example.go.jp",
      port: 5432,
      database: "genai",
      user: "relay",
      connections: 8,
      tls: { checkHost: true },
    });
    expect(read({ DATABASE_URL: "postgres://u@localhost:6000/d" })).not.toHaveProperty("tls");
    expect(read({ DATABASE_URL: "postgres://u@[::1]:6000/d" })).toMatchObject({ host: "::1", port: 6000 });
    expect(read({ DATABASE_URL: "postgres://u@h/d?sslmode=disable" })).not.toHaveProperty("tls");
    expect(
      read({ DATABASE_URL: "postgres://u@h/d?sslmode=verify-ca", DATABASE_CA_FILE: "ca" }, { ca: "PEM" }),
    ).toMatchObject({
      tls: { checkHost: false, ca: "PEM" },
    });
  });

  const secret = "hunter2";
  test.each<[string, Record<string, string>]>([
    ["a password in the address", { DATABASE_URL: `postgresql://u:${secret}@h/d` }],
    ["a password in the environment", { DATABASE_URL: "postgresql://u@h/d", DATABASE_PASSWORD: secret }],
    ["a password in the query", { DATABASE_URL: `postgresql://u@h/d?password=${secret}` }],
    ["encryption without a check", { DATABASE_URL: "postgresql://u@h/d?sslmode=require" }],
    ["no database", { DATABASE_URL: "postgresql://u@h" }],
    ["no user", { DATABASE_URL: "postgresql://h/d" }],
    ["another protocol", { DATABASE_URL: `mysql://u:${secret}@h/d` }],
    ["both kinds", { DATABASE_URL: "postgresql://u@h/d", DATABASE_DIRECTORY: "/data" }],
    ["a setting of a server without one", { DATABASE_PASSWORD_FILE: "file" }],
    ["an empty password file", { DATABASE_URL: "postgresql://u@h/d", DATABASE_PASSWORD_FILE: "file" }],
    ["an authority that is not used", { DATABASE_URL: "postgresql://u@h/d?sslmode=disable", DATABASE_CA_FILE: "file" }],
    ["a stray percent sign", { DATABASE_URL: "postgresql://%E0@h/d" }],
  ])("%s is refused in one line without any secret", (_, environment) => {
    let thrown: unknown;
    try {
      read(environment);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ConfigurationError);
    expect((thrown as Error).message).not.toContain(secret);
    expect((thrown as Error).message).not.toContain("\n");
  });
});
