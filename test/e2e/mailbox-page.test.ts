import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import type { Browser, Frame, Page } from "playwright-core";
import { sampleMails } from "../../playground/src/samples/mail";
import * as thread from "../../playground/src/samples/mail/thread";
import type { Playground } from "../../playground/src/server";
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

beforeEach(() => open(1280, 800));
afterEach(() => visit.close());

async function open(width: number, height: number): Promise<void> {
  visit = await openVisit(browser, { viewport: { width, height } });
  page = visit.page;
  await page.goto(`${playground.hostUrl}/mail`);
  await page.waitForSelector("html[data-pane=ready]");
  await page.waitForFunction((count) => document.querySelectorAll(".entry").length === count, sampleMails.length);
}

const entry = (text: string) => page.locator(".entry", { hasText: text });
const message = () => page.locator("#messages");
const subject = () => page.locator(".mail-subject");
const body = () => page.frameLocator("#reading iframe").locator("body");
const draftBody = () => page.frameLocator(".compose:not([hidden]) iframe").locator("body");
const field = (name: string) => page.locator(`.compose:not([hidden]) [data-field=${name}]`);

/** The add-in's own window, beside what is in front: there the real office.js runs. */
async function paneFrame(): Promise<Frame> {
  const handle = await page.waitForSelector("#pane-frames iframe:not([hidden])");
  const frame = (await handle.contentFrame())!;
  await frame.waitForFunction(() => "Office" in window && Office.context?.mailbox !== undefined);
  return frame;
}

/** The text of the item's body as office.js reads it, and its subject. */
function readItem(pane: Frame): Promise<{ subject: string; text: string }> {
  return pane.evaluate(async () => {
    const item = Office.context.mailbox.item!;
    const text = await new Promise<string>((resolve) => item.body.getAsync("text", ({ value }) => resolve(value)));
    return { subject: item.subject, text };
  });
}

const plain = (text: string) => text.replace(/\s+/g, "");

test("shows the newest mail beside the real pane, says what it is, and asks nobody else", async () => {
  expect(await subject().textContent()).toBe(thread.briefingNotice.subject);
  expect(await page.title()).toContain(thread.briefingNotice.subject);
  expect(await page.locator("#status").textContent()).toContain("Outlook ではなく、何も送信されません");
  const item = await readItem(await paneFrame());
  expect(item.subject).toBe(thread.briefingNotice.subject);
  expect(item.text).toContain("11月24日（火）12時までに御返信ください");
  expect(visit.requests.filter((url) => !/^(https:\/\/localhost:|data:|blob:|about:)/.test(url))).toEqual([]);
});

test("every sample is shown as it was written, whatever its charset, and office.js reads the same", async () => {
  const charsets = { "thread-2": thread.scopeQuestion, "thread-4": thread.extensionRequest };
  const pane = await paneFrame();
  for (const at of sampleMails.keys()) {
    const line = page.locator(".entry").nth(at);
    const shownSubject = (await line.locator(".entry-subject").textContent())!;
    await line.click();
    await page.waitForFunction((text) => document.querySelector(".mail-subject")!.textContent === text, shownSubject);
    await page.waitForFunction(
      () =>
        (document.querySelector<HTMLIFrameElement>("#reading iframe")?.contentDocument?.body?.childNodes.length ?? 0) >
        0,
    );
    const shown = (await body().textContent())!;
    expect(`${shownSubject}${shown}`).not.toContain("\ufffd");
    await pane.waitForFunction((text) => Office.context.mailbox.item?.subject === text, shownSubject);
    const { text } = await readItem(pane);
    expect(text).not.toContain("\ufffd");
    expect(plain(text).length).toBeGreaterThan(50);
  }
  for (const [file, mail] of Object.entries(charsets)) {
    expect(sampleMails.some((sample) => sample.file.startsWith(file))).toBe(true);
    await page.locator(".entry", { has: page.locator(".people", { hasText: mail.from.name }) }).click();
    await page.waitForFunction((text) => document.querySelector(".mail-subject")!.textContent === text, mail.subject);
    expect(plain((await body().textContent())!)).toBe(plain(mail.text));
  }
});

