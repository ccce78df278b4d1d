import { texts, type Notice } from "../texts";

export interface MessageAction {
  readonly label: string;
  run(): void;
}

const newsTime = 4000;

/**
 * The strip above the document: one message at a time, never a window in front of the work. Errors stay until they are
 * closed or replaced; news goes by itself.
 */
export class Messages {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly strip: HTMLElement) {}

  /** Something went wrong; screen readers say it at once. */
  error(notice: Notice, detail?: string, actions: readonly MessageAction[] = []): void {
    this.show("error", [line("strong", notice.title), line("span", notice.advice), ...details(detail)], actions);
  }

  /** A question in the strip; the actions close it. */
  ask(notice: Notice, actions: readonly MessageAction[]): void {
    this.show("question", [line("strong", notice.title), line("span", notice.advice)], actions);
  }

  /** Work that takes a while; stays until the next message or `clear`. */
  progress(text: string): void {
    this.show("progress", [line("span", text)], []);
  }

  /** Goes by itself after a few seconds. */
  news(text: string): void {
    this.show("news", [line("span", text)], []);
    this.timer = setTimeout(() => this.clear(), newsTime);
  }

  clear(): void {
    clearTimeout(this.timer);
    this.strip.hidden = true;
    this.strip.replaceChildren();
  }

  private show(kind: string, content: readonly HTMLElement[], actions: readonly MessageAction[]): void {
    clearTimeout(this.timer);
    this.strip.dataset["kind"] = kind;
    this.strip.setAttribute("role", kind === "error" || kind === "question" ? "alert" : "status");
    const text = document.createElement("div");
    text.className = "message-text";
    text.append(...content);
    const buttons = actions.map((action) =>
      button(action.label, () => {
        this.clear();
        action.run();
      }),
    );
    if (kind === "error" || kind === "news") buttons.push(button(texts.close, () => this.clear()));
    this.strip.hidden = false;
    this.strip.replaceChildren(text, ...buttons);
  }
}

function line(tag: "strong" | "span", text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

function details(detail: string | undefined): HTMLElement[] {
  if (detail === undefined) return [];
  const code = document.createElement("code");
  code.textContent = detail;
  return [code];
}

function button(label: string, run: () => void): HTMLButtonElement {
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = label;
  element.addEventListener("click", run);
  return element;
}
