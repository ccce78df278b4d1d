import { readFileSync } from "node:fs";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, Frame, Page } from "playwright-core";
import type { Playground } from "../../playground/src/server";
import { buildMinistryReport } from "../../playground/src/samples";
import { accessibilityViolations } from "../support/accessibility";
import { launchBrowser, openVisit, type Visit } from "../support/browser";
import { startTestPlayground } from "../support/playground";

let playground: Playground;
let browser: Browser;
let visit: Visit;
let page: Page;

beforeAll(async () => {
  playground = await startTestPlayground();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await playground?.stop();
});

beforeEach(async () => {
  visit = await openVisit(browser, { viewport: { width: 1280, height: 800 } });
  page = visit.page;
  await page.goto(playground.hostUrl);
  await page.waitForSelector("html[data-pane=ready]");
});

afterEach(() => visit.close());

/** The add-in's own window: there the real office.js runs. */
async function paneFrame(): Promise<Frame> {
  const handle = await page.waitForSelector("#pane-frame iframe");
  const frame = (await handle.contentFrame())!;
  await frame.waitForFunction(() => "Word" in window && typeof Word.run === "function");
  return frame;
}

const paragraph = (text: string) => page.locator("section.docx p", { hasText: text }).first();

async function dragOver(from: string, to: string): Promise<void> {
  await paragraph(from).scrollIntoViewIfNeeded();
  const start = (await paragraph(from).boundingBox())!;
  const end = (await paragraph(to).boundingBox())!;
  await page.mouse.move(start.x + 20, start.y + 8);
  await page.mouse.down();
  await page.mouse.move(end.x + end.width - 40, end.y + end.height - 30, { steps: 6 });
  await page.mouse.up();
  // The page tells the host once for each frame.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

const message = () => page.locator("#messages");
const sampleName = "実態調査 報告書（案）.docx";

async function chooseFile(name: string, bytes: Uint8Array): Promise<void> {
  await page.setInputFiles("#file", { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
}

async function downloaded(): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  return readFileSync(await file.path());
}

test("shows the sample on A4 pages beside the real pane, and says honestly what it is", async () => {
  await expect(page.title()).resolves.toContain(sampleName);
  const sizes = await page.$$eval("section.docx", (pages) =>
    pages.map((sheet) => [Math.round(sheet.clientWidth), Math.round(sheet.clientHeight)]),
  );
  expect(sizes.length).toBeGreaterThanOrEqual(7);
  for (const [width, height] of sizes) {
    expect(width).toBe(794);
    expect(height).toBe(1123);
  }
  expect(await page.locator("#status").textContent()).toContain("Word ではありません");
  expect(await page.locator("section.docx footer").allTextContents()).toEqual(sizes.map((_, at) => `－ ${at + 1} －`));
  expect(await page.locator("section.docx > header").first().textContent()).toContain("機密性2情報");
});

test("a selection by mouse over two paragraphs is the selection that office.js reads", async () => {
  await dragOver("市区町村の窓口は、住民が", "国は、令和4年度から");
  const shown = await page.evaluate(() => {
    const marks = document.getSelection()!.getRangeAt(0).cloneContents();
    for (const mark of marks.querySelectorAll("sup")) mark.remove(); // numbers of notes are no text
    return marks.textContent;
  });
  const pane = await paneFrame();
  const { text, paragraphs } = await pane.evaluate(() =>
    Word.run(async (word) => {
      const selection = word.document.getSelection();
      const list = selection.paragraphs;
      selection.load("text");
      list.load("items");
      await word.sync();
      return { text: selection.text, paragraphs: list.items.length };
    }),
  );
  expect(paragraphs).toBe(2);
  expect(text.replace(/[\r\n]/g, "")).toBe(shown);
  expect(text).toContain("6,420万件");
  expect(await page.locator("#selection").textContent()).toContain("（2段落）");
});

test("what the pane selects is shown, scrolled into view, and stays while the pane has the focus", async () => {
  const pane = await paneFrame();
  await page.locator("#pane-frame iframe").focus();
  await pane.evaluate(() =>
    Word.run(async (word) => {
      const found = word.document.body.search("84億3,200万円");
      found.load("items");
      await word.sync();
      found.items[0]!.select();
      await word.sync();
    }),
  );
  await page.waitForFunction(() => {
    const shown = [...(CSS.highlights.get("host-selection") ?? [])].map(String).join("");
    return shown === "84億3,200万円";
  });
  // Scrolling may be smooth: it ends when the paragraph lies inside of the window.
  await page.waitForFunction(() => {
    const drawn = [...document.querySelectorAll("section.docx p")].find((p) =>
      p.textContent!.includes("84億3,200万円"),
    );
    const { top, bottom } = drawn!.getBoundingClientRect();
    return top > 56 && bottom < 772;
  });
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("iframe");
});

test("a change of the pane is drawn without losing place and selection, and only then there is something to save", async () => {
  const pane = await paneFrame();
  await dragOver("本調査の目的は、次の3点である", "本調査の目的は、次の3点である");
  const before = await page.evaluate(() => ({
    top: document.querySelector("#scroller")!.scrollTop,
    selected: [...CSS.highlights.get("host-selection")!].map(String).join(""),
  }));
  expect(await page.locator("#save-state").textContent()).toBe("");
  await pane.evaluate(() =>
    Word.run(async (word) => {
      const found = word.document.body.search("本調査の目的は");
      found.load("items");
      await word.sync();
      found.items[0]!.paragraphs.getFirst().insertParagraph("挿入した段落です。", "After");
      await word.sync();
    }),
  );
  await paragraph("挿入した段落です。").waitFor();
  const after = await page.evaluate(() => ({
    top: document.querySelector("#scroller")!.scrollTop,
    selected: [...CSS.highlights.get("host-selection")!].map(String).join(""),
  }));
  expect(after).toEqual(before);
  expect(await page.locator("#save-state").textContent()).toBe("変更あり（未保存）");
  // Opening another document would lose the change: the page asks first.
  await chooseFile("別の文書.docx", buildMinistryReport());
  await page.getByRole("button", { name: "今の文書に戻る" }).click();
  expect(await page.locator("#document-name").textContent()).toBe(sampleName);
  const saved = unzipSync(await downloaded());
  expect(Buffer.from(saved["word/document.xml"]!).toString()).toContain("挿入した段落です。");
  expect(await page.locator("#save-state").textContent()).toBe("");
});

test("an unchanged document is downloaded with every part as it was", async () => {
  const parts = unzipSync(await downloaded());
  const original = unzipSync(buildMinistryReport());
  expect(Object.keys(parts)).toEqual(Object.keys(original));
  for (const [name, bytes] of Object.entries(original))
    expect(Buffer.from(parts[name]!).equals(Buffer.from(bytes))).toBe(true);
});

test("files that cannot be opened: each says why and what to do, the document stays", async () => {
  const report = buildMinistryReport();
  const ole = new Uint8Array(2048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const named = (name: string) => {
    const file = ole.slice();
    file.set(Buffer.from(name, "utf16le"), 512);
    return file;
  };
  const workbook = zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    "xl/workbook.xml": strToU8("<workbook/>"),
  });
  const { "word/document.xml": main, ...others } = unzipSync(report);
  const brokenXml = zipSync({ ...others, "word/document.xml": main!.slice(0, main!.length / 2) });
  const cases: readonly (readonly [name: string, bytes: Uint8Array, says: string])[] = [
    ["空.docx", new Uint8Array(0), "中身が空"],
    ["メモ.docx", strToU8("ただの文章です。"), "Word 文書（.docx）ではない"],
    ["保護.docx", named("EncryptedPackage"), "パスワード"],
    ["古い文書.doc", named("WordDocument"), "古い形式（.doc）"],
    ["集計.xlsx", workbook, "Word の文書ではない"],
    ["途中まで.docx", report.slice(0, report.length / 2), "壊れている"],
    ["壊れたXML.docx", brokenXml, "壊れている"],
  ];
  for (const [name, bytes, says] of cases) {
    await chooseFile(name, bytes);
    await message().locator("strong", { hasText: says }).waitFor();
    expect(await message().getAttribute("role")).toBe("alert");
    await message().getByRole("button", { name: "閉じる" }).click();
    expect(await page.locator("#document-name").textContent()).toBe(sampleName);
  }
  expect(await page.locator("section.docx").count()).toBeGreaterThanOrEqual(7);
  const parts = unzipSync(await downloaded());
  expect(Buffer.from(parts["word/document.xml"]!).equals(Buffer.from(main!))).toBe(true);
});

/** Text of the document on the screen and in the next download: they must be of the same document, the one named. */
async function openDocument(): Promise<{ name: string; shown: string; saved: string }> {
  const name = (await page.locator("#document-name").textContent())!;
  const shown = (await page.locator("#sheet").textContent())!;
  return { name, shown, saved: Buffer.from(unzipSync(await downloaded())["word/document.xml"]!).toString() };
}

test.each([
  ["an empty body, which the host may take or refuse", undefined],
  ["a failure while pages are divided", "Range.prototype.getClientRects, Element.prototype.getBoundingClientRect"],
  ["a failure when the document is already on the screen", "Selection.prototype.setBaseAndExtent"],
])("opening is all or nothing: %s", async (_, failing) => {
  const original = buildMinistryReport();
  const parts = unzipSync(original);
  const empty = Buffer.from(parts["word/document.xml"]!)
    .toString()
    .replace(/<w:body>.*<\/w:body>/s, "<w:body/>");
  expect(empty).toContain("<w:body/>");
  const odd = failing === undefined ? zipSync({ ...parts, "word/document.xml": strToU8(empty) }) : original;
  const paneBefore = await page.$("#pane-frame iframe");
  if (failing !== undefined) {
    await page.evaluate((names) => {
      for (const name of names.split(", ")) {
        const [owner, , method] = name.split(".") as [string, string, string];
        const target = (window as unknown as Record<string, { prototype: Record<string, unknown> }>)[owner]!.prototype;
        const real = target[method];
        target[method] = () => {
          target[method] = real;
          throw new Error("English text that nobody should see");
        };
      }
    }, failing);
  }
  await chooseFile("不思議な文書.docx", odd);
  await message()
    .locator("strong, span", { hasText: /表示できませんでした|開けませんでした|開きました/ })
    .first()
    .waitFor();
  const opened = (await message().textContent())!.includes("開きました");
  if (failing !== undefined) expect(opened).toBe(false);
  expect(await message().textContent()).not.toMatch(/English|document has no/);
  const after = await openDocument();
  expect(after.name).toBe(opened ? "不思議な文書.docx" : sampleName);
  expect(after.shown.includes("市区町村の窓口は、住民が")).toBe(!opened);
  expect(after.saved.includes("実態調査")).toBe(!opened);
  if (!opened) {
    // The pane still speaks to the document as before, and what it changes is drawn.
    expect(await paneBefore!.evaluate((frame) => frame.isConnected)).toBe(true);
    await page.waitForSelector("html[data-pane=ready]");
    const pane = await paneFrame();
    await pane.evaluate(() =>
      Word.run(async (word) => {
        word.document.body.paragraphs.getFirst().insertParagraph("その後の段落です。", "After");
        await word.sync();
      }),
    );
    await paragraph("その後の段落です。").waitFor();
    await downloaded();
  }
  await chooseFile("次の文書.docx", original);
  await message().getByText("「次の文書.docx」を開きました。").waitFor();
  const next = await openDocument();
  expect(next.name).toBe("次の文書.docx");
  expect(next.shown).toContain("市区町村の窓口は、住民が");
  expect(next.shown).not.toContain("その後の段落です。");
});

test("of several files at once none is opened, and the page says so", async () => {
  const transfer = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer();
      for (const name of ["一.docx", "二.docx"]) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    [...buildMinistryReport()],
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: transfer });
  await message().getByText("一度に開けるのは1つの文書です。").waitFor();
  expect(await page.locator("#document-name").textContent()).toBe(sampleName);
});

