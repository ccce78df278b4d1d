import type { MailboxFaults } from "@genai-office/office-host/outlook";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../support/browser";
import { MailboxVisit, serveMailbox } from "./outlook-host/mailbox-visit";
import type { Server } from "./office-host/serve";

let browser: Browser;
let servers: { host: Server; pane: Server };
let mailbox: MailboxVisit;
let first: string;
let second: string;
let third: string;

beforeAll(async () => {
  [browser, servers] = await Promise.all([launchBrowser(), serveMailbox()]);
});
afterAll(async () => {
  await browser?.close();
  await Promise.all([servers?.host.close(), servers?.pane.close()]);
});
afterEach(() => mailbox?.close());

/** A mailbox with three mails, and a pane beside the first, which writes down each event with the item it then sees. */
async function open({ profile = "web", pinned = true }: { profile?: string; pinned?: boolean } = {}): Promise<void> {
  mailbox = await MailboxVisit.open(browser, servers, profile);
  [first, second, third] = (await mailbox.page.evaluate(() =>
    ["一", "二", "三"].map(
      (text) => window.host.mailbox.store.add({ id: text, subject: text, text, received: new Date() }).id,
    ),
  )) as [string, string, string];
  await mailbox.pane({ itemId: first, pinned });
  await follow();
}

async function follow(): Promise<void> {
  const frame = await mailbox.frame();
  await frame.evaluate(
    () =>
      new Promise<unknown>((resolve) => {
        const seen: (string | null)[] = [];
        Object.assign(window, { seen });
        Office.context.mailbox.addHandlerAsync(
          Office.EventType.ItemChanged,
          () => seen.push(Office.context.mailbox.item?.itemId ?? null),
          resolve,
        );
      }),
  );
}

const faults = (given: MailboxFaults) =>
  mailbox.page.evaluate((set) => void Object.assign(window.host.mailbox.faults, set), given);
const select = (...ids: (string | undefined)[]) =>
  mailbox.page.evaluate((all) => all.forEach((id) => window.host.pane.select(id ?? undefined)), ids);
const call = (member: string, ...values: unknown[]) => mailbox.call(member, ...values);
const itemNow = async () => (await mailbox.frame()).evaluate(() => Office.context.mailbox.item?.itemId ?? null);

/** What the handler has seen when it has seen so many events and no other comes in the time of a round trip. */
async function seen(count: number): Promise<(string | null)[]> {
  const frame = await mailbox.frame();
  await frame.waitForFunction((most) => (window as unknown as { seen: unknown[] }).seen.length >= most, count);
  await call("item.notificationMessages.getAllAsync").catch(() => undefined);
  return frame.evaluate(() => (window as unknown as { seen: (string | null)[] }).seen);
}

describe("a pinned pane", () => {
  it("goes on with the mail that is selected", async () => {
    await open();
    await select(second);
    expect(await seen(1)).toEqual([second]);
    expect((await call("item.body.getAsync", "text")).value).toBe("二");
    await select(undefined);
    expect(await seen(2)).toEqual([second, null]);
    await select(third);
    expect(await seen(3)).toEqual([second, null, third]);
  });

  it("has a mailbox without an item where the manifest says so", async () => {
    await open();
    await mailbox.pane({ pinned: true, supportsNoItem: true });
    const frame = await mailbox.frame();
    expect(
      await frame.evaluate(() => [Office.context.mailbox.item ?? null, Office.context.mailbox.userProfile.displayName]),
    ).toEqual([null, "山田 花子"]);
    await mailbox.page.evaluate(() => void window.host.mailbox.store.changeMail("一", { isRead: true }));
    await follow();
    await select(second);
    expect(await seen(1)).toEqual([second]);
  });
});

describe("a pane that is not pinned", () => {
  it.each([
    ["web", false],
    ["ltsc-2021", true],
  ])("is closed when another mail is selected (%s)", async (profile, pinned) => {
    await open({ profile, pinned });
    await select(second);
    await mailbox.page.waitForSelector("iframe", { state: "detached" });
    expect(await mailbox.page.evaluate(() => window.host.events.at(-1))).toEqual({
      type: "closed",
      reason: "item-switched",
    });
  });

  it("goes when the add-in asks for it", async () => {
    await open({ pinned: false });
    await (await mailbox.frame()).evaluate(() => Office.context.ui.closeContainer()).catch(() => undefined);
    await mailbox.page.waitForSelector("iframe", { state: "detached" });
  });
});