test("a mail's picture is its own, its attachment is the file, and pictures of others are not fetched", async () => {
  await entry("オンライン申請の割合").click();
  const picture = body().locator("img");
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1240);

  await entry("【照会】窓口手続").last().click();
  const button = page.locator(".attachment", { hasText: "様式１・２_回答票.xlsx" });
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  expect(file.suggestedFilename()).toBe("様式１・２_回答票.xlsx");
  expect(Buffer.from(await readFile(await file.path())).equals(Buffer.from(thread.inquiry.files![1]!.bytes))).toBe(
    true,
  );

  await entry("定期保守").click();
  await page.getByText("外部の画像1件は読み込んでいません").waitFor();
  expect(visit.requests.filter((url) => url.includes("kakusystems"))).toEqual([]);
});

test("what is hidden in a mail is not on the screen, and the pane says that it is there", async () => {
  await entry("定期保守").click();
  await page.waitForFunction(() => document.querySelector(".mail-subject")!.textContent!.includes("定期保守"));
  await body().getByText("12月の定期").waitFor();
  expect(await page.frameLocator("#reading iframe").getByText("口座を記載してください").isVisible()).toBe(false);
  const pane = await paneFrame();
  await pane.getByText("AIへの指示").first().waitFor();
});

test("a mail to somebody else can be read as that person: then what it asks is asked of them", async () => {
  const mail = `From: =?UTF-8?B?${Buffer.from("佐藤 圭").toString("base64")}?= <sato@example.go.jp>
To: =?UTF-8?B?${Buffer.from("鈴木 一").toString("base64")}?= <suzuki@example.go.jp>
Date: Fri, 20 Nov 2026 10:00:00 +0900
Subject: =?UTF-8?B?${Buffer.from("参加人数の照会").toString("base64")}?=
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from("鈴木様\n\n参加人数を11月27日までにお知らせください。\n\n佐藤").toString("base64")}
`;
  await drop([{ name: "照会.eml", bytes: [...Buffer.from(mail)] }]);
  await message().getByText("宛先は 鈴木 一 です").waitFor();
  await message().getByRole("button", { name: "鈴木 一 として読む" }).click();
  await page.waitForSelector("html[data-pane=ready]");
  const pane = await paneFrame();
  expect(await pane.evaluate(() => Office.context.mailbox.userProfile.emailAddress)).toBe("suzuki@example.go.jp");
  await pane.locator("[data-part=primary]").click();
  await pane.locator("[data-part=section-mine]", { hasText: "参加人数" }).waitFor();
  expect(await page.getByLabel("あなたは").evaluate((list: HTMLSelectElement) => list.selectedOptions[0]!.text)).toBe(
    "鈴木 一",
  );
  expect(await accessibilityViolations(page, ["iframe"])).toEqual([]);
});

