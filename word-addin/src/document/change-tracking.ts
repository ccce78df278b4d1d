import { supports } from "./capabilities";

/**
 * Switches change tracking within a batch and back. On hosts without the switch (before WordApi 1.4) it does nothing:
 * edits that need tracking are not offered there.
 */
export class ChangeTracking {
  readonly #document: Word.Document | undefined;
  #original: Word.Document["changeTrackingMode"] | undefined;
  #now: Word.Document["changeTrackingMode"] | undefined;
  #known = true;

  /** Queues the loading of the person's own setting. */
  constructor(context: Word.RequestContext) {
    this.#document = supports("review") ? context.document : undefined;
    this.#document?.load("changeTrackingMode");
  }

  /** Queues the switch to a mode; "as-is" is the person's own. */
  set(need: "as-is" | "on" | "off"): void {
    if (this.#document === undefined) return;
    this.#original ??= this.#document.changeTrackingMode;
    const wanted = need === "as-is" ? this.#original : need === "on" ? "TrackAll" : "Off";
    if (this.#known && wanted === (this.#now ?? this.#original)) return;
    this.#document.changeTrackingMode = wanted;
    this.#now = wanted;
    this.#known = true;
  }

  /** After a failed batch nobody knows how far it came: the next `set` writes in any case. */
  lost(): void {
    this.#known = false;
  }
}
