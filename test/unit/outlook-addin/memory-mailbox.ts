import { GenaiError } from "@genai-office/shared/vocabulary";
import type { MailboxPort, MailHead, MailReading } from "../../../outlook-addin/src/mailbox";

export function mail(itemId: string, subject: string, ...paragraphs: string[]): MailReading {
  return {
    itemId,
    subject,
    from: { name: "鈴木 一郎", address: "suzuki@example.go.jp" },
    date: new Date("2026-11-02T00:30:00Z"),
    blocks: paragraphs.map((text, index) => ({ id: `m${index + 1}`, text, kind: "paragraph" })),
    labels: [],
    hash: "0".repeat(64),
  };
}

/** A mailbox in memory behind the port: messages are selected with or without Outlook telling of it. */
export class MemoryMailbox implements MailboxPort {
  reads = 0;
  /** Held readings wait until `release`. */
  held = false;
  private waiting: (() => void)[] = [];
  private handlers = new Set<() => void>();

  constructor(private mail: MailReading | undefined) {}

  select(next: MailReading | undefined, told = true): void {
    this.mail = next;
    if (told) this.handlers.forEach((handler) => handler());
  }

  release(): void {
    this.held = false;
    this.waiting.splice(0).forEach((go) => go());
  }

  head(): MailHead | undefined {
    return this.mail;
  }

  async readItem(): Promise<MailReading> {
    this.reads += 1;
    if (this.held) await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.mail === undefined) throw new GenaiError("document-unsupported", "none");
    return this.mail;
  }

  onItemChanged(handler: () => void): () => void {
    this.handlers.add(handler);
    return () => this.handlers.delete(handler);
  }
}