test("nothing in a mail runs: scripts, handlers, frames, refreshes, style sheets of others", async () => {
  const hostile = [
    "From: a@example.com",
    "Subject: =?UTF-8?B?5oKq5oSP?=",
    "Date: Fri, 20 Nov 2026 09:00:00 +0900",
    "Content-Type: text/html; charset=utf-8",
    "",
    '<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">',
    "<script>top.ran = 1</script><img src=x onerror='top.ran = 2'><svg onload='top.ran = 3'></svg>",
    "<iframe src='https://evil.example/frame'></iframe><form action='https://evil.example/'><input name=a></form>",
    '<a href="javascript:top.ran=4">link</a> <a href="https://evil.example/page">away</a>',
    '<style>@import "https://evil.example/a.css"; body { background: url(https://evil.example/b.png) }</style>',
    "<style>p { background: u\\72l(https://evil.example/escaped.png) }</style><p>escaped</p>",
    '<table background="https://evil.example/c.png"><tr><td style="background-image:url(https://evil.example/d.png)">本文</td></tr></table>',
    '<img srcset="https://evil.example/e.png 1x" src="//evil.example/f.png"><video poster="https://evil.example/g.png"></video>',
  ].join("\r\n");
  // What the page's policy lets through arrives here, whatever the cleaning left over.
  const reached: string[] = [];
  await page.route(/evil\.example/, async (route) => {
    reached.push(route.request().url());
    await route.abort();
  });
  await drop([{ name: "悪意.eml", bytes: [...Buffer.from(hostile)] }]);
  await page.waitForFunction(() => document.querySelector(".mail-subject")!.textContent === "悪意");
  await body().getByText("本文").waitFor();
  await body().getByText("link").click();
  expect(await body().locator("script, iframe, form, input, svg, video, meta, base").count()).toBe(0);
  expect(await page.evaluate(() => (window as unknown as { ran?: number }).ran)).toBeUndefined();
  expect(await body().getByText("away").getAttribute("rel")).toBe("noopener noreferrer");
  expect(reached).toEqual([]);
  expect(visit.requests.filter((url) => /evil\.example\/(?!escaped)/.test(url))).toEqual([]);
  expect(new URL(page.url()).pathname).toBe("/mail");
});

interface DroppedFile {
  readonly name: string;
  readonly bytes: readonly number[];
}

async function drop(files: readonly DroppedFile[], on = "body"): Promise<void> {
  const transfer = await page.evaluateHandle(
    (list) => {
      const data = new DataTransfer();
      for (const { name, bytes } of list) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
  await page.dispatchEvent(on, "drop", { dataTransfer: transfer });
}

test("any number of .eml files is taken in, from the page or over the mail; broken ones are named", async () => {
  const made = (name: string, day: number) => ({
    name: `${name}.eml`,
    bytes: [
      ...Buffer.from(`From: a@example.go.jp\nSubject: ${name}\nDate: ${day} Nov 2026 09:00:00 +0900\n\n${name} body\n`),
    ],
  });
  await drop([made("first", 20), made("second", 21)]);
  await message().getByText("2件のメールを受信トレイに加えました。").waitFor();
  await page.waitForFunction(() => document.querySelector(".mail-subject")!.textContent === "second");
  expect((await readItem(await paneFrame())).text).toContain("second body");

  // A mail of an old program says nothing of its charset.
  const shiftJis = Buffer.concat([
    Buffer.from("From: b@example.go.jp\r\nSubject: old\r\n\r\n"),
    Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x96, 0x7b, 0x95, 0xb6]),
  ]);
  const broken = { name: "壊れた.eml", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0] };
  await drop([broken, { name: "old.eml", bytes: [...shiftJis] }, { name: "空.eml", bytes: [] }]);
  await message().getByText("壊れた.eml、空.eml").waitFor();
  expect(await message().getAttribute("role")).toBe("alert");
  await page.waitForFunction(() => document.querySelector(".mail-subject")!.textContent === "old");
  expect(await body().textContent()).toContain("日本語の本文");
  expect(await page.locator(".entry").count()).toBe(sampleMails.length + 3);

  // Over the frame with the mail, too: the browser would leave the page for the file.
  const inFrame = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["Subject: over the mail\n\ntext"], "over.eml"));
    const content = document.querySelector<HTMLIFrameElement>("#reading iframe")!.contentDocument!;
    const event = new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true });
    content.body.dispatchEvent(event);
    return event.defaultPrevented;
  });
  expect(await inFrame.jsonValue()).toBe(true);
  await entry("over the mail").waitFor();

  const folder = mkdtempSync(join(tmpdir(), "mailbox-page-"));
  writeFileSync(join(folder, "chosen.eml"), "Subject: chosen\n\ntext");
  await page.setInputFiles("#file", [join(folder, "chosen.eml")]);
  await entry("chosen").waitFor();
});

