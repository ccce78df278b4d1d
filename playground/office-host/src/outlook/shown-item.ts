import { MailboxError, mailboxError } from "./mailbox-error";
import type { MailboxHost } from "./mailbox-host";
import type { Draft, Mail } from "./store";

/** Which item a window of Outlook shows, and which one its pane has been told of: they differ while events are late. */
export class ShownItem {
  private selected: string | undefined;
  private readonly first: string | undefined;
  private told: string | undefined;

  /** @throws TypeError when there is no such item */
  constructor(
    private readonly mailbox: MailboxHost,
    itemId: string | undefined,
  ) {
    const item = itemId === undefined ? undefined : mailbox.store.item(itemId);
    if (itemId !== undefined && item === undefined) throw new TypeError(`There is no item ${itemId}.`);
    this.selected = item?.id;
    this.first = item?.id;
    this.told = item?.id;
  }

  /** Id of the mail or draft that is selected in Outlook. */
  get id(): string | undefined {
    return this.selected;
  }

  /** Id of the one that the pane was told of the last time. */
  get toldId(): string | undefined {
    return this.told;
  }

  select(itemId: string | undefined): void {
    this.selected = itemId;
  }

  item(): Mail | Draft | undefined {
    return this.find(this.selected);
  }

  /** What the add-in may know of: not an item that is closed to add-ins; the first one in a frozen pane. */
  visible(): Mail | Draft | undefined {
    const item = this.find(this.mailbox.faults.frozen === true ? this.first : this.selected);
    return item?.kind === "mail" && item.protection === "no-add-in" ? undefined : item;
  }

  /** The pane has been told of this item, or of none. */
  tell(item: Mail | Draft | undefined): void {
    this.told = item?.id;
  }

  /**
   * The item that a call is about: calls carry no id.
   * @param asked the item that the pane had been told of when it asked
   * @throws MailboxError 9030 when another one is selected now, and the faults say so
   */
  answering(asked: string | undefined): Mail | Draft | undefined {
    const now = this.visible();
    if (now?.id === asked) return now;
    const { answersFor } = this.mailbox.faults;
    if (answersFor === "error") throw new MailboxError(mailboxError.apiCallFailedDueToItemChange);
    return answersFor === "asked" ? this.find(asked) : now;
  }

  private find(id: string | undefined): Mail | Draft | undefined {
    return id === undefined ? undefined : this.mailbox.store.item(id);
  }
}
