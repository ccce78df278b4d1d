import type { MailStore } from "@genai-office/office-host/outlook";
import { type ComposeActions, ComposeView } from "./compose/compose-view";
import { element } from "./element";
import type { MailElements } from "./mail-elements";
import type { WindowId } from "./pane/pane-column";
import { texts } from "./texts";

export interface WindowsOptions {
  readonly elements: Pick<MailElements, "windows" | "reading" | "composing">;
  readonly store: MailStore;
  readonly actions: ComposeActions;
  /** A window came to the front. */
  readonly onActivate: (id: WindowId) => void;
}

/** The window of reading and those of drafts, one in front of the others, behind tabs while there are drafts. */
export class Windows {
  private readonly drafts = new Map<string, ComposeView>();
  private active: WindowId = "reading";

  constructor(private readonly options: WindowsOptions) {
    options.elements.windows.addEventListener("keydown", (event) => this.move(event));
  }

  /** A draft's window, in front; made when it is not there. */
  open(draftId: string): void {
    const { actions, elements, store } = this.options;
    if (!this.drafts.has(draftId)) {
      const view = new ComposeView(store, draftId, actions);
      this.drafts.set(draftId, view);
      elements.composing.append(view.area);
    }
    this.activate(draftId as WindowId);
    this.drafts.get(draftId)?.focus();
  }

  /** The draft was sent or closed. */
  remove(draftId: string): void {
    this.drafts.get(draftId)?.dispose();
    this.drafts.delete(draftId);
    if (this.active === draftId) this.activate("reading");
    else this.draw();
  }

  activate(id: WindowId): void {
    this.active = id;
    this.draw();
    this.options.onActivate(id);
  }

  /** A subject may have changed. */
  rename(): void {
    for (const tab of this.options.elements.windows.querySelectorAll<HTMLElement>("[role=tab]")) {
      const view = this.drafts.get(tab.dataset["window"] ?? "");
      const label = view?.draft?.subject || texts.noSubject;
      if (view === undefined || tab.title === label) continue;
      tab.title = label;
      tab.querySelector("span")!.textContent = label;
    }
  }

  private draw(): void {
    const { windows, reading, composing } = this.options.elements;
    const hadFocus = windows.contains(document.activeElement);
    windows.hidden = this.drafts.size === 0;
    windows.replaceChildren(
      this.tab("reading", texts.readingWindow, reading.id),
      ...[...this.drafts].map(([id, { draft }]) =>
        this.tab(id as WindowId, draft?.subject || texts.noSubject, composing.id),
      ),
    );
    reading.hidden = this.active !== "reading";
    composing.hidden = this.active === "reading";
    for (const [id, view] of this.drafts) view.area.hidden = id !== this.active;
    if (hadFocus) windows.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
  }

  private tab(id: WindowId, label: string, controls: string): HTMLElement {
    const isActive = id === this.active;
    const tab = element("button", "window-tab", element("span", "", label));
    tab.type = "button";
    tab.dataset["window"] = id;
    tab.title = label;
    tab.setAttribute("role", "tab");
    tab.setAttribute("aria-selected", String(isActive));
    tab.setAttribute("aria-controls", controls);
    tab.tabIndex = isActive ? 0 : -1;
    tab.addEventListener("click", () => this.activate(id));
    return tab;
  }

  private move(event: KeyboardEvent): void {
    const ids: WindowId[] = ["reading", ...([...this.drafts.keys()] as WindowId[])];
    const at = ids.indexOf(this.active);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || (document.activeElement as HTMLElement).dataset["window"] === undefined) return;
    event.preventDefault();
    this.activate(ids[(at + step + ids.length) % ids.length]!);
  }
}
