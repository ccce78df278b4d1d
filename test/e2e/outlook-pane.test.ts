import { tmpdir } from "node:os";
import { join } from "node:path";
import { officeJsDirectory } from "@genai-office/office-host/node";
import { microsoftAjaxScript, outlookScriptsFolder } from "@genai-office/office-host/outlook/scripts";
import type { Browser, Frame, Page } from "playwright-core";
import type { Playground } from "../../playground/src/server";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { startTestPlayground } from "../support/playground";
import { bundle } from "./office-host/bundle";
import { serve, type Server } from "./office-host/serve";
import { inquiry } from "./outlook-pane/mails";

let browser: Browser;
let hostServer: Server;
let visit: Visit;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  const style = "html,body{margin:0;height:100%}iframe{width:100%;height:100%;border:0}";
  [browser, hostServer] = await Promise.all([
    launchBrowser(),
    serve({
      "/": {
        body: `<!doctype html><meta charset="utf-8"><title>host</title><style>${style}</style><body><script src="/host.js"></script>`,
      },
      "/host.js": { body: await bundle(join(__dirname, "outlook-pane/host-page.ts")) },
    }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await hostServer?.close();
});

/** Opens the host page with the pane of this address in its frame, as wide as a task pane. */
async function open(paneUrl: string, mail = "inquiry"): Promise<void> {
  visit = await openVisit(browser, {
    timezoneId: "Asia/Tokyo",
    reducedMotion: "reduce",
    viewport: { width: 320, height: 720 },
  });
  page = visit.page;
  await page.goto(`${hostServer.origin}/?mail=${mail}&pane=${encodeURIComponent(paneUrl)}`);
  await page.waitForFunction(() => window.outlookHost?.events.some((event) => event.type === "booted"));
  const frame = page.frames().find((candidate) => candidate.url().startsWith(new URL(paneUrl).origin));
  if (frame === undefined) throw new Error("The pane did not open.");
  pane = frame;
}

const close = () => visit.close();

describe("the unmodified office.js in an emulated Outlook", () => {
  let paneServer: Server;

  beforeAll(async () => {
    const scripts = `<script src="/scripts/${microsoftAjaxScript}"></script><script src="/office-js/office.js"></script>`;
    paneServer = await serve({
      "/taskpane.html": { body: `<!doctype html><meta charset="utf-8"><title>pane</title>${scripts}` },
      "/scripts/": { folder: outlookScriptsFolder },
      "/office-js/": { folder: officeJsDirectory() },
    });
  });
  afterAll(() => paneServer?.close());
  beforeEach(async () => {
    await open(`${paneServer.origin}/taskpane.html`);
    await pane.waitForFunction(() => "Office" in window);
    await pane.evaluate(() => Office.onReady());
  });
  afterEach(close);

  it("boots, shows the selected message, and asks nobody else", async () => {
    const boot = await pane.evaluate(async () => {
      const { item, userProfile } = Office.context.mailbox;
      return {
        info: await Office.onReady(),
        language: Office.context.displayLanguage,
        mailbox15: Office.context.requirements.isSetSupported("Mailbox", "1.5"),
        id: item?.itemId,
        subject: item?.subject,
        from: item?.from.displayName,
        created: item?.dateTimeCreated.toISOString(),
        owner: userProfile.displayName,
        text: await new Promise((resolve) => item?.body.getAsync("text", (result) => resolve(result.value))),
      };
    });
    expect(boot).toMatchObject({
      info: { host: "Outlook", platform: "OfficeOnline" },
      language: "ja-JP",
      mailbox15: true,
      id: "AAMkAGI-inquiry",
      subject: "【照会】窓口手続のオンライン予約に関する実績について",
      from: "鈴木 一郎",
      created: "2026-11-02T00:30:00.000Z",
      owner: "山田 花子",
      text: expect.stringContaining("11月20日（金）までに回答してください。"),
    });
    expect(visit.requests.filter((url) => !url.startsWith("https://localhost:"))).toEqual([]);
  });

  it("tells a pinned pane of the next message, and of none", async () => {
    await pane.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const seen: (string | undefined)[] = [];
          Object.assign(window, { seen });
          Office.context.mailbox.addHandlerAsync(
            Office.EventType.ItemChanged,
            () => seen.push(Office.context.mailbox.item?.subject),
            () => resolve(),
          );
        }),
    );
    const seen = () => pane.evaluate(() => (window as unknown as { seen: unknown[] }).seen);
    await page.evaluate(() => window.outlookHost.select(window.outlookHost.mails.notice));
    await pane.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 1);
    await page.evaluate(() => window.outlookHost.select(undefined));
    await pane.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 2);
    expect(await seen()).toEqual(["庁舎の停電について", undefined]);
  });

  it("fails by name for what is not emulated", async () => {
    const code = await pane.evaluate(
      () =>
        new Promise((resolve) =>
          Office.context.mailbox.getUserIdentityTokenAsync((result) => resolve(result.error.code)),
        ),
    );
    expect(code).toBe(5000);
    expect(await page.evaluate(() => window.outlookHost.defects)).toEqual(["Mailbox.getUserIdentityTokenAsync"]);
  });
});

