import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Frame, Page } from "playwright-core";
import { createXmldom } from "@genai-office/office-host/package/xmldom";
import { ja } from "../../shared/src/i18n/ja";
import type { Playground } from "../../playground/src/server";
import { accessibilityViolations } from "../support/accessibility";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { startModelServer, type ModelServer, type Reply } from "../support/model-server";
import {
  answerReply,
  bodyReply,
  chatChunk,
  doneFrame,
  finishChunk,
  jsonReply,
  resetReply,
  silentReply,
  webPageReply,
} from "../support/model-server-replies";
import { startTestPlayground } from "../support/playground";

/** Screenshots of the last run, for people; not part of the repository. */
const screenshots = join(tmpdir(), "genai-office-screenshots");

let upstream: ModelServer;
let reply: Reply;
let playground: Playground;
let browser: Browser;
let visit: Visit;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  upstream = await startModelServer((response, request) => reply(response, request));
  playground = await startTestPlayground({
    environment: {
      GENAI_UPSTREAM_URL: upstream.url,
      GENAI_UPSTREAM_MODEL: "stand-in",
      GENAI_UPSTREAM_CLEARANCE: "2",
    },
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
  await upstream?.close();
});

beforeEach(async () => {
  upstream.requests.length = 0;
  visit = await openVisit(browser, { viewport: { width: 1440, height: 900 } });
  page = visit.page;
  await page.goto(playground.hostUrl);
  pane = await usablePane();
});

afterEach(() => visit.close());

/** The pane, as soon as it knows its models. */
async function usablePane(): Promise<Frame> {
  await page.waitForSelector("html[data-pane=ready]");
  const frame = (await (await page.waitForSelector("#pane-frame iframe")).contentFrame())!;
  await frame.locator("[data-part=model-chip]", { hasText: "stand-in" }).waitFor();
  return frame;
}

/** Does what opens the pane anew, and waits for the new one: the old one is still there, and ready, for a moment. */
async function reopenPane(act: () => Promise<unknown>): Promise<void> {
  const before = await page.$("#pane-frame iframe");
  await act();
  await page.waitForFunction((frame) => frame?.isConnected !== true, before);
  pane = await usablePane();
}

const action = (id: string) => pane.locator(`[data-action="${id}"]`);
const part = (name: string) => pane.locator(`[data-part="${name}"]`);
const steps = () => visit.requests.filter((url) => url.endsWith("/api/steps"));
const shoot = (name: string) => page.screenshot({ path: join(screenshots, `${name}.png`) });

const dom = createXmldom();

/** The main part as the person would download it, in one spelling (browsers order namespaces in their own way). */
async function documentXml(): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "ダウンロード" }).click(),
  ]);
  const xml = strFromU8(unzipSync(new Uint8Array(readFileSync(await download.path())))["word/document.xml"]!);
  return dom.serialize(dom.parse(xml)).replace(/<w:document [^>]*>/, "<w:document>");
}

/** Selects paragraphs with the mouse: from the first letters of one to the last line of another. */
async function selectParagraphs(first: string, last: string): Promise<void> {
  const start = page.locator("section.docx p", { hasText: first }).first();
  const end = page.locator("section.docx p", { hasText: last }).first();
  await start.scrollIntoViewIfNeeded();
  const from = (await start.boundingBox())!;
  const to = (await end.boundingBox())!;
  await page.mouse.move(from.x + 30, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height - 8, { steps: 8 });
  await page.mouse.up();
  await part("scope").filter({ hasText: "選択範囲：2段落" }).waitFor();
}

async function chooseModel(name: string): Promise<void> {
  await part("model-chip").click();
  await part("model-list").getByText(name).click();
  await part("model-chip").filter({ hasText: name }).waitFor();
}

/** Presses 要約 and lets the text leave: the sample is 機密性2, so the sheet always comes first. */
async function press(): Promise<void> {
  await part("primary").click();
  await part("send-sheet").getByRole("button", { name: "この内容で要約する" }).click();
}

async function openSample(name: RegExp): Promise<void> {
  await page.getByRole("button", { name: "サンプル" }).click();
  await reopenPane(() => page.getByRole("menuitem", { name }).click());
}

const finished = [finishChunk(), doneFrame];
const good = answerReply(
  "有効な回答は1,512団体",
  "（回答率86.8％）である。",
  "[1]",
  "導入した団体は495団体である。[2]",
);

