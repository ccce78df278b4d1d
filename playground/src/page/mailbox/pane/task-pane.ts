import {
  attachOutlookPane,
  type AttachedOutlookPane,
  type MailboxHost,
  type OutlookSessionEvent,
} from "@genai-office/office-host/outlook";

export interface TaskPaneOptions {
  /** The element that the frame is put into. */
  readonly area: HTMLElement;
  readonly paneUrl: string;
  readonly name: string;
  readonly mailbox: MailboxHost;
  /** The mail, or the draft, that it is opened beside. */
  readonly itemId: string | undefined;
  readonly onBooted: () => void;
  /** The pane has gone by itself: its draft was closed, or the add-in asked for it. */
  readonly onClosed: () => void;
  readonly onReloaded: () => void;
  /** The pane did not announce itself in time. */
  readonly onSilent: () => void;
}

/** A pane that has not spoken after this long will not: usually its certificate was not accepted. */
const bootTime = 20_000;
/** How long the page waits for its first pane. Milliseconds. */
const patience = 3_000;

/** The real pane of the add-in in its frame, beside one window of the mailbox. */
export class TaskPane {
  private readonly attached: AttachedOutlookPane;
  private readonly timer: ReturnType<typeof setTimeout>;

  /** @throws TypeError where this edition of Outlook runs no add-in */
  constructor(private readonly options: TaskPaneOptions) {
    const { area, paneUrl, name, mailbox, itemId } = options;
    this.timer = setTimeout(options.onSilent, bootTime);
    try {
      this.attached = attachOutlookPane({
        container: area,
        paneUrl,
        title: name,
        addinName: name,
        mailbox,
        itemId,
        // Whether it stays when another mail is selected, the page decides: people pin a pane while it is open.
        pinned: true,
        onEvent: (event) => this.hear(event),
        // The page says it by name (the mailbox's event "unimplemented"): a console is not where people look.
        onDefect: () => undefined,
      });
    } catch (error) {
      clearTimeout(this.timer);
      throw error;
    }
  }

  get itemId(): string | undefined {
    return this.attached.itemId;
  }

  /** Only one of several panes is seen; the others go on with their work. */
  set isShown(isShown: boolean) {
    this.attached.frame.hidden = !isShown;
  }

  select(itemId: string | undefined): void {
    this.attached.select(itemId);
  }

  /** Resolves when the pane's page has loaded, at the latest after three seconds. */
  async loaded(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.attached.frame.addEventListener("load", () => resolve(), { once: true });
      setTimeout(resolve, patience);
    });
  }

  focus(): void {
    this.attached.frame.focus();
  }

  close(): void {
    clearTimeout(this.timer);
    this.attached.dispose();
  }

  private hear(event: OutlookSessionEvent): void {
    const { onBooted, onClosed, onReloaded } = this.options;
    if (event.type === "reload") onReloaded();
    if (event.type !== "booted" && event.type !== "closed") return;
    clearTimeout(this.timer);
    if (event.type === "booted") onBooted();
    else onClosed();
  }
}
