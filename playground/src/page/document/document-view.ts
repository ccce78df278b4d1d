import { nextPaint } from "../next-paint";
import { highlightComments } from "./comment-highlight";
import { drawDocument, type Drawing } from "./draw-document";
import type { HostDocument } from "./host-document";
import { paragraphMarkSelector, readMark } from "./marks";
import { paginate } from "./paginate";
import { createRenderCopy } from "./render-copy";
import { TextMap, type TextPlace } from "./text-map";

export interface DrawnState {
  readonly pages: number;
  /** The person was told before that drawing anew would take a while. */
  readonly wasSlow: boolean;
}

/** A paragraph on the screen, and where it is: what the eye holds on to while the document is drawn again. */
interface ScrollAnchor {
  readonly paragraph: Element;
  readonly top: number;
}

/** From this many milliseconds on, a drawing is announced. */
const slow = 1500;

/** Waits this long after a change, so that the many steps of one change are drawn once. */
const quietTime = 120;
/** Pixels of ground to the left and right of a page at least. */
const sideMargin = 16;
const smallestZoom = 0.5;

/** Draws the host's document into a scrolling element, again after each change, and knows which place is where. */
export class DocumentView {
  private hostDocument: HostDocument | undefined;
  private drawing: Drawing | undefined;
  private drawnParagraphs: readonly Element[] = [];
  private textMap: TextMap | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private lastDuration = 0;
  private isOpening = false;
  /** The document as before changed while another one is being opened: it is drawn when that one cannot be. */
  private isRefreshDue = false;

  constructor(
    /** The element that scrolls. */
    private readonly scroller: HTMLElement,
    /** The element that the pages are put into. */
    private readonly sheet: HTMLElement,
    private readonly onDrawn: (state: DrawnState) => void,
    private readonly onFailed: (error: unknown) => void,
    private readonly onSlow: () => void,
  ) {
    new ResizeObserver(() => this.fitWidth(scroller.clientWidth)).observe(scroller);
  }

  /** Places on the screen, undefined before the first drawing. */
  get map(): TextMap | undefined {
    return this.textMap;
  }

  /**
   * Shows another document, from its top. `accept` runs when it is on the screen and before the old one is let go of.
   * @throws when it cannot be drawn, and what `accept` throws; what was shown before is on the screen again
   */
  async open(hostDocument: HostDocument, accept: () => void): Promise<void> {
    this.isOpening = true;
    this.isRefreshDue = this.timer !== undefined;
    this.stopTimer();
    await this.running;
    const before = this.hostDocument;
    this.hostDocument = hostDocument;
    try {
      await this.draw("top", false, accept);
      this.isRefreshDue = false;
    } catch (error) {
      this.hostDocument = before;
      throw error;
    } finally {
      this.isOpening = false;
      if (this.isRefreshDue) this.refresh();
    }
  }

  /** Draws again soon. A document that takes long to draw is drawn less often. */
  refresh(): void {
    if (this.isOpening) {
      this.isRefreshDue = true;
      return;
    }
    this.stopTimer();
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.running = this.drawInTurn(this.running);
      },
      Math.max(quietTime, this.lastDuration),
    );
  }

  private stopTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  scrollTo(place: TextPlace): void {
    const target = this.textMap?.toDom(place)?.node;
    const element = target instanceof Element ? target : target?.parentElement;
    if (!element) return;
    const box = element.getBoundingClientRect();
    const frame = this.scroller.getBoundingClientRect();
    if (box.top >= frame.top + 24 && box.bottom <= frame.bottom - 24) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  private async drawInTurn(previous: Promise<void> | undefined): Promise<void> {
    await previous;
    const wasSlow = this.lastDuration > slow;
    if (wasSlow) {
      this.onSlow();
      await nextPaint();
    }
    try {
      await this.draw("stay", wasSlow);
    } catch (error) {
      this.onFailed(error);
    }
  }

  private async draw(scroll: "top" | "stay", wasSlow = false, accept: () => void = () => undefined): Promise<void> {
    const hostDocument = this.hostDocument;
    if (hostDocument === undefined) return;
    const started = performance.now();
    const paragraphs = [...hostDocument.paragraphs()];
    const copy = createRenderCopy(hostDocument);
    const drawing = await drawDocument(copy);
    if (hostDocument !== this.hostDocument) {
      drawing.dispose();
      return;
    }
    // From here to the end nothing waits: the browser paints the old pages or the new ones, never something between.
    const anchor = scroll === "stay" ? this.scrollAnchor() : undefined;
    const { drawing: previous, drawnParagraphs, textMap } = this;
    // Read before the change: afterwards it would cost a whole layout.
    const { scrollTop, clientWidth: available } = this.scroller;
    try {
      this.drawing = drawing;
      this.sheet.style.setProperty("--page-zoom", "1"); // pages are measured in the document's own size
      this.sheet.replaceChildren(drawing.styles, drawing.wrapper);
      const pages = paginate(drawing, copy.keptWithNext);
      this.fitWidth(available);
      highlightComments(drawing.wrapper);
      this.drawnParagraphs = paragraphs;
      this.textMap = new TextMap(drawing.wrapper, (paragraph) => hostDocument.lengthOf(paragraph));
      if (anchor) this.restoreScroll(anchor);
      else if (scroll === "top") this.scroller.scrollTop = 0;
      accept();
      this.lastDuration = performance.now() - started;
      this.onDrawn({ pages, wasSlow });
    } catch (error) {
      this.drawing = previous;
      this.drawnParagraphs = drawnParagraphs;
      this.textMap = textMap;
      this.sheet.replaceChildren(...(previous ? [previous.styles, previous.wrapper] : []));
      this.fitWidth(available);
      if (previous) highlightComments(previous.wrapper);
      this.scroller.scrollTop = scrollTop;
      drawing.dispose();
      throw error;
    }
    previous?.dispose();
  }

  /** Makes pages smaller, never larger, so that a whole line is in view beside the pane. */
  private fitWidth(available: number): void {
    const widest = Math.max(
      0,
      ...Array.from(this.drawing?.wrapper.children ?? [], (page) => parseFloat((page as HTMLElement).style.width) || 0),
    );
    if (widest === 0) return;
    const zoom = Math.min(1, Math.max(smallestZoom, (available - 2 * sideMargin) / ((widest * 96) / 72)));
    this.sheet.style.setProperty("--page-zoom", zoom.toFixed(3));
  }

  private scrollAnchor(): ScrollAnchor | undefined {
    const frame = this.scroller.getBoundingClientRect();
    for (const drawn of this.sheet.querySelectorAll<HTMLElement>(paragraphMarkSelector)) {
      const paragraph = drawn.closest("p");
      const box = paragraph?.getBoundingClientRect();
      if (!box || box.bottom <= frame.top) continue;
      const live = this.drawnParagraphs[readMark(drawn.id)?.paragraph ?? -1];
      return live && { paragraph: live, top: box.top - frame.top };
    }
    return undefined;
  }

  private restoreScroll({ paragraph, top }: ScrollAnchor): void {
    const number = this.drawnParagraphs.indexOf(paragraph);
    const drawn = number === -1 ? undefined : this.textMap?.paragraphElement(number);
    if (!drawn) return;
    const moved = drawn.getBoundingClientRect().top - this.scroller.getBoundingClientRect().top - top;
    this.scroller.scrollTop += moved;
  }
}
