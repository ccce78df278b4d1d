import type { Draft } from "@genai-office/office-host/outlook";
import { passEventsOn, safeFrame } from "../reading/safe-frame";
import { editorPage, pictureSource } from "../reading/shown-body";
import { texts } from "../texts";

export interface BodyEditorOptions {
  readonly area: HTMLElement;
  readonly draft: () => Draft | undefined;
  readonly onInput: (body: string) => void;
  /** The cursor has moved: characters of the body's text, as `Node.textContent` counts them. */
  readonly onSelect: (start: number, end: number) => void;
}

/** The draft's body to be written in: a frame without scripts, as for reading, whose body is editable. */
export class BodyEditor {
  private content: Document | undefined;
  private isFocusDue = false;
  /** What stands in the store, so that only changes of somebody else are drawn. */
  private known: string | undefined;
  /** Addresses of pictures as the draft has them; the browser shows their data. */
  private readonly pictures = new Map<HTMLImageElement, string>();

  constructor(private readonly options: BodyEditorOptions) {
    const draft = options.draft();
    if (draft === undefined) return;
    const label = texts.draftBody(draft.subject || texts.noSubject);
    const frame = safeFrame(label, editorPage(draft, label), (content) => this.begin(content));
    frame.className = "draft-body";
    options.area.append(frame);
  }

  /** Draws what the store has, when somebody else has changed it. */
  refresh(): void {
    const draft = this.options.draft();
    if (draft === undefined || this.content === undefined || draft.body === this.known) return;
    this.known = draft.body;
    const { body } = this.content;
    if (draft.bodyType === "text") {
      body.textContent = draft.body;
      return;
    }
    body.innerHTML = draft.body;
    this.pictures.clear();
    for (const picture of body.querySelectorAll("img")) {
      const source = picture.getAttribute("src") ?? "";
      const shown = pictureSource(source, draft.attachments);
      if (shown === undefined) continue;
      this.pictures.set(picture, source);
      picture.src = shown;
    }
    this.restoreCursor(draft);
  }

  focus(): void {
    if (this.content === undefined) this.isFocusDue = true;
    else this.content.body.focus();
  }

  private begin(content: Document): void {
    this.content = content;
    passEventsOn(content, document.body);
    this.refresh();
    if (this.isFocusDue) content.body.focus();
    content.body.addEventListener("input", () => this.take());
    content.addEventListener("selectionchange", () => this.tellCursor());
    // In an editable page links are not followed; Ctrl and a click open them, as in Outlook.
    content.addEventListener("click", (event) => {
      const link = (event.target as Element).closest("a");
      if (link !== null && /^https?:/.test(link.href) && (event.ctrlKey || event.metaKey))
        window.open(link.href, "_blank", "noopener,noreferrer");
    });
  }

  private take(): void {
    const draft = this.options.draft();
    if (this.content === undefined || draft === undefined) return;
    this.known = draft.bodyType === "text" ? this.content.body.innerText : this.html();
    this.options.onInput(this.known);
  }

  /** The body as the draft has it, with the addresses of its pictures. */
  private html(): string {
    const { body } = this.content!;
    const copy = body.cloneNode(true) as HTMLElement;
    const copies = copy.querySelectorAll("img");
    body.querySelectorAll("img").forEach((picture, at) => {
      const source = this.pictures.get(picture);
      if (source !== undefined) copies[at]!.setAttribute("src", source);
    });
    return copy.innerHTML;
  }

  private tellCursor(): void {
    const selection = this.content?.getSelection();
    if (this.content === undefined || !selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (!this.content.body.contains(range.commonAncestorContainer)) return;
    const before = this.content.createRange();
    before.selectNodeContents(this.content.body);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    this.options.onSelect(start, start + range.toString().length);
  }

  private restoreCursor(draft: Draft): void {
    if (this.content === undefined || draft.selection.field !== "body" || draft.selection.end === 0) return;
    const { body } = this.content;
    const range = this.content.createRange();
    const walker = this.content.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    let rest = draft.selection.end;
    while (walker.nextNode()) {
      const length = walker.currentNode.nodeValue?.length ?? 0;
      if (rest <= length) {
        range.setStart(walker.currentNode, rest);
        const selection = this.content.getSelection();
        selection?.removeAllRanges();
        selection?.addRange(range);
        return;
      }
      rest -= length;
    }
  }
}
