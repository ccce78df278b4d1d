import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, Locator, Page } from "playwright-core";
import { sampleTranscripts } from "../../playground/src/samples/meeting";
import type { Playground } from "../../playground/src/server";
import { accessibilityViolations } from "../support/accessibility";
import { launchBrowser } from "../support/browser";
import { startTestPlayground } from "../support/playground";
import { openTeams, type TeamsVisit } from "./teams-page/open-teams";

/** Screenshots of the last run, for people; not part of the repository. */
const screenshots = join(tmpdir(), "genai-office-screenshots");

let playground: Playground;
let browser: Browser;
let teams: TeamsVisit;
let page: Page;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  playground = await startTestPlayground();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});

beforeEach(async () => {
  teams = await openTeams(browser, playground);
  page = teams.page;
});

afterEach(() => teams.close());

/** A meeting whose every line can be told from the others'. */
const transcript = `WEBVTT

00:00:01.000 --> 00:00:09.000
<v 見本 一郎>それでは、備品の管理に関する打合せを始めます。</v>

00:00:10.000 --> 00:00:22.000
<v 例示 花子>棚卸しの結果、所在の分からない備品は12点でした。</v>

00:00:23.000 --> 00:00:34.000
<v 見本 一郎>台帳を電子化することに決定します。</v>

00:00:35.000 --> 00:00:48.000
<v 架空 健太>電子台帳の項目の案は、私が12月8日までに作成します。</v>

00:00:49.000 --> 00:00:55.000
<v 見本 一郎>本日はこれで終わります。</v>
`;

/** Drops a file on the page, as from a folder. */
async function drop(name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([file, words]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([words!], file!));
      return transfer;
    },
    [name, text],
  );
  await page.dispatchEvent("#conversation", "drop", { dataTransfer: data });
}

/** The newest offer of a file that nobody has answered yet. */
async function openOffer(): Promise<Locator> {
  const offer = page.locator(".message.bot", { has: page.locator(".file-card .primary-button") }).last();
  return page.locator(`[data-activity="${await offer.getAttribute("data-activity")}"]`);
}

/** Minutes of the meeting above, finished. */
async function makeMinutes(name: string): Promise<void> {
  await drop(name, transcript);
  await page.locator(".pending-file", { hasText: name }).waitFor();
  await page.locator(".send-button").click();
  await page.locator(".message.bot .card", { hasText: "決定事項" }).last().waitFor();
  await page.locator(".message.bot .file-card .primary-button").last().waitFor();
}

test("a transcript that is dropped becomes a card with its label, and a Word file once it is accepted", async () => {
  await makeMinutes("備品管理打合せ_2026-11-20.vtt");
  const done = page.locator(".message.bot", { has: page.locator(".card", { hasText: "決定事項" }) }).last();
  expect(await done.locator(".generated").textContent()).toBe("AI生成");
  expect(await done.locator(".card").textContent()).toContain("台帳を電子化することに決定");
  expect(await done.locator(".card").textContent()).toContain("担当：架空 健太／期限：12月8日");
  // One activity from "accepted" to the card: it was replaced, not followed by another.
  const puts = (await teams.wire()).filter(({ method, path }) => method === "PUT" && path.includes("/activities/"));
  expect(puts.length).toBeGreaterThan(0);
  expect(puts.every(({ status }) => status === 200)).toBe(true);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.screenshot({ path: join(screenshots, "teams-minutes-card.png") });

  const offer = await openOffer();
  await offer.getByRole("button", { name: "受け取る", exact: true }).click();
  await offer.getByText("受け取りました").waitFor();
  const link = page.locator("[data-kind=handed-over] .download").last();
  const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(file.suggestedFilename()).toMatch(/^議事録（案）_備品管理打合せ.*\.docx$/);
  const parts = unzipSync(new Uint8Array(await readFile(await file.path())));
  const words = strFromU8(parts["word/document.xml"]!).replace(/<[^>]+>/g, "");
  expect(words).toContain("台帳を電子化すること");
  expect(words).toContain("架空");
});

test("a file that is not wanted is not handed over", async () => {
  await makeMinutes("備品管理打合せ_その2.vtt");
  const before = await page.locator("[data-kind=handed-over]").count();
  const offer = await openOffer();
  await offer.getByRole("button", { name: "受け取らない" }).click();
  await offer.getByText("受け取りませんでした").waitFor();
  await page.locator("#log").getByText("ファイルは受け取らないとのこと").waitFor();
  expect(await page.locator("[data-kind=handed-over]").count()).toBe(before);
});