describe("what goes wrong with events", () => {
  it("loses them", async () => {
    await open();
    await faults({ eventLost: true });
    await select(second);
    expect(await itemNow()).toBe(first);
    await faults({ eventLost: false });
    await select(third);
    expect(await seen(1)).toEqual([third]);
  });

  it("sends them late, with the item that was selected then", async () => {
    await open();
    await faults({ eventDelay: 1500 });
    await select(second, third);
    expect(await itemNow()).toBe(first);
    expect(await seen(2)).toEqual([second, third]);
  });

  it("sends them more than once", async () => {
    await open();
    await faults({ eventRepeats: 3 });
    await select(second);
    expect(await seen(3)).toEqual([second, second, second]);
  });

  it("sends them in the wrong order", async () => {
    await open();
    await faults({ eventsSwapped: true });
    await select(second, third);
    expect(await seen(2)).toEqual([third, second]);
  });

  it("has no item for a while", async () => {
    await open();
    await faults({ itemGap: 100 });
    await select(second);
    expect(await seen(2)).toEqual([null, second]);
  });

  it("loses the item beside an answer for a while", async () => {
    await open({ profile: "windows" });
    expect(await call("item.displayReplyFormAsync", "<p>回答</p>")).toEqual({ value: undefined });
    expect(await seen(2)).toEqual([null, first]);
  });

  it("loads the page again in place of an event", async () => {
    await open();
    await faults({ reloads: true });
    const before = await mailbox.frame();
    const loaded = before.waitForNavigation();
    await select(second);
    await loaded;
    await mailbox.ready();
    expect(await itemNow()).toBe(second);
    expect((await call("item.body.getAsync", "text")).value).toBe("二");
  });

  it("starts late, with the item that is selected by then", async () => {
    await open();
    await faults({ bootDelay: 4000 });
    await mailbox.page.evaluate((itemId) => window.host.open({ itemId, pinned: true }), first);
    await mailbox.page.waitForFunction(() => window.host.events.some((event) => event.type === "booted"));
    await select(second);
    await mailbox.ready();
    expect(await itemNow()).toBe(second);
  });

  it("freezes with the first item", async () => {
    await open();
    await faults({ frozen: true });
    await select(second);
    expect(await itemNow()).toBe(first);
    expect((await call("item.body.getAsync", "text")).value).toBe("一");
  });
});

describe("what goes wrong with calls", () => {
  /** The answer to a body that was asked for before the switch, and given after it. */
  async function acrossSwitch(answersFor: MailboxFaults["answersFor"]): Promise<unknown> {
    await open();
    await faults({ delays: { "Body.getAsync": 2000 }, ...(answersFor && { answersFor }) });
    const body = call("item.body.getAsync", "text");
    await call("item.notificationMessages.getAllAsync");
    await select(second);
    return body;
  }

  it("answers about the item that is selected by then", async () => {
    expect(await acrossSwitch(undefined)).toEqual({ value: "二" });
  });

  it("answers about the item that was asked for", async () => {
    expect(await acrossSwitch("asked")).toEqual({ value: "一" });
  });

  it("says that the item has changed", async () => {
    expect(await acrossSwitch("error")).toEqual({ code: 9030, name: "APICallFailedDueToItemChange" });
  });

  it("answers an item whose event was lost in the same three ways", async () => {
    await open();
    await faults({ eventLost: true, answersFor: "asked" });
    await select(second);
    expect((await call("item.body.getAsync", "text")).value).toBe("一");
    await faults({ answersFor: "selected" });
    expect((await call("item.body.getAsync", "text")).value).toBe("二");
    await faults({ answersFor: "error" });
    expect(await call("item.body.getAsync", "text")).toMatchObject({ code: 9030 });
  });

  it("fails, and keeps silent, by member", async () => {
    await open();
    await faults({ errors: { "Body.getAsync": 9020 }, silent: ["Categories.getAsync"] });
    expect(await call("item.body.getAsync", "text")).toEqual({ code: 9020, name: "GenericResponseError" });
    const silent = call("item.categories.getAsync").then(() => "answered");
    const other = call("item.getAllInternetHeadersAsync").then(() => "other");
    expect(await Promise.race([silent, other])).toBe("other");
    silent.catch(() => undefined);
  });

  it("opens no answer with several accounts, and reads back none", async () => {
    await open();
    await faults({ replyFormFails: true });
    expect(await call("item.displayReplyFormAsync", "<p>回答</p>")).toMatchObject({ code: 9020 });
    // The older method says nothing either way.
    await mailbox.run("item.displayReplyForm", "<p>回答</p>");
    await faults({ replyBodyEmpty: true });
    const draftId = await mailbox.page.evaluate(() => window.host.mailbox.store.drafts()[0]!.id);
    await mailbox.pane({ itemId: draftId });
    expect(await call("item.body.getAsync", "html")).toEqual({ value: "" });
  });
});

