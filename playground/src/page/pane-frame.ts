import { attachPane, type AttachedPane } from "@genai-office/office-host/browser";
import type { ProfileId } from "@genai-office/office-host/profiles";
import { createInterpreter } from "@genai-office/office-host/rich-api";
import type { WordHost } from "@genai-office/office-host/word";
import { warmUp } from "./warm-up";

export interface PaneFrameOptions {
  readonly container: HTMLElement;
  readonly paneUrl: string;
  readonly name: string;
  /**
   * The keyboard leaves the pane: by Escape, which also closes a dialog that is open in it, or by Tab past its last or
   * first element, which a dialog does not allow. F6 cannot be heard from a frame of another origin, and office.js does
   * not report it, dialog or not; it reports Ctrl+F6, which the session does not hand on.
   */
  readonly onFocusLeaves: () => void;
  readonly onBooted: () => void;
  /** The pane did not announce itself in time. */
  readonly onSilent: () => void;
}

/** A pane that has not spoken after this long will not: usually its certificate was not accepted. */
const bootTime = 20_000;
/** How long a first document waits for the pane beside it. Milliseconds. */
const patience = 3_000;

/** The real pane in its frame, made anew for each document and for each edition of Word that is played. */
export class PaneFrame {
  private attached: AttachedPane | undefined;
  private openHost: WordHost | undefined;
  private stopListening: (() => void) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PaneFrameOptions) {
    warmUp(new URL(options.paneUrl).origin);
  }

  /** The host that the pane speaks to; undefined before the first and after `close`. */
  get host(): WordHost | undefined {
    return this.openHost;
  }

  open(host: WordHost, documentName: string, profile: ProfileId): void {
    this.close();
    const { container, paneUrl, name, onBooted, onFocusLeaves, onSilent } = this.options;
    this.timer = setTimeout(onSilent, bootTime);
    const attached = attachPane({
      container,
      paneUrl,
      title: name,
      addinName: name,
      profile,
      interpreter: createInterpreter({ root: host.root }),
      documentUrl: `${location.origin}/documents/${encodeURIComponent(documentName)}`,
      services: { getFile: () => host.save() },
      onEvent: (event) => {
        if (event.type === "booted") {
          clearTimeout(this.timer);
          onBooted();
        } else if (event.type === "focus-leaves") onFocusLeaves();
      },
    });
    this.attached = attached;
    this.openHost = host;
    this.stopListening = host.onSelectionChanged(() => attached.session.selectionChanged());
  }

  /**
   * Resolves when the pane's page has loaded, at the latest after three seconds. What the host page does until then is
   * done at the pane's cost: a frame is shown only when the page around it has time to show it.
   */
  async loaded(): Promise<void> {
    const frame = this.attached?.frame;
    if (frame === undefined) return;
    await new Promise<void>((resolve) => {
      frame.addEventListener("load", () => resolve(), { once: true });
      setTimeout(resolve, patience);
    });
  }

  focus(): void {
    this.attached?.frame.focus();
    this.attached?.session.focusPane();
  }

  close(): void {
    clearTimeout(this.timer);
    this.stopListening?.();
    this.attached?.dispose();
    this.attached = undefined;
    this.openHost = undefined;
  }
}