describe("before the pane's own code has come", () => {
  it("要約 works on the skeleton, can be taken back, and goes on in the pane", async () => {
    let letCome = (): void => undefined;
    const held = new Promise<void>((resolve) => (letCome = resolve));
    await page.route(/\/word-pane\.[0-9a-f]+\.js/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(playground.hostUrl);
    pane = (await (await page.waitForSelector("#pane-frame iframe")).contentFrame())!;
    const button = pane.locator(".skeleton [data-part=primary]");
    await button.click();
    await pane.getByText("準備をしています").waitFor();
    await shoot("skeleton");
    await pane.getByRole("button", { name: "中止" }).click();
    expect(await pane.getByText("準備をしています").isVisible()).toBe(false);
    // Away and back: two clicks in the same place shortly after each other are one double click.
    await page.mouse.move(0, 0);
    await button.press("Enter");
    await pane.getByText("準備をしています").waitFor();
    letCome();
    await part("send-sheet").getByRole("button", { name: "この内容で要約する" }).waitFor();
    expect(await pane.locator(".skeleton").count()).toBe(0);
    await part("send-sheet").getByRole("button", { name: "やめる" }).click();
    await page.unroute(/\/word-pane\.[0-9a-f]+\.js/);
  });
});

describe("with the offline engine", () => {
  it("two paragraphs: send sheet, preview with sources, each way into the document, and back", async () => {
    const before = await documentXml();
    await shoot("start");
    await selectParagraphs("本報告書は、全国", "主な結果は");
    // 318 characters: a summary of 300 would be nearly all of them.
    expect(await part("options").textContent()).toBe("長さ：100字");
    await chooseModel("オフライン簡易エンジン");
    await part("primary").click();
    const sheet = part("send-sheet");
    await sheet.waitFor();
    expect(await sheet.textContent()).toContain("本報告書は、全国1,741の市区町村");
    expect(await sheet.textContent()).toContain("何も外に出ません");
    expect(await sheet.textContent()).not.toContain("一方、人口規模による差");
    await page.waitForTimeout(400);
    await shoot("send-sheet");
    await sheet.getByRole("button", { name: "この内容で要約する" }).click();
    await action("insert").waitFor();
    await shoot("preview");
    const summary = (await pane.locator("[data-part=statement]").allTextContents()).join("");
    expect(summary.length).toBeGreaterThan(30);
    expect(summary.length).toBeLessThanOrEqual(120);
    expect(await part("draft-label").textContent()).toContain("オフライン簡易エンジン");
    expect(steps()).toHaveLength(1);
    expect(upstream.requests).toHaveLength(0);

    await action("insert").click();
    await page.getByText("【AIによる下書き・要約】").first().waitFor();
    await shoot("inserted");
    const inserted = await documentXml();
    // Nothing but new paragraphs: without them the document is the one from before.
    const added = inserted.match(/<w:p>(?:(?!<w:p[ >]).)*?<\/w:p>/g)!.filter((xml) => !before.includes(xml));
    expect(added.length).toBeGreaterThanOrEqual(2);
    expect(added.reduce((xml, paragraph) => xml.replace(paragraph, ""), inserted)).toBe(before);
    await action("undo").click();
    await part("notice").filter({ hasText: ja["action.undone"] }).waitFor();
    expect(await documentXml()).toBe(before);

    await action("replace").click();
    await part("notice").filter({ hasText: ja["action.replaced"] }).waitFor();
    const replaced = await documentXml();
    expect(replaced).toMatch(/<w:del [^>]*>(?:(?!<\/w:del>).)*本報告書は/);
    expect(replaced).toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*AIによる下書き/);
    await shoot("replaced");
    await action("undo").click();
    await part("notice").filter({ hasText: ja["action.undone"] }).waitFor();
    expect(await documentXml()).toBe(before);

    await action("comment").click();
    await part("notice").filter({ hasText: ja["action.commented"] }).waitFor();
    await shoot("commented");
    await action("undo").click();
    await part("notice").filter({ hasText: ja["action.undone"] }).waitFor();
    expect(await documentXml()).toBe(before);
  });

  it("several changes are taken back one by one, the last one first, also after a new summary", async () => {
    const before = await documentXml();
    await selectParagraphs("本報告書は、全国", "主な結果は");
    await chooseModel("オフライン簡易エンジン");
    await press();
    await action("insert").waitFor();
    await action("insert").click();
    await part("notice").filter({ hasText: ja["action.inserted"] }).waitFor();
    const inserted = await documentXml();
    await action("comment").click();
    await part("notice").filter({ hasText: ja["action.commented"] }).waitFor();
    await part("primary").click();
    await part("send-sheet").getByRole("button", { name: "この内容で要約する" }).click();
    await action("undo").and(pane.locator(":not([aria-disabled=true])")).click();
    await part("notice").filter({ hasText: ja["action.undone"] }).waitFor();
    expect(await documentXml()).toBe(inserted);
    await action("undo").click();
    await expectEventually(documentXml, before);
  });

  it("the whole document, one page, without a selection; a sentence leads to its source", async () => {
    await chooseModel("オフライン簡易エンジン");
    await part("options").click();
    await pane.getByRole("radio", { name: /1枚/ }).click();
    await press();
    await action("insert").waitFor();
    expect(await pane.locator("[data-part=statement]").count()).toBeGreaterThan(5);
    await shoot("whole-document");
    await pane.locator("[data-part=statement]").nth(3).click();
    await page.waitForFunction(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0));
    await shoot("source-of-a-sentence");
    const before = await documentXml();
    await action("replace").click();
    await part("notice").filter({ hasText: ja["action.replaced"] }).waitFor();
    expect(await documentXml()).toMatch(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*AIによる下書き/);
    await action("undo").click();
    await part("notice").filter({ hasText: ja["action.undone"] }).waitFor();
    expect(await documentXml()).toBe(before);
  });

  it("機密性3: nothing leaves, and the reason is shown", async () => {
    await openSample(/機密性3/);
    const before = { requests: visit.requests.length, connections: upstream.connections() };
    await part("primary").click();
    await part("error").waitFor();
    expect(await part("error").textContent()).toContain("機密性3");
    expect(steps()).toEqual([]);
    expect(upstream.requests).toEqual([]);
    expect(upstream.connections()).toBe(before.connections);
    // From the click to the reason shown the browser asks for nothing but scripts and fonts of the pane's own origin.
    const asked = visit.requests.slice(before.requests);
    expect(asked.filter((url) => !/\.(?:js|css|woff2?)(?:\?|$)/.test(new URL(url).pathname))).toEqual([]);
    await shoot("blocked");
  });
});

