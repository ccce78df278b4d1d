import { join } from "node:path";
import { officeJsDirectory } from "@genai-office/office-host/node";
import { generateWordProxies } from "@genai-office/office-host/proxies";
import type { Browser, Frame, Page } from "playwright-core";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { bundle } from "./office-host/bundle";
import { serve, type Server } from "./office-host/serve";

const paneHtml = (scripts: string) => `<!doctype html><meta charset="utf-8"><title>pane</title>${scripts}
<script>
  window.commandRuns = 0;
  window.fromRibbon = (event) => { window.commandRuns += 1; event.completed(); };
  window.ready = Office.onReady();
</script>
<button>一</button>`;
const officeScript = '<script src="/office-js/office.js"></script>';
const proxiesScript = '<script src="/word-proxies.js"></script>';

let browser: Browser;
let visit: Visit;
let paneServer: Server;
let hostServer: Server;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  [browser, paneServer, hostServer] = await Promise.all([
    launchBrowser(),
    serve({
      "/taskpane.html": { body: paneHtml(officeScript + proxiesScript) },
      "/plain.html": { body: paneHtml(officeScript) },
      "/word-proxies.js": { body: generateWordProxies() },
      "/office-js/": { folder: officeJsDirectory() },
    }),
    serve({
      "/": { body: '<!doctype html><meta charset="utf-8"><title>host</title><body><script src="/host.js"></script>' },
      "/host.js": { body: await bundle(join(__dirname, "office-host/host-page.ts")) },
    }),
  ]);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all([paneServer?.close(), hostServer?.close()]);
});

async function open(path = "/taskpane.html"): Promise<void> {
  visit = await openVisit(browser);
  page = visit.page;
  await page.goto(`${hostServer.origin}/?pane=${encodeURIComponent(paneServer.origin + path)}`);
  await page.waitForFunction(() => window.testHost?.events.some((event) => event.type === "booted"));
  const frame = page.frames().find((candidate) => candidate.url().startsWith(paneServer.origin));
  if (frame === undefined) throw new Error("The pane did not open.");
  pane = frame;
  await pane.waitForFunction(() => "ready" in window && "Word" in window);
  await pane.evaluate(() => Office.onReady());
}

