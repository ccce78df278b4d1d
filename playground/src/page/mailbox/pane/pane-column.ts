import type { MailboxHost } from "@genai-office/office-host/outlook";
import type { MailElements } from "../mail-elements";
import { profileNames, texts } from "../texts";
import { TaskPane } from "./task-pane";

export interface PaneColumnOptions {
  readonly elements: MailElements;
  readonly paneUrl: string;
  readonly name: string;
  readonly mailbox: () => MailboxHost;
  /** What is selected in the window of reading. */
  readonly selectedId: () => string | undefined;
  readonly onReady: (isReady: boolean) => void;
  readonly onReloaded: () => void;
  readonly onSilent: () => void;
}

/** The window of reading, or the id of a draft. */
export type WindowId = "reading" | `draft-${string}`;

/** The column of the task panes: one for each window that has one open, and the one of the active window is seen. */
export class PaneColumn {
  private readonly panes = new Map<WindowId, TaskPane>();
  private readonly booted = new Set<WindowId>();
  private active: WindowId = "reading";
  private isPinned = true;

  constructor(private readonly options: PaneColumnOptions) {
    const { elements, name } = options;
    elements.paneTitle.textContent = name;
    elements.openPane.textContent = texts.openPane(name);
    elements.openPane.addEventListener("click", () => {
      this.open(this.active);
      this.focus();
    });
    elements.closePane.addEventListener("click", () => this.close(this.active));
    elements.pin.addEventListener("click", () => {
      this.isPinned = !this.isPinned;
      this.draw();
    });
  }

  /** Opens the add-in beside a window; nothing changes where it is open, or where the edition runs none. */
  open(id: WindowId): void {
    const { elements, mailbox, name, paneUrl, selectedId, onReady, onReloaded, onSilent } = this.options;
    if (this.panes.has(id) || (id !== "reading" && !mailbox().profile.compose)) return this.draw();
    const pane = new TaskPane({
      area: elements.paneFrames,
      paneUrl,
      name,
      mailbox: mailbox(),
      itemId: id === "reading" ? selectedId() : id,
      onBooted: () => {
        this.booted.add(id);
        if (id === this.active) onReady(true);
      },
      onClosed: () => this.forget(id),
      onReloaded,
      onSilent,
    });
    this.panes.set(id, pane);
    this.draw();
  }

  /**
   * Resolves when the pane of a window has loaded, at the latest after three seconds. What the page does until then is done at
   * the pane's cost: a frame is shown only when the page around it has time to show it.
   */
  async loaded(id: WindowId): Promise<void> {
    await this.panes.get(id)?.loaded();
  }

  close(id: WindowId): void {
    this.panes.get(id)?.close();
    this.forget(id);
  }

  /** The window in front has changed. */
  activate(id: WindowId): void {
    this.active = id;
    this.draw();
  }

  /** Another mail, or none, was selected in the window of reading. */
  select(itemId: string | undefined): void {
    if (this.isPinned) this.panes.get("reading")?.select(itemId);
    else this.close("reading");
  }

  /** All panes anew, as when Outlook is started in another edition. */
  restart(): void {
    const open = [...this.panes.keys()];
    for (const id of open) this.close(id);
    for (const id of open) this.open(id);
  }

  focus(): void {
    const pane = this.panes.get(this.active);
    if (pane === undefined) this.options.elements.openPane.focus();
    else pane.focus();
  }

  private forget(id: WindowId): void {
    this.panes.delete(id);
    this.booted.delete(id);
    this.draw();
  }

  private draw(): void {
    const { elements, mailbox, onReady } = this.options;
    const { profile } = mailbox();
    for (const [id, pane] of this.panes) pane.isShown = id === this.active;
    const isOpen = this.panes.has(this.active);
    elements.paneFrames.hidden = !isOpen;
    elements.paneEmpty.hidden = isOpen;
    elements.closePane.hidden = !isOpen;
    const isUnavailable = this.active !== "reading" && !profile.compose;
    elements.openPane.hidden = isUnavailable;
    elements.paneEmpty.querySelector("p")!.textContent = isUnavailable
      ? texts.paneUnavailable(profileNames[profile.id])
      : texts.paneClosed;
    elements.pin.hidden = this.active !== "reading" || !isOpen;
    elements.pin.disabled = !profile.pinning;
    const isPinned = this.isPinned && profile.pinning;
    elements.pin.setAttribute("aria-pressed", String(isPinned));
    elements.pin.title = profile.pinning ? (isPinned ? texts.pinned : texts.unpinned) : texts.pinUnavailable;
    onReady(this.booted.has(this.active));
  }
}