test("samples are offered by a menu that works by keyboard", async () => {
  await page.locator("#samples").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#document-name")!.textContent!.startsWith("障害対応"));
  expect(await page.locator("section.docx > header").first().textContent()).toContain("機密性3情報");
  await page.locator("#samples").focus();
  await page.keyboard.press("ArrowUp");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("住民向けお知らせ");
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("samples");
});

test("the document is read by keyboard, and typing changes nothing but says so", async () => {
  await paragraph("市区町村の窓口は").click({ position: { x: 60, y: 10 } });
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.waitForFunction(() => /^選択中：\d+字（1段落）$/.test(document.querySelector("#selection")!.textContent!));
  await page.keyboard.type("あ");
  await message().getByText("文章の手入力はできません").waitFor();
  await page.keyboard.press("Delete");
  expect(await paragraph("市区町村の窓口は").textContent()).toContain("市区町村の窓口は、住民が行政と接する");
  await page.keyboard.press("F6");
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe("iframe");
});

test("out of the pane, Escape leads back to the document, also from the send sheet, which it closes", async () => {
  const active = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
  await page.locator("#sheet").focus();
  await page.keyboard.press("F6");
  expect(await active()).toBe("iframe");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.id === "sheet");
  const pane = await paneFrame();
  await pane.getByRole("button", { name: "送る内容を見る" }).click();
  await pane.getByRole("dialog").waitFor();
  expect(await active()).toBe("iframe");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement?.id === "sheet");
  await pane.getByRole("dialog").waitFor({ state: "hidden" });
});

