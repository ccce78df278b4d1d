/** @jest-environment ./test/support/pane-environment.cjs */
import {
  createMailboxHost,
  createOutlookSession,
  type MailboxFaults,
  type MailboxHost,
  type OutlookSession,
  type OutlookSessionEvent,
  type OutlookSessionOptions,
} from "../../../../playground/office-host/src/outlook";

/** Speaks to a session as office.js does, without office.js. */
class FakePane {
  readonly messages: Record<string, unknown>[] = [];
  readonly events: OutlookSessionEvent[] = [];
  readonly defects: string[] = [];
  readonly session: OutlookSession;
  private readonly conversationId: string;
  private correlation = 0;

  constructor(mailbox: MailboxHost, options: Partial<OutlookSessionOptions> = {}) {
    this.session = createOutlookSession({
      mailbox,
      hostOrigin: "https://localhost",
      post: (message) => this.messages.push(JSON.parse(message) as Record<string, unknown>),
      onEvent: (event) => this.events.push(event),
      onDefect: (_error, where) => this.defects.push(where),
      ...options,
    });
    const name = JSON.parse(this.session.windowName("https://localhost/")) as { xdmInfo: string };
    this.conversationId = name.xdmInfo.split("|")[0]!;
  }

  async send(action: string, data: unknown, actionType = 0): Promise<unknown> {
    const correlation = this.correlation++;
    const received = this.session.receive(
      JSON.stringify({
        _messageType: 0,
        _actionName: action,
        _actionType: actionType,
        _conversationId: this.conversationId,
        _correlationId: correlation,
        _data: data,
      }),
    );
    expect(received).toBe(true);
    const answer = () =>
      this.messages.find((one) => one["_correlationId"] === correlation && one["_responseType"] === 0);
    for (let turn = 0; turn < 50 && answer() === undefined; turn += 1) await Promise.resolve();
    return answer()?.["_data"];
  }

  call(dispatchId: number, parameters?: unknown) {
    return this.send("ExecuteMethod", { ApiParams: parameters, MethodData: { DispatchId: dispatchId } });
  }

  follow(event = "olkItemSelectedChanged") {
    return this.send(event, {}, 1);
  }

  /** Ids of the items that the page was told of by events. */
  told(): unknown[] {
    return this.messages
      .filter((message) => message["_responseType"] === 1)
      .map(({ _data: data }) => (data === "" ? null : (data as { id: string }).id));
  }
}

let mailbox: MailboxHost;
beforeEach(() => {
  mailbox = createMailboxHost();
  for (const id of ["1", "2", "3"])
    mailbox.store.add({ id, subject: id, text: id, received: new Date("2026-11-09T00:00:00Z") });
});
const pinned = { itemId: "1", pinned: true };

