import type { Conversation } from "./conversation";
import { eventIsLost } from "./faults";
import { wireAttachment } from "./initial-data";
import type { MailboxHost } from "./mailbox-host";
import type { OutlookSessionEvent } from "./session-types";
import type { ShownItem } from "./shown-item";
import type { Draft } from "./store";

const itemChanged = "olkItemSelectedChanged";

interface ItemEventsOptions {
  readonly mailbox: MailboxHost;
  readonly shown: ShownItem;
  readonly conversation: Conversation;
  /** Initial data of the item that is visible now; null without one. */
  data(): Record<string, unknown> | null;
  emit(event: OutlookSessionEvent): void;
}

/** Tells the add-in of other items, and of changes to the one it is beside: well, or as badly as the faults say. */
export class ItemEvents {
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  private held: (() => void) | undefined;
  private readonly stopFollowing: () => void;

  constructor(private readonly options: ItemEventsOptions) {
    let before = this.draft();
    this.stopFollowing = options.mailbox.store.onChange(({ type, id }) => {
      if (type !== "draft-changed" || id !== options.shown.id) return;
      const after = this.draft();
      if (before !== undefined && after !== undefined) this.draftChanged(before, after);
      before = after;
    });
  }

  /** Another mail is selected under a pinned pane, or none. */
  select(itemId: string | undefined): void {
    const { mailbox, shown, emit } = this.options;
    const { faults } = mailbox;
    shown.select(itemId);
    if (faults.reloads === true) {
      emit({ type: "reload" });
      return;
    }
    if (faults.frozen === true || eventIsLost(faults, itemId)) {
      emit({ type: "item-changed", delivered: false });
      return;
    }
    const send = this.event();
    const repeated = () => {
      for (let count = 0; count < Math.max(1, faults.eventRepeats ?? 1); count += 1) send();
    };
    const late = () => this.after(faults.eventDelay ?? 0, repeated);
    if (faults.eventsSwapped !== true) {
      late();
      return;
    }
    if (this.held === undefined) {
      this.held = late;
      return;
    }
    late();
    this.held();
    this.held = undefined;
  }

  /** An answer was opened beside the mail. */
  answerOpened(): void {
    const { replyGap } = this.options.mailbox.faults;
    if (replyGap === undefined || this.options.shown.item()?.kind === "draft") return;
    const send = this.event();
    if (this.push(null)) this.after(replyGap, send);
  }

  end(): void {
    this.stopFollowing();
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.held = undefined;
  }

  /** The event of the item that is visible now, to be sent at once or later. */
  private event(): () => void {
    const { mailbox, shown, data } = this.options;
    const item = shown.visible();
    const payload = data();
    const { itemGap } = mailbox.faults;
    const send = () => {
      if (this.push(payload)) shown.tell(item);
    };
    if (itemGap === undefined || item === undefined) return send;
    return () => {
      if (this.push(null)) this.after(itemGap, send);
    };
  }

  private push(payload: Record<string, unknown> | null): boolean {
    const { conversation, shown, emit } = this.options;
    // office.js takes an empty text for no item.
    const delivered = conversation.push(itemChanged, payload ?? "");
    if (delivered && payload === null) shown.tell(undefined);
    emit({ type: "item-changed", delivered });
    return delivered;
  }

  private after(milliseconds: number, action: () => void): void {
    if (milliseconds <= 0) {
      action();
      return;
    }
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      action();
    }, milliseconds);
    this.timers.add(timer);
  }

  private draft(): Draft | undefined {
    const item = this.options.shown.item();
    return item?.kind === "draft" ? item : undefined;
  }

  private draftChanged(before: Draft, after: Draft): void {
    const { conversation } = this.options;
    const changed = { to: before.to !== after.to, cc: before.cc !== after.cc, bcc: before.bcc !== after.bcc };
    if (changed.to || changed.cc || changed.bcc) conversation.push("olkRecipientsChanged", [JSON.stringify(changed)]);
    for (const [attachmentStatus, here, there] of [
      ["added", after, before],
      ["removed", before, after],
    ] as const) {
      for (const attachment of here.attachments) {
        if (there.attachments.some(({ id }) => id === attachment.id)) continue;
        const details = { attachmentStatus, attachmentDetails: wireAttachment(attachment) };
        conversation.push("olkAttachmentsChanged", [JSON.stringify(details)]);
      }
    }
  }
}
