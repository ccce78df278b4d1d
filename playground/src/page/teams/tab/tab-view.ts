import { element } from "../../mailbox/element";
import { texts } from "../texts";
import type { Person } from "../wire";
import { attachTeamsJsHost, type TeamsJsHost, type TeamsTheme } from "./teams-js-host";

export interface TabViewOptions {
  readonly area: HTMLElement;
  readonly tabUrl: string;
  readonly tenant: string;
  readonly onNotEmulated: (name: string) => void;
  /** True for a tab as narrow as in the panel of a meeting, or on a phone. */
  readonly isNarrow: boolean;
}

/** How long this page waits for the tab. Milliseconds. */
const patience = 3_000;

/** The tab of the bot's package in its frame, with the Teams around it that it knows of. */
export class TabView {
  private host: TeamsJsHost | undefined;
  /** To begin with, that of the page around it. */
  private theme: TeamsTheme = window.matchMedia?.("(prefers-color-scheme: dark)").matches === true ? "dark" : "default";
  private readonly holder = element("div", "tab-holder");

  constructor(private readonly options: TabViewOptions) {
    const narrow = element("input", "");
    narrow.type = "checkbox";
    narrow.id = "tab-narrow";
    narrow.checked = options.isNarrow;
    const draw = () => this.holder.classList.toggle("narrow", narrow.checked);
    narrow.addEventListener("change", draw);
    draw();
    const themes = element("select", "");
    themes.id = "tab-theme";
    for (const [value, name] of Object.entries(texts.themes)) themes.append(new Option(name, value));
    themes.value = this.theme;
    themes.addEventListener("change", () => this.changeTheme(themes.value as TeamsTheme));
    const bar = element("div", "tab-bar", labelled(texts.theme, themes), labelled(texts.narrow, narrow));
    options.area.replaceChildren(bar, this.holder);
  }

  /** Opens it anew, as Teams does each time. @param job which a link leads to */
  open(person: Person, job?: string): void {
    this.close();
    const { tabUrl, tenant, onNotEmulated } = this.options;
    const frame = element("iframe", "");
    frame.title = texts.tabTitle;
    this.holder.dataset["theme"] = this.theme;
    this.holder.dataset["loaded"] = "";
    this.host = attachTeamsJsHost({
      frame,
      origin: new URL(tabUrl).origin,
      context: () => ({
        locale: "ja-jp",
        theme: this.theme,
        entityId: "minutes",
        subEntityId: job ?? "",
        frameContext: "content",
        userObjectId: person.objectId,
        userDisplayName: person.name,
        userPrincipalName: person.email,
        loginHint: person.email,
        tid: tenant,
        hostName: "Teams",
        hostClientType: "web",
        appSessionId: crypto.randomUUID(),
        sessionId: crypto.randomUUID(),
      }),
      onLoaded: (isGood) => (this.holder.dataset["loaded"] = isGood ? "yes" : "no"),
      onNotEmulated,
    });
    frame.src = tabUrl;
    this.holder.replaceChildren(frame);
  }

  /**
   * Resolves when the page of the tab has loaded, at the latest after three seconds. What this page does until then is done at
   * the tab's cost: a frame is shown only when the page around it has time to show it.
   */
  async loaded(): Promise<void> {
    const frame = this.holder.querySelector("iframe");
    if (frame === null) return;
    await new Promise<void>((resolve) => {
      frame.addEventListener("load", () => resolve(), { once: true });
      setTimeout(resolve, patience);
    });
  }

  close(): void {
    this.host?.dispose();
    this.host = undefined;
    this.holder.replaceChildren();
  }

  private changeTheme(theme: TeamsTheme): void {
    this.theme = theme;
    this.holder.dataset["theme"] = theme;
    this.host?.changeTheme(theme);
  }
}

function labelled(name: string, control: HTMLElement): HTMLLabelElement {
  const label = element("label", "", control instanceof HTMLInputElement ? "" : name, control);
  if (control instanceof HTMLInputElement) label.append(name);
  return label;
}
