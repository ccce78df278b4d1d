import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/browser";
import { MailboxVisit, serveMailbox } from "./outlook-host/mailbox-visit";
import type { Server } from "./office-host/serve";

let browser: Browser;
let servers: { host: Server; pane: Server };
let mailbox: MailboxVisit;

beforeAll(async () => {
  [browser, servers] = await Promise.all([launchBrowser(), serveMailbox()]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([servers?.host.close(), servers?.pane.close()]);
});
afterEach(() => mailbox?.close());

const call = (member: string, ...values: unknown[]) => mailbox.call(member, ...values);

describe("a mail that is read", () => {
  let id: string;

  beforeEach(async () => {
    mailbox = await MailboxVisit.open(browser, servers);
    id = await mailbox.page.evaluate(() => window.host.addThreadMail());
    await mailbox.pane({ itemId: id, pinned: true });
  });

  it("has the properties of its file", async () => {
    const frame = await mailbox.frame();
    const seen = await frame.evaluate(() => {
      const { item, userProfile, diagnostics } = Office.context.mailbox;
      const mail = item as Office.MessageRead;
      return {
        id: mail.itemId,
        subject: mail.subject,
        normalizedSubject: mail.normalizedSubject,
        from: { ...mail.from },
        to: mail.to.map(({ emailAddress, recipientType }) => [emailAddress, recipientType]),
        cc: mail.cc.map(({ emailAddress }) => emailAddress),
        created: mail.dateTimeCreated.toISOString(),
        messageId: mail.internetMessageId,
        attachments: mail.attachments.map(({ name, attachmentType, isInline, size }) => [
          name,
          attachmentType,
          isInline,
          size,
        ]),
        profile: [userProfile.displayName, userProfile.emailAddress, userProfile.timeZone],
        host: diagnostics.hostName,
        local: Office.context.mailbox.convertToLocalClientTime(mail.dateTimeCreated).hours,
        mailbox111: Office.context.requirements.isSetSupported("Mailbox", "1.11"),
        mailbox113: Office.context.requirements.isSetSupported("Mailbox", "1.13"),
        setBody: typeof (mail.body as Office.Body).setAsync,
      };
    });
    expect(seen).toEqual({
      id,
      subject: "Re: 来年度の予算の件",
      normalizedSubject: "来年度の予算の件",
      from: { displayName: "田中 次郎", emailAddress: "jiro.tanaka@other.example.jp", recipientType: "externalUser" },
      to: [
        ["hanako.yamada@example.go.jp", "user"],
        ["ichiro.suzuki@example.go.jp", "user"],
      ],
      cc: ["planning@example.go.jp"],
      created: "2026-11-09T01:14:30.000Z",
      messageId: "<thread-2@other.example.jp>",
      attachments: [
        ["logo.png", "file", true, 8],
        ["table.csv", "file", false, 6],
        ["first.eml", "item", false, expect.any(Number)],
      ],
      profile: ["山田 花子", "hanako.yamada@example.go.jp", "Tokyo Standard Time"],
      host: "OutlookWebApp",
      local: 10,
      mailbox111: true,
      mailbox113: false,
      setBody: "undefined",
    });
  });

  it("gives its body as Exchange converts it, and its headers as they came", async () => {
    const html = (await call("item.body.getAsync", "html")).value as string;
    expect(html).toContain("<b>回答</b>");
    expect(html).toContain(".secret{display:none}");
    expect(html).not.toMatch(/script|onclick|プログラム向け/);
    expect((await call("item.body.getAsync", "text")).value).toBe(
      [
        "山田様",
        "",
        "11月20日までに回答をお願いします。",
        "",
        "  *   件数",
        "  *   見込み",
        "[cid:logo@other]",
        "________________________________",
        "",
        "様式<https://www.example.go.jp/form>",
        "",
        "見えない文",
        "",
      ].join("\r\n"),
    );
    expect(await call("item.body.getAsync", "wrong")).toEqual({
      thrown: expect.stringContaining("Sys.ArgumentException"),
    });
    const headers = (await call("item.getAllInternetHeadersAsync")).value as string;
    expect(headers).toContain("Received: from mail.other.example.jp (192.0.2.7)\r\n\tby mail.example.go.jp");
    expect(headers).toContain("Subject: =?UTF-8?B?");
  });

  it("gives the content of attachments", async () => {
    const frame = await mailbox.frame();
    const ids = await frame.evaluate(() =>
      (Office.context.mailbox.item as Office.MessageRead).attachments.map((attachment) => attachment.id),
    );
    expect((await call("item.getAttachmentContentAsync", ids[1])).value).toEqual({
      content: "YSxiDQox",
      format: "base64",
    });
    expect((await call("item.getAttachmentContentAsync", ids[2])).value).toEqual({
      content: expect.stringContaining("the first mail"),
      format: "eml",
    });
    expect(await call("item.getAttachmentContentAsync", "nope")).toEqual({ code: 9003, name: "InvalidAttachmentId" });
  });

  it("keeps custom properties, with a limit", async () => {
    const frame = await mailbox.frame();
    const keep = (value: string) =>
      frame.evaluate(
        (text) =>
          new Promise((resolve) => {
            Office.context.mailbox.item!.loadCustomPropertiesAsync(({ value: properties }) => {
              const before = properties.get("note") as unknown;
              properties.set("note", text);
              try {
                properties.saveAsync((result) => resolve([before ?? null, result.status]));
              } catch (error) {
                resolve([before ?? null, (error as Error).name]);
              }
            });
          }),
        value,
      );
    expect(await keep("一")).toEqual([null, "succeeded"]);
    expect(await keep("字".repeat(2500))).toEqual(["一", "Sys.ArgumentOutOfRangeException"]);
    expect(await keep("二")).toEqual(["一", "succeeded"]);
  });

  it("keeps roaming settings for the panes that are opened later", async () => {
    const frame = await mailbox.frame();
    const save = (value: string) =>
      frame.evaluate(
        (text) =>
          new Promise((resolve) => {
            Office.context.roamingSettings.set("draft", { text });
            Office.context.roamingSettings.saveAsync((result) =>
              resolve(result.error === undefined ? "saved" : result.error?.code),
            );
          }),
        value,
      );
    expect(await save("案")).toBe("saved");
    expect(await save("字".repeat(33_000))).toBe(9019);
    await mailbox.pane({ itemId: id });
    const again = await mailbox.frame();
    expect(await again.evaluate(() => Office.context.roamingSettings.get("draft") as unknown)).toEqual({ text: "案" });
  });

  it("shows at most five notifications", async () => {
    const note = (message: string) => ({ type: "informationalMessage", message, icon: "icon", persistent: false });
    for (const key of ["1", "2", "3", "4", "5"])
      expect(await call("item.notificationMessages.addAsync", key, note("案"))).toEqual({ value: undefined });
    expect(await call("item.notificationMessages.addAsync", "6", note("案"))).toMatchObject({ code: 9025 });
    expect(await call("item.notificationMessages.removeAsync", "5")).toEqual({ value: undefined });
    expect(await call("item.notificationMessages.addAsync", "1", note("案"))).toMatchObject({ code: 9023 });
    expect(await call("item.notificationMessages.removeAsync", "9")).toMatchObject({ code: 9024 });
    expect(await call("item.notificationMessages.replaceAsync", "1", note("新"))).toEqual({ value: undefined });
    const all = (await call("item.notificationMessages.getAllAsync")).value as { key: string; message: string }[];
    expect(all.map(({ key, message }) => key + message)).toEqual(["2案", "3案", "4案", "1新"]);
    expect((await call("item.notificationMessages.addAsync", "k".repeat(33), note("案"))).thrown).toContain(
      "ArgumentOutOfRange",
    );
    expect((await call("item.notificationMessages.addAsync", "k", note("字".repeat(151)))).thrown).toContain(
      "ArgumentOutOfRange",
    );
  });

  it("has categories out of those of the mailbox", async () => {
    // Categories of the mailbox need the permission for the whole mailbox.
    await mailbox.pane({ itemId: id, permission: "readWriteMailbox" });
    const important = { displayName: "至急", color: "Preset0" };
    expect(await call("item.categories.addAsync", ["至急"])).toMatchObject({ code: 9044 });
    expect(await call("masterCategories.addAsync", [important])).toEqual({ value: undefined });
    expect(await call("masterCategories.addAsync", [important])).toMatchObject({ code: 9045 });
    expect((await call("masterCategories.getAsync")).value).toEqual([important]);
    expect(await call("item.categories.addAsync", ["至急"])).toEqual({ value: undefined });
    expect((await call("item.categories.getAsync")).value).toEqual([important]);
    expect(await call("item.categories.removeAsync", ["至急"])).toEqual({ value: undefined });
    expect((await call("item.categories.getAsync")).value).toEqual([]);
    expect(await call("masterCategories.removeAsync", ["至急"])).toEqual({ value: undefined });
  });

  it("opens an answer above the quoted thread, and sends nothing", async () => {
    const text = '<p>田中様</p><p onclick="x()">承知しました。</p><script>alert(1)</script>';
    expect(await call("item.displayReplyFormAsync", { htmlBody: text })).toEqual({ value: undefined });
    const draft = await mailbox.page.evaluate(() => window.host.mailbox.store.drafts()[0]!);
    expect(draft).toMatchObject({
      composeType: "reply",
      subject: "RE: 来年度の予算の件",
      to: [{ name: "田中 次郎", address: "jiro.tanaka@other.example.jp" }],
      cc: [],
      open: true,
      saved: false,
      inReplyTo: "<thread-2@other.example.jp>",
    });
    const order = [
      "<p>田中様</p><p>承知しました。</p>",
      "divRplyFwdMsg",
      "差出人:",
      "2026年11月9日(月) 10:14",
      "x_greeting",
    ];
    const places = order.map((part) => draft.body.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(draft.body).not.toMatch(/alert|onclick|steal/);
    // Hidden in the mail is hidden in the quote.
    expect(draft.body).toContain(".x_secret{display:none}");
    expect(await mailbox.page.evaluate(() => window.host.mailbox.store.mails("sent").length)).toBe(0);

    await mailbox.run("item.displayReplyAllForm", "<p>全員に</p>");
    const all = await mailbox.page.evaluate(() => window.host.mailbox.store.drafts()[1]!);
    expect(all.to.map(({ address }) => address)).toEqual([
      "jiro.tanaka@other.example.jp",
      "ichiro.suzuki@example.go.jp",
    ]);
    expect(all.cc.map(({ address }) => address)).toEqual(["planning@example.go.jp"]);
  });

  it("takes attachments into an answer, but not to all", async () => {
    const attachments = [
      { type: "file", name: "表.csv", url: "https://files.example.go.jp/table.csv" },
      { type: "item", name: "元のメール", itemId: id },
    ];
    expect(await call("item.displayReplyFormAsync", { htmlBody: "", attachments })).toEqual({ value: undefined });
    expect(await call("item.displayReplyAllFormAsync", { htmlBody: "", attachments })).toEqual({ value: undefined });
    const names = await mailbox.page.evaluate(() =>
      window.host.mailbox.store.drafts().map((draft) => draft.attachments.map(({ name, kind }) => [name, kind])),
    );
    // The picture that the mail shows comes along with the quoted thread.
    expect(names).toEqual([
      [
        ["logo.png", "file"],
        ["表.csv", "file"],
        ["元のメール", "item"],
      ],
      [["logo.png", "file"]],
    ]);
  });

  it("takes 32 KB of HTML into a form, and throws for one character more", async () => {
    const full = "字".repeat(32 * 1024);
    for (const member of ["item.displayReplyFormAsync", "item.displayReplyAllFormAsync"]) {
      expect(await call(member, { htmlBody: full })).toEqual({ value: undefined });
      expect((await call(member, { htmlBody: `${full}字` })).thrown).toContain("Sys.ArgumentOutOfRangeException");
    }
    expect((await call("displayNewMessageFormAsync", { htmlBody: `${full}字` })).thrown).toContain(
      "Sys.ArgumentOutOfRangeException",
    );
    expect(await mailbox.page.evaluate(() => window.host.mailbox.store.drafts().length)).toBe(2);
  });

  it("opens new mails, and shows others", async () => {
    const form = { toRecipients: ["a@example.go.jp"], subject: "件名", htmlBody: "<b>本文</b>" };
    expect(await call("displayNewMessageFormAsync", form)).toEqual({ value: undefined });
    expect(await mailbox.page.evaluate(() => window.host.mailbox.store.drafts()[0])).toMatchObject({
      composeType: "newMail",
      subject: "件名",
      body: "<b>本文</b>",
      to: [{ address: "a@example.go.jp" }],
    });
    const opened = mailbox.page.evaluate(
      () => new Promise((resolve) => window.host.mailbox.on("message-opened", (event) => resolve(event.itemId))),
    );
    expect(await call("displayMessageFormAsync", id)).toEqual({ value: undefined });
    expect(await opened).toBe(id);
    expect(await call("displayMessageFormAsync", "nowhere")).toMatchObject({ code: 9049 });
    const shown = await mailbox.page.evaluate(() => {
      const seen: string[] = [];
      window.host.mailbox.on("message-opened", ({ itemId }) => seen.push(itemId));
      Object.assign(window, { seen });
      const add = (length: number) =>
        window.host.mailbox.store.add({ subject: "長", received: new Date(), text: "字".repeat(length) }).id;
      return [add(32 * 1024), add(32 * 1024 + 1)];
    });
    for (const one of shown) expect(await call("displayMessageFormAsync", one)).toEqual({ value: undefined });
    // Longer ones are not shown, and nobody says so.
    expect(await mailbox.page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual([shown[0]]);
  });

  it("refuses by name what nobody has emulated", async () => {
    expect(await call("getCallbackTokenAsync", { isRest: true })).toMatchObject({ code: 5000 });
    expect(await call("item.delayDeliveryTime.getAsync")).toMatchObject({ code: 5000 });
    expect(await call("item.move", "inbox")).toMatchObject({ thrown: expect.stringContaining("item.move") });
    expect(await call("displayAppointmentFormAsync", "x")).toMatchObject({ code: 5000 });
    expect(await mailbox.defects()).toEqual([
      "Mailbox.getCallbackTokenAsync",
      "DelayDeliveryTime.getAsync",
      "Mailbox.displayAppointmentFormAsync",
    ]);
    await mailbox.pane({ itemId: id, permission: "readWriteMailbox" });
    expect(await call("item.move", "inbox")).toMatchObject({ code: 5000 });
    expect(await call("makeEwsRequestAsync", "<xml/>")).toMatchObject({ code: 9020 });
    expect(await mailbox.defects()).toEqual(["Item.move", "Mailbox.makeEwsRequestAsync"]);
    const frame = await mailbox.frame();
    const registered = await frame.evaluate(
      () =>
        new Promise((resolve) =>
          Office.context.mailbox.item!.addHandlerAsync(
            Office.EventType.InfobarClicked,
            () => undefined,
            (result: Office.AsyncResult<void>) => resolve(result.status),
          ),
        ),
    );
    expect(registered).toBe("failed");
    expect(await mailbox.defects()).toEqual(["event olkInfobarClicked"]);
  });

  it("gives an add-in no more than its manifest asks for", async () => {
    await mailbox.pane({ itemId: id, permission: "readItem" });
    expect(await call("item.categories.addAsync", ["至急"])).toMatchObject({
      thrown: expect.stringContaining("categories.addAsync"),
    });
    await mailbox.pane({ itemId: id, permission: "restricted" });
    expect(await call("item.body.getAsync", "text")).toMatchObject({
      thrown: expect.stringContaining("body.getAsync"),
    });
  });

  it("tells of the owner of a shared mailbox, and of nobody else's", async () => {
    const frame = await mailbox.frame();
    expect(await frame.evaluate(() => typeof Office.context.mailbox.item!.getSharedPropertiesAsync)).toBe("undefined");
    const shared = await mailbox.page.evaluate(
      () =>
        window.host.mailbox.store.add({
          subject: "共有",
          received: new Date(),
          shared: { owner: "office@example.go.jp", delegatePermissions: 1 },
        }).id,
    );
    await mailbox.pane({ itemId: shared });
    expect((await call("item.getSharedPropertiesAsync")).value).toMatchObject({
      owner: "office@example.go.jp",
      delegatePermissions: 1,
    });
  });

  it("refuses the body of a mail that is protected", async () => {
    const [noBody, noAddin] = await mailbox.page.evaluate(() =>
      (["no-body", "no-add-in"] as const).map(
        (protection) => window.host.mailbox.store.add({ subject: "保護", received: new Date(), protection }).id,
      ),
    );
    await mailbox.pane({ itemId: noBody });
    expect(await call("item.body.getAsync", "text")).toMatchObject({ code: 9020 });
    await mailbox.pane({ itemId: noAddin });
    expect(await (await mailbox.frame()).evaluate(() => Office.context.mailbox.item)).toBeNull();
  });
});

describe("a mail that is written", () => {
  const draft = () => mailbox.page.evaluate(() => window.host.mailbox.store.drafts()[0]!);

  async function compose(options: { body?: string; bodyType?: "html" | "text" } = {}): Promise<void> {
    mailbox = await MailboxVisit.open(browser, servers);
    const id = await mailbox.page.evaluate((given) => window.host.mailbox.store.openDraft(given).id, options);
    await mailbox.pane({ itemId: id });
  }

  it("has a subject and recipients", async () => {
    await compose();
    expect(await call("item.subject.setAsync", "件名")).toEqual({ value: undefined });
    expect((await call("item.subject.getAsync")).value).toBe("件名");
    expect((await call("item.subject.setAsync", "字".repeat(256))).thrown).toContain("ArgumentOutOfRange");
    for (const field of ["to", "cc", "bcc"]) {
      const one = { displayName: "一郎", emailAddress: `${field}@example.go.jp` };
      expect(await call(`item.${field}.setAsync`, [one])).toEqual({ value: undefined });
      expect(await call(`item.${field}.addAsync`, ["b@other.example.jp"])).toEqual({ value: undefined });
      expect((await call(`item.${field}.getAsync`)).value).toEqual([
        { ...one, recipientType: "user" },
        { displayName: "b@other.example.jp", emailAddress: "b@other.example.jp", recipientType: "externalUser" },
      ]);
    }
    expect(await call("item.to.setAsync", [])).toEqual({ value: undefined });
    expect((await call("item.to.getAsync")).value).toEqual([]);
    expect(await call("item.to.setAsync", ["nobody"])).toMatchObject({ code: 9013 });
    expect((await call("item.from.getAsync")).value).toMatchObject({ emailAddress: "hanako.yamada@example.go.jp" });
    const hundred = Array.from({ length: 100 }, (_, index) => `${index}@example.go.jp`);
    for (let count = 0; count < 4; count += 1) expect(await call("item.bcc.addAsync", hundred)).toHaveProperty("value");
    expect(await call("item.bcc.addAsync", hundred)).toMatchObject({ code: 9012 });
  });

  it("takes HTML and text into its body, without what runs", async () => {
    await compose();
    expect((await call("item.body.getTypeAsync")).value).toBe("html");
    const html = '<p onmouseover="x()">一<script>alert(1)</script></p><a href="javascript:x()">二</a>';
    expect(await call("item.body.setAsync", html, { coercionType: "html" })).toEqual({ value: undefined });
    expect((await call("item.body.getAsync", "html")).value).toBe("<p>一</p><a>二</a>");
    expect(await call("item.body.prependAsync", "<零 & 一>\n次")).toEqual({ value: undefined });
    expect((await call("item.body.getAsync", "html")).value).toBe("&lt;零 &amp; 一&gt;<br>次<p>一</p><a>二</a>");
    expect((await call("item.body.getAsync", "text")).value).toBe("<零 & 一>\r\n次\r\n\r\n一\r\n\r\n二\r\n");
    expect(await call("item.body.setAsync", "字", { coercionType: "wrong" })).toMatchObject({ code: 1000 });
    const long = "a".repeat(1_000_000);
    expect(await call("item.body.setAsync", long)).toEqual({ value: undefined });
    for (const member of ["setAsync", "prependAsync", "setSelectedDataAsync"])
      expect((await call(`item.body.${member}`, `${long}a`)).thrown).toContain("Sys.ArgumentOutOfRangeException");
  });

  it("inserts at the cursor", async () => {
    await compose({ body: "<p>一二三</p><p>四五</p>" });
    expect(await call("item.body.setSelectedDataAsync", "<b>頭</b>", { coercionType: "html" })).toHaveProperty("value");
    expect(await call("item.setSelectedDataAsync", "次", { coercionType: "text" })).toHaveProperty("value");
    expect((await draft()).body).toBe("<b>頭</b>次<p>一二三</p><p>四五</p>");
    await cursor("body", 3, 5);
    expect((await call("item.getSelectedDataAsync", "text")).value).toEqual({ data: "二三", sourceProperty: "body" });
    expect(await call("item.setSelectedDataAsync", "換")).toHaveProperty("value");
    expect((await draft()).body).toBe("<b>頭</b>次<p>一換</p><p>四五</p>");
    await cursor("subject", 0, 0);
    expect(await call("item.setSelectedDataAsync", "件名")).toHaveProperty("value");
    expect((await call("item.subject.getAsync")).value).toBe("件名");
    await cursor("none", 0, 0);
    expect(await call("item.setSelectedDataAsync", "どこ")).toMatchObject({ code: 9016 });
  });

  const cursor = (field: "body" | "subject" | "none", start: number, end: number) =>
    mailbox.page.evaluate(
      (selection) => window.host.mailbox.store.changeDraft(window.host.mailbox.store.drafts()[0]!.id, { selection }),
      { field, start, end },
    );

  it("keeps the thread below a signature", async () => {
    mailbox = await MailboxVisit.open(browser, servers);
    await mailbox.page.evaluate(() => window.host.addThreadMail()).then((itemId) => mailbox.pane({ itemId }));
    await call("item.displayReplyFormAsync", "<p>回答</p>");
    const { id } = await draft();
    await mailbox.pane({ itemId: id });
    expect((await call("item.getComposeTypeAsync")).value).toEqual({ composeType: "reply", coercionType: "html" });
    expect((await call("item.isClientSignatureEnabledAsync")).value).toBe(false);
    expect(await call("item.disableClientSignatureAsync")).toHaveProperty("value");
    for (const name of ["山田", "花子"])
      expect(await call("item.body.setSignatureAsync", `<i>${name}</i>`, { coercionType: "html" })).toHaveProperty(
        "value",
      );
    const { body } = await draft();
    const places = ["回答", "<i>花子</i>", "divRplyFwdMsg", "x_greeting"].map((part) => body.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(body).not.toContain("<i>山田</i>");
    expect(await call("item.body.setSignatureAsync", "字".repeat(30_001))).toMatchObject({ code: 9031 });
  });

  it("has an id when it was saved", async () => {
    await compose();
    expect(await call("item.getItemIdAsync")).toMatchObject({ code: 9046 });
    const saved = await call("item.saveAsync");
    expect(saved.value).toMatch(/^AAMk/);
    expect((await call("item.getItemIdAsync")).value).toBe(saved.value);
    expect((await call("item.saveAsync")).value).toBe(saved.value);
  });

  it("takes attachments, and gives them away again", async () => {
    await compose();
    const text = await call("item.addFileAttachmentFromBase64Async", "5ZON", "表.txt");
    expect(text.value).toMatch(/^AAMk/);
    const url = await call("item.addFileAttachmentAsync", "https://files.example.go.jp/table.csv", "table.csv");
    expect(url.value).toMatch(/^AAMk/);
    expect(await call("item.addFileAttachmentAsync", "https://files.example.go.jp/other", "x")).toMatchObject({
      code: 9004,
    });
    expect((await call("item.getAttachmentsAsync")).value).toMatchObject([
      { name: "表.txt", attachmentType: "file", size: 3, isInline: false },
      { name: "table.csv", attachmentType: "file", size: 5 },
    ]);
    expect((await call("item.getAttachmentContentAsync", text.value)).value).toEqual({
      content: "5ZON",
      format: "base64",
    });
    expect(await call("item.removeAttachmentAsync", text.value)).toEqual({ value: undefined });
    expect(await call("item.removeAttachmentAsync", text.value)).toMatchObject({ code: 9008 });
    expect(await call("item.addFileAttachmentFromBase64Async", "***", "x")).toMatchObject({ code: 9007 });
    expect(await call("item.addItemAttachmentAsync", "nowhere", "x")).toMatchObject({ code: 9049 });
  });

  it("keeps session data and headers", async () => {
    await compose();
    expect(await call("item.sessionData.setAsync", "案", "一")).toEqual({ value: undefined });
    expect((await call("item.sessionData.getAsync", "案")).value).toBe("一");
    expect(await call("item.sessionData.getAsync", "無")).toMatchObject({ code: 9050 });
    expect(await call("item.sessionData.setAsync", "長", "字".repeat(50_000))).toMatchObject({ code: 9051 });
    expect((await call("item.sessionData.getAllAsync")).value).toEqual({ 案: "一" });
    expect(await call("item.sessionData.removeAsync", "案")).toEqual({ value: undefined });
    expect(await call("item.sessionData.clearAsync")).toEqual({ value: undefined });
    expect(await call("item.internetHeaders.setAsync", { "X-Draft": "1" })).toEqual({ value: undefined });
    expect((await call("item.internetHeaders.getAsync", ["x-draft", "x-none"])).value).toEqual({ "X-Draft": "1" });
    expect(await call("item.internetHeaders.removeAsync", ["X-Draft"])).toEqual({ value: undefined });
    expect((await call("item.internetHeaders.getAsync", ["x-draft"])).value).toEqual({});
  });

  it("can be plain text", async () => {
    await compose({ bodyType: "text", body: "本文" });
    expect((await call("item.body.getTypeAsync")).value).toBe("text");
    expect(await call("item.body.setAsync", "<b>x</b>", { coercionType: "html" })).toMatchObject({ code: 9002 });
    expect(await call("item.body.prependAsync", "<前>\r\n")).toEqual({ value: undefined });
    expect((await call("item.body.getAsync", "text")).value).toBe("<前>\r\n本文");
    expect((await call("item.body.getAsync", "html")).value).toBe("&lt;前&gt;<br>本文");
  });

  it("tells of other recipients and attachments", async () => {
    await compose();
    const frame = await mailbox.frame();
    await frame.evaluate(async () => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      const item = Office.context.mailbox.item!;
      for (const type of [Office.EventType.RecipientsChanged, Office.EventType.AttachmentsChanged])
        await new Promise((resolve) => item.addHandlerAsync(type, (event: unknown) => seen.push(event), resolve));
    });
    await mailbox.page.evaluate(() => {
      const { store } = window.host.mailbox;
      store.changeDraft(store.drafts()[0]!.id, { to: [{ name: "", address: "a@example.go.jp" }] });
    });
    await call("item.addFileAttachmentFromBase64Async", "5ZON", "表.txt");
    await frame.waitForFunction(() => (window as unknown as { seen: unknown[] }).seen.length === 2);
    expect(await frame.evaluate(() => (window as unknown as { seen: unknown[] }).seen)).toMatchObject([
      { type: "olkRecipientsChanged", changedRecipientFields: { to: true, cc: false, bcc: false } },
      { type: "olkAttachmentsChanged", attachmentStatus: "added", attachmentDetails: { name: "表.txt" } },
    ]);
  });

  it("closes its window, and the person alone sends", async () => {
    await compose();
    const asked = mailbox.page.evaluate(
      () => new Promise((resolve) => window.host.mailbox.on("close-asked", (event) => resolve(event.draftId))),
    );
    await mailbox.run("item.close");
    const { id } = await draft();
    expect(await asked).toBe(id);
    await call("item.subject.setAsync", "送信");
    await call("item.body.appendOnSendAsync", "<hr>", { coercionType: "html" });
    expect(await (await mailbox.frame()).evaluate(() => "displayNewMessageForm" in Office.context.mailbox)).toBe(false);
    const sent = await mailbox.page.evaluate((draftId) => window.host.mailbox.store.send(draftId), id);
    expect(sent).toMatchObject({ folder: "sent", subject: "送信", html: "<hr>" });
    await mailbox.page.waitForSelector("iframe", { state: "detached" });
    expect(await mailbox.page.evaluate(() => window.host.events.at(-1))).toEqual({
      type: "closed",
      reason: "draft-closed",
    });
  });
});