test("a pinned pane follows what is selected, by mouse and keyboard; one that is not pinned is closed by it", async () => {
  const pane = await paneFrame();
  await page.locator("#list").focus();
  await page.keyboard.press("ArrowDown");
  await pane.waitForFunction(() => Office.context.mailbox.item?.subject.startsWith("【依頼】"));
  await page.keyboard.press("End");
  await pane.waitForFunction(() => Office.context.mailbox.item?.subject.startsWith("【照会】窓口手続"));
  expect(await page.locator(".entry[aria-selected=true]").count()).toBe(1);

  await page.locator("#pin").click();
  expect(await page.locator("#pin").getAttribute("aria-pressed")).toBe("false");
  await entry("庁舎停電").click();
  await page.getByText("作業ウィンドウは閉じています。").waitFor();
  expect(await page.locator("#pane-frames iframe").count()).toBe(0);
  await page.locator("#open-pane").click();
  await page.waitForSelector("html[data-pane=ready]");
  expect((await readItem(await paneFrame())).subject).toBe("【周知】12月5日（土）の庁舎停電について");
});

test("an answer of the page: recipients, the thread below, and what is typed is what the add-in reads; nothing is sent", async () => {
  await entry("【照会】窓口手続").last().click();
  await page.getByRole("button", { name: "全員に返信" }).click();
  await page.waitForSelector("html[data-pane=ready]");
  expect(await field("subject").inputValue()).toBe(`RE: ${thread.inquiry.subject}`);
  expect(await field("to").inputValue()).toContain("佐伯 亮介 <ryosuke.saeki@kokyojoho.example.go.jp>");
  expect(await field("to").inputValue()).not.toContain("山田");
  expect(await field("cc").inputValue()).toContain("手続改革推進室");
  expect(plain((await draftBody().textContent())!)).toContain("(3)本件の担当者の氏名及び連絡先");
  await draftBody().click({ position: { x: 60, y: 20 } });
  await page.keyboard.insertText("担当は山田です。");
  const pane = await paneFrame();
  const read = () =>
    pane.evaluate(
      () =>
        new Promise<string>((resolve) =>
          (Office.context.mailbox.item as unknown as Office.MessageCompose).body.getAsync("html", ({ value }) =>
            resolve(value),
          ),
        ),
    );
  expect(await read()).toContain("担当は山田です。");
  expect(await read()).toContain('id="divRplyFwdMsg"');

  // What the add-in inserts stands where the cursor is, and is drawn.
  await pane.evaluate(
    () =>
      new Promise<void>((resolve) =>
        (Office.context.mailbox.item as unknown as Office.MessageCompose).body.setSelectedDataAsync(
          "<b>至急</b>",
          { coercionType: "html" as Office.CoercionType },
          () => resolve(),
        ),
      ),
  );
  await draftBody().getByText("担当は山田です。至急").waitFor();
  await page.keyboard.insertText("対応します。");
  expect(await read()).toMatch(/担当は山田です。<b>至急(対応します。)?<\/b>/);

  await page.getByRole("button", { name: "送信", exact: true }).click();
  await message().getByText("実際には何も送信されません").waitFor();
  expect(await page.locator(".compose").count()).toBe(0);
  await page.getByRole("tab", { name: "送信済み" }).click();
  await entry("RE: 【照会】窓口手続").click();
  await body().getByText("担当は山田です。").waitFor();
  // The pane of reading goes on with the mail that is selected now.
  expect((await readItem(await paneFrame())).text).toContain("担当は山田です。");
});

