export interface MenuItem {
  readonly title: string;
  readonly description: string;
  choose(): void;
}

/** A menu button as the ARIA practices describe it: arrows, Home, End, Escape, first letters are not needed for three items. */
export function attachMenu(button: HTMLButtonElement, list: HTMLElement, items: readonly MenuItem[]): void {
  const entries = items.map((item) => createEntry(item, () => close(true)));
  list.setAttribute("role", "menu");
  list.setAttribute("aria-labelledby", button.id);
  list.replaceChildren(...entries);
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  button.disabled = entries.length === 0;

  const open = (at: number) => {
    list.hidden = false;
    button.setAttribute("aria-expanded", "true");
    entries.at(at)?.focus();
  };
  const close = (giveFocusBack: boolean) => {
    if (list.hidden) return;
    list.hidden = true;
    button.setAttribute("aria-expanded", "false");
    if (giveFocusBack) button.focus();
  };
  button.addEventListener("click", () => (list.hidden ? open(0) : close(true)));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowDown" ? 0 : -1);
  });
  list.addEventListener("keydown", (event) => {
    const at = entries.indexOf(document.activeElement as HTMLButtonElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape") close(true);
    else if (event.key === "Tab") close(false);
    else if (next !== undefined) {
      event.preventDefault();
      entries.at(next % entries.length)?.focus();
    }
  });
  document.addEventListener("pointerdown", (event) => {
    if (!list.contains(event.target as Node) && !button.contains(event.target as Node)) close(false);
  });
  // A click into the pane is a click into another document: only the loss of focus tells.
  window.addEventListener("blur", () => close(false));
}

function createEntry({ title, description, choose }: MenuItem, close: () => void): HTMLButtonElement {
  const entry = document.createElement("button");
  entry.type = "button";
  entry.setAttribute("role", "menuitem");
  entry.tabIndex = -1;
  const name = document.createElement("span");
  name.className = "menu-title";
  name.textContent = title;
  const note = document.createElement("span");
  note.className = "menu-note";
  note.textContent = description;
  entry.append(name, note);
  entry.addEventListener("click", () => {
    close();
    choose();
  });
  return entry;
}
