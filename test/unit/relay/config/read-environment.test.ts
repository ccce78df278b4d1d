import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError } from "@genai-office/shared/database";
import { readEnvironment } from "../../../../relay/src/config/read-environment";
import { officeJsCdnUrl } from "../../../../relay/src/config/relay-config";

describe("readEnvironment", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "relay-config-"));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function file(name: string, content: string): string {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  }

  function messageOf(environment: Record<string, string>): string {
    try {
      readEnvironment(environment);
    } catch (error) {
      if (error instanceof ConfigurationError) return error.message;
      throw error;
    }
    throw new Error("was accepted");
  }

  test("an empty environment is the offline engine on loopback", () => {
    const config = readEnvironment({ RELAY_HOST: "", GENAI_UPSTREAM_URL: " " });
    expect(config.host).toBe("127.0.0.1");
    expect(config.upstream).toBeUndefined();
    expect(config.officeJsUrl).toBe(officeJsCdnUrl);
    expect(config.displayName).toBe("AIアシスト");
    expect(config.catalogue.models.at(-1)?.id).toBe("offline-extractive");
    expect(config.catalogue.default).toEqual({});
  });

  test("a model of the environment comes first, is the default and says what is assumed", () => {
    const { catalogue, upstream } = readEnvironment({
      GENAI_UPSTREAM_URL: "https://gateway.example/openai/v1/",
      GENAI_UPSTREAM_MODEL: "plamo-3",
      GENAI_UPSTREAM_KEY_FILE: file("key", " secret\n"),
    });
    expect(upstream).toEqual({
      baseUrl: "https://gateway.example/openai/v1",
      keyFile: join(folder, "key"),
      keyHeader: "Authorization",
    });
    expect(catalogue.models.map(({ id }) => id).filter((id, at) => at === 0 || id === "offline-extractive")).toEqual([
      "plamo-3",
      "offline-extractive",
    ]);
    expect(catalogue.default).toEqual(
      Object.fromEntries(
        ["summarize", "translate", "minutes", "reply", "thread", "answer", "ask", "chat"].map((task) => [
          task,
          "plamo-3",
        ]),
      ),
    );
    expect(catalogue.models[0]).toMatchObject({
      contract: "openai",
      contextTokens: 8192,
      tokensPerCharacter: 1.2,
      clearance: "1",
      region: "other",
    });
    expect(catalogue.models[0]!.assumed).toEqual(expect.arrayContaining(["contextTokens", "tokensPerCharacter"]));
    expect(JSON.stringify({ catalogue, upstream })).not.toContain("secret");
  });

  test("given limits are not assumed, and clearance 2 means Japan unless the region is said", () => {
    const given = {
      GENAI_UPSTREAM_URL: "http://127.0.0.1:8000/v1",
      GENAI_UPSTREAM_MODEL: "m",
      GENAI_UPSTREAM_CLEARANCE: "2",
      GENAI_UPSTREAM_CONTEXT_TOKENS: "32768",
      GENAI_UPSTREAM_OUTPUT_TOKENS: "4096",
    };
    const card = readEnvironment(given).catalogue.models[0]!;
    expect(card).toMatchObject({ contextTokens: 32768, outputTokens: 4096, clearance: "2", region: "jp" });
    expect(card.assumed).not.toContain("contextTokens");
    expect(readEnvironment({ ...given, GENAI_UPSTREAM_REGION: "other" }).catalogue.models[0]!.region).toBe("other");
  });

  test.each([
    [{ RELAY_PORT: "80a" }, "RELAY_PORT"],
    [{ RELAY_PORT: "70000" }, "RELAY_PORT"],
    [{ GENAI_UPSTREAM_URL: "gateway" }, "GENAI_UPSTREAM_URL"],
    [{ GENAI_UPSTREAM_URL: "https://user:pass@gateway.example/" }, "GENAI_UPSTREAM_KEY_FILE"],
    [{ GENAI_UPSTREAM_MODEL: "m" }, "GENAI_UPSTREAM_URL"],
    [{ GENAI_UPSTREAM_URL: "https://g.example/v1", GENAI_UPSTREAM_KEY: "s3cr3t" }, "GENAI_UPSTREAM_KEY_FILE"],
    [{ GENAI_UPSTREAM_URL: "https://g.example/v1", GENAI_UPSTREAM_KEY_FILE: "/nowhere/key" }, "ENOENT"],
    [{ GENAI_UPSTREAM_CLEARANCE: "3" }, "GENAI_UPSTREAM_CLEARANCE"],
    [{ MODELS_FILE: "/nowhere/models.json" }, "MODELS_FILE"],
    [{ OFFICE_JS_URL: "http://cdn.example/office.js" }, "OFFICE_JS_URL"],
    [{ RELAY_TLS_KEY_FILE: __filename }, "RELAY_TLS_CERT_FILE"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL"],
    [{ RELAY_PUBLIC_ORIGIN: "https://genai.example/path" }, "RELAY_PUBLIC_ORIGIN"],
  ])("%j is refused in one line that names %s", (environment, named) => {
    const message = messageOf(environment as Record<string, string>);
    expect(message).toContain(named);
    expect(message).not.toContain("\n");
    expect(message).not.toContain("s3cr3t");
    expect(message).not.toContain("pass@");
  });

  test("a models file with a misspelt field is refused by card and field", () => {
    const card = { id: "x", name: { ja: "x", en: "x" }, clearence: "2" };
    const path = file("models.json", JSON.stringify({ models: [card] }));
    expect(messageOf({ MODELS_FILE: path })).toContain('model "x"');
    expect(messageOf({ MODELS_FILE: file("broken.json", "{") })).toContain("JSON");
  });
});
