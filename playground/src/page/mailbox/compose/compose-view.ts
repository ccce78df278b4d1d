import type { Draft, MailStore } from "@genai-office/office-host/outlook";
import { button, element, icon, paths } from "../element";
import { attachmentRow } from "../reading/mail-view";
import { showNotifications } from "../reading/notifications";
import { texts } from "../texts";
import { BodyEditor } from "./body-editor";
import { peopleText, readPeople } from "./people-text";

export interface ComposeActions {
  send(draftId: string): void;
  discard(draftId: string): void;
  close(draftId: string): void;
}

type Field = "to" | "cc" | "bcc" | "subject";

/** A window in which a mail is written. What is typed is in the store at once; what an add-in writes is drawn at once. */
export class ComposeView {
  readonly area: HTMLElement;
  private readonly fields: Readonly<Record<Field, HTMLInputElement>>;
  private readonly files = element("div", "draft-files");
  private readonly notifications = element("div", "notifications");
  private readonly editor: BodyEditor;
  private readonly showBcc: HTMLButtonElement;
  private readonly stopFollowing: () => void;
  private isBccShown = false;

  constructor(
    private readonly store: MailStore,
    readonly draftId: string,
    actions: ComposeActions,
  ) {
    const send = button(texts.send, "primary-button", () => actions.send(draftId));
    send.prepend(icon(paths.send));
    const discard = button(texts.discard, "plain-button", () => actions.discard(draftId));
    discard.prepend(icon(paths.discard));
    const close = button("", "icon-button", () => actions.close(draftId));
    close.setAttribute("aria-label", texts.closeWindow);
    close.append(icon(paths.close));
    this.fields = {
      to: this.field("to", texts.to),
      cc: this.field("cc", texts.cc),
      bcc: this.field("bcc", texts.bcc),
      subject: this.field("subject", texts.subject),
    };
    const rows = Object.values(this.fields).map((input) =>
      element("label", "draft-field", element("span", "", input.dataset["label"] ?? ""), input),
    );
    const showBcc = button(texts.bcc, "field-button", () => {
      this.isBccShown = true;
      this.refresh();
      this.fields.bcc.focus();
    });
    showBcc.setAttribute("aria-label", texts.showBcc);
    this.showBcc = showBcc;
    this.area = element("div", "compose");
    this.area.dataset["draft"] = draftId;
    this.notifications.setAttribute("role", "status");
    this.area.append(
      this.notifications,
      element("div", "compose-bar", send, discard, showBcc, close),
      ...rows,
      this.files,
    );
    this.editor = new BodyEditor({
      area: this.area,
      draft: () => this.draft,
      onInput: (body) => this.change({ body }),
      onSelect: (start, end) => {
        const { selection } = this.draft ?? {};
        if (selection?.field === "body" && selection.start === start && selection.end === end) return;
        this.change({ selection: { field: "body", start, end } });
      },
    });
    this.stopFollowing = store.onChange(({ type, id }) => {
      if (type === "draft-changed" && id === draftId) this.refresh();
    });
    this.refresh();
  }

  get draft(): Draft | undefined {
    const draft = this.store.draft(this.draftId);
    return draft?.open === true ? draft : undefined;
  }

  focus(): void {
    const { draft } = this;
    // An answer has its recipients: there the text comes first.
    if (draft !== undefined && draft.to.length === 0) this.fields.to.focus();
    else this.editor.focus();
  }

  dispose(): void {
    this.stopFollowing();
    this.area.remove();
  }

  private refresh(): void {
    const { draft } = this;
    if (draft === undefined) return;
    for (const name of ["to", "cc", "bcc"] as const) {
      // Half an address is not put into the form of a whole one while it is being typed.
      if (document.activeElement !== this.fields[name]) this.fields[name].value = peopleText(draft[name]);
    }
    this.isBccShown ||= draft.bcc.length > 0;
    this.fields.bcc.parentElement!.hidden = !this.isBccShown;
    this.showBcc.hidden = this.isBccShown;
    if (this.fields.subject.value !== draft.subject) this.fields.subject.value = draft.subject;
    showNotifications(this.notifications, draft.notifications);
    this.files.replaceChildren(
      ...attachmentRow(draft.attachments, ({ id }) =>
        this.change({ attachments: (this.draft?.attachments ?? []).filter((other) => other.id !== id) }),
      ),
    );
    this.editor.refresh();
  }

  private field(name: Field, label: string): HTMLInputElement {
    const input = element("input", "");
    input.type = "text";
    input.autocomplete = "off";
    input.dataset["label"] = label;
    input.dataset["field"] = name;
    if (name === "subject") {
      input.addEventListener("input", () => this.change({ subject: input.value }));
      const tell = () =>
        this.change({
          selection: { field: "subject", start: input.selectionStart ?? 0, end: input.selectionEnd ?? 0 },
        });
      for (const type of ["focus", "keyup", "pointerup"] as const) input.addEventListener(type, tell);
    } else input.addEventListener("change", () => this.change({ [name]: readPeople(input.value) }));
    return input;
  }

  private change(change: Parameters<MailStore["changeDraft"]>[1]): void {
    if (this.draft !== undefined) this.store.changeDraft(this.draftId, change);
  }
}
