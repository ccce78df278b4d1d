import type { Position } from "./position";

/** A span that follows the text: what Office.js calls a tracked object. */
export interface LiveSpan {
  start: Position;
  end: Position;
}

/**
 * Moves live spans when text changes. Text that comes in at a span's edge stays outside; the member that inserts
 * into a span widens it itself.
 */
export class SpanTracker {
  private spans: WeakRef<LiveSpan>[] = [];

  follow(span: LiveSpan): void {
    this.spans.push(new WeakRef(span));
  }

  inserted(paragraph: Element, offset: number, count: number): void {
    this.move(paragraph, (at, edge) =>
      at > offset || (at === offset && edge === "start") ? { paragraph, offset: at + count } : undefined,
    );
  }

  removed(paragraph: Element, from: number, to: number): void {
    this.move(paragraph, (at) => (at > from ? { paragraph, offset: at >= to ? at - (to - from) : from } : undefined));
  }

  /** Content from `offset` on, with the mark, went to the start of another paragraph. */
  divided(paragraph: Element, offset: number, tail: Element): void {
    this.move(paragraph, (at, edge) =>
      at > offset || (at === offset && edge === "start") ? { paragraph: tail, offset: at - offset } : undefined,
    );
  }

  /** All of `paragraph` went into `target`, `shift` characters further on. */
  joined(paragraph: Element, target: Element, shift: number): void {
    this.move(paragraph, (at) => ({ paragraph: target, offset: at + shift }));
  }

  /** A paragraph is gone; places in it fall to `to`. */
  gone(paragraph: Element, to: Position): void {
    this.move(paragraph, () => to);
  }

  private move(paragraph: Element, where: (offset: number, edge: "start" | "end") => Position | undefined): void {
    let dead = 0;
    for (const reference of this.spans) {
      const span = reference.deref();
      if (!span) {
        dead++;
        continue;
      }
      const wasEmpty = span.start.paragraph === span.end.paragraph && span.start.offset === span.end.offset;
      if (span.end.paragraph === paragraph) span.end = where(span.end.offset, "end") ?? span.end;
      // An empty span at the place of an insertion keeps its place: its end decides.
      if (wasEmpty) span.start = span.end;
      else if (span.start.paragraph === paragraph) span.start = where(span.start.offset, "start") ?? span.start;
    }
    if (dead > 64 && dead > this.spans.length / 2) this.spans = this.spans.filter((item) => item.deref());
  }
}