describe("a session", () => {
  it("answers nobody else", () => {
    const { session } = new FakePane(mailbox);
    for (const message of [null, "", "{", "[]", '{"_messageType":0}', { _messageType: 0 }])
      expect(session.receive(message)).toBe(false);
  });

  it("gives office.js numbers for the offsets of the time zone", async () => {
    const data = (await new FakePane(mailbox, pinned).send("GetInitialData", {})) as Record<string, unknown>;
    // office.js reads start and end with parseInt; an object is no number.
    expect(data["timeZoneOffsets"]).toEqual([{ start: expect.any(Number), end: expect.any(Number), offset: 540 }]);
  });

  it("fails by name for each number that nobody has emulated", async () => {
    const pane = new FakePane(mailbox, pinned);
    const seen: string[] = [];
    mailbox.on("unimplemented", ({ member }) => seen.push(member));
    expect(await pane.call(5, { body: "x" })).toMatchObject({ error: true, errorCode: 5000 });
    expect(await pane.call(9999)).toMatchObject({ error: true, errorCode: 5000 });
    expect(await pane.send("executeMethod", { DdaMethod: { DispatchId: 77 } })).toEqual({ Version: 1, Error: 5000 });
    const names = ["Mailbox.makeEwsRequestAsync", "mailbox method 9999", "Common API method 77"];
    expect(seen).toEqual(names);
    expect(pane.defects).toEqual(names);
  });

  it("refuses a draft's methods for a mail, and a mail's for a draft", async () => {
    const reading = new FakePane(mailbox, pinned);
    for (const method of [17, 21, 32, 38, 148, 185]) {
      const parameters = { subject: "x", data: "x", coercionType: 0, recipientField: 0, recipientArray: [] };
      expect(await reading.call(method, { ...parameters, name: "x", value: "x", base64String: "" })).toMatchObject({
        error: true,
      });
    }
    const writing = new FakePane(mailbox, { itemId: mailbox.store.openDraft().id });
    for (const method of [10, 30, 168, 181]) expect(await writing.call(method, {})).toMatchObject({ error: true });
    expect(mailbox.store.mail("1")).toMatchObject({ subject: "1", customProperties: "{}" });
    expect(mailbox.store.drafts()).toHaveLength(1);
  });

  it("refuses HTML over 32 KB from an office.js that lets it pass", async () => {
    const pane = new FakePane(mailbox, pinned);
    expect(await pane.call(181, { htmlBody: "字".repeat(32_768) })).toMatchObject({ error: false });
    expect(await pane.call(181, { htmlBody: "字".repeat(32_769) })).toMatchObject({ error: true, errorCode: 9031 });
    expect(mailbox.store.drafts()).toHaveLength(1);
  });

  it("tells of selections only who has asked", async () => {
    const pane = new FakePane(mailbox, pinned);
    pane.session.select("2");
    expect(pane.events.at(-1)).toEqual({ type: "item-changed", delivered: false });
    await pane.follow();
    pane.session.select("3");
    expect(pane.told()).toEqual(["3"]);
    // The page is loaded again.
    await pane.send("ContextActivationManager_getAppContextAsync", "x");
    pane.session.select("1");
    expect(pane.told()).toEqual(["3"]);
  });

  it("is closed by another selection when it is not pinned, and answers nothing more", async () => {
    const pane = new FakePane(mailbox, { itemId: "1" });
    await pane.follow();
    pane.session.select("2");
    expect(pane.events.at(-1)).toEqual({ type: "closed", reason: "item-switched" });
    const before = pane.messages.length;
    expect(pane.session.receive("{}")).toBe(false);
    mailbox.store.changeMail("1", { isRead: true });
    expect(pane.messages).toHaveLength(before);
  });

  it("selects nothing that is not there, and nothing beside a draft", () => {
    expect(() => new FakePane(mailbox, { itemId: "9" })).toThrow(TypeError);
    expect(() => new FakePane(mailbox, pinned).session.select("9")).toThrow(TypeError);
    const draft = new FakePane(mailbox, { itemId: mailbox.store.openDraft().id, pinned: true });
    expect(() => draft.session.select("1")).toThrow(TypeError);
  });
});

describe("calls around a switch", () => {
  const body = { coercionType: 0 };

  /** A small random generator of fixed seed: the same order in each run. */
  function* order(seed: number): Generator<number> {
    for (let state = seed; ;) {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      yield state;
    }
  }

  it.each<NonNullable<MailboxFaults["answersFor"]>>(["selected", "asked", "error"])(
    "are answered for the item that the faults say (%s)",
    async (answersFor) => {
      Object.assign(mailbox.faults, { answersFor });
      const waiting: (() => void)[] = [];
      const pane = new FakePane(mailbox, {
        ...pinned,
        beforeReply: () => new Promise((resolve) => waiting.push(() => resolve(undefined))),
      });
      await pane.follow();
      const random = order(7);
      let selected = "1";
      for (let round = 0; round < 100; round += 1) {
        const asked = selected;
        const answer = pane.call(37, body);
        await Promise.resolve();
        const switches = random.next().value % 3;
        for (let count = 0; count < switches; count += 1) {
          selected = String((random.next().value % 3) + 1);
          pane.session.select(selected);
        }
        waiting.shift()!();
        const expected =
          selected === asked || answersFor !== "error"
            ? { error: false, data: answersFor === "asked" ? asked : selected }
            : { error: true, errorCode: 9030 };
        expect(await answer).toMatchObject(expected);
      }
    },
  );

  it("write what they were asked to write into that item, and into no other", async () => {
    Object.assign(mailbox.faults, { answersFor: "asked" });
    let answer = () => undefined as void;
    const pane = new FakePane(mailbox, {
      ...pinned,
      beforeReply: () => new Promise((resolve) => (answer = () => resolve(undefined))),
    });
    await pane.follow();
    const reply = pane.call(181, { htmlBody: "<p>回答</p>" });
    pane.session.select("2");
    answer();
    expect(await reply).toMatchObject({ error: false });
    expect(mailbox.store.drafts()).toMatchObject([{ originalId: "1", subject: "RE: 1" }]);
  });
});
