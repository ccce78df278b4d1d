import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contractNames } from "@genai-office/shared/vocabulary";
import { defaultModelsFile, readModelsFile } from "../../../../relay/src/config/read-catalogue";
import { ConfigurationError } from "@genai-office/shared/database";
import { readEnvironment } from "../../../../relay/src/config/read-environment";
import { readUpstreamsFile } from "../../../../relay/src/config/read-upstreams";

const example = join(__dirname, "../../../../relay/config/upstreams.example.json");

/** The key files that the example names. */
const keys = [...new Set(readFileSync(example, "utf8").match(/(?<="keys\/)[\w-]+/g))];

describe("the upstreams file", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "relay-upstreams-"));
    mkdirSync(join(folder, "keys"));
    for (const name of keys) writeFileSync(join(folder, "keys", name), "k3y-that-is-secret\n");
    writeFileSync(join(folder, "keys", "empty"), " \n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function file(content: unknown): string {
    const path = join(folder, "upstreams.json");
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  }

  function messageOf(content: unknown): string {
    try {
      readUpstreamsFile(file(content));
    } catch (error) {
      if (error instanceof ConfigurationError) return error.message;
      throw error;
    }
    throw new Error("was accepted");
  }

  test("the example is valid and has every contract; its files are beside it", () => {
    cpSync(example, join(folder, "example.json"));
    const { upstreams, signIns } = readUpstreamsFile(join(folder, "example.json"));
    const contracts = new Set([...upstreams.values()].map(({ contract }) => contract));
    expect([...contracts].sort()).toEqual(contractNames.filter((name) => name !== "offline").sort());
    expect(upstreams.get("azure-tokyo-vllm")).toEqual({
      contract: "openai",
      baseUrl: "https://example-tokyo.azure-api.net/vllm/v1",
      credentials: { kind: "key-file", file: join(folder, "keys/apim"), header: "x-api-key" },
    });
    expect(upstreams.get("ministry-apps")).toMatchObject({
      credentials: { header: "x-api-key" },
      userIdSecretFile: join(folder, "keys/user-id-secret"),
    });
    expect(upstreams.get("genai")).toMatchObject({
      userPoolProvider: "cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_Example01",
    });
    expect(signIns.get("genai")).toMatchObject({
      issuer: "https://cognito-idp.ap-northeast-1.amazonaws.com/ap-northeast-1_Example01",
      endpoint: "https://cognito-idp.ap-northeast-1.amazonaws.com",
    });
    expect(JSON.stringify([...upstreams])).not.toContain("k3y");
  });

  test("the example connects every model of the catalogue that comes with the relay", () => {
    cpSync(example, join(folder, "example.json"));
    const { upstreams } = readUpstreamsFile(join(folder, "example.json"));
    for (const { id, contract, upstream } of readModelsFile(defaultModelsFile).models) {
      if (contract !== "offline") expect([id, upstreams.get(upstream!)?.contract]).toEqual([id, contract]);
    }
  });

  test("the environment names it, beside the one server it may name itself", () => {
    cpSync(example, join(folder, "example.json"));
    const config = readEnvironment({
      UPSTREAMS_FILE: join(folder, "example.json"),
      GENAI_UPSTREAM_URL: "https://gateway.example/v1",
    });
    expect(config.connections?.upstreams.size).toBe(16);
    expect(config.upstream?.baseUrl).toBe("https://gateway.example/v1");
    expect(readEnvironment({}).connections).toBeUndefined();
  });

  const openai = { contract: "openai", baseUrl: "https://g.example/v1" };
  const one = (upstream: object, more: object = {}): object => ({ upstreams: { one: upstream }, ...more });
  const pool = (JSON.parse(readFileSync(example, "utf8")) as { signIns: { genai: object } }).signIns.genai;
  const stream = {
    contract: "predict-stream",
    region: "ap-northeast-1",
    functionArn: "arn:aws:lambda:ap-northeast-1:123456789012:function:F",
    identityPoolId: "ap-northeast-1:00000000-0000-0000-0000-000000000000",
    credentials: { kind: "cognito-user", signIn: "pool" },
  };

  test.each<[string, unknown, string]>([
    ["no JSON", "{ k3y", "not well-formed JSON"],
    ["no object", [], "upstreams: is missing"],
    ["no upstreams", {}, "upstreams: is missing"],
    ["a misspelt section", { upstreams: {}, signins: {} }, "signins: there is no such field"],
    ["a bad name", { upstreams: { "../x": openai } }, "upstreams: must be a name"],
    [
      "an unknown contract",
      one({ contract: "opanai", baseUrl: "https://g.example" }),
      "upstreams.one.contract: must be",
    ],
    ["no address", one({ contract: "openai" }), "upstreams.one.baseUrl: is missing"],
    ["a misspelt field", one({ ...openai, credentails: {} }), "upstreams.one.credentails: there is no such field"],
    [
      "an address with a key",
      one({ ...openai, baseUrl: "https://u:k3y@g.example" }),
      "upstreams.one.baseUrl: must be an http",
    ],
    [
      "a key in the query",
      one({ ...openai, baseUrl: "https://g.example/v1?key=k3y" }),
      "upstreams.one.baseUrl: must be an http",
    ],
    [
      "a key in the place of settings",
      one({ ...openai, credentials: "k3y" }),
      "upstreams.one.credentials: must be Object",
    ],
    [
      "a key in the place of a kind",
      one({ ...openai, credentials: { kind: "k3y" } }),
      "upstreams.one.credentials.kind: must be",
    ],
    [
      "a key beside its kind",
      one({ ...openai, credentials: { kind: "none", key: "k3y" } }),
      "upstreams.one.credentials.key: there is no such field",
    ],
    [
      "a file that is not there",
      one({ ...openai, credentials: { kind: "key-file", file: "keys/nothing" } }),
      "upstreams.one.credentials.file: the file cannot be read (ENOENT)",
    ],
    [
      "an empty file",
      one({ ...openai, credentials: { kind: "key-file", file: "keys/empty" } }),
      "upstreams.one.credentials.file: the file is empty",
    ],
    [
      "a bad header",
      one({ ...openai, credentials: { kind: "key-file", file: "keys/apim", header: "x y" } }),
      "upstreams.one.credentials.header",
    ],
    [
      "an unknown sign-in",
      one({ ...openai, credentials: { kind: "cognito-user", signIn: "gennai" } }),
      "upstreams.one.credentials.signIn: there is no sign-in",
    ],
    [
      "a stream with a key",
      one({ ...stream, credentials: { kind: "key-file", file: "keys/apim" } }),
      "upstreams.one.credentials.kind",
    ],
    [
      "a stream without a pool",
      one({ ...stream, identityPoolId: "x" }, { signIns: { pool } }),
      "upstreams.one.identityPoolId",
    ],
    [
      "plain http for tokens",
      { upstreams: {}, signIns: { pool: { ...pool, domain: "http://login.example" } } },
      "signIns.pool.domain: must be an https address",
    ],
    [
      "scopes without openid",
      { upstreams: {}, signIns: { pool: { ...pool, scopes: ["email"] } } },
      "signIns.pool.scopes: must name openid",
    ],
    [
      "a service account without proof",
      one({ ...stream, credentials: { kind: "cognito-service-account", signIn: "pool" } }, { signIns: { pool } }),
      "upstreams.one.credentials: needs either",
    ],
    [
      "one with a name alone",
      one(
        { ...stream, credentials: { kind: "cognito-service-account", signIn: "pool", userName: "s" } },
        { signIns: { pool } },
      ),
      "upstreams.one.credentials: needs either",
    ],
    [
      "a timer of nothing",
      one({ ...openai, timers: { idleMs: 0 } }),
      "upstreams.one.timers.idleMs: must be at least 1",
    ],
    [
      "a secret of tickets that is not there",
      one({ contract: "exapps", baseUrl: "https://g.example/api", ticketSecretFile: "keys/nothing" }),
      "upstreams.one.ticketSecretFile: the file cannot be read (ENOENT)",
    ],
    [
      "an app without a form",
      one({ contract: "ai-app", invokeUrl: "https://a.example/invoke", app: { id: "a", name: "a" } }),
      "upstreams.one.app.form: is missing",
    ],
  ])("%s is refused by place and field, and no value is quoted", (_, content, expected) => {
    const message = messageOf(content);
    expect(message).toMatch(/^UPSTREAMS_FILE /);
    expect(message).toContain(expected);
    expect(message).not.toContain("\n");
    expect(message).not.toContain("k3y");
  });

  const secret = "SUPERSECRETKEY1234567890";
  test.each<[string, unknown, string]>([
    ["a field", one({ ...openai, [secret]: 1 }), "upstreams.one: there is a field that is not known"],
    ["a section", { upstreams: {}, [secret]: 1 }, "the whole: there is a field that is not known"],
    ["a field inside", one({ ...openai, timers: { [secret]: 1 } }), "upstreams.one.timers: there is a field"],
    ["the name of a connection", { upstreams: { [secret]: openai } }, "upstreams: must be a name"],
    [
      "a name of small letters",
      { upstreams: { [secret.toLowerCase()]: {} } },
      "upstreams.(entry 1).contract: is missing",
    ],
    ["a field of small letters", one({ ...openai, [secret.toLowerCase()]: 1 }), "upstreams.one: there is a field"],
    ["a field with a dot", one({ ...openai, "k.superSecretKey1": 1 }), "upstreams.one: there is a field"],
  ])("a key in the place of %s is not quoted", (_, content, expected) => {
    const message = messageOf(content);
    expect(message).toContain(expected);
    expect(message.toLowerCase()).not.toContain("secret");
  });

  test("a byte order mark at the start is no fault", () => {
    expect(readUpstreamsFile(file(`\ufeff${JSON.stringify(one(openai))}`)).upstreams.size).toBe(1);
    const models = join(folder, "models.json");
    writeFileSync(models, `\ufeff${readFileSync(defaultModelsFile, "utf8")}`);
    expect(readModelsFile(models)).toEqual(readModelsFile(defaultModelsFile));
  });

  const keyed = { credentials: { kind: "key-file", file: "keys/apim" } };
  const person = { credentials: { kind: "cognito-user", signIn: "pool" } };
  const app = { id: "a", name: "a", form: {} };
  test.each<[string, object]>([
    ["openai", { contract: "openai", baseUrl: "http://g.example/v1", ...keyed }],
    ["predict", { contract: "predict", baseUrl: "http://g.example/api", ...person }],
    ["exapps", { contract: "exapps", baseUrl: "HTTP://g.example/api", ...person }],
    ["ai-app", { contract: "ai-app", invokeUrl: "http://a.example/invoke", app, ...keyed }],
    ["cotomi", { contract: "cotomi", baseUrl: "http://127.0.0.1.example/v1", ...keyed }],
    ["plamo-translate", { contract: "plamo-translate", baseUrl: "http://g.example/v1", ...keyed }],
    [
      "managed identity",
      { ...openai, baseUrl: "http://g.example", credentials: { kind: "managed-identity", resource: "https://r" } },
    ],
  ])("keys and tokens go over plain http only when asked for by name: %s", (_, upstream) => {
    const field = "invokeUrl" in upstream ? "invokeUrl" : "baseUrl";
    const message = messageOf(one(upstream, { signIns: { pool } }));
    expect(message).toContain(`upstreams.one.${field}: must be an https address`);
    expect(message).toContain("allowPlainHttp");
    const allowed = readUpstreamsFile(file(one({ ...upstream, allowPlainHttp: true }, { signIns: { pool } })));
    expect(allowed.upstreams.get("one")).not.toHaveProperty("allowPlainHttp");
    for (const host of ["127.0.0.1:8080", "localhost", "[::1]:81"]) {
      const local = { ...upstream, [field]: `http://${host}/v1` };
      expect(readUpstreamsFile(file(one(local, { signIns: { pool } }))).upstreams.size).toBe(1);
    }
  });

  test("plain http without a key needs no asking", () => {
    expect(readUpstreamsFile(file(one({ ...openai, baseUrl: "http://vllm.internal:8000/v1" }))).upstreams.size).toBe(1);
  });

  test("what may be left out", () => {
    const { upstreams } = readUpstreamsFile(
      file({
        upstreams: {
          a: { ...openai, baseUrl: " https://g.example/v1/ " },
          b: { ...openai, baseUrl: "https://x.openai.azure.com/openai/deployments/gpt?api-version=2024-10-21" },
          c: { ...stream, userPoolProvider: "p", endpoint: "http://127.0.0.1:4566/" },
        },
        signIns: { pool },
      }),
    );
    expect(upstreams.get("a")).toEqual({
      contract: "openai",
      baseUrl: "https://g.example/v1",
      credentials: { kind: "none" },
    });
    expect(upstreams.get("c")).toMatchObject({ userPoolProvider: "p", endpoint: "http://127.0.0.1:4566" });
  });
});
