import { createOutlookMailbox, type MailHead } from "../../../outlook-addin/src/mailbox";

interface FakeDraft {
  conversationId: string;
  body: string;
  type: "html" | "text";
}

type Answer = (result: { status: string; value?: unknown }) => void;

/** Drafts behind one pane: office.js shows the one it was told of, Outlook acts on the one that is in front. */
class FakeCompose {
  private readonly handlers: (() => void)[] = [];
  private told: FakeDraft;

  constructor(private front: FakeDraft) {
    this.told = front;
    const item = () => this.item();
    Object.assign(globalThis, {
      Office: {
        CoercionType: { Text: "text", Html: "html" },
        EventType: { ItemChanged: "olkItemSelectedChanged" },
        AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
        context: {
          requirements: { isSetSupported: () => true },
          mailbox: {
            get item() {
              return item();
            },
            addHandlerAsync: (_type: string, handler: () => void, done: Answer) => {
              this.handlers.push(handler);
              done({ status: "succeeded" });
            },
          },
        },
      },
    });
  }

  show(draft: FakeDraft): void {
    this.front = draft;
    this.told = draft;
    this.handlers.forEach((handler) => handler());
  }

  private item() {
    const answering = (answer: Answer, work: () => unknown) =>
      void Promise.resolve().then(() => answer({ status: "succeeded", value: work() }));
    return {
      itemType: "message",
      subject: {},
      conversationId: this.told.conversationId,
      body: {
        getTypeAsync: (answer: Answer) => answering(answer, () => this.front.type),
        // office.js hands the call over at once; Outlook acts on what was in front at that moment.
        prependAsync: (data: string, { coercionType }: { coercionType: string }, answer: Answer) => {
          const draft = this.front;
          answering(answer, () => {
            if (coercionType !== draft.type) throw new Error("not the type of the body");
            draft.body = data + draft.body;
          });
        },
      },
    };
  }
}

const draft = (conversationId: string, type: FakeDraft["type"] = "html"): FakeDraft => ({
  conversationId,
  body: "<p>引用</p>",
  type,
});
const text = { html: "<p>承知しました。</p>", text: "承知しました。" };

/** The draft as the pane knows it. */
function headNow(mailbox: ReturnType<typeof createOutlookMailbox>): MailHead {
  const head = mailbox.head();
  if (head?.kind !== "draft") throw new Error("no draft is shown");
  return head;
}

describe("inserting into a draft", () => {
  it.each([
    ["html", "<p>承知しました。</p><p>引用</p>"],
    ["text", "承知しました。\n\n<p>引用</p>"],
  ] as const)("puts the text on top of a body of the type %s, and leaves the rest as it is", async (type, expected) => {
    const own = draft("own", type);
    new FakeCompose(own);
    const mailbox = createOutlookMailbox();
    await mailbox.insertAtTop(headNow(mailbox), text);
    expect(own.body).toBe(expected);
  });

  it.each([
    ["of another conversation", "other"],
    ["of the same conversation", "own"],
  ])("never writes into another draft %s, whatever the instant of the change", async (_name, conversation) => {
    const seen = { inserted: 0, refused: 0 };
    for (let turns = 0; turns < 40; turns += 1) {
      const own = draft("own");
      const other = draft(conversation);
      const compose = new FakeCompose(own);
      const mailbox = createOutlookMailbox();
      const head = headNow(mailbox);
      const switching = (async () => {
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        compose.show(other);
      })();
      const outcome = await mailbox.insertAtTop(head, text).then(
        () => "inserted" as const,
        (thrown: unknown) => (thrown as { code: string }).code,
      );
      await switching;
      expect([turns, other.body]).toEqual([turns, "<p>引用</p>"]);
      expect(outcome === "inserted" ? own.body : outcome).toBe(
        outcome === "inserted" ? "<p>承知しました。</p><p>引用</p>" : "document-changed",
      );
      seen[outcome === "inserted" ? "inserted" : "refused"] += 1;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });
});
