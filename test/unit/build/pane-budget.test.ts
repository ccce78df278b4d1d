import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(__dirname, "../../..");
const webpack = createRequire(join(root, "package.json")).resolve("webpack/bin/webpack.js");

const folder = mkdtempSync(join(tmpdir(), "pane-budget-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Builds a pane "word" of one line, which imports a part of some 20 kB that cannot be compressed. */
function buildWith(call: string): string {
  const budget = pathToFileURL(join(root, "webpack.pane-budget.mjs")).href;
  writeFileSync(join(folder, "part.js"), `export const part = "${randomBytes(15_000).toString("base64")}";`);
  writeFileSync(join(folder, "main.js"), `${call}.then(({ part }) => console.log(part));`);
  const config = {
    mode: "production",
    context: folder,
    entry: { word: "./main.js" },
    output: { path: join(folder, "dist") },
    performance: false,
  };
  const file = join(folder, "webpack.config.mjs");
  writeFileSync(
    file,
    `import { PaneBudgetPlugin } from "${budget}";\nexport default { ...${JSON.stringify(config)}, plugins: [new PaneBudgetPlugin(10_000)] };`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [webpack, "--config", file], { cwd: root, encoding: "utf8" });
  return stdout + stderr;
}

describe("the budget of a pane", () => {
  it.each([
    ["a part that nobody has named", 'import("./part.js")'],
    ["one that every pane asks for", 'import(/* webpackChunkName: "relay" */ "./part.js")'],
  ])("counts %s", (_name, call) => {
    expect(buildWith(call)).toMatch(/Pane "word" loads \d+ bytes of script \(gzip\) before it can be used/);
  });

  it("does not count one that comes later, as its name says", () => {
    const output = buildWith('import(/* webpackChunkName: "send-sheet" */ "./part.js")');
    expect(output).not.toContain("before it can be used");
    expect(output).toContain("compiled successfully");
  });
});
