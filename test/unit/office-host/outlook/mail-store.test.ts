import {
  MailStore,
  type NewMail,
  normalizedSubject,
  replySubject,
  type StoreChange,
} from "../../../../playground/office-host/src/outlook/store";

const owner = { name: "花子", address: "hanako@example.go.jp" };
const now = () => new Date("2026-11-10T00:00:00Z");
const mail = (given: Partial<NewMail>): NewMail => ({ subject: "件名", received: now(), ...given });

let store: MailStore;
let changes: StoreChange["type"][];
beforeEach(() => {
  store = new MailStore({ owner, now });
  changes = [];
  store.onChange(({ type }) => changes.push(type));
});

describe("conversations", () => {
  it("follow references before subjects", () => {
    const first = store.add(mail({ messageId: "<1@x>" }));
    const other = store.add(mail({ subject: "別件", messageId: "<2@x>" }));
    const answer = store.add(mail({ subject: "Re: 別件", inReplyTo: "<1@x>", references: ["<1@x>"] }));
    const later = store.add(mail({ subject: "題を変えました", references: ["<1@x>", "<gone@x>"] }));
    expect(answer.conversationId).toBe(first.conversationId);
    expect(later.conversationId).toBe(first.conversationId);
    expect(other.conversationId).not.toBe(first.conversationId);
  });

  it("follow the subject where nothing is referred to", () => {
    const first = store.add(mail({ subject: "別件" }));
    expect(store.add(mail({ subject: "RE: FW: 別件" })).conversationId).toBe(first.conversationId);
    expect(store.add(mail({ subject: "別件の別件" })).conversationId).not.toBe(first.conversationId);
  });

  it("join what comes before the mail it answers", () => {
    const answer = store.add(mail({ subject: "Re: a", inReplyTo: "<1@x>" }));
    expect(store.add(mail({ subject: "a", messageId: "<1@x>" })).conversationId).toBe(answer.conversationId);
    expect(store.add(mail({ subject: "b", inReplyTo: "<1@x>" })).conversationId).toBe(answer.conversationId);
  });

  it("do not join mails without a subject", () => {
    const [one, other] = [store.add(mail({ subject: "" })), store.add(mail({ subject: "" }))];
    expect(one.conversationId).not.toBe(other.conversationId);
  });

  it.each([
    ["Re: 件名", "件名"],
    ["RE：　Fwd: 件名", "件名"],
    ["Re[2]: 件名", "件名"],
    ["返信：件名", "件名"],
    ["Reform: 件名", "Reform: 件名"],
    ["件名 Re: 別", "件名 Re: 別"],
  ])("take %s for %s", (subject, normal) => {
    expect(normalizedSubject(subject)).toBe(normal);
    expect(replySubject(subject)).toBe(`RE: ${normal}`);
  });
});

describe("items", () => {
  it("are found by Exchange's id and by REST's", () => {
    const { id } = store.add(mail({}));
    expect(store.mail(id.replaceAll("/", "-").replaceAll("+", "_"))?.id).toBe(id);
    expect(() => store.add(mail({ id }))).toThrow(TypeError);
    expect(() => store.changeMail("nowhere", { isRead: true })).toThrow(TypeError);
  });

  it("are listed newest first, conversations oldest first", () => {
    const day = (date: number) => new Date(Date.UTC(2026, 10, date));
    for (const date of [2, 3, 1]) store.add(mail({ id: `m${date}`, received: day(date) }));
    store.add(mail({ id: "s", received: day(4) }), "sent");
    expect(store.mails("received").map(({ id }) => id)).toEqual(["m3", "m2", "m1"]);
    expect(store.conversation(store.mail("m1")!.conversationId).map(({ id }) => id)).toEqual(["m1", "m2", "m3", "s"]);
  });

  it("are never changed in place", () => {
    const before = store.add(mail({}));
    const after = store.changeMail(before.id, { isRead: true });
    expect([before.isRead, after.isRead, store.mail(before.id)!.isRead]).toEqual([false, true, true]);
  });
});

describe("drafts", () => {
  it("are saved, changed, closed and opened again", () => {
    const { id } = store.openDraft({ subject: "案" });
    const { itemId } = store.saveDraft(id);
    expect(itemId).toBeDefined();
    expect(store.draft(itemId!)?.id).toBe(id);
    // The cursor is nothing that could be lost.
    expect(store.changeDraft(id, { selection: { field: "body", start: 1, end: 1 } }).saved).toBe(true);
    expect(store.changeDraft(id, { body: "x" })).toMatchObject({ saved: false, itemId });
    store.closeDraft(id);
    expect(store.draft(id)).toMatchObject({ open: false });
    expect(() => store.changeDraft(id, { body: "y" })).toThrow(TypeError);
    expect(store.reopenDraft(id).open).toBe(true);
    expect(changes).toEqual([
      "draft-opened",
      "draft-saved",
      "draft-changed",
      "draft-changed",
      "draft-closed",
      "draft-opened",
    ]);
  });

  it("go back to what was saved when their window is closed", () => {
    const { id } = store.openDraft({ subject: "案", body: "一" });
    store.saveDraft(id);
    store.changeDraft(id, { body: "二" });
    store.closeDraft(id);
    expect(store.draft(id)!.body).toBe("一");
  });

  it("are gone when they were never saved", () => {
    const { id } = store.openDraft();
    store.closeDraft(id);
    expect(store.draft(id)).toBeUndefined();
  });

  it("become mails in the conversation when the person sends them", () => {
    const original = store.add(mail({ messageId: "<1@x>" }));
    const { id } = store.openDraft({
      subject: "RE: 件名",
      body: "<p>回答</p>",
      appendOnSend: "<hr>",
      inReplyTo: "<1@x>",
      references: ["<1@x>"],
      to: [owner],
    });
    const sent = store.send(id);
    expect(sent).toMatchObject({
      folder: "sent",
      from: owner,
      html: "<p>回答</p><hr>",
      received: now(),
      conversationId: original.conversationId,
    });
    expect(store.drafts()).toEqual([]);
    expect(changes.slice(-2)).toEqual(["draft-sent", "mail-added"]);
  });
});