describe("with a model server", () => {
  it("streams in pieces, checks figures and offers the wrong one for correction", async () => {
    reply = bodyReply([chatChunk("有効な回答は"), 700, chatChunk("1,215団体である。[1]"), 700, ...finished]);
    await selectParagraphs("本報告書は、全国", "主な結果は");
    await press();
    // Words are there long before the answer is over: the streaming adapter is in use.
    await part("streaming").filter({ hasText: "有効な回答は" }).waitFor({ timeout: 5_000 });
    expect(await action("insert").count()).toBe(0);
    await shoot("streaming");
    await action("insert").waitFor();
    expect(await part("finding").first().textContent()).toMatch(/1,512.*1,215|1,215.*1,512/);
    await shoot("finding");
    const sent = upstream.requests[0]!.text;
    expect(sent).toContain("本報告書は、全国1,741の市区町村");
    expect(sent).not.toContain("一方、人口規模による差");
  });

  it("中止 ends the upstream call at once and leaves the document alone", async () => {
    const before = await documentXml();
    reply = bodyReply([chatChunk("有効な回答は")], { end: "never" });
    await selectParagraphs("本報告書は、全国", "主な結果は");
    await press();
    await part("streaming").filter({ hasText: "有効な回答は" }).waitFor();
    const closed = upstream.requests[0]!.closedByClient;
    const pressed = performance.now();
    await pane.getByRole("button", { name: "中止" }).click();
    expect(await closed).toBe(true);
    expect(performance.now() - pressed).toBeLessThan(5_000);
    await part("primary").filter({ hasText: "要約" }).waitFor();
    await shoot("aborted");
    expect(await documentXml()).toBe(before);
  });

  it.each<[string, () => Reply, string]>([
    ["an HTML page", () => webPageReply(502), "not-a-model-server"],
    [
      "an error inside a 200",
      () => jsonReply({ error: { message: "quota", code: "insufficient_quota" } }),
      "rate-limited",
    ],
    ["a stream that is cut off", () => bodyReply([chatChunk("有効な")], { end: "reset" }), "connection-lost"],
    ["a stream without an end", () => bodyReply([chatChunk("有効な")]), "incomplete-stream"],
    ["401", () => jsonReply({ error: { message: "key sk-secret" } }, 401), "upstream-unauthorized"],
    ["a broken connection", () => resetReply, "connection-failed"],
  ])("%s: a Japanese message with code and number, and the document as before", async (name, faulty, code) => {
    const before = await documentXml();
    reply = faulty();
    await selectParagraphs("本報告書は、全国", "主な結果は");
    await press();
    await part("error").waitFor({ timeout: 30_000 });
    const text = (await part("error").textContent())!;
    expect(await part("error").getAttribute("data-code")).toBe(code);
    expect(text).toMatch(/文書は変わっていません/);
    expect(text).not.toMatch(/quota|sk-secret|Bad Gateway|有効な/);
    await pane.getByRole("button", { name: "詳細" }).click();
    expect(await part("error").textContent()).toMatch(/受付番号/);
    await shoot(`error-${code}`);
    expect(await documentXml()).toBe(before);
    // And the next try works.
    reply = good;
    await press();
    await action("insert").waitFor();
  });

  it("a gateway that does not answer can be left at any time", async () => {
    reply = silentReply;
    await press();
    await part("progress").waitFor();
    await pane.getByRole("button", { name: "中止" }).click();
    await part("primary").filter({ hasText: "要約" }).waitFor();
  });
});

