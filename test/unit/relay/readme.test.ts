import { readFileSync } from "node:fs";
import { join } from "node:path";
import { relayDefaults, readEnvironment, type RelayConfig } from "@genai-office/relay";
import { aiAppDefaults } from "../../../relay/src/ai-app-server/ai-app-settings";
import { ConfigurationError } from "@genai-office/shared/database";
import { createApplication } from "../../../relay/src/server/create-application";
import type { RelayServices } from "../../../relay/src/server/relay-services";

const readme = readFileSync(join(__dirname, "../../../relay/README.md"), "utf8");

/** First column of the table whose heading begins with these words: what stands in backticks, row by row. */
function firstColumn(heading: string): string[][] {
  const lines = readme.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${heading}`));
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end).map((row) => [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, code]) => code!));
}

describe("the environment variables", () => {
  /** Read only to say that they are no settings: a key or a password has no place there. */
  const refused = ["DATABASE_PASSWORD", "GENAI_UPSTREAM_KEY", "RELAY_ALLOW_REMOTE"];

  function namesRead(): string[] {
    const names = new Set<string>();
    const watched = (variables: Record<string, string>) =>
      new Proxy(variables, {
        get(target, name: string) {
          names.add(name);
          return target[name];
        },
      });
    const id = "6f0b5f0e-3d0f-4a52-9a3e-8f3b2a6d1c11";
    const secretFile = join(__dirname, "../../../relay/README.md");
    const environments: Record<string, string>[] = [
      { GENAI_UPSTREAM_URL: "https://gateway.example/v1", GENAI_UPSTREAM_MODEL: "m" },
      { ENTRA_TENANT_ID: id, ENTRA_AUDIENCE: id, ENTRA_CLIENT_ID: id, PSEUDONYM_SECRET_FILE: secretFile },
      { DATABASE_URL: "postgresql://user@localhost/database" },
    ];
    for (const environment of environments) {
      // What a variable must look like is tested elsewhere; here it matters that all of them are asked for.
      expect(() => readEnvironment(watched(environment))).not.toThrow(ConfigurationError);
    }
    return [...names].filter((name) => !refused.includes(name)).sort();
  }

  test("that are read are those of the README", () => {
    const documented = firstColumn("Variable").flat();
    expect(documented.length).toBe(new Set(documented).size);
    expect([...documented].sort()).toEqual(namesRead());
  });
});

describe("the endpoints", () => {
  interface Endpoint {
    method: string;
    path: string;
  }

  /** Names in capitals and braces stand for a part of a path; `…` at the end for everything below. */
  function documented(): Endpoint[] {
    return firstColumn("Method and path")
      .flat()
      .map((code) => {
        const [, method = "", path = ""] = /^([A-Z]+) (\/[^?]*)(?:\?.*)?$/.exec(code) ?? [];
        if (path === "") throw new Error(`what is ${code}?`);
        return { method, path: path.replace(/\/(?:[A-Z]+|\{[a-z]+\})(?=\/|$)/g, "/:name") };
      });
  }

  /** Middleware and what answers "not found" is registered for all methods. A slash at the end is the same endpoint. */
  function registered(): Endpoint[] {
    const config: RelayConfig = { ...relayDefaults, catalogue: { models: [], default: {} } };
    const aiApps = { ...aiAppDefaults, keysFile: "" };
    const services = {
      config: { ...config, aiApps },
      connections: { signIns: new Map(), upstreams: new Map(), table: { settings: new Map() } },
      logger: { child: () => undefined },
    } as unknown as RelayServices;
    const routes = createApplication(services).routes.filter(({ method }) => method !== "ALL");
    return routes.map(({ method, path }) => ({
      method,
      path: path.replace(/:[a-z]+/g, ":name").replace(/(?<=.)\/$/, ""),
    }));
  }

  const isWithin = ({ method, path }: Endpoint, other: Endpoint): boolean =>
    (method === other.method || (method === "HEAD" && other.method === "GET")) &&
    (other.path.endsWith("…") ? path.startsWith(other.path.slice(0, -1)) : path === other.path);

  const said = documented();
  const answered = registered();
  /** Files of the panes: whatever path stands in the folder. */
  const isFile = ({ path }: Endpoint): boolean => path === "/*";

  test("of the README are there once", () => {
    const lines = said.map(({ method, path }) => `${method} ${path}`);
    expect(lines.filter((line, at) => lines.indexOf(line) !== at)).toEqual([]);
  });

  test("that the relay answers are in the README", () => {
    expect(answered.length).toBeGreaterThan(20);
    const unsaid = answered.filter((one) => !isFile(one) && !said.some((other) => isWithin(one, other)));
    expect(unsaid).toEqual([]);
  });

  test("of the README are answered by the relay", () => {
    const folders = /^\/(?:word|outlook|assets|admin)\/…$/;
    const unanswered = said.filter((one) => !folders.test(one.path) && !answered.some((other) => isWithin(other, one)));
    expect(unanswered).toEqual([]);
  });
});
