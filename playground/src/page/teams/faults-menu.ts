import { attachMenu } from "../shell/menu";
import { texts } from "./texts";
import type { Choice } from "./wire";

/** The menu in which trouble is set up; each waits for its next request and is gone once that has met it. */
export class FaultsMenu {
  constructor(
    button: HTMLButtonElement,
    private readonly list: HTMLElement,
    private readonly state: HTMLElement,
    private readonly faults: readonly Choice[],
    toggle: (id: string) => void,
  ) {
    attachMenu(
      button,
      list,
      faults.map(({ id, title, description }) => ({ title, description, choose: () => toggle(id) })),
    );
  }

  show(armed: readonly string[]): void {
    [...this.list.children].forEach((entry, at) => {
      entry.setAttribute("role", "menuitemcheckbox");
      entry.setAttribute("aria-checked", String(armed.includes(this.faults[at]!.id)));
    });
    this.state.textContent = armed.length === 0 ? "" : texts.faultsOn(armed.length);
  }
}
