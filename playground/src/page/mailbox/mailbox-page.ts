import {
  createMailboxHost,
  findOutlookProfile,
  outlookProfiles,
  samePerson,
  type Mail,
  type MailboxHost,
  type MailPerson,
  type OutlookProfileId,
} from "@genai-office/office-host/outlook";
import { warmUp } from "../warm-up";
import type { ServerConfig } from "../server-config";
import { attachDropZone } from "../shell/drop-zone";
import { Messages } from "../shell/messages";
import { drawPlaces } from "../shell/places";
import { attachRegions } from "../shell/regions";
import { attachSplitter } from "../shell/splitter";
import { DraftActions } from "./compose/draft-actions";
import { listState } from "./list/list-state";
import { type FolderId, MailList } from "./list/mail-list";
import type { MailElements } from "./mail-elements";
import { mailOf, readFiles } from "./open-mails";
import { FaultsMenu } from "./pane/faults-menu";
import { PaneColumn, type WindowId } from "./pane/pane-column";
import { MailView } from "./reading/mail-view";
import { calledBy, otherReader, readersOf } from "./readers";
import { keptSettings } from "./roaming-settings";
import { loadMailSample, type MailSamples } from "./samples";
import { notices, otherReaderNotice, profileNames, texts } from "./texts";
import { Windows } from "./windows";

/** The page that plays Outlook: list and mail on the left, the real pane on the right. */
export class MailboxPage {
  private mailbox: MailboxHost;
  private readonly messages: Messages;
  private readonly list: MailList;
  private readonly view: MailView;
  private readonly windows: Windows;
  private readonly pane: PaneColumn;
  private readonly faults: FaultsMenu;
  private readonly drafts: DraftActions;
  private folder: FolderId = "received";
  private selectedId: string | undefined;
  private isListDue = false;

  constructor(
    private readonly elements: MailElements,
    config: ServerConfig,
    private readonly samples: MailSamples,
  ) {
    warmUp(config.paneOrigin);
    this.mailbox = createMailboxHost({
      owner: { ...samples.owner, timeZone: "Tokyo Standard Time", timeZoneOffset: 540 },
      settings: keptSettings,
    });
    this.messages = new Messages(elements.messages);
    this.list = new MailList(
      elements.folders,
      elements.list,
      (folder) => this.showFolder(folder),
      (id) => this.choose(id),
    );
    this.drafts = new DraftActions(this.mailbox, this.messages, (draftId) => this.windows.open(draftId));
    this.view = new MailView(elements.reading, this.drafts);
    this.pane = new PaneColumn({
      elements,
      paneUrl: config.outlookPaneUrl,
      name: config.displayName,
      mailbox: () => this.mailbox,
      selectedId: () => this.selectedId,
      onReady: (isReady) => {
        if (isReady) document.documentElement.dataset["pane"] = "ready";
        else delete document.documentElement.dataset["pane"];
      },
      onReloaded: () => this.messages.news(texts.reloaded),
      onSilent: () =>
        this.messages.error(notices.paneFailed, config.paneOrigin, [
          { label: texts.openPaneAddress, run: () => window.open(config.outlookPaneUrl, "_blank", "noopener") },
        ]),
    });
    this.windows = new Windows({
      elements,
      store: this.mailbox.store,
      actions: this.drafts,
      onActivate: (id) => this.activated(id),
    });
    this.faults = new FaultsMenu(elements.faultsButton, elements.faultsMenu, elements.faultState);
    this.faults.attach(this.mailbox);
    this.attachControls(config);
    this.follow();
  }

  /** Fills the mailbox, opens its newest mail and the pane beside it. */
  async start(): Promise<void> {
    const [first, ...others] = this.samples.mails;
    if (first === undefined) return;
    const add = async (sample: typeof first) => {
      const mail = await mailOf(await loadMailSample(sample.file));
      return this.mailbox.store.add({ ...mail, isRead: sample.isRead });
    };
    const { id } = await add(first);
    this.select(id);
    this.pane.open("reading");
    await this.pane.loaded("reading");
    try {
      await Promise.all(others.map(add));
    } catch (error) {
      this.messages.error(notices.samplesMissing, texts.detail(error instanceof Error ? error.name : "Error"));
    }
  }

  private attachControls(config: ServerConfig): void {
    const { elements } = this;
    elements.productName.textContent = config.displayName;
    this.drawOwner();
    elements.reader.addEventListener("change", () => {
      const chosen = this.readers().find(({ address }) => address === elements.reader.value);
      if (chosen !== undefined) this.readAs(chosen);
    });
    drawPlaces(elements.places, "mail");
    for (const id of Object.keys(outlookProfiles) as OutlookProfileId[])
      elements.profile.append(new Option(profileNames[id], id));
    elements.profile.addEventListener("change", () => this.play(elements.profile.value as OutlookProfileId));
    elements.newMail.addEventListener("click", () => this.mailbox.store.openDraft());
    elements.openButton.addEventListener("click", () => elements.fileInput.click());
    elements.fileInput.addEventListener("change", () => {
      void this.addFiles(Array.from(elements.fileInput.files ?? []));
      elements.fileInput.value = ""; // so that the same file can be chosen again
    });
    attachDropZone(document.body, elements.dropHint, (files) => void this.addFiles(files));
    attachSplitter(elements.splitter, elements.paneColumn);
    attachRegions([elements.toolbar, elements.list, elements.windowArea, () => this.pane.focus()]);
    window.addEventListener("beforeunload", (event) => {
      if (this.mailbox.store.drafts().some(({ open, saved }) => open && !saved)) event.preventDefault();
    });
  }

