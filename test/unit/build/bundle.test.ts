import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { workTexts } from "../../../outlook-addin/src/features/work/work-texts";
import { en } from "../../../shared/src/i18n/en";
import { ja } from "../../../shared/src/i18n/ja";
import { buildWhenStale } from "../../../playground/src/server/build-when-stale";

const root = join(__dirname, "../../..");
const webpack = createRequire(join(root, "package.json")).resolve("webpack/bin/webpack.js");

/** Everything that may be in a pane; each line was weighed (reference on the stack: sizes, exclusions). */
const allowed = [
  /^react(-dom)?$/,
  /^scheduler$/,
  /^@fluentui\//,
  /^@griffel\//,
  // What Fluent and Griffel stand on.
  /^@emotion\/hash$/,
  /^(keyborg|rtl-css-js|stylis|tabster)$/,
  /^@(floating-ui|swc)\//,
  /^use-(disposable|sync-external-store)$/,
  // The way to the relay.
  /^(axios|eventsource-parser)$/,
  // Answers of AI apps: markdown, made safe. With the first answer, not before.
  /^(marked|dompurify)$/,
  // The one reader of HTML (what a message shows, and what it hides). With the first message, not before.
  /^parse5(-htmlparser2-tree-adapter)?$/,
  /^(css-(select|tree|what)|dom(handler|utils|elementtype)|dom-serializer|boolbase|entities|nth-check)$/,
  // The library of Teams and what it brings, in the tab only.
  /^(@microsoft\/teams-js|debug|ms|tslib|uuid)$/,
  // The minutes as a Word file, in the tab; with the first file that is asked for.
  /^(docx|fflate)$/,
  // The sign-in to a relay that has one; never before its first token is asked for.
  /^@azure\/msal-(browser|common)$/,
];

interface Report {
  entries: { name: string; scripts: string[] }[];
  packages: string[];
  own: string[];
}

describe("the panes' production bundle", () => {
  let report: Report;

  beforeAll(async () => {
    // Nothing to do where `npm test` has built the pages for the browser.
    await buildWhenStale({ repository: root, localFolder: join(root, ".local"), say: () => undefined });
    report = JSON.parse(readFileSync(join(root, ".local/bundle.json"), "utf8")) as Report;
  }, 480_000);

  it("holds no package that was not weighed, above all none for Node and none of a cloud's", () => {
    expect(report.packages.filter((name) => !allowed.some((pattern) => pattern.test(name)))).toEqual([]);
    expect(report.packages).toContain("react");
  });

  it("holds code of the panes and of shared only, and of the bot what makes the Word file of minutes", () => {
    const foreign = report.own.filter(
      (file) =>
        !/^(?:(?:shared|word-addin|outlook-addin)\/src|teams-bot\/tab)\//.test(file) &&
        !/^teams-bot\/src\/minutes\/(?:document\/|record-file\.ts$|minutes-texts\.ts$)/.test(file),
    );
    expect(foreign).toEqual([]);
    expect(report.own).toContain("word-addin/src/App.tsx");
  });

  it("holds one React for the panes, and one for the tab, which shares nothing with them", () => {
    const scripts = readdirSync(join(root, "dist/assets")).filter((file) => file.endsWith(".js"));
    // Where React hands out its `Children`.
    const copies = scripts.flatMap(
      (file) => readFileSync(join(root, "dist/assets", file), "utf8").match(/\.Children=\{map:/g) ?? [],
    );
    expect(copies).toHaveLength(2);
  });

  it("names Node's modules, keys and addresses of the cloud nowhere", () => {
    for (const file of readdirSync(join(root, "dist/assets")).filter((name) => name.endsWith(".js"))) {
      const text = readFileSync(join(root, "dist/assets", file), "utf8");
      expect([file, /require\("node:|from"node:|amazonaws|botframework/.test(text)]).toEqual([file, false]);
    }
  });

  it("leaves the places for the server to fill in", () => {
    const html = readFileSync(join(root, "dist/word/taskpane.html"), "utf8");
    for (const name of ["locale", "displayName", "officeJsUrl", "officeScripts", "signIn"])
      expect(html).toContain(`{{${name}}}`);
    expect(html.match(/<script [^>]*src=[^>]*>/g)).toHaveLength(1);
  });

  it("has a button in its skeleton that is called what the pane's own is called; none in that of the tab", () => {
    const words = {
      word: [ja["summarize.run"], en["summarize.run"]],
      outlook: [workTexts.ja["run.thread"], workTexts.en["run.thread"]],
    };
    for (const [pane, names] of Object.entries(words)) {
      const html = readFileSync(join(root, `dist/${pane}/taskpane.html`), "utf8");
      const [button] = /<button [\s\S]*?<\/button>/.exec(html)!;
      const spans = [...button.matchAll(/<span class="?([^" >]*)"? lang="?([^" >]*)"?>([^<]*)</g)];
      expect(spans.map(([, kind, language, text]) => [kind, language, text])).toEqual([
        ["while-idle", "ja", names[0]],
        ["while-idle", "en", names[1]],
        ["while-connecting", "ja", ja["pane.cancel"]],
        ["while-connecting", "en", en["pane.cancel"]],
      ]);
      const [, status] = /<p class="?skeleton-status[^>]*>([\s\S]*?)<\/p>/.exec(html)!;
      expect([...status!.matchAll(/>([^<>]+)<\/span>/g)].map(([, text]) => text)).toEqual([
        ja["task.loading"],
        en["task.loading"],
      ]);
    }
    expect(readFileSync(join(root, "dist/teams/tab.html"), "utf8")).not.toContain("<button");
  });

  it("holds the sign-in's library in chunks that no page of a pane names, and the pages of the sign-in", () => {
    const assets = join(root, "dist/assets");
    const holding = readdirSync(assets).filter(
      (file) => file.endsWith(".js") && readFileSync(join(assets, file), "utf8").includes("msal.js.browser"),
    );
    expect(holding.length).toBeGreaterThan(0);
    for (const page of ["word/taskpane.html", "outlook/taskpane.html"]) {
      const html = readFileSync(join(root, "dist", page), "utf8");
      for (const file of holding) expect(html).not.toContain(file);
    }
    for (const page of ["dialog", "return", "teams"]) {
      const html = readFileSync(join(root, `dist/sign-in/${page}.html`), "utf8");
      expect(html.match(/<script [^>]*src=[^>]*>/g)).toHaveLength(1);
    }
  });

  it("comes compressed as well", () => {
    const files = readdirSync(join(root, "dist/assets"));
    const vendor = files.find((file) => /^vendor\..*\.js$/.test(file));
    expect(files).toEqual(expect.arrayContaining([`${vendor}.gz`, `${vendor}.br`]));
  });

  it("fails to build when it outgrows its budget", () => {
    const folder = mkdtempSync(join(tmpdir(), "bundle-test-"));
    const environment = [`out=${join(folder, "dist")}`, `report=${join(folder, "report.json")}`, "budget=100000"];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [webpack, "--mode", "production", "--config-name", "panes", ...environment.flatMap((value) => ["--env", value])],
      { cwd: root, encoding: "utf8" },
    );
    rmSync(folder, { recursive: true, force: true });
    expect(stdout + stderr).toMatch(
      /Pane "word" loads \d+ bytes of script \(gzip\) before it can be used; the budget is 100000/,
    );
    expect(status).not.toBe(0);
  });
});
