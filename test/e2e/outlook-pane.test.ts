import { join } from "node:path";
import { officeJsDirectory } from "@genai-office/office-host/node";
import { microsoftAjaxScript, outlookScriptsFolder } from "@genai-office/office-host/outlook/scripts";
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from "playwright-core";
import { chromiumArguments, findChromium } from "../support/chromium";
import { bundle } from "./office-host/bundle";
import { serve, type Server } from "./office-host/serve";

jest.setTimeout(120_000);

let browser: Browser;
let hostServer: Server;
let context: BrowserContext;
let page: Page;
let pane: Frame;
let pageErrors: string[];
let requests: string[];

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error("No Chromium was found; npm test provides one.");
  const style = "html,body{margin:0;height:100%}iframe{width:100%;height:100%;border:0}";
  [browser, hostServer] = await Promise.all([
    chromium.launch({ executablePath, args: chromiumArguments() }),
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
async function open(paneUrl: string): Promise<void> {
  context = await browser.newContext({
    ignoreHTTPSErrors: true,
    locale: "ja-JP",
    viewport: { width: 320, height: 720 },
  });
  page = await context.newPage();
  pageErrors = [];
  requests = [];
  page.on("pageerror", (error) => pageErrors.push(error.message));
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${hostServer.origin}/?pane=${encodeURIComponent(paneUrl)}`);
  await page.waitForFunction(() => window.outlookHost?.events.some((event) => event.type === "booted"));
  const frame = page.frames().find((candidate) => candidate.url().startsWith(new URL(paneUrl).origin));
  if (frame === undefined) throw new Error("The pane did not open.");
  pane = frame;
}

async function close(): Promise<void> {
  const errors = pageErrors;
  await context.close();
  expect(errors).toEqual([]);
}

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
    expect(requests.filter((url) => !url.startsWith("https://localhost:"))).toEqual([]);
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
    await page.evaluate(() => window.outlookHost.mailbox.select(window.outlookHost.mails.notice));
    await pane.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 1);
    await page.evaluate(() => window.outlookHost.mailbox.select(undefined));
    await pane.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 2);
    expect(await seen()).toEqual(["庁舎の停電について", undefined]);
  });

  it("fails by name for what is not emulated", async () => {
    const code = await pane.evaluate(
      () =>
        new Promise((resolve) =>
          Office.context.mailbox.item?.getAttachmentContentAsync("x", (result) => resolve(result.error.code)),
        ),
    );
    expect(code).toBe(5000);
    expect(await page.evaluate(() => window.outlookHost.defects)).toEqual(["Item.getAttachmentContentAsync"]);
  });
});
