import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkAppKeysFile, findKey, readAppKeys } from "../../../../relay/src/ai-app-server/app-keys";
import { readAiAppSettings } from "../../../../relay/src/ai-app-server/read-ai-app-settings";

const folder = mkdtempSync(join(tmpdir(), "app-keys-"));
const file = join(folder, "keys.json");
afterAll(() => rmSync(folder, { recursive: true }));
const one = "a".repeat(32);
const two = "b".repeat(64);

test("one key opens one app; two while it is being changed", async () => {
  writeFileSync(file, JSON.stringify({ summarize: one, reply: [two, "c".repeat(32)] }));
  checkAppKeysFile(file);
  const keys = await readAppKeys(file);
  expect(findKey(keys, "summarize", one)).toBe(one);
  expect(findKey(keys, "reply", two)).toBe(two);
  expect(findKey(keys, "reply", "c".repeat(32))).toBe("c".repeat(32));
  for (const [app, key] of [
    ["summarize", two],
    ["reply", one],
    ["summarize", ""],
    ["summarize", undefined],
    ["translate", one],
    ["toString", one],
  ] as const)
    expect(findKey(keys, app, key)).toBeUndefined();
});

test.each([
  ["short", { summarize: "short" }],
  ["with a space", { summarize: `${"a".repeat(40)} b` }],
  ["of an app there is not", { chat: one }],
  ["of two apps", { summarize: one, reply: one }],
  ["not a text", { summarize: 3 }],
  ["none", []],
])("a key that is %s ends the start, and the message does not repeat it", (_, content) => {
  writeFileSync(file, JSON.stringify(content));
  expect(() => checkAppKeysFile(file)).toThrow(/^AI_APP_KEYS_FILE /);
  try {
    checkAppKeysFile(file);
  } catch (error) {
    expect((error as Error).message).not.toMatch(/a{32}|short/);
  }
});

test.each([
  ["swapped with its app", "SUPERSECRETKEY1234567890".padEnd(40, "0")],
  ["in small letters", "s".repeat(40)],
  ["short", "s3cret"],
  ["with a line break", "s\ns"],
])("a key in the place of an app's name is not repeated: %s", (_, name) => {
  writeFileSync(file, JSON.stringify({ [name]: "summarize" }));
  let message = "";
  try {
    checkAppKeysFile(file);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain("names an app there is not");
  expect(message).not.toContain(name);
});

test("a misspelt app is told by its name; a byte order mark is no fault", async () => {
  writeFileSync(file, JSON.stringify({ sumarize: one }));
  expect(() => checkAppKeysFile(file)).toThrow('there is no app "sumarize"');
  writeFileSync(file, `\ufeff${JSON.stringify({ summarize: one })}`);
  checkAppKeysFile(file);
  expect(findKey(await readAppKeys(file), "summarize", one)).toBe(one);
});

test("a file that was broken or taken away lets nobody in", async () => {
  writeFileSync(file, "{");
  await expect(readAppKeys(file)).rejects.toMatchObject({ code: "unavailable" });
  await expect(readAppKeys(join(folder, "none"))).rejects.toMatchObject({ code: "unavailable" });
});

test("settings: nothing without the file, defaults with it", () => {
  writeFileSync(file, JSON.stringify({ summarize: one }));
  const reader = (values: Record<string, string>) => ({
    text: (name: string) => values[name],
    wholeNumber: (name: string) => (values[name] === undefined ? undefined : Number(values[name])),
  });
  expect(readAiAppSettings(reader({ AI_APP_SYNC_LIMIT_MS: "5" }))).toBeUndefined();
  expect(
    readAiAppSettings(reader({ AI_APP_KEYS_FILE: file, AI_APP_SYNC_LIMIT_MS: "5", AI_APP_RETENTION_HOURS: "2" })),
  ).toMatchObject({ keysFile: file, syncLimitMs: 5, retentionMs: 7_200_000, maximumJobs: 1_000 });
});
