import { shortDate } from "../dates";
import { element, icon, paths } from "../element";
import { texts } from "../texts";
import type { ListEntry } from "./list-entry";

export type FolderId = "received" | "drafts" | "sent";

export interface ListState {
  readonly folder: FolderId;
  readonly counts: Readonly<Record<FolderId, number>>;
  readonly entries: readonly ListEntry[];
  readonly selectedId: string | undefined;
}

const folderIds = ["received", "drafts", "sent"] as const;

/** The folders and the list of one of them: a tab list and a list box as the ARIA practices describe them. */
export class MailList {
  private entries: readonly ListEntry[] = [];
  private selectedId: string | undefined;

  constructor(
    private readonly folders: HTMLElement,
    private readonly list: HTMLElement,
    private readonly onFolder: (folder: FolderId) => void,
    private readonly onSelect: (id: string) => void,
  ) {
    list.addEventListener("keydown", (event) => this.move(event));
    folders.addEventListener("keydown", (event) => this.moveFolder(event));
  }

  show(state: ListState): void {
    this.entries = state.entries;
    this.selectedId = state.selectedId;
    this.showFolders(state);
    const hadFocus = this.list.contains(document.activeElement);
    const top = this.list.scrollTop;
    this.list.setAttribute("aria-label", texts.folders[state.folder]);
    const isEmpty = state.entries.length === 0;
    this.list.setAttribute("role", isEmpty ? "note" : "listbox");
    this.list.replaceChildren(
      ...(isEmpty
        ? [element("p", "list-empty", texts.emptyFolder[state.folder])]
        : state.entries.map((entry) => this.line(entry))),
    );
    this.list.scrollTop = top;
    const selected = this.list.querySelector<HTMLElement>("[aria-selected=true]");
    if (selected === null) this.list.removeAttribute("aria-activedescendant");
    else this.list.setAttribute("aria-activedescendant", selected.id);
    selected?.scrollIntoView({ block: "nearest" });
    if (hadFocus) this.list.focus();
  }

  private showFolders({ folder, counts }: ListState): void {
    const tabs = folderIds.map((id) => {
      const tab = element("button", "folder", texts.folders[id]);
      tab.type = "button";
      tab.dataset["folder"] = id;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-selected", String(id === folder));
      tab.setAttribute("aria-controls", this.list.id);
      tab.tabIndex = id === folder ? 0 : -1;
      if (counts[id] > 0) tab.append(element("span", "count", String(counts[id])));
      tab.addEventListener("click", () => this.onFolder(id));
      return tab;
    });
    const hadFocus = this.folders.contains(document.activeElement);
    this.folders.replaceChildren(...tabs);
    if (hadFocus) tabs[folderIds.indexOf(folder)]?.focus();
  }

  private line(entry: ListEntry): HTMLElement {
    const line = element("div", "entry");
    line.id = `entry-${this.entries.indexOf(entry)}`;
    line.dataset["id"] = entry.id;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", String(entry.id === this.selectedId));
    const marks = element("span", "marks");
    if (entry.hasFiles) marks.append(icon(paths.clip), element("span", "unseen", texts.hasAttachments));
    if (entry.isUnread) {
      line.classList.add("unread");
      marks.append(element("span", "unseen", texts.unread));
    }
    const date = element("span", "date", entry.date === undefined ? "" : shortDate(entry.date));
    line.append(
      element("div", "entry-top", element("span", "people", entry.people), marks, date),
      element("div", "entry-subject", entry.subject),
      element("div", "entry-preview", entry.preview),
    );
    line.addEventListener("click", () => {
      this.list.focus();
      this.onSelect(entry.id);
    });
    return line;
  }

  private move(event: KeyboardEvent): void {
    const at = this.entries.findIndex(({ id }) => id === this.selectedId);
    const last = this.entries.length - 1;
    const next = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[event.key];
    const entry = next === undefined ? undefined : this.entries[next];
    if (entry === undefined) return;
    event.preventDefault();
    if (entry.id !== this.selectedId) this.onSelect(entry.id);
  }

  private moveFolder(event: KeyboardEvent): void {
    const here = (document.activeElement as HTMLElement | null)?.dataset["folder"];
    const at = folderIds.findIndex((id) => id === here);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || at === -1) return;
    event.preventDefault();
    this.onFolder(folderIds[(at + step + folderIds.length) % folderIds.length]!);
  }
}
