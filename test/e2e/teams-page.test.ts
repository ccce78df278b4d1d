import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import type { Playground } from "../../playground/src/server";
import { accessibilityViolations } from "../support/accessibility";
import { launchBrowser } from "../support/browser";
import { startModelServer, type ModelServer, type Reply } from "../support/model-server";
import { answerReply, bodyReply, chatChunk, doneFrame, finishChunk, usageChunk } from "../support/model-server-replies";
import { startTestPlayground } from "../support/playground";
import { openTeams, type TeamsVisit } from "./teams-page/open-teams";

/** Screenshots of the last run, for people; not part of the repository. */
const screenshots = join(tmpdir(), "genai-office-screenshots");

let upstream: ModelServer;
let reply: Reply;
let playground: Playground;
let browser: Browser;
let teams: TeamsVisit;
let page: Page;

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
  reply = answerReply("窓口の予約は、", "前日の正午までに申し込んでください。");
  teams = await openTeams(browser, playground);
  page = teams.page;
});

afterEach(() => teams.close());

/** Answers once what is held is let go: a stream that is as slow as the test wants it. */
function heldReply(first: string[], rest: string[]): { reply: Reply; release(): void } {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  return {
    release,
    async reply(response) {
      response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
      for (const piece of first) response.write(chatChunk(piece));
      await released;
      if (response.destroyed) return;
      for (const piece of [...rest.map(chatChunk), finishChunk(), usageChunk(12, 5), doneFrame]) response.write(piece);
      response.end();
    },
  };
}

test("the bot says in each chat what it can do; the page says what it is, and asks nobody else", async () => {
  await teams.answers.first().getByText("質問・要約・翻訳・議事録のお手伝いをします").waitFor();
  expect(await page.locator(".chat-kind").allTextContents()).toEqual([
    "個人チャット",
    "グループチャット",
    "会議のチャット",
  ]);
  expect(await page.locator("#places a[aria-current]").textContent()).toBe("Teams チャット");
  expect(await page.locator("#status").textContent()).toContain("Teams ではなく、外には何も送信されません");
  await page.locator("#commands").click();
  expect(await page.locator("#composer [role=menuitem] .menu-title").allTextContents()).toEqual(
    expect.arrayContaining(["議事録", "要約", "翻訳", "新しい話題", "中止"]),
  );
  await page.locator("#composer [role=menuitem]", { hasText: "要約" }).first().click();
  expect(await teams.composer.inputValue()).toBe("要約");
  expect(teams.requests.filter((url) => !/^(https:\/\/localhost:|data:|blob:|about:)/.test(url))).toEqual([]);
});

test("a question is answered as it is written, then with its label; a thumb reaches the audit", async () => {
  const held = heldReply(["窓口の予約は、", "前日の正午までに"], ["申し込んでください。"]);
  ({ reply } = held);
  await teams.say("予約の締切はいつですか。");
  const answer = page.locator(".message.bot[data-streaming=streaming]");
  await answer.getByText("窓口の予約は、前日の正午までに").waitFor();
  expect(await answer.locator(".generated").count()).toBe(0);
  expect(await page.locator(".stop-button").isVisible()).toBe(true);
  await page.screenshot({ path: join(screenshots, "teams-streaming.png") });
  held.release();
  const last = teams.answers.last();
  await last.locator(".generated", { hasText: "AI生成" }).waitFor();
  expect(await last.textContent()).toContain("窓口の予約は、前日の正午までに申し込んでください。");
  expect(await last.textContent()).toContain("stand-in");
  expect(await last.getAttribute("data-streaming")).toBe("");
  expect(await page.locator(".stop-button").isVisible()).toBe(false);
  const kinds = (await teams.wire()).flatMap(({ request }) => request?.entities?.[0]?.streamType ?? []);
  expect(kinds.slice(0, 2)).toEqual(["informative", "streaming"]);
  expect(kinds.at(-1)).toBe("final");

  await last.getByRole("button", { name: "役に立った", exact: true }).click();
  await page.getByLabel("ご意見（任意）").fill("ここは記録に残りません");
  await page.screenshot({ path: join(screenshots, "teams-feedback.png") });
  await page.locator("dialog").getByRole("button", { name: "送る" }).click();
  await last.getByText("お知らせしました").waitFor();
  await eventually(async () => {
    const rows = await playground.relay.database!.query<{ helpful: boolean | null }>(
      "select helpful from run_usage where task = 'answer' or helpful is not null",
    );
    expect(rows).toContainEqual({ helpful: true });
  });
});

