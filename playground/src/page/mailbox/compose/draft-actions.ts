import { replyDraft, type Mail, type MailboxHost } from "@genai-office/office-host/outlook";
import type { Messages } from "../../shell/messages";
import { closeNotice, notices, texts } from "../texts";
import type { ComposeActions } from "./compose-view";

/** What a person does with mails that are written. Sending is theirs alone, and moves the mail within this page. */
export class DraftActions implements ComposeActions {
  constructor(
    private readonly mailbox: MailboxHost,
    private readonly messages: Messages,
    private readonly show: (draftId: string) => void,
  ) {}

  reply(mail: Mail, all: boolean): void {
    const { html, language, store } = this.mailbox;
    const { timeZoneOffset } = this.mailbox.owner;
    const { owner } = store;
    store.openDraft(replyDraft(mail, { owner, all, htmlBody: "", language, timeZoneOffset, html }));
  }

  send(draftId: string): void {
    const { store } = this.mailbox;
    const draft = store.draft(draftId);
    const people = [...(draft?.to ?? []), ...(draft?.cc ?? []), ...(draft?.bcc ?? [])];
    if (people.every(({ address }) => address === "")) return this.messages.error(notices.noAddress);
    store.send(draftId);
    this.messages.news(texts.sent);
  }

  discard(draftId: string): void {
    const isKept = this.mailbox.store.draft(draftId)?.itemId !== undefined;
    this.mailbox.store.closeDraft(draftId);
    this.messages.news(isKept ? texts.closed : texts.discarded);
  }

  /** Asks what is to become of what was not saved. */
  close(draftId: string): void {
    const { store } = this.mailbox;
    if (store.draft(draftId)?.saved === true) return this.discard(draftId);
    this.messages.ask(closeNotice, [
      { label: texts.keepWriting, run: () => this.show(draftId) },
      { label: texts.discardDraft, run: () => this.discard(draftId) },
      {
        label: texts.saveDraft,
        run: () => {
          store.saveDraft(draftId);
          store.closeDraft(draftId);
          this.messages.news(texts.saved);
        },
      },
    ]);
  }
}
