import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultModelsFile, readModelsFile } from "../../../../relay/src/config/read-catalogue";
import { readUpstreamsFile } from "../../../../relay/src/config/read-upstreams";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "config-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function saved(content: string): string {
  const path = join(folder, "file.json");
  writeFileSync(path, content);
  return path;
}

test("a catalogue that an editor saved with a byte order mark is read as without", () => {
  const path = saved(`\ufeff${readFileSync(defaultModelsFile, "utf8")}`);
  expect(readModelsFile(path)).toEqual(readModelsFile(defaultModelsFile));
});

test("so is an upstreams file", () => {
  expect(readUpstreamsFile(saved('\ufeff{ "upstreams": {} }')).upstreams.size).toBe(0);
});

test("one mark is taken off, and no other character", () => {
  for (const content of ["\ufeff\ufeff{}", "{}\ufeff", "\u200b{}"]) {
    expect(() => readModelsFile(saved(content))).toThrow("not well-formed JSON");
    expect(() => readUpstreamsFile(saved(content))).toThrow("not well-formed JSON");
  }
});
