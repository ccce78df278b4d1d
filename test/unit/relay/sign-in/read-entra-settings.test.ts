import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError, readEnvironment, type Environment } from "@genai-office/relay";
import { paneApplication, relayApplication, testTenant } from "../../../support/entra/tenant";

let folder: string;
let secret: string;
let short: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "entra-settings-"));
  secret = join(folder, "secret");
  short = join(folder, "short");
  writeFileSync(secret, `${"s".repeat(43)}\n`);
  writeFileSync(short, "too short");
});
afterAll(() => rmSync(folder, { recursive: true }));

const whole = (): Environment => ({
  ENTRA_TENANT_ID: testTenant.toUpperCase(),
  ENTRA_AUDIENCE: `${relayApplication} api://${relayApplication}`,
  ENTRA_CLIENT_ID: paneApplication,
  PSEUDONYM_SECRET_FILE: secret,
});

test("the least that a sign-in needs", () => {
  expect(readEnvironment(whole()).entra).toMatchObject({
    authority: "https://login.microsoftonline.com",
    tenantIds: [testTenant],
    audiences: [relayApplication, `api://${relayApplication}`],
    scope: "GenAI.Use",
    scopeToAskFor: `api://${relayApplication}/GenAI.Use`,
    clientIds: [paneApplication],
    serviceClientIds: [],
    botClientIds: [],
    acceptVersion1: false,
    pseudonymSecret: "s".repeat(43),
  });
  expect(readEnvironment({}).entra).toBeUndefined();
});

test.each<[string, Environment, string]>([
  ["no audience", { ENTRA_AUDIENCE: "" }, "ENTRA_AUDIENCE"],
  ["no application", { ENTRA_CLIENT_ID: "" }, "ENTRA_CLIENT_ID"],
  ["a name in the place of an id", { ENTRA_TENANT_ID: "common" }, "ENTRA_TENANT_ID"],
  ["no secret", { PSEUDONYM_SECRET_FILE: "" }, "PSEUDONYM_SECRET_FILE"],
  ["a login service without https", { ENTRA_AUTHORITY: "http://login.example" }, "ENTRA_AUTHORITY"],
  ["keys without https", { ENTRA_KEYS_ORIGIN: "http://keys.example" }, "ENTRA_KEYS_ORIGIN"],
  ["several words as scope", { ENTRA_SCOPE: "a b" }, "ENTRA_SCOPE"],
  ["a setting of earlier versions", { RELAY_ALLOW_REMOTE: "1" }, "RELAY_ALLOW_REMOTE"],
])("%s ends the start with the name of the setting", (_name, change, setting) => {
  expect(() => readEnvironment({ ...whole(), ...change })).toThrow(ConfigurationError);
  expect(() => readEnvironment({ ...whole(), ...change })).toThrow(setting);
});

test("a short secret, and settings of a sign-in without a tenant, end the start", () => {
  expect(() => readEnvironment({ ...whole(), PSEUDONYM_SECRET_FILE: short })).toThrow("32 characters");
  expect(() => readEnvironment({ ...whole(), ENTRA_TENANT_ID: "" })).toThrow("ENTRA_TENANT_ID is not");
});
