import type { DocumentView } from "./document-view";
import type { BodySelection, HostDocument } from "./host-document";
import { inOrder, type TextPlace } from "./text-map";

const highlightName = "host-selection";

/**
 * Keeps the selection on the screen and the host's selection the same. The browser forgets its own selection when the
 * document is drawn again, so the host's is the true one; a highlight shows it also while the focus is in the pane.
 */
export class SelectionBridge {
  private hostDocument: HostDocument | undefined;
  private stopListening: (() => void) | undefined;
  private isTellingHost = false;
  private frame = 0;

  constructor(
    private readonly sheet: HTMLElement,
    private readonly view: DocumentView,
    private readonly onChanged: () => void,
  ) {
    document.addEventListener("selectionchange", () => {
      // Dragging reports every pixel; one report for each frame is enough.
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.tellHost());
    });
  }

  connect(hostDocument: HostDocument): void {
    this.stopListening?.();
    this.hostDocument = hostDocument;
    this.stopListening = hostDocument.onSelectionChanged(() => {
      if (!this.isTellingHost) this.show({ scroll: true });
      this.onChanged();
    });
  }

  /** Forgets the document. */
  disconnect(): void {
    this.stopListening?.();
    this.stopListening = undefined;
    this.hostDocument = undefined;
    this.highlight(undefined);
  }

  /** Shows the host's selection: after the pane changed it, and after each drawing. */
  show({ scroll }: { scroll: boolean }): void {
    const selection = this.hostDocument?.selection();
    const range = selection && this.rangeOf(selection);
    this.highlight(range);
    if (!selection || !range) return;
    this.selectInBrowser(selection);
    if (scroll) this.view.scrollTo(inOrder(selection.anchor, selection.focus)[0]);
  }

  private tellHost(): void {
    const { hostDocument } = this;
    const map = this.view.map;
    const selection = document.getSelection();
    if (!hostDocument || !map || !selection?.anchorNode || !selection.focusNode) return;
    if (!this.sheet.contains(selection.anchorNode) || !this.sheet.contains(selection.focusNode)) return;
    const anchor = map.toText(selection.anchorNode, selection.anchorOffset);
    const focus = map.toText(selection.focusNode, selection.focusOffset);
    if (!anchor || !focus) return;
    const current = hostDocument.selection();
    if (!current || !samePlace(current.anchor, anchor) || !samePlace(current.focus, focus)) {
      this.isTellingHost = true;
      try {
        hostDocument.select({ anchor, focus });
      } finally {
        this.isTellingHost = false;
      }
    }
    this.highlight(this.rangeOf({ anchor, focus }));
  }

  private rangeOf({ anchor, focus }: BodySelection): Range | undefined {
    return this.view.map?.toRange(...inOrder(anchor, focus));
  }

  private highlight(range: Range | undefined): void {
    if (!("highlights" in CSS)) return;
    if (range && !range.collapsed) CSS.highlights.set(highlightName, new Highlight(range));
    else CSS.highlights.delete(highlightName);
  }

  private selectInBrowser({ anchor, focus }: BodySelection): void {
    const map = this.view.map;
    const from = map?.toDom(anchor);
    const to = map?.toDom(focus);
    const selection = document.getSelection();
    if (!from || !to || !selection) return;
    // A selection of the toolbar or a message is none of the document's.
    const elsewhere = document.activeElement?.closest("input, select, textarea");
    if (!elsewhere) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }
}

function samePlace(one: TextPlace, other: TextPlace): boolean {
  return one.paragraph === other.paragraph && one.offset === other.offset;
}
