import { button, element, icon, paths } from "../../mailbox/element";
import { texts } from "../texts";

/** A window in front of the chat, closed by its cross, by Escape, or by who opened it. */
export class Dialog {
  readonly body = element("div", "dialog-body");
  private readonly root: HTMLDialogElement;
  private readonly heading: HTMLElement;

  constructor(title: string, onClosed: () => void = () => undefined) {
    this.heading = element("h2", "", title);
    this.heading.id = "dialog-title";
    const close = button("", "icon-button", () => this.close());
    close.append(icon(paths.close));
    close.setAttribute("aria-label", texts.close);
    this.root = element("dialog", "", element("div", "dialog-head", this.heading, close), this.body);
    this.root.setAttribute("aria-labelledby", this.heading.id);
    this.root.addEventListener("close", () => {
      this.root.remove();
      onClosed();
    });
    document.body.append(this.root);
    this.root.showModal();
  }

  set title(title: string) {
    this.heading.textContent = title;
  }

  show(...content: readonly (Node | string)[]): void {
    this.body.replaceChildren(...content);
  }

  close(): void {
    this.root.close();
  }
}