test("another edition of Word loads the pane anew with its requirement sets", async () => {
  const supports = async () =>
    (await paneFrame()).evaluate(() =>
      ["1.3", "1.6"].map((version) => Office.context.requirements.isSetSupported("WordApi", version)),
    );
  expect(await supports()).toEqual([true, true]);
  await page.selectOption("#profile", "ltsc-2021");
  await page.waitForSelector("html[data-pane=ready]");
  expect(await supports()).toEqual([true, false]);
});

test("the pane's width follows the border, by keyboard and within Office's limits", async () => {
  const width = () => page.locator("#pane-frame").evaluate((pane) => Math.round(pane.getBoundingClientRect().width));
  expect(await width()).toBe(320);
  await page.locator("#splitter").focus();
  await page.keyboard.press("ArrowLeft");
  expect(await width()).toBe(336);
  await page.keyboard.press("End");
  expect(await width()).toBe(480);
  await page.keyboard.press("ArrowLeft");
  expect(await width()).toBe(480);
});

test("the page around document and pane has no accessibility defect that axe finds", async () => {
  await chooseFile("空.docx", new Uint8Array(0)); // with a message in view
  await page.locator("#samples").click(); // and the menu open
  expect(await accessibilityViolations(page, ["#pane-frame", ".docx-wrapper"])).toEqual([]);
});
