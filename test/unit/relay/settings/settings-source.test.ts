import { mkdtempSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { createSettingsSource } from "../../../../relay/src/settings/settings-source";
import { testCard } from "../../../support/test-step";

const catalogue = { models: [testCard()], default: {} };

let folder: string;
let file: string;
let lines: Record<string, unknown>[];
const logger = pino({ level: "trace" }, { write: (line: string) => void lines.push(JSON.parse(line) as never) });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "settings-"));
  file = join(folder, "settings.json");
  lines = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (content: unknown) =>
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
const open = () => createSettingsSource({ file, catalogue, logger });

test("a new file is in force after two looks that found it, and once only", async () => {
  const versions: string[] = [];
  write({ displayName: "一" });
  const source = createSettingsSource({
    file,
    catalogue,
    logger,
    onChange: ({ version }) => void versions.push(version),
  });
  await source.load();
  expect(source.current().displayName).toBe("一");
  write({ displayName: "二二" });
  await source.look();
  expect(source.current().displayName).toBe("一");
  await source.look();
  expect(source.current().displayName).toBe("二二");
  await source.look();
  expect(versions).toEqual([versions[0], source.current().version]);
});

test("a broken file keeps what was in force, is told of by place once, and is forgotten when it is mended", async () => {
  write({ displayName: "前" });
  const source = open();
  await source.load();
  const { version } = source.current();
  write({ displayName: "前", limits: { person: { stepsPerDay: "S3cret" } } });
  for (let looks = 0; looks < 4; looks++) await source.look();
  expect(source.current()).toMatchObject({ displayName: "前", version });
  expect(source.problem()).toMatchObject({ place: "limits.person.stepsPerDay", fault: "must be number" });
  const told = lines.filter(({ msg }) => msg === "settings file is not used");
  expect(told).toEqual([expect.objectContaining({ place: "limits.person.stepsPerDay", version })]);
  expect(JSON.stringify(lines)).not.toContain("S3cret");
  write({ displayName: "前" });
  await source.look();
  expect(source.problem()).toBeUndefined();
  expect(source.current().version).toBe(version);
});

test("a broken file at the start is a fault, because nothing is in force yet", async () => {
  write("{");
  await expect(open().load()).rejects.toMatchObject({ place: "the whole" });
});

test("a file that is gone, or cannot be read, changes nothing", async () => {
  write({ displayName: "前" });
  const source = open();
  await source.load();
  rmSync(file);
  await source.look();
  await source.look();
  expect(source.current().displayName).toBe("前");
  expect(source.problem()).toMatchObject({ place: "the whole", fault: "the file cannot be read (ENOENT)" });
});

test("a glossary that is being written is not used half", async () => {
  const glossary = join(folder, "g.csv");
  const rows = Array.from({ length: 50 }, (_, index) => `用語${index},term ${index}`);
  writeFileSync(glossary, `日本語,英語\n${rows.slice(0, 2).join("\n")}\n`);
  write({ glossaries: [{ id: "g", file: "g.csv" }] });
  const source = open();
  await source.load();
  const counts = new Set<number>();
  for (let written = 5; written <= 50; written += 5) {
    writeFileSync(glossary, `日本語,英語\n${rows.slice(0, written).join("\n")}\n`);
    await source.look();
    counts.add(source.current().glossaries[0]!.terms.length);
  }
  expect([...counts]).toEqual([2]);
  await source.look();
  expect(source.current().glossaries[0]!.terms).toHaveLength(50);
});

test("a file that was replaced by one of the same time and size is found after some looks", async () => {
  write({ displayName: "一" });
  const source = open();
  await source.load();
  const { atime, mtime } = statSync(file);
  const other = join(folder, "other");
  writeFileSync(other, JSON.stringify({ displayName: "二" }));
  utimesSync(other, atime, mtime);
  renameSync(other, file);
  for (let looks = 0; looks < 12; looks++) await source.look();
  expect(source.current().displayName).toBe("二");
});

test("looks by itself until it is stopped", async () => {
  write({ displayName: "一" });
  const source = createSettingsSource({ file, catalogue, logger, pollMs: 20 });
  await source.load();
  source.start();
  write({ displayName: "二二" });
  for (let waited = 0; waited < 3000 && source.current().displayName !== "二二"; waited += 20)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(source.current().displayName).toBe("二二");
  source.stop();
  write({ displayName: "三三三" });
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(source.current().displayName).toBe("二二");
});
