import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MeasurementImpossible } from "../../bench/measurement";
import { measure } from "../../bench/measures/streams";
import { parseRecordingMeta } from "../../bench/streams/recording-meta";
import { readRecordings } from "../../bench/streams/recording";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "recordings-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record = (name: string, meta?: string): void => {
  writeFileSync(join(folder, name), "data: [DONE]\n\n");
  if (meta !== undefined) writeFileSync(join(folder, `${name}.meta.json`), meta);
};

test.each([
  "{",
  "null",
  "[]",
  '{"status":9999}',
  '{"status":101}',
  '{"status":"200"}',
  '{"contract":1}',
  '{"headers":[]}',
  '{"headers":{"X-Id":"a\\nb"}}',
  '{"headers":{"X Id":"a"}}',
  '{"headers":{"X-Id":{}}}',
])("a sidecar that no reply could have is an error of its file: %s", (meta) => {
  record("bad.sse", meta);
  record("good.sse");
  const [bad, good] = readRecordings(folder, "openai");
  expect(bad).toEqual({ file: "bad.sse", contract: "openai", error: "unreadable-meta" });
  expect(good).toMatchObject({ file: "good.sse", status: 200, chunks: 0 });
});

test("a sidecar names contract, status and headers; how the body was framed is left out", () => {
  const headers = { "Retry-After": 3, "X-Id": "a", "Content-Length": "5", "content-encoding": "gzip" };
  expect(parseRecordingMeta(JSON.stringify({ contract: "other", status: 429, headers }))).toEqual({
    contract: "other",
    status: 429,
    headers: { "Retry-After": "3", "X-Id": "a" },
  });
});

test("a folder without recordings cannot be measured", async () => {
  writeFileSync(join(folder, "notes.txt"), "x");
  await expect(measure([folder])).rejects.toBeInstanceOf(MeasurementImpossible);
});