test("in a group the bot hears only what mentions it, and answers with one message", async () => {
  await teams.openChat("groupChat");
  await teams.answers.first().waitFor();
  expect(await teams.answers.count()).toBe(1);
  await teams.say("お昼は12時からでよいですか。");
  await page.getByText("ボットには届いていません").waitFor();
  expect((await teams.wire()).some(({ request }) => request?.text?.includes("お昼") === true)).toBe(false);

  // Typed, the name becomes the mention.
  await teams.composer.pressSequentially("@AIアシスト 予約の締切はいつですか。");
  expect(await page.locator(".mention-button").getAttribute("aria-pressed")).toBe("true");
  await teams.composer.press("Enter");
  await teams.answers.nth(1).locator(".generated").waitFor();
  expect(await teams.answers.count()).toBe(2);
  expect(await teams.answers.nth(1).textContent()).toContain("前日の正午までに申し込んでください。");
  expect(await page.locator(".message.me").last().locator(".mention").textContent()).toBe("@AIアシスト");
  expect(await page.locator("[title*='個人チャットで送ってください']").isDisabled()).toBe(true);
});

test("stopping ends the model's work, and what was begun is told", async () => {
  const held = heldReply(["窓口の予約は、"], ["申し込んでください。"]);
  ({ reply } = held);
  await teams.say("予約の締切はいつですか。");
  await page.locator(".message.bot[data-streaming=streaming]").waitFor();
  const model = upstream.requests.at(-1)!;
  await page.locator(".stop-button").click();
  // The bot learns of it with its next piece, which needs something new to say.
  held.release();
  await page.locator(".stop-button").waitFor({ state: "hidden" });
  expect(model.path).toContain("chat/completions");
  const refused = (await teams.wire()).filter(({ status }) => status === 403);
  expect(refused.length).toBeGreaterThan(0);
  expect(await teams.answers.last().locator(".generated").count()).toBe(0);
});

test("a message action asks in a dialog, and its card waits in the box until the person posts it", async () => {
  reply = answerReply("検討会は12月15日に開かれる。");
  await teams.openChat("meeting");
  await teams.say("次回の検討会は12月15日の午後2時から第2会議室で行います。資料は前日までに共有します。");
  const message = page.locator(".message.me").last();
  await message.locator(".more").click();
  await message.getByRole("menuitem", { name: /^要約/ }).click();
  const dialog = page.locator("dialog");
  await dialog.getByText("次回の検討会は12月15日の午後2時から").waitFor();
  expect(await accessibilityViolations(page, ["iframe"])).toEqual([]);
  await dialog.getByRole("button", { name: "要約する" }).click();
  const insert = dialog.getByRole("button", { name: "入力欄に差し込む" });
  const look = dialog.getByRole("button", { name: "結果を見る" });
  await insert.or(look).waitFor();
  while (!(await insert.isVisible())) {
    await look.click();
    await insert.or(look).waitFor();
  }
  await dialog.getByText("検討会は12月15日に開かれる。").waitFor();
  await page.screenshot({ path: join(screenshots, "teams-message-action.png") });
  await insert.click();
  await page.locator(".pending-card .card", { hasText: "検討会は12月15日に開かれる。" }).waitFor();
  expect(await page.locator(".message .card").count()).toBe(0);
  await page.locator(".send-button").click();
  await page.locator(".message.me .card", { hasText: "検討会は12月15日に開かれる。" }).waitFor();
  expect(await page.locator(".pending-card").count()).toBe(0);
});

