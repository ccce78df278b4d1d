import type { Category } from "./category";
import type { Draft, DraftChange, NewDraft } from "./draft";
import { completeDraft } from "./complete-draft";
import { findConversation } from "./find-conversation";
import { comparableId, itemId } from "./item-id";
import type { Mail, MailFolder, NewMail } from "./mail";
import { completeMail } from "./complete-mail";
import type { MailPerson } from "./mail-person";
import { memorySettings, type RoamingSettingsStore } from "./roaming-settings";
import { sentMail } from "./sent-mail";
import type { StoreChange } from "./store-change";

export interface MailStoreOptions {
  readonly owner: MailPerson;
  /** Default: kept in memory. */
  readonly settings?: RoamingSettingsStore;
  readonly now?: () => Date;
}

/** What belongs to the window and is not kept with a saved draft. */
const unsavedFields = new Set(["selection", "sessionData", "notifications", "clientSignature"]);

/** The mailbox: mails in their folders, what is being written, and what the add-in keeps in it. */
export class MailStore {
  private readonly mailsById = new Map<string, Mail>();
  private readonly draftsById = new Map<string, Draft>();
  /** As they were saved the last time, by the draft's id. */
  private readonly savedDrafts = new Map<string, Draft>();
  private readonly handlers = new Set<(change: StoreChange) => void>();
  private readonly settings: RoamingSettingsStore;
  private masterCategories: readonly Category[] = [];
  readonly now: () => Date;
  /** Whose mails these are; another person may sit down at them. */
  owner: MailPerson;

  constructor(readonly options: MailStoreOptions) {
    this.owner = options.owner;
    this.settings = options.settings ?? memorySettings();
    this.now = options.now ?? (() => new Date());
  }

  /** Calls back after each change. Returns the way to stop. */
  onChange(handler: (change: StoreChange) => void): () => void {
    this.handlers.add(handler);
    return () => this.handlers.delete(handler);
  }

  /** Puts a mail into a folder; its conversation is found by its references, else by its subject. */
  add(mail: NewMail, folder: MailFolder = "received"): Mail {
    const id = mail.id ?? itemId();
    const added = completeMail(mail, {
      id,
      folder,
      conversationId: mail.conversationId ?? findConversation(mail, this.mails()),
    });
    if (this.item(id) !== undefined) throw new TypeError(`There is an item with the id ${id} already.`);
    this.mailsById.set(id, added);
    this.tell("mail-added", id);
    return added;
  }

  /** Mails of a folder, or all: the newest first. */
  mails(folder?: MailFolder): Mail[] {
    return [...this.mailsById.values()]
      .filter((mail) => folder === undefined || mail.folder === folder)
      .sort((one, other) => other.received.getTime() - one.received.getTime());
  }

  /** The mails of one conversation, the oldest first. */
  conversation(conversationId: string): Mail[] {
    return this.mails()
      .filter((mail) => mail.conversationId === conversationId)
      .reverse();
  }

  /** The drafts that were saved, or whose window is open. */
  drafts(): Draft[] {
    return [...this.draftsById.values()];
  }

  mail(id: string): Mail | undefined {
    return this.item(id, "mail") as Mail | undefined;
  }

  draft(id: string): Draft | undefined {
    return this.item(id, "draft") as Draft | undefined;
  }

  /** By any of the ids it has: Exchange's and REST's way of writing it are one; a saved draft has two. */
  item(id: string, kind?: "mail" | "draft"): Mail | Draft | undefined {
    const exact = this.mailsById.get(id) ?? this.draftsById.get(id);
    if (exact !== undefined && (kind === undefined || exact.kind === kind)) return exact;
    const wanted = comparableId(id);
    const items: (Mail | Draft)[] = [...this.mailsById.values(), ...this.draftsById.values()];
    return items.find(
      (item) =>
        (kind === undefined || item.kind === kind) &&
        (comparableId(item.id) === wanted ||
          (item.kind === "draft" && item.itemId !== undefined && comparableId(item.itemId) === wanted)),
    );
  }

  /** @throws TypeError when there is no such mail */
  changeMail(id: string, change: Partial<Omit<Mail, "kind" | "id" | "folder">>): Mail {
    const mail = this.mail(id);
    if (mail === undefined) throw new TypeError(`There is no mail ${id}.`);
    const changed = { ...mail, ...change };
    this.mailsById.set(mail.id, changed);
    this.tell("mail-changed", mail.id);
    return changed;
  }

  /** Opens a window for a mail to be written. */
  openDraft(draft: NewDraft = {}): Draft {
    const opened = completeDraft(draft);
    this.draftsById.set(opened.id, opened);
    this.tell("draft-opened", opened.id);
    return opened;
  }

  /** @throws TypeError when there is no such draft, or its window is closed */
  changeDraft(id: string, change: DraftChange): Draft {
    const draft = this.openedDraft(id);
    const saved = draft.saved && Object.keys(change).every((field) => unsavedFields.has(field));
    // A place among elements is none in another body.
    const { field, start, end } = draft.selection;
    const selection = { field, start, end };
    const changed = { ...draft, ...(change.body !== undefined && { selection }), ...change, saved };
    this.draftsById.set(changed.id, changed);
    this.tell("draft-changed", changed.id);
    return changed;
  }

  /** Puts it into the folder of drafts; the first time gives it its item id. */
  saveDraft(id: string): Draft {
    const draft = this.openedDraft(id);
    const saved = { ...draft, itemId: draft.itemId ?? itemId(), saved: true };
    this.draftsById.set(saved.id, saved);
    this.savedDrafts.set(saved.id, saved);
    this.tell("draft-saved", saved.id);
    return saved;
  }

  /** Closes its window; what was saved stays, as it was saved. One that was never saved is gone. */
  closeDraft(id: string): void {
    const draft = this.draft(id);
    if (draft === undefined) return;
    const saved = this.savedDrafts.get(draft.id);
    if (saved === undefined) this.draftsById.delete(draft.id);
    else this.draftsById.set(draft.id, { ...saved, sessionData: {}, open: false });
    this.tell("draft-closed", draft.id);
  }

  /** Opens the window of a saved draft again. */
  reopenDraft(id: string): Draft {
    const draft = this.draft(id);
    if (draft === undefined) throw new TypeError(`There is no draft ${id}.`);
    const opened = { ...draft, open: true };
    this.draftsById.set(opened.id, opened);
    this.tell("draft-opened", opened.id);
    return opened;
  }

  /** What the person does with the button: no method of office.js leads here. The mail goes into the folder of sent ones. */
  send(id: string): Mail {
    const draft = this.openedDraft(id);
    this.draftsById.delete(draft.id);
    this.savedDrafts.delete(draft.id);
    this.tell("draft-sent", draft.id);
    return this.add(sentMail(draft, this.owner, this.now()), "sent");
  }

  roamingSettings(): Record<string, string> {
    return this.settings.load();
  }

  saveRoamingSettings(settings: Record<string, string>): void {
    this.settings.save(settings);
    this.tell("settings-changed", "");
  }

  categories(): readonly Category[] {
    return this.masterCategories;
  }

  setCategories(categories: readonly Category[]): void {
    this.masterCategories = categories;
    this.tell("categories-changed", "");
  }

  private openedDraft(id: string): Draft {
    const draft = this.draft(id);
    if (draft?.open !== true) throw new TypeError(`There is no open draft ${id}.`);
    return draft;
  }

  private tell(type: StoreChange["type"], id: string): void {
    for (const handler of [...this.handlers]) handler({ type, id });
  }
}
