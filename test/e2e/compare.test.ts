import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import type { Playground } from "../../playground/src/server";
import { accessibilityViolations } from "../support/accessibility";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { startModelServer, type ModelServer, type ReceivedRequest } from "../support/model-server";
import { answerReply, jsonReply } from "../support/model-server-replies";
import { startTestPlayground } from "../support/playground";

/** Screenshots of the last run, for people; not part of the repository. */
const screenshots = join(tmpdir(), "genai-office-screenshots");

const card = (id: string, ja: string, more: object = {}) => ({
  id,
  name: { ja, en: id },
  maker: "Example",
  domestic: true,
  contract: "openai",
  contextTokens: 32_000,
  outputTokens: 4_000,
  tokensPerCharacter: 1,
  clearance: "2",
  region: "jp",
  tasks: ["summarize"],
  languages: ["ja", "en"],
  assumed: [],
  ...more,
});

let folder: string;
let upstream: ModelServer;
let answer: (request: ReceivedRequest) => ReturnType<typeof answerReply>;
let playground: Playground;
let browser: Browser;
let visit: Visit;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), "compare-"));
  const models = [
    card("model-a", "国産モデルA", {
      fallbacks: ["model-b"],
      price: { currency: "JPY", inputPerMillionTokens: 300, outputPerMillionTokens: 900 },
    }),
    card("model-b", "国産モデルB"),
    card("model-c", "海外モデルC", { clearance: "1", region: "other" }),
  ];
  writeFileSync(join(folder, "models.json"), JSON.stringify({ models, default: { summarize: "model-a" } }));
  upstream = await startModelServer((response, request) => answer(request)(response, request));
  playground = await startTestPlayground({
    environment: { GENAI_UPSTREAM_URL: upstream.url, MODELS_FILE: join(folder, "models.json") },
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  await upstream?.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(() => visit.close());

beforeEach(() => {
  upstream.requests.length = 0;
  answer = ({ json }) =>
    json["model"] === "model-a"
      ? answerReply("有効な回答は1,512団体", "（回答率86.8％）である。", "[1]")
      : answerReply("有効な回答は9,999団体である。", "[1]");
});

/** Opens the playground with a pane of this width. */
async function open(paneWidth: number): Promise<void> {
  visit = await openVisit(browser, { viewport: { width: 1600, height: 900 }, reducedMotion: "reduce" });
  page = visit.page;
  await page.goto(playground.hostUrl);
  await page.waitForSelector("html[data-pane=ready]");
  const frame = (await page.waitForSelector("#pane-frame iframe"))!;
  await frame.evaluate((element: HTMLElement, width) => {
    element.style.width = `${width}px`;
    element.style.maxWidth = "none";
    element.style.position = "fixed";
    element.style.right = "0";
    element.style.top = "56px";
    element.style.height = "calc(100% - 84px)";
    element.style.zIndex = "10";
  }, paneWidth);
  pane = (await frame.contentFrame())!;
  await part("model-chip").filter({ hasText: "国産モデルA" }).waitFor();
}

const part = (name: string) => pane.locator(`[data-part="${name}"]`);
const column = (id: string) => pane.locator(`[data-part="compare-column"][data-model="${id}"]`);
const shoot = (name: string) => page.screenshot({ path: join(screenshots, `compare-${name}.png`) });
const overflow = () => pane.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const violations = () => accessibilityViolations(pane);

async function compare(): Promise<void> {
  await part("options").click();
  await part("compare-open").click();
  await part("compare-run").filter({ hasText: "2つのモデルで比べる" }).waitFor();
  await shoot("picker");
  // The box stands beside its name, and the choice takes the width of the pane.
  const choice = part("compare-models").locator('[data-model="model-a"]').locator("xpath=ancestor-or-self::span[1]");
  const [box, words] = [(await choice.boundingBox())!, (await choice.locator("label").boundingBox())!];
  expect(words.x - box.x).toBeLessThan(48);
  expect(box.width).toBeGreaterThan((await part("compare-models").boundingBox())!.width - 8);
  expect(await violations()).toEqual([]);
  await part("compare-run").click();
  const sheet = part("send-sheet");
  await sheet.waitFor();
  expect(await sheet.textContent()).toContain("「国産モデルA」（国内で処理）、「国産モデルB」（国内で処理）");
  await page.waitForTimeout(300);
  expect(await violations()).toEqual([]);
  await sheet.getByRole("button", { name: "この内容で比べる" }).click();
}

it("at 800 px two models stand side by side, with findings, time, amount and cost; one becomes the result", async () => {
  await open(800);
  await compare();
  await column("model-a")
    .getByRole("button", { name: /この結果を使う/ })
    .waitFor();
  await column("model-b")
    .getByRole("button", { name: /この結果を使う/ })
    .waitFor();
  await column("model-b").locator("mark", { hasText: "9,999" }).waitFor();
  const [left, right] = [(await column("model-a").boundingBox())!, (await column("model-b").boundingBox())!];
  expect(Math.abs(left.y - right.y)).toBeLessThan(2);
  expect(right.x).toBeGreaterThan(left.x + left.width - 1);
  const status = await column("model-a").locator('[data-part="compare-status"]').textContent();
  expect(status).toMatch(/字・確認が必要な点：\d件・[\d.]+秒・処理量：入力\d+・出力\d+・料金の目安：[\d.]+円/);
  expect(await column("model-b").locator('[data-part="compare-status"]').textContent()).not.toContain("料金");
  await shoot("800");
  expect(await violations()).toEqual([]);
  expect(await overflow()).toBe(0);
  await column("model-a")
    .getByRole("button", { name: /この結果を使う/ })
    .click();
  await part("draft-label").filter({ hasText: "国産モデルA" }).waitFor();
  await pane.locator('[data-action="insert"]').click();
  await page.locator("section.docx p", { hasText: "【AIによる下書き・要約】国産モデルA" }).first().waitFor();
});

it("at 320 px the columns are cards of which one is open; a model that fails says so in its own", async () => {
  const good = answer;
  answer = (request) =>
    request.json["model"] === "model-b" ? jsonReply({ error: { message: "secret" } }, 400) : good(request);
  await open(320);
  await compare();
  await column("model-a")
    .getByRole("button", { name: /この結果を使う/ })
    .waitFor();
  await shoot("320");
  expect(await overflow()).toBe(0);
  await column("model-b").getByRole("button", { name: "国産モデルB" }).click();
  await column("model-b").locator("[data-code]").waitFor();
  expect(
    await column("model-a")
      .getByRole("button", { name: /この結果を使う/ })
      .count(),
  ).toBe(0);
  expect(await pane.locator("body").textContent()).not.toContain("secret");
  await shoot("320-failed");
  expect(await violations()).toEqual([]);
});

it("a model that cannot answer is replaced, visibly: before in the send sheet, and in the result", async () => {
  const good = answer;
  answer = (request) => (request.json["model"] === "model-a" ? jsonReply({ error: {} }, 404) : good(request));
  await open(320);
  await part("primary").click();
  const sheet = part("send-sheet");
  await sheet.waitFor();
  expect(await sheet.textContent()).toContain("応答できないときは、「国産モデルB」に切り替えます。");
  await sheet.getByRole("button", { name: "この内容で要約する" }).click();
  await part("model-switched")
    .filter({ hasText: "「国産モデルA」が応答できなかったため、「国産モデルB」が答えました。" })
    .waitFor();
  expect(await part("draft-label").textContent()).toContain("国産モデルB");
  await shoot("switched");
  await part("model-chip").click();
  await pane.locator('[data-model="model-c"]').filter({ hasText: "この文書の機密性では使えません" }).waitFor();
  await shoot("models");
  expect(await violations()).toEqual([]);
});