describe("answers that come out otherwise", () => {
  /** Opens an answer to the first mail, and the pane beside it. */
  async function answer(profile: string): Promise<void> {
    await open({ profile });
    await call("item.displayReplyFormAsync", "<p>回答</p>");
    const itemId = await mailbox.page.evaluate(() => window.host.mailbox.store.drafts()[0]!.id);
    await mailbox.pane({ itemId });
  }

  it("are in plain text where the mail was, in classic Outlook", async () => {
    await answer("windows");
    expect((await call("item.getComposeTypeAsync")).value).toEqual({ composeType: "reply", coercionType: "text" });
    const body = (await call("item.body.getAsync", "text")).value as string;
    expect(body).toMatch(/^回答\r\n[\s\S]*差出人:[\s\S]*件名: 一[\s\S]*一\r\n$/);
    expect(await call("item.body.setSelectedDataAsync", "<b>x</b>", { coercionType: "html" })).toMatchObject({
      code: 9002,
    });
    expect(await call("item.body.setSelectedDataAsync", "追記\r\n", { coercionType: "text" })).toHaveProperty("value");
    expect((await call("item.body.getAsync", "text")).value).toBe(`追記\r\n${body}`);
  });

  it("have the thread twice when the body was replaced", async () => {
    await answer("web");
    await faults({ quoteDoubled: true });
    const before = (await call("item.body.getAsync", "html")).value as string;
    await call("item.body.setAsync", before, { coercionType: "html" });
    const after = (await call("item.body.getAsync", "html")).value as string;
    expect(before.split("divRplyFwdMsg")).toHaveLength(2);
    expect(after.split("divRplyFwdMsg")).toHaveLength(3);
  });
});

describe("panes in two windows", () => {
  it("each have their own item, and the settings of when they were opened", async () => {
    await open();
    await call("item.displayReplyFormAsync", "<p>回答</p>");
    const reading = await mailbox.frame();
    const save = (text: string) =>
      reading.evaluate(
        (value) =>
          new Promise((resolve) => {
            Office.context.roamingSettings.set("draft", value);
            Office.context.roamingSettings.saveAsync(resolve);
          }),
        text,
      );
    await save("前");
    await mailbox.page.evaluate(() => {
      window.host.openBeside({ itemId: window.host.mailbox.store.drafts()[0]!.id });
    });
    const writing = await (await mailbox.page.waitForSelector("iframe:nth-of-type(2)")).contentFrame();
    if (writing === null) throw new Error("The second pane did not open.");
    await writing.waitForFunction(() => "Office" in window && Office.context?.mailbox !== undefined);
    await writing.evaluate(() => Office.onReady());
    await save("後");
    await select(second);
    expect(await seen(1)).toEqual([second]);
    const draft = await writing.evaluate(
      () =>
        new Promise((resolve) =>
          (Office.context.mailbox.item as Office.MessageCompose).subject.getAsync(({ value }) =>
            resolve([value, Office.context.roamingSettings.get("draft")]),
          ),
        ),
    );
    expect(draft).toEqual(["RE: 一", "前"]);
    expect((await call("item.body.getAsync", "text")).value).toBe("二");
    // The reading pane is loaded again, and finds itself beside its own mail.
    await faults({ reloads: true });
    const loaded = reading.waitForNavigation();
    await select(third);
    await loaded;
    await mailbox.ready();
    expect(await itemNow()).toBe(third);
    expect(await (await mailbox.frame()).evaluate(() => Office.context.roamingSettings.get("draft") as unknown)).toBe(
      "後",
    );
  });
});

describe("a mobile Outlook", () => {
  it("runs no add-in where mails are written", async () => {
    await open({ profile: "mobile", pinned: false });
    const thrown = await mailbox.page.evaluate(() => {
      const { id } = window.host.mailbox.store.openDraft();
      try {
        window.host.open({ itemId: id });
        return "";
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(thrown).toContain("runs no add-ins where mails are written");
  });
});