test("nothing that a bot sends can run: not in words, not in cards, not behind their links", async () => {
  const { path, request } = (await teams.wire()).find(({ request }) => request?.serviceUrl !== undefined)!;
  expect(path).toBe("/api/messages");
  const conversations = await page.evaluate(async () => {
    const state = (await (await fetch("/teams/api/state")).json()) as { conversations: { id: string }[] };
    return state.conversations.map(({ id }) => id);
  });
  const script = "top.ran = (top.ran ?? 0) + 1";
  const hostile = `<img src=x onerror="${script}"><script>${script}</script><svg onload="${script}"></svg>
<iframe srcdoc="<script>${script}</script>"></iframe> [link](javascript:${script.replaceAll(" ", "")}) <a href="javascript:${script}">away</a>
![picture](https://evil.example/pixel.png)`;
  const card = {
    type: "AdaptiveCard",
    version: "1.5",
    body: [
      { type: "TextBlock", text: `${hostile}\n\n語句`, wrap: true },
      { type: "Image", url: `javascript:${script}`, altText: "x" },
      { type: "Image", url: "https://evil.example/card.png", altText: `"><img src=x onerror="${script}">` },
      { type: "FactSet", facts: [{ title: hostile, value: hostile }] },
      { type: "Unknown", text: hostile },
      { type: "TextBlock", text: "押せる所", selectAction: { type: "Action.OpenUrl", url: `javascript:${script}` } },
    ],
    actions: [{ type: "Action.OpenUrl", title: "開く", url: `javascript:${script}` }],
  };
  for (const attachments of [
    undefined,
    [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
    [{ contentType: "application/vnd.microsoft.card.adaptive", content: "no card at all" }],
  ]) {
    const response = await fetch(
      `${request!.serviceUrl}/v3/conversations/${encodeURIComponent(conversations[0]!)}/activities`,
      {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ type: "message", text: hostile, textFormat: "markdown", attachments }),
      },
    );
    expect(response.status).toBe(201);
  }
  await page.getByText("このカードは表示できません。").waitFor();
  await page
    .getByRole("button", { name: "開く" })
    .or(page.getByRole("link", { name: "開く" }))
    .first()
    .click();
  await page.getByText("押せる所").first().click();
  for (const link of await page.locator(".message.bot a", { hasText: /link|away/ }).all()) await link.click();
  expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
  expect(await page.locator(".message.bot").locator("script, iframe, svg[onload], img[onerror]").count()).toBe(0);
  expect(await page.locator(".message.bot a[href^=javascript]").count()).toBe(0);
  expect(teams.requests.filter((url) => url.includes("evil.example/pixel"))).toEqual([]);
  expect(page.context().pages()).toHaveLength(1);
});

test("troubles wait for their request: an answer that was refused three ways still arrives once", async () => {
  for (const name of ["送り過ぎとして断る", "サーバーの故障", "発言が二重に届く"]) {
    await page.locator("#faults").click();
    await page.locator("#faults-menu [role=menuitemcheckbox]", { hasText: name }).click();
  }
  await page.getByText("不調を3件待ち構えています").waitFor();
  const before = await teams.answers.count();
  await teams.say("予約の締切はいつですか。");
  await teams.answers.nth(before).locator(".generated").waitFor();
  await eventually(async () => expect(await page.locator("#fault-state").textContent()).toBe(""));
  expect(await teams.answers.count()).toBe(before + 1);
  await page.locator("#log-button").click();
  await page.locator(".exchange", { hasText: "429" }).first().locator("summary").click();
  await page.locator(".exchange pre").first().waitFor();
  expect(await page.locator(".exchange .bad").allTextContents()).toEqual(expect.arrayContaining(["429", "500"]));
  await page.screenshot({ path: join(screenshots, "teams-wire-log.png") });
});

test.each([
  [1280, 800],
  [800, 700],
  [320, 720],
])("at %i x %i nothing is hidden or hard to read", async (width, height) => {
  await teams.close();
  teams = await openTeams(browser, playground, { width, height });
  ({ page } = teams);
  reply = bodyReply([
    chatChunk("**予約**は次のとおりです。\n\n- 前日の正午まで\n- 電話でも可"),
    finishChunk(),
    doneFrame,
  ]);
  await teams.say("予約の方法を教えてください。");
  await teams.answers.last().locator(".generated").waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await page.screenshot({ path: join(screenshots, `teams-${width}.png`) });
});

/** Tries until it holds; what has to become true shows itself by no event. */
async function eventually(check: () => Promise<void>): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
