import { button, element, icon, paths } from "../../mailbox/element";
import { attachMenu } from "../../shell/menu";
import { drawCard } from "../messages/card-view";
import { texts } from "../texts";
import type { Choice } from "../wire";

/** What is about to be sent. */
export interface Draft {
  readonly text: string;
  readonly files: readonly File[];
  readonly mention: boolean;
  /** A card that a message action has made. */
  readonly card: unknown;
}

export interface ComposerOptions {
  readonly botName: string;
  readonly commands: readonly Omit<Choice, "id">[];
  readonly send: (draft: Draft) => void;
  /** Resolves to whether it could be asked for. */
  readonly stop: () => Promise<boolean>;
  /** Files that this chat does not take were dropped. */
  readonly onRefused: (reason: string) => void;
}

/** The box that one writes in: words, files, a mention of the bot where it needs one, and a card that waits to be posted. */
export class Composer {
  private readonly field = element("textarea", "");
  private readonly pending = element("div", "pending");
  private readonly mention: HTMLButtonElement;
  private readonly attach: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly stopLabel = element("span", "");
  private readonly sendButton: HTMLButtonElement;
  private readonly fileInput = element("input", "");
  private files: File[] = [];
  private card: unknown;
  private isPersonal = true;

  constructor(
    area: HTMLElement,
    private readonly options: ComposerOptions,
  ) {
    const { botName, commands } = options;
    this.field.rows = 2;
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => {
      // Enter also ends what an input method composes.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send();
    });
    this.mention = button(texts.mention(botName), "plain-button mention-button", () => {
      this.mentions = !this.mentions;
      this.field.focus();
    });
    this.fileInput.type = "file";
    this.fileInput.multiple = true;
    this.fileInput.hidden = true;
    this.fileInput.setAttribute("aria-label", texts.attach);
    this.fileInput.addEventListener("change", () => {
      this.addFiles([...(this.fileInput.files ?? [])]);
      this.fileInput.value = "";
    });
    this.attach = iconButton(paths.clip, texts.attach, () => this.fileInput.click());
    this.stopButton = button("", "plain-button stop-button", () => this.stop());
    this.stopButton.append(icon("M6 6h8v8H6z"), this.stopLabel);
    this.stopButton.hidden = true;
    this.isStopping = false;
    this.sendButton = button("", "primary-button send-button", () => this.send());
    this.sendButton.append(icon(paths.send), texts.send);
    const list = element("div", "menu upward");
    list.hidden = true;
    const opener = iconButton("M4 5h12M4 10h12M4 15h7", texts.commands, () => undefined);
    opener.id = "commands";
    attachMenu(
      opener,
      list,
      commands.map(({ title, description }) => ({ title, description, choose: () => this.write(title) })),
    );
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "/" || this.field.value !== "") return;
      event.preventDefault();
      opener.click();
    });
    const tools = element("div", "tools", this.mention, element("div", "menu-holder", opener, list), this.attach);
    const ends = element("div", "ends", this.stopButton, this.sendButton);
    area.replaceChildren(
      element("div", "compose-box", this.pending, this.field, element("div", "compose-bar", tools, ends)),
      this.fileInput,
    );
    this.open(true);
  }

  /** Another chat is written in; what was begun stays for it only when it is words. */
  open(isPersonal: boolean): void {
    const { botName } = this.options;
    this.isPersonal = isPersonal;
    this.mention.hidden = isPersonal;
    this.mentions = false;
    this.attach.disabled = !isPersonal;
    this.attach.title = isPersonal ? texts.attach : texts.attachGroup;
    const hint = isPersonal ? texts.composeHint(botName) : texts.composeGroup(botName);
    this.field.placeholder = hint;
    this.field.setAttribute("aria-label", hint);
    this.files = [];
    this.card = undefined;
    this.drawPending();
  }

  addFiles(files: readonly File[]): void {
    if (files.length === 0) return;
    if (!this.isPersonal) return this.options.onRefused(texts.attachGroup);
    this.files.push(...files);
    this.drawPending();
    this.field.focus();
  }

  /** The card of a message action; posting it is the person's business. */
  insert(card: unknown): void {
    this.card = card;
    this.drawPending();
    this.sendButton.focus();
  }

  write(text: string): void {
    this.field.value = text;
    this.typed();
    this.field.focus();
  }

  /** What could not be sent is in the box again, unless something else has been begun there. */
  restore({ text, files, mention, card }: Draft): void {
    if (this.field.value !== "" || this.files.length > 0 || this.card !== undefined) return;
    this.field.value = text;
    this.files = [...files];
    this.card = card;
    this.mentions = mention;
    this.drawPending();
  }

  set isStreaming(isStreaming: boolean) {
    if (!isStreaming) this.isStopping = false;
    this.stopButton.hidden = !isStreaming;
  }

  focus(): void {
    this.field.focus();
  }

  private get mentions(): boolean {
    return this.mention.getAttribute("aria-pressed") === "true";
  }

  private set mentions(mentions: boolean) {
    this.mention.setAttribute("aria-pressed", String(mentions));
  }

  /** The bot learns of it with its next piece: until then it shows that the press was felt. */
  private stop(): void {
    if (this.stopButton.getAttribute("aria-disabled") === "true") return;
    this.isStopping = true;
    void this.options.stop().then((isAsked) => {
      if (!isAsked) this.isStopping = false;
    });
  }

  private set isStopping(isStopping: boolean) {
    this.stopButton.setAttribute("aria-disabled", String(isStopping));
    this.stopLabel.textContent = isStopping ? texts.stopping : texts.stop;
  }

  private typed(): void {
    // Who types the name has mentioned it; the name itself is then the button.
    const typed = new RegExp(`^[@＠]${escaped(this.options.botName)}\\s*`, "u");
    if (this.isPersonal || !typed.test(this.field.value)) return;
    this.field.value = this.field.value.replace(typed, "");
    this.mentions = true;
  }

  private send(): void {
    const draft: Draft = { text: this.field.value.trim(), files: this.files, mention: this.mentions, card: this.card };
    if (draft.text === "" && draft.files.length === 0 && draft.card === undefined) return this.field.focus();
    this.field.value = "";
    this.files = [];
    this.card = undefined;
    // Each message has its own mention, as in Teams: the next words may be for people only.
    this.mentions = false;
    this.drawPending();
    this.options.send(draft);
    this.field.focus();
  }

  private drawPending(): void {
    const { files } = this;
    this.pending.replaceChildren(
      ...files.map((file) => {
        const remove = iconButton(paths.close, texts.remove(file.name), () => {
          this.files = this.files.filter((other) => other !== file);
          this.drawPending();
          this.field.focus();
        });
        const size = element("span", "quiet", texts.bytes(file.size));
        return element("span", "pending-file", icon(paths.clip), element("span", "file-name", file.name), size, remove);
      }),
    );
    if (this.card !== undefined) {
      // What it offers is for those who get it.
      const nothing = () => undefined;
      const shown = drawCard(this.card, { submit: nothing, execute: nothing, openUrl: nothing });
      const remove = iconButton(paths.close, texts.remove(texts.pendingCard), () => {
        this.card = undefined;
        this.drawPending();
        this.field.focus();
      });
      this.pending.append(element("div", "pending-card", shown, remove));
    }
    this.pending.hidden = this.pending.childElementCount === 0;
  }
}

function iconButton(path: string, label: string, run: () => void): HTMLButtonElement {
  const made = button("", "icon-button", run);
  made.append(icon(path));
  made.title = label;
  made.setAttribute("aria-label", label);
  return made;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