test("the pane's form opens a compose window with a pane of its own beside it; the one of reading goes on", async () => {
  const reading = await paneFrame();
  await reading.evaluate(() => Office.context.mailbox.item!.displayReplyForm("<p>案文です。</p><script>1</script>"));
  await field("subject").waitFor();
  await draftBody().getByText("案文です。").waitFor();
  expect(await draftBody().locator("script").count()).toBe(0);
  expect(await page.locator("#pane-frames iframe").count()).toBe(2);
  const composing = await paneFrame();
  expect(composing).not.toBe(reading);
  expect(
    await composing.evaluate(
      () => typeof (Office.context.mailbox.item as unknown as Office.MessageCompose).body.setAsync,
    ),
  ).toBe("function");
  await page.getByRole("tab", { name: "閲覧" }).click();
  expect(await (await page.waitForSelector("#pane-frames iframe:not([hidden])")).contentFrame()).toBe(reading);
  await entry("庁舎停電").click();
  await reading.waitForFunction(() => Office.context.mailbox.item?.subject.includes("庁舎停電"));

  // Closing asks; what is saved is found again among the drafts.
  await page.getByRole("tab", { name: /^RE: / }).click();
  await page.getByRole("button", { name: "作成のウィンドウを閉じる" }).click();
  await page.getByRole("button", { name: "下書きに保存" }).click();
  expect(await page.locator("#pane-frames iframe").count()).toBe(1);
  await page.getByRole("tab", { name: /^下書き/ }).click();
  await entry("RE: 【照会】窓口手続").click();
  await draftBody().getByText("案文です。").waitFor();
});

test("a new mail by hand: people, subject and text reach the add-in, and discarding leaves nothing", async () => {
  await page.locator("#new-mail").click();
  await page.waitForSelector("html[data-pane=ready]");
  await page.getByRole("button", { name: "送信", exact: true }).click();
  await message().getByText("宛先のメールアドレスがない").waitFor();
  await field("to").fill("三浦 健太 <kenta.miura@kiban.example.go.jp>、tetsuzuki@kokyojoho.example.go.jp");
  await field("subject").fill("説明会の件");
  await draftBody().click();
  await page.keyboard.insertText("出席します。");
  const pane = await paneFrame();
  const read = await pane.evaluate(async () => {
    const item = Office.context.mailbox.item as unknown as Office.MessageCompose;
    const of = <Value>(ask: (callback: (result: Office.AsyncResult<Value>) => void) => void) =>
      new Promise<Value>((resolve) => ask(({ value }) => resolve(value)));
    return {
      to: (await of<Office.EmailAddressDetails[]>((done) => item.to.getAsync(done))).map((one) => one.emailAddress),
      subject: await of<string>((done) => item.subject.getAsync(done)),
      text: await of<string>((done) => item.body.getAsync("text", done)),
    };
  });
  expect(read).toEqual({
    to: ["kenta.miura@kiban.example.go.jp", "tetsuzuki@kokyojoho.example.go.jp"],
    subject: "説明会の件",
    text: expect.stringContaining("出席します。"),
  });
  await page.getByRole("button", { name: "破棄" }).click();
  expect(await page.locator(".compose").count()).toBe(0);
  await page.getByRole("tab", { name: /^下書き/ }).click();
  await page.getByText("下書きはありません。").waitFor();
});

test("trouble can be caused: a late event comes late, a lost one never; the menu says what is on", async () => {
  const pane = await paneFrame();
  const first = thread.briefingNotice.subject;
  await page.locator("#faults").click();
  await page.getByRole("menuitemcheckbox", { name: "切替えの通知が届かない" }).click();
  expect(await page.locator("#fault-state").textContent()).toBe("不調を再現中（1件）");
  await entry("庁舎停電").click();
  await page.waitForFunction(() => document.querySelector(".mail-subject")!.textContent!.includes("庁舎停電"));
  expect(await pane.evaluate(() => Office.context.mailbox.item?.subject)).toBe(first);
  await page.locator("#faults").click();
  const lost = page.getByRole("menuitemcheckbox", { name: "切替えの通知が届かない" });
  expect(await lost.getAttribute("aria-checked")).toBe("true");
  await lost.click();
  expect(await page.locator("#fault-state").textContent()).toBe("");
  await entry("Inquiry: figures").click();
  await pane.waitForFunction(() => Office.context.mailbox.item?.subject.startsWith("Inquiry"));
});

