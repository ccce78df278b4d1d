/** A message in the fake Outlook below. */
export interface FakeMail {
  itemId: string | null;
  subject: unknown;
  text: string;
  itemType?: string;
  /** Internet headers; a message without them cannot be asked for any. */
  headers?: string;
  to?: { displayName: string; emailAddress: string }[];
  attachments?: { id?: string; name: string; isInline?: boolean }[];
  itemClass?: string;
  internetMessageId?: string;
}

type Answer = (result: { status: string; value?: string; error?: { code: number } }) => void;

/**
 * Office.context.mailbox as far as the mailbox room touches it, so that each order of events can be played. As in
 * Outlook, a question for a body is answered about the message that is selected when the answer is made.
 */
export class FakeOutlook {
  asked = 0;
  /** Announces Mailbox 1.8. */
  offersHeaders = true;
  headersMode: "answer" | "fail" | "throw" = "answer";
  /** Of the mailbox's time, minutes east of Greenwich; undefined for an Outlook that does not tell. */
  zoneMinutes: number | undefined = 540;
  /** What happens before each answer, by the number of the question. */
  before: ((question: number) => void) | undefined;
  mode: "answer" | "fail" | "throw" | "silent" = "answer";
  /** Replies that opened: to which message, with what. */
  readonly opened: { itemId: string | null; html: string }[] = [];
  /** What happens on the way of a question for a reply, before Outlook acts on it. */
  beforeReply: (() => void) | undefined;
  private mail: FakeMail | undefined;
  /** What office.js shows: it keeps what it was told the last time. */
  private told: FakeMail | undefined;
  private handlers: (() => void)[] = [];

  constructor(first: FakeMail | undefined) {
    this.mail = first;
    this.told = first;
    Object.assign(globalThis, {
      Office: {
        CoercionType: { Text: "text", Html: "html" },
        EventType: { ItemChanged: "olkItemSelectedChanged" },
        AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
        context: { mailbox: this.mailbox(), requirements: { isSetSupported: () => this.offersHeaders } },
      },
    });
  }

  /** Selects another message; without an event where Outlook keeps it to itself. */
  select(mail: FakeMail | undefined, told = true): void {
    this.mail = mail;
    if (!told) return;
    this.told = mail;
    this.handlers.forEach((handler) => handler());
  }

  private mailbox() {
    const item = () => this.item();
    const zone = () => this.zoneMinutes;
    return {
      get convertToLocalClientTime() {
        const minutes = zone();
        return minutes === undefined ? undefined : (date: Date) => localTime(date, minutes);
      },
      get item() {
        return item();
      },
      addHandlerAsync: (_type: string, handler: () => void, done: Answer) => {
        this.handlers.push(handler);
        done({ status: "succeeded" });
      },
    };
  }

  private item() {
    if (this.told === undefined) return null;
    return {
      itemType: "message",
      conversationId: "conversation",
      internetMessageId: "<1@example.go.jp>",
      ...this.told,
      from: { displayName: "鈴木 一郎", emailAddress: "suzuki@example.go.jp" },
      dateTimeCreated: new Date("2026-11-02T00:30:00Z"),
      ...(this.told.headers === undefined
        ? {}
        : { getAllInternetHeadersAsync: (answer: Answer) => this.answerHeaders(answer) }),
      // Outlook replies to what is selected when the question arrives: its forms name no message.
      displayReplyFormAsync: ({ htmlBody }: { htmlBody: string }, answer: Answer) => {
        void Promise.resolve().then(() => {
          this.beforeReply?.();
          this.opened.push({ itemId: this.mail?.itemId ?? null, html: htmlBody });
          answer({ status: "succeeded" });
        });
      },
      body: { getAsync: (_type: string, answer: Answer) => this.answer(answer) },
    };
  }

  private answerHeaders(answer: Answer): void {
    if (this.headersMode === "throw") throw new Error("Elevated permission is required");
    void Promise.resolve().then(() => {
      if (this.headersMode === "fail") answer({ status: "failed", error: { code: 9002 } });
      else answer({ status: "succeeded", value: this.mail?.headers ?? "" });
    });
  }

  private answer(answer: Answer): void {
    this.asked += 1;
    const question = this.asked;
    if (this.mode === "throw") throw new Error("Elevated permission is required");
    if (this.mode === "silent") return;
    void Promise.resolve().then(() => {
      this.before?.(question);
      if (this.mode === "fail") answer({ status: "failed", error: { code: 9002 } });
      else answer({ status: "succeeded", value: this.mail?.text ?? "" });
    });
  }
}

/** As office.js says it: months begin with 0. */
function localTime(date: Date, zoneMinutes: number) {
  const shifted = new Date(date.getTime() + zoneMinutes * 60_000);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth(),
    date: shifted.getUTCDate(),
    hours: shifted.getUTCHours(),
    minutes: shifted.getUTCMinutes(),
    seconds: shifted.getUTCSeconds(),
    milliseconds: shifted.getUTCMilliseconds(),
    timezoneOffset: zoneMinutes,
  };
}
