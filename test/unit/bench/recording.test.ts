import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MeasurementImpossible } from "../../bench/measurement";
import { measure } from "../../bench/measures/streams";
import { parseRecordingMeta } from "../../bench/streams/recording-meta";
import { readRecordings } from "../../bench/streams/recording";
import { RunTimedOut, within } from "../../bench/streams/within";

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
  '{"status":204}',
  '{"status":205}',
  '{"status":304}',
  '{"headers":{"X-Id":["a",{}]}}',
  '{"headers":{"X-Id":["a","a\\nb"]}}',
  '{"contract":1}',
  '{"headers":[]}',
  '{"headers":{"X-Id":"a\\nb"}}',
  '{"headers":{"X Id":"a"}}',
  '{"headers":{"X-Id":{}}}',
])("a sidecar that no reply could have is an error of its file: %s", (meta) => {
  record("bad.sse", meta);
  record("good.sse");
  const [bad, good] = readRecordings(folder);
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

test("a sidecar may begin with a byte order mark, and a header may have come several times", () => {
  const headers = { "Set-Cookie": ["a=1", "b=2"], "X-Count": [3], "Transfer-Encoding": ["chunked"] };
  expect(parseRecordingMeta(`\ufeff${JSON.stringify({ status: 429, headers })}`)).toEqual({
    status: 429,
    headers: { "Set-Cookie": ["a=1", "b=2"], "X-Count": ["3"] },
  });
});

test("a run that does not end is given up, one that ends is not", async () => {
  await expect(within(10, new Promise(() => undefined))).rejects.toBeInstanceOf(RunTimedOut);
  await expect(within(1000, Promise.resolve("decoded"))).resolves.toBe("decoded");
});

test("a folder with replies that have no body is measured to its end", async () => {
  record("empty.sse", '{"status":204}');
  record("cookies.sse", '\ufeff{"headers":{"Set-Cookie":["a=1","b=2"]}}');
  const { json } = await measure([folder]);
  expect(json).toMatchObject({
    files: 2,
    decoded: 1,
    rows: [
      { file: "cookies.sse", error: "incomplete-stream" },
      { file: "empty.sse", error: "unreadable-meta" },
    ],
  });
});

describe("which files are recordings, and how they are framed", () => {
  const write = (name: string, text: string, contract?: string): void => {
    writeFileSync(join(folder, name), text);
    if (contract !== undefined) writeFileSync(join(folder, `${name}.meta.json`), JSON.stringify({ contract }));
  };
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

  test("streams always; documents and lines where a contract is named", () => {
    write("a.sse", 'data: {"a":1}\n\n');
    write("b.json", '"answer"');
    write("c.json", '"answer"', "predict");
    write("d.jsonl", '{"text":"a"}\n\n{"text":""}\n', "predict-stream");
    expect(readRecordings(folder)).toMatchObject([
      { file: "a.sse", contract: "openai", chunks: 1 },
      { file: "c.json", contract: "predict", chunks: 1, headers: { "Content-Type": "application/json" } },
      { file: "d.jsonl", contract: "predict-stream", chunks: 2, headers: { "Content-Type": "application/x-ndjson" } },
    ]);
    expect(readRecordings(folder, "cotomi")).toMatchObject([
      { file: "a.sse", contract: "cotomi" },
      { file: "b.json", contract: "cotomi" },
      { file: "c.json", contract: "predict" },
      { file: "d.jsonl", contract: "predict-stream" },
    ]);
  });

  test("payloads, one a line, become the events or the lines of their contract", () => {
    write("a.chunks.txt", '{"a":1}\n{"b":2}\n');
    write("b.chunks.txt", '{"a":1}\n{"b":2}\n', "predict-stream");
    const [events, lines] = readRecordings(folder) as { bytes: Uint8Array; chunks: number }[];
    expect([text(events!.bytes), events!.chunks]).toEqual(['data: {"a":1}\n\ndata: {"b":2}\n\n', 2]);
    expect([text(lines!.bytes), lines!.chunks]).toEqual(['{"a":1}\n{"b":2}\n', 2]);
  });
});

test("a folder without recordings cannot be measured", async () => {
  writeFileSync(join(folder, "notes.txt"), "x");
  writeFileSync(join(folder, "notes.json"), "{}");
  await expect(measure([folder])).rejects.toBeInstanceOf(MeasurementImpossible);
});