test("the card leads to the tab, which shows each line beside what was said", async () => {
  await makeMinutes("備品管理打合せ_その3.vtt");
  await page.locator(".card", { hasText: "根拠の発言と並べて見る" }).last().getByText("根拠の発言と並べて見る").click();
  const tab = await teams.tab();
  await tab.getByRole("heading", { level: 1, name: /備品管理打合せ/ }).waitFor();
  const line = tab.locator("[data-part=line]", { hasText: "所在の分からない備品は12点" }).first();
  await line.getByText("所在の分からない備品は12点").click();
  const evidence = tab.locator("[data-part=evidence]");
  await evidence.getByText("棚卸しの結果、所在の分からない備品は12点でした。").waitFor();
  expect(await evidence.textContent()).toContain("例示 花子");
  expect(await accessibilityViolations(tab)).toEqual([]);
  expect(await accessibilityViolations(page, ["iframe"])).toEqual([]);
  await page.screenshot({ path: join(screenshots, "teams-tab.png") });
  // The Word file is made in the tab, whose policy lets nothing from elsewhere in.
  const [saved] = await Promise.all([page.waitForEvent("download"), tab.locator("[data-action=save]").click()]);
  expect(saved.suggestedFilename()).toMatch(/^議事録（案）_備品管理打合せ.*\.docx$/);
  const saidIn = strFromU8(unzipSync(new Uint8Array(await readFile(await saved.path())))["word/document.xml"]!);
  expect(saidIn.replace(/<[^>]+>/g, "")).toContain("台帳を電子化すること");

  await page.getByLabel("幅320ピクセル").check();
  expect(await tab.evaluate(() => [innerWidth, document.documentElement.scrollWidth])).toEqual([320, 320]);
  await evidence.getByText("棚卸しの結果、所在の分からない備品は12点でした。").waitFor();
  expect(await accessibilityViolations(tab)).toEqual([]);
  await page.screenshot({ path: join(screenshots, "teams-tab-320.png") });

  await page.getByLabel("テーマ").selectOption("dark");
  await tab.waitForFunction(() => {
    const [red = 255] = getComputedStyle(document.querySelector("main")!.parentElement!)
      .backgroundColor.match(/\d+/g)!
      .map(Number);
    return red < 80;
  });
  expect(await accessibilityViolations(tab)).toEqual([]);
  await page.screenshot({ path: join(screenshots, "teams-tab-dark.png") });
});

test("a link to the minutes opens them; somebody else's are nobody's, and an empty list says what to do", async () => {
  await makeMinutes("備品管理打合せ_その4.vtt");
  const address = await page.evaluate(async () => {
    const state = JSON.stringify(await (await fetch("/teams/api/state")).json());
    return /https:\/\/localhost:\d+\/teams\?job=[0-9a-f-]+/.exec(state)![0];
  });
  await page.goto(address);
  await (await teams.tab()).getByRole("heading", { level: 1, name: /備品管理打合せ/ }).waitFor();

  // The same link for another person.
  await page.getByLabel("あなたは").selectOption({ label: "例示 花子" });
  await page.getByRole("tab", { name: "議事録" }).click();
  const others = await teams.tab();
  await others.getByText("まだ議事録はありません").waitFor();
  await page.screenshot({ path: join(screenshots, "teams-tab-empty.png") });

  await page.getByLabel("あなたは").selectOption({ label: "髙﨑 美咲" });
  await page.getByRole("tab", { name: "議事録" }).click();
  const mine = await teams.tab();
  await mine.locator("[data-part=job]").first().waitFor();
  await page.getByLabel("幅320ピクセル").check();
  await page.screenshot({ path: join(screenshots, "teams-tab-list-320.png") });
  expect(await accessibilityViolations(mine)).toEqual([]);
});

test("the sample is one press away: a meeting of twenty minutes, and a question to a page with its sources", async () => {
  expect(sampleTranscripts).toHaveLength(2);
  await page.getByLabel("あなたは").selectOption({ label: "架空 健太" });
  await page.locator(".examples").getByRole("button", { name: "会議の文字起こしから議事録を作る" }).click();
  const card = page.locator(".message.bot .card", { hasText: "決定事項" }).last();
  await card.waitFor();
  expect(await card.textContent()).toContain("予約制の試行は1月12日から始めること");
  expect(await card.textContent()).toContain("担当：髙﨑 美咲／期限：12月11日");

  await page.locator("#samples").click();
  await page.getByRole("menuitem", { name: /資料に質問する/ }).click();
  const answer = teams.answers.last();
  await page.locator(".citation").first().waitFor();
  expect(await answer.textContent()).toContain("前日の正午");
  const shown: string[] = [];
  for (const chip of await page.locator(".citation").all()) {
    await chip.click();
    expect(await chip.getAttribute("aria-expanded")).toBe("true");
    shown.push((await page.locator(".abstract").last().textContent())!);
  }
  expect(shown.join("\n")).toContain("利用する日の30日前から前日の正午まで");
  // The number in the text leads to the same source.
  expect(await page.locator(".source-number").count()).toBeGreaterThan(0);
  await page.locator(".citations").last().scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(screenshots, "teams-citations.png") });
});
