import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import {
  post,
  readError,
  readEvents,
  startRelay,
  summarizeStep,
  type RelayUnderTest,
} from "../integration/relay/relay-under-test";
import { accessibilityViolations } from "../support/accessibility";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { startModelServer, type ModelServer } from "../support/model-server";
import { answerReply } from "../support/model-server-replies";

/** Screenshots of the last run, for people; not part of the repository. */
const screenshots = join(tmpdir(), "genai-office-screenshots");

let folder: string;
let settingsFile: string;
let upstream: ModelServer;
let relay: RelayUnderTest;
let browser: Browser;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "admin-page-"));
  settingsFile = join(folder, "settings.json");
  writeFileSync(
    settingsFile,
    JSON.stringify({ displayName: "試験アシスト", limits: { person: { stepsPerDay: 900 } } }),
  );
  upstream = await startModelServer(answerReply("令和８年度の予算額は", "１億２，５００万円である。", "[1]"));
  relay = await startRelay({
    upstreamUrl: upstream.url,
    card: { price: { currency: "JPY", inputPerMillionTokens: 300_000, outputPerMillionTokens: 900_000 } },
    database: { kind: "embedded", directory: join(folder, "data") },
    settingsFile,
    staticRoot: join(__dirname, "../../dist"),
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await relay?.relay.stop();
  await upstream?.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => visit.close());

async function open(name: string, viewport = { width: 1200, height: 900 }): Promise<void> {
  visit = await openVisit(browser, { viewport, acceptDownloads: true });
  page = visit.page;
  await page.goto(`${relay.origin}/admin/#${name}`);
  await page.getByRole("tabpanel").waitFor();
}

const shoot = (name: string) => page.screenshot({ path: join(screenshots, `admin-${name}.png`), fullPage: true });

// Where Fluent catches the focus at the edges of a group (empty, and gone as soon as it has it), and the drawings of its
// charts, which name themselves alike: their figures stand in the table.
const violations = () => accessibilityViolations(page, ["[data-tabster-dummy]", "svg[role=region]"]);

const step = (run: string = randomUUID()) => post(`${relay.origin}/api/steps`, summarizeStep({ run }));

test("what is switched off is refused with its reason, running answers end, and it comes back", async () => {
  await open("switches");
  expect(await violations()).toEqual([]);
  await page.getByRole("button", { name: "停止する… 機能 要約" }).click();
  await page.getByLabel("理由（任意、300字まで）").fill("要約の点検のため停止します。");
  expect(await violations()).toEqual([]);
  await page.getByRole("button", { name: "停止する", exact: true }).click();
  await page.getByText("機能 要約を停止しました。").waitFor();
  await shoot("switched-off");
  const refused = await step();
  expect(refused.status).toBe(503);
  expect(await readError(refused)).toMatchObject({ code: "switched-off" });
  await page.getByRole("button", { name: "再開する 機能 要約" }).click();
  await page.getByRole("button", { name: "再開する", exact: true }).click();
  await page.getByText("停止しているものはありません。").waitFor();
  const answered = await readEvents(await step());
  expect(answered.at(-1)).toMatchObject({ type: "finished" });
});

test("use is shown by task, with charts, and as the same figures in a table", async () => {
  const run = randomUUID();
  await readEvents(await step(run));
  const report = { run, decision: "accepted", edits: { distance: 4, characters: 40 }, feedback: { helpful: true } };
  expect((await post(`${relay.origin}/api/runs/${run}/report`, report)).ok).toBe(true);
  await open("usage");
  const row = page.getByRole("row", { name: /^要約/ });
  await row.waitFor();
  await page.getByRole("heading", { name: "採用率（%、判断された分）" }).waitFor();
  // Each figure by task has a chart of its own, and what a step cost is told in yen.
  for (const name of ["日ごとの処理数", "処理数", "費用（円）", "採用前の修正量（%、中央値）"])
    expect(await page.getByRole("heading", { name, exact: true }).count()).toBe(1);
  expect(await row.innerText()).toMatch(/[￥¥]/);
  expect(await row.innerText()).toMatch(/100%（1）/);
  expect(await row.innerText()).toMatch(/4 字（10%）/);
  expect(await violations()).toEqual([]);
  await shoot("usage");
});

test("a settings file with a fault is told with its place, and the earlier one stays in force", async () => {
  await open("settings");
  await page.getByText("試験アシスト", { exact: true }).waitFor();
  writeFileSync(
    settingsFile,
    JSON.stringify({ displayName: "試験アシスト", limits: { person: { stepsPerDay: "many" } } }),
  );
  await page.getByText(/設定ファイルに誤りがあります。.*stepsPerDay/).waitFor({ timeout: 60_000 });
  expect(await page.getByRole("row", { name: /^1人あたり/ }).innerText()).toContain("900");
  expect(await page.content()).not.toContain("many");
  expect(await violations()).toEqual([]);
  await shoot("settings");
});

test("records officers verify the chain and take a file of it that holds no text", async () => {
  await readEvents(await step());
  await open("audit");
  await page.getByRole("button", { name: "記録を検証する" }).click();
  await page.getByText(/改変や欠落はありません/).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "書き出す" }).click();
  const file = await (await download).path();
  const content = readFileSync(file, "utf8");
  expect(content.split("\r\n").length).toBeGreaterThan(2);
  expect(content).toContain("summarize");
  expect(content).not.toContain("予算額");
  expect(await violations()).toEqual([]);
  await shoot("audit");
});

test("the overview and the models tell what there is, also in a narrow window", async () => {
  await open("overview", { width: 400, height: 800 });
  await page.getByRole("heading", { name: "サーバー" }).waitFor();
  await page.getByRole("button", { name: "今すぐ確かめる" }).click();
  await page.getByRole("row", { name: /接続できます/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await violations()).toEqual([]);
  await shoot("overview-narrow");
  await page.getByRole("tab", { name: "モデル" }).click();
  await page.getByRole("row", { name: /利用できます/ }).waitFor();
  expect(await violations()).toEqual([]);
});

test("no page may frame the admin page, and it asks nobody but the relay", async () => {
  await open("overview");
  const response = await page.request.get(`${relay.origin}/admin/`);
  expect(response.headers()["content-security-policy"]).toMatch(/frame-ancestors 'none'/);
  expect((await page.request.get(`${relay.origin}/admin`)).url()).toBe(`${relay.origin}/admin/`);
  for (const disguised of ["/%2Fadmin/", "/admin%2Findex.html", "/%5cadmin/"])
    expect((await page.request.get(relay.origin + disguised)).status()).toBe(404);
  expect(visit.requests.filter((url) => !url.startsWith(relay.origin) && !url.startsWith("data:"))).toEqual([]);
});
