import { GenaiError } from "@genai-office/shared/vocabulary";
import type {
  DraftText,
  MailboxPort,
  MailHead,
  MailObstacle,
  MailReading,
  MailboxStore,
} from "../../../outlook-addin/src/mailbox";

export function mail(id: string, subject: string, ...paragraphs: string[]): MailReading {
  return {
    identity: id,
    kind: "received",
    conversation: `conversation-${id}`,
    subject,
    from: { name: "鈴木 一郎", address: "suzuki@example.go.jp" },
    to: [{ name: "山田 花子", address: "hanako.yamada@example.go.jp" }],
    cc: [],
    attachments: [],
    date: new Date("2026-11-02T00:30:00Z"),
    zoneOffset: 540,
    body: { text: paragraphs.join("\n\n") },
    blocks: paragraphs.map((text, index) => ({ id: `m${index + 1}`, text, kind: "paragraph" })),
    labels: [],
    hash: "0".repeat(64),
  };
}

/** Roaming settings in memory. */
export class MemoryStore implements MailboxStore {
  readonly values = new Map<string, unknown>();
  fails = false;

  get(key: string): unknown {
    return this.values.get(key);
  }

  set(key: string, value: unknown): Promise<void> {
    if (this.fails) return Promise.reject(new GenaiError("host-error", "no settings"));
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, structuredClone(value));
    return Promise.resolve();
  }
}

/** A form or a draft that something was written into. */
export interface Written {
  how: "reply" | "replyAll" | "insert";
  /** What was selected when it was written. */
  into: string;
  draft: DraftText;
}

/** A mailbox in memory behind the port: messages are selected with or without Outlook telling of it. */
export class MemoryMailbox implements MailboxPort {
  reads = 0;
  /** Held readings wait until `release`. */
  held = false;
  why: MailObstacle = "none";
  store: MemoryStore | undefined = new MemoryStore();
  written: Written[] = [];
  /** What opening a reply or inserting rejects with. */
  failure: GenaiError | undefined;
  /** What happens before each write. */
  beforeWrite: (() => void) | undefined;
  private waiting: (() => void)[] = [];
  private handlers = new Set<() => void>();

  constructor(private mail: MailReading | undefined) {}

  select(next: MailReading | undefined, told = true): void {
    this.mail = next;
    if (told) this.tell();
  }

  /** An event of Outlook, which may say nothing new. */
  tell(): void {
    this.handlers.forEach((handler) => handler());
  }

  release(): void {
    this.held = false;
    this.waiting.splice(0).forEach((go) => go());
  }

  head(): MailHead | undefined {
    return this.mail;
  }

  obstacle(): MailObstacle {
    return this.why;
  }

  owner() {
    return { name: "山田 花子", address: "hanako.yamada@example.go.jp" };
  }

  async readItem(): Promise<MailReading> {
    this.reads += 1;
    if (this.held) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.mail === undefined) throw new GenaiError("document-unsupported", "none");
    return this.mail;
  }

  /** Whether a form opens on the message it was asked for. */
  opens: "opened" | "elsewhere" = "opened";

  confirm({ identity }: MailReading): Promise<void> {
    if (this.mail?.identity === identity) return Promise.resolve();
    return Promise.reject(new GenaiError("document-changed", "another message"));
  }

  async openReply(reading: MailReading, draft: DraftText, all: boolean): Promise<"opened" | "elsewhere"> {
    await this.write(reading, draft, all ? "replyAll" : "reply");
    return this.opens;
  }

  async insertAtTop(head: MailHead, draft: DraftText): Promise<void> {
    await this.write(head as MailReading, draft, "insert");
  }

  private async write(reading: MailReading, draft: DraftText, how: Written["how"]): Promise<void> {
    this.beforeWrite?.();
    await this.confirm(reading);
    if (this.failure !== undefined) throw this.failure;
    this.written.push({ how, into: this.mail!.identity, draft });
  }

  onItemChanged(handler: () => void): () => void {
    this.handlers.add(handler);
    return () => this.handlers.delete(handler);
  }
}