describe("the unmodified office.js in a browser", () => {
  beforeEach(() => open());

  afterEach(() => visit.close());

  it("boots in Word and asks nobody else", async () => {
    const boot = await pane.evaluate(async () => ({
      info: await Office.onReady(),
      url: Office.context.document.url,
      language: Office.context.displayLanguage,
      word19: Office.context.requirements.isSetSupported("WordApi", "1.9"),
      setting: Office.context.document.settings.get("stored") as string,
    }));
    expect(boot).toEqual({
      info: expect.objectContaining({ host: "Word", platform: "OfficeOnline" }) as object,
      url: "https://localhost/docs/%E8%A6%8F%E7%A8%8B.docx",
      language: "ja-JP",
      word19: true,
      setting: "以前の値",
    });
    expect(visit.requests.filter((url) => !url.startsWith("https://localhost:"))).toEqual([]);
  });

  it("reads and writes paragraphs, with newer members from the generated proxies", async () => {
    const read = await pane.evaluate(() =>
      Word.run(async (wordContext) => {
        const paragraphs = wordContext.document.body.paragraphs.load("items/text");
        await wordContext.sync();
        paragraphs.items[1]?.font.set({ bold: true });
        await wordContext.sync();
        return [paragraphs.items.map((paragraph) => paragraph.text), typeof wordContext.document.getStyles];
      }),
    );
    expect(read).toEqual([["第1　総則", "本規程は、文書の取扱いを定める。"], "function"]);
    expect(await page.evaluate(() => window.testHost.document.body.paragraphs[1]?.font.bold)).toBe(true);
  });

  it("tells the add-in what failed and where", async () => {
    const failure = await pane.evaluate(() =>
      Word.run(async (wordContext) => {
        wordContext.document.body.paragraphs.getFirst().getNext().getNext();
        await wordContext.sync();
      }).catch((error: OfficeExtension.Error) => [
        error.code,
        error.debugInfo.errorLocation,
        error.debugInfo.statement,
      ]),
    );
    expect(failure).toEqual(["ItemNotFound", "Paragraph.getNext", expect.stringContaining("getNext()")]);
  });

  // On a page of its own: after a failed run office.js sends one more request, to clean up, whenever it finds the
  // time, and that request would take the failure that is meant for this one.
  it("tells the add-in that it is throttled", async () => {
    await page.evaluate(() => window.testHost.failures.push({ dispatchId: 93, errorCode: 5102 }));
    const throttled = await pane.evaluate(() =>
      Word.run((wordContext) => wordContext.sync()).catch((error: OfficeExtension.Error) => error.code),
    );
    expect(throttled).toBe("ActivityLimitReached");
  });

  it("answers the Common API", async () => {
    const results = await pane.evaluate(async () => {
      const call = <Value>(start: (done: (result: Office.AsyncResult<Value>) => void) => void) =>
        new Promise<Value>((resolve, reject) => {
          start((result) =>
            result.status === Office.AsyncResultStatus.Failed ? reject(result.error) : resolve(result.value),
          );
        });
      const document = Office.context.document;
      const selected = await call<string>((done) => document.getSelectedDataAsync(Office.CoercionType.Text, done));
      await call<void>((done) => document.setSelectedDataAsync("新しい選択", done));
      const after = await call<string>((done) => document.getSelectedDataAsync(Office.CoercionType.Text, done));
      document.settings.set("chosen", { length: 300 });
      await call((done) => document.settings.saveAsync(done));
      // Absent from the types of Word, present in its office.js.
      const refreshable = document.settings as unknown as {
        refreshAsync(done: (result: Office.AsyncResult<{ get(name: string): unknown }>) => void): void;
      };
      const refreshed = await call<{ get(name: string): unknown }>((done) => refreshable.refreshAsync(done));
      const properties = await call<Office.FileProperties>((done) => document.getFilePropertiesAsync(done));
      const file = await call<Office.File>((done) =>
        document.getFileAsync(Office.FileType.Compressed, { sliceSize: 65_536 }, done),
      );
      const bytes: number[] = [];
      for (let index = 0; index < file.sliceCount; index += 1) {
        const slice = await call<Office.Slice>((done) => file.getSliceAsync(index, done));
        bytes.push(...(slice.data as number[]));
      }
      await call<void>((done) => file.closeAsync(done));
      const binding = await call((done) => document.bindings.getByIdAsync("none", done)).catch(
        (error: { code: number }) => error.code,
      );
      const right = bytes.every((byte, index) => byte === index % 251);
      return {
        selected,
        after,
        refreshed: refreshed.get("chosen"),
        url: properties.url,
        size: file.size,
        slices: file.sliceCount,
        right,
        binding,
      };
    });
    expect(results).toEqual({
      selected: "text:第1　総則",
      after: "text:新しい選択",
      refreshed: { length: 300 },
      url: "https://localhost/docs/%E8%A6%8F%E7%A8%8B.docx",
      size: 150_000,
      slices: 3,
      right: true,
      binding: 5004,
    });
    expect(await page.evaluate(() => window.testHost.saved)).toEqual({
      stored: '"以前の値"',
      chosen: '{"length":300}',
    });
  });

  it("hears of a changed selection only while it listens", async () => {
    await pane.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const heard = { count: 0 };
          Object.assign(window, { heard });
          Office.context.document.addHandlerAsync(
            Office.EventType.DocumentSelectionChanged,
            () => (heard.count += 1),
            () => resolve(),
          );
        }),
    );
    await page.evaluate(() => window.testHost.pane.session.selectionChanged());
    await pane.waitForFunction(() => (window as unknown as { heard: { count: number } }).heard.count === 1);
    await pane.evaluate(
      () =>
        new Promise<void>((resolve) => {
          Office.context.document.removeHandlerAsync(Office.EventType.DocumentSelectionChanged, {}, () => resolve());
        }),
    );
    await page.evaluate(() => window.testHost.pane.session.selectionChanged());
    // A round trip later the event would have arrived.
    await pane.evaluate(() => Word.run((wordContext) => wordContext.sync()));
    expect(await pane.evaluate(() => (window as unknown as { heard: { count: number } }).heard.count)).toBe(1);
    const kinds = await page.evaluate(() => window.testHost.events.map((event) => event.type));
    expect(kinds).toContain("event-unregistered");
  });

  it("runs ribbon functions and reports those that do not exist", async () => {
    const [known, unknown] = await page.evaluate(async () => [
      await window.testHost.pane.session.invokeCommand("summarize", "fromRibbon"),
      await window.testHost.pane.session.invokeCommand("other", "notThere"),
    ]);
    expect(known?.status).toBe(0);
    expect(JSON.parse(known?.data ?? "{}")).toMatchObject({ source: { id: "summarize" } });
    expect(unknown?.status).not.toBe(0);
    expect(await pane.evaluate(() => (window as unknown as { commandRuns: number }).commandRuns)).toBe(1);
  });

  it("moves the focus into the pane, and tells when it leaves", async () => {
    await page.evaluate(() => window.testHost.pane.session.focusPane());
    await pane.waitForFunction(() => document.activeElement?.tagName === "BUTTON");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => window.testHost.events.some((event) => event.type === "focus-leaves"));
    await page.keyboard.press("Escape");
    await page.waitForFunction(() =>
      window.testHost.events.some((event) => event.type === "focus-leaves" && event.direction === "escape"),
    );
  });

  it("listens to nobody but its pane, and to nothing after it was closed", async () => {
    const counts = await page.evaluate(async () => {
      const { pane: attached, syncs } = window.testHost;
      const before = syncs.length;
      window.postMessage(JSON.stringify({ _messageType: 0, _actionName: "executeMethod" }), "*");
      attached.dispose();
      await new Promise((resolve) => setTimeout(resolve, 50));
      return [syncs.length - before, document.querySelectorAll("iframe").length];
    });
    expect(counts).toEqual([0, 0]);
  });

  it("makes a hundred round trips without waiting between them", async () => {
    const milliseconds = await pane.evaluate(() =>
      Word.run(async (wordContext) => {
        const start = performance.now();
        for (let index = 0; index < 100; index += 1) {
          wordContext.document.body.load("text");
          await wordContext.sync();
        }
        return performance.now() - start;
      }),
    );
    // A wait of a tenth of a second in each would take ten seconds; the trips themselves take far less, on a slow machine too.
    expect(milliseconds).toBeLessThan(8_000);
    if (process.env["SHOW_FIGURES"]) process.stderr.write(`100 syncs: ${milliseconds.toFixed(0)} ms\n`);
  });
});

describe("office.js as it is, without the generated proxies", () => {
  it("boots and reads as well", async () => {
    await open("/plain.html");
    const read = await pane.evaluate(() =>
      Word.run(async (wordContext) => {
        const first = wordContext.document.body.paragraphs.getFirst().load("text");
        await wordContext.sync();
        return [first.text, typeof wordContext.document.getStyles];
      }),
    );
    expect(read).toEqual(["第1　総則", "undefined"]);
    await visit.close();
  });
});
