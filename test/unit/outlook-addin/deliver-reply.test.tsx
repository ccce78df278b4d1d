import { webcrypto } from "node:crypto";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { draftStorage } from "../../../outlook-addin/src/features/draft/sealed-place";
import { takeDraft } from "../../../outlook-addin/src/features/draft/hand-over";
import { deliverReply } from "../../../outlook-addin/src/features/reply/deliver-reply";
import { longestReplyHtml } from "../../../outlook-addin/src/mailbox";
import { mail, MemoryMailbox } from "./memory-mailbox";

const inquiry = mail("A", "照会", "いくらですか。");
/** With its two tags it is just what a form takes. */
const fits = "あ".repeat(longestReplyHtml - "<p></p>".length);

beforeAll(() => {
  if (globalThis.crypto.subtle === undefined) {
    Object.defineProperty(globalThis, "crypto", { value: webcrypto, configurable: true });
  }
});
beforeEach(() => window.localStorage.clear());

function reply(mailbox: MemoryMailbox, text: string) {
  return deliverReply(text, inquiry, false, {
    mailbox,
    storage: window.localStorage,
    now: () => new Date("2026-11-22T10:00:00Z"),
  });
}

const waiting = (mailbox: MemoryMailbox, conversation = "conversation-A") =>
  takeDraft(conversation, {
    store: mailbox.store!,
    storage: window.localStorage,
    now: () => new Date("2026-11-22T10:01:00Z"),
  });

describe("a reply on its way into a form", () => {
  it("goes into the form as long as its HTML fits, to the last character", async () => {
    const mailbox = new MemoryMailbox(inquiry);
    expect(await reply(mailbox, fits)).toBe("opened");
    expect(mailbox.written[0]!.draft.html).toHaveLength(longestReplyHtml);
  });

  it("waits beyond that for the pane beside an empty form", async () => {
    const mailbox = new MemoryMailbox(inquiry);
    expect(await reply(mailbox, `${fits}。`)).toBe("handed-over");
    expect(mailbox.written).toMatchObject([{ how: "reply", into: "A", draft: { html: "", text: "" } }]);
    expect(await waiting(mailbox)).toBe(`${fits}。`);
  });

  it("is measured as HTML: words that look like tags are longer there", async () => {
    const mailbox = new MemoryMailbox(inquiry);
    expect(await reply(mailbox, "<".repeat(longestReplyHtml / 4))).toBe("handed-over");
  });

  it("tells when the empty form may be one of another message, which gets nothing", async () => {
    const mailbox = new MemoryMailbox(inquiry);
    mailbox.opens = "elsewhere";
    expect(await reply(mailbox, `${fits}。`)).toBe("elsewhere");
    expect(await waiting(mailbox, "conversation-B")).toBeUndefined();
    expect(await waiting(mailbox)).toBe(`${fits}。`);
  });

  it("does not go on waiting when no form opened, but may when nobody knows", async () => {
    for (const [code, left] of [
      ["host-error", undefined],
      ["timeout", `${fits}。`],
    ] as const) {
      const mailbox = new MemoryMailbox(inquiry);
      mailbox.failure = new GenaiError(code, "no form");
      await expect(reply(mailbox, `${fits}。`)).rejects.toMatchObject({ code });
      expect(await waiting(mailbox)).toBe(left);
    }
  });

  it("is refused where a long one cannot wait, and where there is nothing of it", async () => {
    const mailbox = new MemoryMailbox(inquiry);
    mailbox.store = undefined;
    await expect(reply(mailbox, `${fits}。`)).rejects.toMatchObject({ code: "input-too-large" });
    await expect(reply(mailbox, " \n\u200b")).rejects.toMatchObject({ code: "output-empty" });
    expect(mailbox.written).toEqual([]);
    expect(window.localStorage).toHaveLength(0);
  });

  it("goes into the form also where the browser gives no storage, as long as it fits", async () => {
    const page = {
      get localStorage(): Storage {
        throw new DOMException("denied", "SecurityError");
      },
    } as Window;
    jest.spyOn(console, "warn").mockImplementation(() => undefined);
    expect(draftStorage(page)).toBeUndefined();
    const places = { storage: undefined, now: () => new Date() };
    const mailbox = new MemoryMailbox(inquiry);
    expect(await deliverReply(fits, inquiry, false, { mailbox, ...places })).toBe("opened");
    const long = deliverReply(`${fits}。`, inquiry, false, { mailbox, ...places });
    await expect(long).rejects.toMatchObject({ code: "input-too-large" });
    jest.restoreAllMocks();
  });

  it("leaves nothing for another message that is selected by then", async () => {
    const mailbox = new MemoryMailbox(inquiry);
    mailbox.select(mail("B", "停電", "停電します。"), false);
    await expect(reply(mailbox, `${fits}。`)).rejects.toMatchObject({ code: "document-changed" });
    expect(window.localStorage).toHaveLength(0);
    expect(mailbox.written).toEqual([]);
  });
});