  private follow(): void {
    const { store } = this.mailbox;
    store.onChange(({ type, id }) => {
      // While a mail is written, only a list of drafts has something to show of it.
      if (type !== "draft-changed" || this.folder === "drafts") this.drawListSoon();
      if (type === "draft-changed") this.windows.rename();
      if (type === "draft-opened") {
        this.pane.open(id as WindowId);
        this.windows.open(id);
      } else if (type === "draft-sent" || type === "draft-closed") this.windows.remove(id);
      else if (type === "mail-changed" && id === this.selectedId) this.view.show(store.mail(id));
    });
    this.mailbox.on("message-opened", ({ itemId }) => this.showItem(itemId));
    this.mailbox.on("close-asked", ({ draftId }) => this.drafts.close(draftId));
    this.mailbox.on("unimplemented", ({ member }) => this.messages.news(texts.notEmulated(member)));
  }

  /** Any number of files; the newest of them is shown. */
  private async addFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    this.messages.progress(texts.adding(files.length));
    const { mails, notMail, tooLarge, unreadable } = await readFiles(files);
    const added = mails.map((mail) => this.mailbox.store.add(mail));
    const [newest] = [...added].sort((one, other) => other.received.getTime() - one.received.getTime());
    if (newest !== undefined) this.showItem(newest.id);
    if (notMail.length > 0) this.messages.error(notices.notMail(notMail));
    else if (tooLarge.length > 0) this.messages.error(notices.tooLarge(tooLarge));
    else if (unreadable.length > 0) this.messages.error(notices.unreadable(unreadable));
    else this.tellAdded(added.length, newest);
  }

  /** Whose mail it is decides what is asked of "you": a mail to somebody else can be read as that person. */
  private tellAdded(count: number, newest: Mail | undefined): void {
    const { owner } = this.mailbox;
    const reader = newest && otherReader(newest, owner);
    if (reader === undefined) return this.messages.news(texts.added(count));
    this.messages.ask(otherReaderNotice(count, calledBy(reader), calledBy(owner)), [
      { label: texts.readAs(calledBy(reader)), run: () => this.readAs(reader) },
      { label: texts.stayOwner(calledBy(owner)), run: () => this.elements.reader.focus() },
    ]);
  }

  /** The owner of the samples, and everybody whom a mail of the inbox addresses. */
  private readers(): MailPerson[] {
    return readersOf(this.mailbox.store.mails("received"), this.samples.owner);
  }

  /** Another person sits down at the same mails; the panes are opened anew, as Outlook does for another account. */
  private readAs(person: MailPerson): void {
    if (samePerson(person, this.mailbox.owner)) return;
    this.mailbox = { ...this.mailbox, owner: { ...this.mailbox.owner, ...person } };
    this.mailbox.store.owner = person;
    this.drawOwner();
    this.pane.restart();
  }

  private drawOwner(): void {
    const { elements, mailbox } = this;
    elements.owner.textContent = texts.owner(calledBy(mailbox.owner));
    elements.owner.title = mailbox.owner.address;
    elements.reader.replaceChildren(
      ...this.readers().map((one) => {
        const isOwner = samePerson(one, mailbox.owner);
        return new Option(calledBy(one), one.address, isOwner, isOwner);
      }),
    );
  }

  /** A line of the list was chosen: a mail is read, a draft goes on being written. */
  private choose(id: string): void {
    const draft = this.mailbox.store.draft(id);
    if (draft === undefined) {
      this.windows.activate("reading");
      this.select(id);
    } else if (draft.open) this.windows.open(id);
    else this.mailbox.store.reopenDraft(id);
  }

  private showItem(id: string): void {
    const mail = this.mailbox.store.mail(id);
    if (mail !== undefined) this.folder = mail.folder;
    this.choose(id);
  }

  private select(id: string): void {
    const { store } = this.mailbox;
    const mail = store.mail(id);
    if (mail === undefined) return;
    const isOther = id !== this.selectedId;
    this.selectedId = id;
    document.title = `${mail.subject || texts.noSubject} - ${this.elements.productName.textContent}`;
    this.view.show(mail);
    if (isOther) this.pane.select(id);
    if (!mail.isRead) store.changeMail(id, { isRead: true });
    this.drawListSoon();
  }

  private showFolder(folder: FolderId): void {
    this.folder = folder;
    this.drawList();
  }

  private activated(id: WindowId): void {
    this.pane.activate(id);
    this.drawListSoon();
  }

  /** The same mailbox in another edition of Outlook. */
  private play(id: OutlookProfileId): void {
    const profile = findOutlookProfile(id);
    this.mailbox = { ...this.mailbox, profile, faults: { ...profile.faults } };
    this.faults.attach(this.mailbox);
    this.pane.restart();
  }

  /** Once for all changes of one task. */
  private drawListSoon(): void {
    if (this.isListDue) return;
    this.isListDue = true;
    queueMicrotask(() => {
      this.isListDue = false;
      this.drawList();
    });
  }

  private drawList(): void {
    if (this.readers().length !== this.elements.reader.options.length) this.drawOwner();
    this.list.show(listState(this.mailbox, this.folder, this.selectedId));
    const received = this.mailbox.store.mails("received");
    const unread = received.filter(({ isRead }) => !isRead).length;
    this.elements.counts.textContent = texts.counts(received.length, unread);
  }
}