describe("the Outlook pane", () => {
  let playground: Playground;

  beforeAll(async () => {
    playground = await startTestPlayground({
      relay: {
        allowedOrigins: [hostServer.origin],
        frameAncestors: [hostServer.origin],
        officeScriptsOf: { outlook: [`/outlook-scripts/${microsoftAjaxScript}`] },
        folders: [
          { path: "/office-js/", directory: officeJsDirectory() },
          { path: "/outlook-scripts/", directory: outlookScriptsFolder },
        ],
      },
    });
  });
  afterAll(() => playground?.stop());
  beforeEach(() => openPane());
  afterEach(close);

  /** The tests below are about 要約, which is one of the tasks. */
  const chooseSummary = () => pane.getByRole("tab", { name: "要約", exact: true }).click();
  /** Opens the pane and waits until it hears of selections: what is selected earlier, Outlook tells nobody. */
  async function openPane(mail?: string): Promise<void> {
    await open(`${playground.paneUrl}/outlook/taskpane.html`, mail);
    await page.waitForFunction(() =>
      window.outlookHost.events.some((event) => "name" in event && event.name === "olkItemSelectedChanged"),
    );
    await chooseSummary();
  }

  const part = (name: string) => pane.locator(`[data-part=${name}]`);
  const stepRequests = () => visit.requests.filter((url) => url.endsWith("/api/steps")).length;
  const select = (mail: "inquiry" | "notice" | "restricted") =>
    page.evaluate((name) => window.outlookHost.select(window.outlookHost.mails[name]), mail);
  const scope = (text: string) => part("scope").filter({ hasText: text }).waitFor();

  it("summarizes a message through the relay, and nothing else is asked", async () => {
    await scope("【照会】窓口手続のオンライン予約に関する実績について");
    await part("class-badge").filter({ hasText: "機密性の表示なし" }).waitFor();
    expect(await part("sender").textContent()).toBe("鈴木 一郎・2026/11/02 9:30");
    expect(stepRequests()).toBe(0);
    await part("options").click();
    await pane.getByRole("radio", { name: "100字" }).click();
    await part("primary").click();
    await part("facts").waitFor();
    expect(stepRequests()).toBe(1);
    const statements = await part("statement").allTextContents();
    // The offline engine takes whole sentences: each is in the message, word by word.
    const text = inquiry.text.replace(/\s/g, "");
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) expect(text).toContain(statement.replace(/\s/g, ""));
    const characters = statements.join("").length;
    expect(characters).toBeGreaterThan(40);
    expect(characters).toBeLessThanOrEqual(110);

    await part("statement").first().click();
    const quoted = (await part("source").textContent()) ?? "";
    expect(quoted.replace(/\s/g, "")).toContain(statements[0]!.replace(/\s/g, ""));
    await page.screenshot({ path: join(tmpdir(), "outlook-pane-result.png") });

    expect(await pane.locator("[data-action]").allTextContents()).toEqual(["コピー"]);
    await pane.locator("[data-action=copy]").click();
    await part("notice").filter({ hasText: "コピーしました。" }).waitFor();
    expect(visit.requests.filter((url) => !url.startsWith("https://localhost:"))).toEqual([]);
    // Only the body and the headers (they carry the label) were asked for, and nothing that is not emulated.
    const calls = await page.evaluate(() =>
      window.outlookHost.events.flatMap((event) => (event.type === "call" ? [event.dispatchId] : [])),
    );
    expect(new Set(calls)).toEqual(new Set([37, 168]));
    expect(await page.evaluate(() => window.outlookHost.defects)).toEqual([]);
  });

  it("shows what would be sent before it goes, on demand", async () => {
    await scope("【照会】");
    await part("look").click();
    const sheet = part("send-sheet");
    await sheet.waitFor();
    expect(await sheet.textContent()).toContain("何も外に出ません：この端末の中で処理します。");
    expect(await sheet.textContent()).toContain("予約枠を2割増やした場合の試算も併せて示してください。");
    await page.screenshot({ path: join(tmpdir(), "outlook-pane-sheet.png") });
    expect(stepRequests()).toBe(0);
    // Another message comes while the sheet is open: what it shows does not leave any more.
    await select("notice");
    await scope("庁舎の停電について");
    await sheet.waitFor({ state: "detached" });
    expect(stepRequests()).toBe(0);
  });

  it("goes over to the next message, and forgets the result of the one before", async () => {
    await scope("【照会】");
    await part("primary").click();
    await part("facts").waitFor();
    await select("notice");
    await scope("庁舎の停電について");
    await part("preview").waitFor({ state: "detached" });
    await part("primary").click();
    await part("facts").waitFor();
    expect(await part("preview").textContent()).toContain("停電");
    expect(await part("preview").textContent()).not.toContain("予約");
  });

  it("stops the work when another message is selected, whenever that happens", async () => {
    await scope("【照会】");
    await page.evaluate(() => (window.outlookHost.delay = 400));
    await part("primary").click();
    await pane.locator("[data-part=primary][data-phase=reading]").waitFor();
    await select("notice");
    await scope("庁舎の停電について");
    await part("notice").filter({ hasText: "別のメールが選ばれたため、前のメールの作業を止めました。" }).waitFor();
    await pane.locator("[data-part=primary][data-phase=idle]").waitFor();
    await page.waitForTimeout(1000);
    expect(stepRequests()).toBe(0);
    expect(await part("preview").count()).toBe(0);
  });

  it("sends nothing of a message that is marked 機密性3", async () => {
    await select("restricted");
    await scope("【機密性3情報】");
    await part("class-badge").filter({ hasText: "機密性3" }).waitFor();
    await part("primary").click();
    await part("error").waitFor();
    expect(await part("error").getAttribute("data-code")).toBe("confidentiality-blocked");
    const text = (await part("error").textContent()) ?? "";
    expect(text).toContain("このメールは送れません");
    expect(text).toContain("件名に「");
    await page.screenshot({ path: join(tmpdir(), "outlook-pane-blocked.png") });
    expect(stepRequests()).toBe(0);
  });

  it("says so when no message is selected any more", async () => {
    await scope("【照会】");
    await page.evaluate(() => window.outlookHost.select(undefined));
    await scope("メールが選ばれていません");
    await part("primary").click();
    await part("error").waitFor();
    expect(await part("error").textContent()).toContain("受信したメールを選んで、もう一度試してください。");
    await page.screenshot({ path: join(tmpdir(), "outlook-pane-none.png") });
  });

  it("opens where no message is selected, and goes on with the first that is", async () => {
    await close();
    await openPane("none");
    await scope("メールが選ばれていません");
    await select("notice");
    await scope("庁舎の停電について");
    await part("primary").click();
    await part("facts").waitFor();
    expect(stepRequests()).toBe(1);
  });
});