describe("for everybody", () => {
  it("works by keyboard alone, from the button to 元に戻す", async () => {
    reply = good;
    await part("primary").focus();
    await page.keyboard.press("Enter");
    await part("send-sheet").waitFor();
    await page.waitForTimeout(300);
    for (let presses = 0; presses < 12; presses += 1) {
      const focused = await pane.evaluate(() => document.activeElement?.textContent ?? "");
      if (focused === "この内容で要約する") break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await action("insert").waitFor();
    await action("insert").focus();
    await page.keyboard.press("Enter");
    await part("notice")
      .filter({ hasText: /挿入しました/ })
      .waitFor();
    await action("undo").focus();
    await page.keyboard.press("Enter");
    await part("notice").filter({ hasText: ja["action.undone"] }).waitFor();
  });

  it("has no accessibility violation before, during and after, light and dark", async () => {
    reply = bodyReply([chatChunk("有効な回答は1,215団体である。[1]"), 4_000, ...finished]);
    await selectParagraphs("本報告書は、全国", "主な結果は");
    const violations = () => accessibilityViolations(pane);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForTimeout(200);
      expect(await violations()).toEqual([]);
    }
    await press();
    await part("streaming").waitFor();
    // While the sheet fades out, its colours are those of no theme.
    await part("send-sheet").waitFor({ state: "detached" });
    expect(await violations()).toEqual([]);
    await action("insert").waitFor();
    await shoot("dark");
    expect(await violations()).toEqual([]);
  });

  it("says on LTSC 2021 what that Word cannot do, and does the rest", async () => {
    reply = good;
    const label = await ltscLabel();
    await reopenPane(() => page.getByLabel("再現する Word").selectOption({ label: label! }));
    const before = await documentXml();
    await press();
    await action("insert").waitFor();
    expect(await action("replace").getAttribute("aria-disabled")).toBe("true");
    expect(await action("comment").getAttribute("aria-disabled")).toBe("true");
    await shoot("ltsc-2021");
    await action("insert").click();
    await part("notice")
      .filter({ hasText: /挿入しました/ })
      .waitFor();
    await action("undo").click();
    await part("notice").filter({ hasText: ja["action.undone"] }).waitFor();
    expect(await documentXml()).toBe(before);
  });
});

async function ltscLabel(): Promise<string | null> {
  return page.getByLabel("再現する Word").locator("option", { hasText: "2021" }).textContent();
}

/** The notice after a second 元に戻す reads like the first: the document itself is waited for. */
async function expectEventually(read: () => Promise<string>, expected: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  let found = await read();
  while (found !== expected && Date.now() < deadline) {
    await page.waitForTimeout(200);
    found = await read();
  }
  expect(found).toBe(expected);
}