test("what an add-in shows above a mail is shown as text, on that mail", async () => {
  const pane = await paneFrame();
  await pane.evaluate(
    () =>
      new Promise((resolve) =>
        Office.context.mailbox.item!.notificationMessages.addAsync(
          "key",
          { type: "errorMessage" as Office.MailboxEnums.ItemNotificationMessageType, message: "<b>確認</b>が必要です" },
          resolve,
        ),
      ),
  );
  await page.locator(".notification", { hasText: "<b>確認</b>が必要です" }).waitFor();
  await entry("庁舎停電").click();
  await page.waitForFunction(() => document.querySelectorAll(".notification").length === 0);
});

test("what is not emulated is named on the page", async () => {
  const pane = await paneFrame();
  await pane.evaluate(() => Office.context.mailbox.displayAppointmentForm("an-id"));
  await message().getByText("この環境で再現していない機能が呼ばれました：Mailbox.displayAppointmentForm").waitFor();
});

test("another edition of Outlook loads the pane anew: sets, pinning, and none where mails are written on phones", async () => {
  const supports = async (version: string) =>
    (await paneFrame()).evaluate((set) => Office.context.requirements.isSetSupported("Mailbox", set), version);
  expect(await supports("1.10")).toBe(true);
  await page.selectOption("#profile", "ltsc-2021");
  await page.waitForSelector("html[data-pane=ready]");
  expect(await supports("1.10")).toBe(false);
  expect(await page.locator("#pin").isDisabled()).toBe(true);
  await page.selectOption("#profile", "mobile");
  await page.waitForSelector("html[data-pane=ready]");
  await page.locator("#new-mail").click();
  await page.getByText("メールの作成中にアドインを使えません").waitFor();
  expect(await page.locator("#open-pane").isVisible()).toBe(false);
});

test("the places lead to each other", async () => {
  await page.locator("#places a", { hasText: "Word" }).click();
  await page.waitForSelector("section.docx");
  expect(await page.locator("#places [aria-current=page]").textContent()).toBe("Word 文書");
  await page.locator("#places a", { hasText: "Outlook" }).click();
  await subject().waitFor();
  expect(await page.locator("#places [aria-current=page]").textContent()).toBe("Outlook メール");
});

test("F6 goes from list to mail to pane, out of the mail's frame too", async () => {
  const active = () => page.evaluate(() => document.activeElement?.closest("[id]")?.id);
  await page.locator("#list").focus();
  await page.keyboard.press("F6");
  expect(await active()).toBe("reading");
  await page.locator("#reading iframe").focus();
  await body().press("F6");
  expect(await page.evaluate(() => document.activeElement?.parentElement?.id)).toBe("pane-frames");
});

test.each([
  [1280, 800],
  [800, 700],
])("at %d x %d everything is in view and axe finds nothing", async (width, height) => {
  if (width !== 1280) {
    await visit.close();
    await open(width, height);
  }
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const outside = ["#pane-frames"];
  expect(await overflow()).toBe(0);
  expect(await accessibilityViolations(page, outside)).toEqual([]);
  await drop([{ name: "空.eml", bytes: [] }]); // with a message in view
  await page.locator("#faults").click(); // and the menu open
  await page.screenshot({ path: join(tmpdir(), `mailbox-page-${width}.png`) });
  expect(await accessibilityViolations(page, outside)).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "全員に返信" }).click();
  await draftBody().getByText("差出人:").first().waitFor();
  await page.screenshot({ path: join(tmpdir(), `mailbox-page-${width}-compose.png`) });
  expect(await overflow()).toBe(0);
  expect(await accessibilityViolations(page, outside)).toEqual([]);
});
