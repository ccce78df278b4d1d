import { webcrypto } from "node:crypto";
import { giveUpDraft, handOverMs, leaveDraft, takeDraft } from "../../../outlook-addin/src/features/draft/hand-over";
import { forgetSealed } from "../../../outlook-addin/src/features/draft/sealed-place";
import { MemoryStore } from "./memory-mailbox";

const draft = "鈴木様\n\n見積額は2,980万円です。";

beforeAll(() => {
  // jsdom has none of its own.
  if (globalThis.crypto.subtle === undefined) {
    Object.defineProperty(globalThis, "crypto", { value: webcrypto, configurable: true });
  }
});
beforeEach(() => window.localStorage.clear());

function places() {
  let now = Date.parse("2026-11-22T10:00:00Z");
  return {
    store: new MemoryStore(),
    storage: window.localStorage,
    now: () => new Date(now),
    pass: (milliseconds: number) => (now += milliseconds),
  };
}

const stored = () => JSON.stringify({ ...window.localStorage });

describe("a draft that waits for the pane beside the reply", () => {
  it("is there once, for its conversation", async () => {
    const own = places();
    await leaveDraft(draft, "conversation-a", own);
    expect(await takeDraft("conversation-b", own)).toBeUndefined();
    expect(await takeDraft("conversation-a", own)).toBe(draft);
    expect(await takeDraft("conversation-a", own)).toBeUndefined();
    expect([own.store.values.size, window.localStorage.length]).toEqual([0, 0]);
  });

  it("says nothing in either of its places, and little goes with the mailbox", async () => {
    const own = places();
    await leaveDraft(draft.repeat(2000), "conversation-a", own);
    const ticket = JSON.stringify([...own.store.values]);
    for (const text of [ticket, stored()]) expect(text).not.toMatch(/鈴木|2,980/);
    expect(ticket.length).toBeLessThan(500);
  });

  it("is gone after its time", async () => {
    const own = places();
    await leaveDraft(draft, "conversation-a", own);
    own.pass(handOverMs + 1);
    expect(await takeDraft("conversation-a", own)).toBeUndefined();
    expect([own.store.values.size, window.localStorage.length]).toEqual([0, 0]);
  });

  it("does not stay on this machine beyond its time, although nobody comes for it", async () => {
    const own = places();
    await leaveDraft(draft, "conversation-a", own);
    forgetSealed(window.localStorage, own.now().getTime() + handOverMs);
    expect(window.localStorage.length).toBe(1);
    window.localStorage.setItem("another", "stays");
    forgetSealed(window.localStorage, own.now().getTime() + handOverMs + 1);
    expect({ ...window.localStorage }).toEqual({ another: "stays" });
  });

  it("gives way to the next one, and can be given up", async () => {
    const own = places();
    await leaveDraft("一つ目", "conversation-a", own);
    await leaveDraft("二つ目", "conversation-a", own);
    expect(window.localStorage.length).toBe(1);
    expect(await takeDraft("conversation-a", own)).toBe("二つ目");
    await leaveDraft(draft, "conversation-a", own);
    await giveUpDraft(own);
    expect(await takeDraft("conversation-a", own)).toBeUndefined();
  });

  it("leaves nothing behind where the mailbox stores nothing", async () => {
    const own = places();
    own.store.fails = true;
    await expect(leaveDraft(draft, "conversation-a", own)).rejects.toMatchObject({ code: "host-error" });
    expect(window.localStorage.length).toBe(0);
  });
});
