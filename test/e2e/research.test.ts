import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame, Page } from "playwright-core";
import type { Playground } from "../../playground/src/server";
import { accessibilityViolations } from "../support/accessibility";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { startTestPlayground } from "../support/playground";

/** Screenshots of the last run, for people; not part of the repository. */
const screenshots = join(tmpdir(), "genai-office-screenshots");

let playground: Playground;
let browser: Browser;
let visit: Visit;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  playground = await startTestPlayground({ exampleWorkMs: 1000 });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});

beforeEach(async () => {
  visit = await openVisit(browser, { viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  page = visit.page;
  await page.goto(playground.hostUrl);
  await openPane();
});

afterEach(() => visit.close());

async function openPane(): Promise<void> {
  await page.waitForSelector("html[data-pane=ready]");
  pane = (await (await page.waitForSelector("#pane-frame iframe")).contentFrame())!;
  await part("task-switch").waitFor();
}

const part = (name: string) => pane.locator(`[data-part="${name}"]`);
const field = (key: string) => pane.locator(`[data-field="${key}"]`);
const research = () => pane.getByRole("tab", { name: /調べる/ });
const shoot = (name: string) => page.screenshot({ path: join(screenshots, `research-${name}.png`) });

const violations = () => accessibilityViolations(pane);

/** Nothing sticks out of the pane sideways. */
const overflow = () => pane.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function openApp(name: RegExp): Promise<void> {
  await research().click();
  await pane.getByRole("button", { name }).click();
  await part("app-form").waitFor();
}

it("an app is found by keyboard, asked, and answers with sources that go into the document and back", async () => {
  await pane.getByRole("tab", { name: "要約" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await pane.getByRole("button", { name: /憲法の条文検索/ }).waitFor();
  expect(await part("apps").textContent()).toContain("例示用のAIアプリ");
  await shoot("apps");
  expect(await violations()).toEqual([]);
  expect(await overflow()).toBe(0);

  await pane.getByRole("button", { name: /憲法の条文検索/ }).click();
  await part("app-form").waitFor();
  // The heading has the focus, and Tab goes on to the form: Office.js would take it out of the pane.
  await pane.waitForFunction(() => document.activeElement?.tagName === "H2");
  await page.keyboard.press("Tab");
  expect(await field("question").evaluate((element) => element === document.activeElement)).toBe(true);
  await part("research-run").click();
  await pane.getByText("「質問」を入力してください。").waitFor();
  expect(await field("question").evaluate((element) => element === document.activeElement)).toBe(true);
  await shoot("form-problems");
  expect(await violations()).toEqual([]);

  await field("question").fill("予備費の支出に国会の承諾は要るか");
  await part("research-run").click();
  await part("sources").waitFor();
  await part("answer-text").filter({ hasText: "予備費の支出については、内閣は、事後に国会の承諾" }).waitFor();
  await shoot("answer");
  expect(await violations()).toEqual([]);
  expect(await overflow()).toBe(0);
  await part("answer-text").getByRole("button", { name: "出典1を見る" }).click();
  expect(await pane.evaluate(() => document.activeElement?.textContent)).toContain("第八十七条");
  const link = part("sources").getByRole("link").first();
  expect(await link.getAttribute("rel")).toBe("noopener noreferrer");
  expect(await link.getAttribute("target")).toBe("_blank");

  await pane.locator('[data-action="insert"]').click();
  await part("notice").filter({ hasText: "挿入しました" }).waitFor();
  await page.locator("section.docx p", { hasText: "【AIによる下書き・調査】" }).first().waitFor();
  await pane.locator('[data-action="undo"]').click();
  await part("notice").filter({ hasText: "元に戻しました。" }).waitFor();
  expect(visit.requests.filter((url) => !/^(?:blob:)?https:\/\/localhost:|^data:/.test(url))).toEqual([]);
});

it("the document's text goes into a field with its class, and is shown before it leaves", async () => {
  await openApp(/憲法の条文検索/);
  await field("question").fill("公共の福祉");
  await pane.locator("[data-take=question]").click();
  await part("taken").waitFor();
  expect(await field("question").inputValue()).toContain("公共の福祉\n");
  await part("research-run").click();
  // The sample is far longer than the field takes.
  await pane.getByText(/400字以内で入力してください/).waitFor();
  await field("question").fill("公共の福祉");
  await part("research-run").click();
  const sheet = part("send-sheet");
  await sheet.waitFor();
  expect(await sheet.textContent()).toContain("機密性2");
  await page.waitForTimeout(300);
  await shoot("send-sheet");
  expect(await violations()).toEqual([]);
  await sheet.getByRole("button", { name: "この内容で調べる" }).click();
  await part("sources").waitFor();
});

/** Elements of the page whose right edge lies beyond the pane, by tag and the beginning of their text. */
const beyondTheEdge = () =>
  pane.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    return [...document.querySelectorAll<HTMLElement>("main *")]
      .filter((element) => element.tagName !== "OPTION" && element.getBoundingClientRect().right > edge + 0.5)
      .map((element) => `${element.tagName} ${(element.textContent ?? "").slice(0, 20)}`);
  });

it("a form with long items and unbroken words stays inside of 320 px", async () => {
  const long = (words: string) => words.repeat(10);
  const items = [1, 2].map((value) => ({ title: `${long("とても長い選択肢の名前")}${value}`, value: `${value}` }));
  const description = "A".repeat(200);
  const fields = [
    { key: "list", type: "select", title: long("一覧から選ぶ"), description, required: true, items },
    { key: "one", type: "radio", title: "B".repeat(120), description, required: false, items },
    { key: "some", type: "checkbox", title: "分野", description, required: false, items },
    { key: "line", type: "text", title: "C".repeat(120), description, required: false },
    { key: "papers", type: "file", title: "資料", description, required: false, accept: ".docx,.pdf,.txt,.csv,.xlsx" },
  ];
  await page.route("**/api/apps", async (route) => {
    const response = await route.fetch();
    const offer = (await response.json()) as { apps: { fields: object[]; description: string }[] };
    offer.apps = offer.apps.map((app) => ({ ...app, fields, description }));
    await route.fulfill({ response, json: offer });
  });
  const frame = (await page.waitForSelector("#pane-frame iframe"))!;
  await frame.evaluate((element: HTMLElement) => Object.assign(element.style, { width: "320px", maxWidth: "none" }));
  await research().click();
  await pane.getByRole("button", { name: /憲法の条文検索/ }).waitFor();
  expect(await beyondTheEdge()).toEqual([]);
  await pane.getByRole("button", { name: /憲法の条文検索/ }).click();
  await part("app-form").waitFor();
  await shoot("form-320");
  expect(await beyondTheEdge()).toEqual([]);
});

it("a long inquiry goes on after the pane was opened anew, and its file can be saved", async () => {
  await openApp(/憲法の条文調査/);
  await field("question").fill("予算を作成し国会に提出するのは誰か");
  await part("research-run").click();
  await part("inquiry-status")
    .filter({ hasText: /AIアプリが受け付け、順番を待っています。次の確認は約\d+秒後/ })
    .waitFor();
  await shoot("waiting");
  expect(await violations()).toEqual([]);
  await pane.getByRole("button", { name: "アプリの一覧に戻る" }).click();
  await part("inquiries").waitFor();
  await shoot("inquiries");
  expect(await violations()).toEqual([]);
  expect(await overflow()).toBe(0);

  await page.waitForTimeout(1200);
  await page.reload();
  await openPane();
  // Without a click: the number at the tab, and the wait goes on.
  await research().filter({ hasText: "1件" }).waitFor();
  await research().click();
  await pane.locator("[data-inquiry][data-status=done]").waitFor();
  await pane.locator("[data-inquiry]").getByRole("button", { name: /^見る/ }).click();
  await part("sources").waitFor();
  await part("answer-text").filter({ hasText: "内閣は、毎会計年度の予算を作成し" }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    pane.getByRole("button", { name: "「条文の一覧.csv」を保存" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("条文の一覧.csv");
  expect(readFileSync(await download.path(), "utf8")).toContain("第八十六条");
  await pane.getByRole("tab", { name: "調べる" }).waitFor();
});
