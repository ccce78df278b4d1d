import type { TaskPreviewEvent } from "../../vocabulary";
import { EntryStream } from "./entry-stream";

/**
 * Shows the words of steps that run side by side in the order of the source: those of the first step that is not done
 * as they come, those of later ones when their turn has come.
 */
export class OrderedPreview {
  private readonly streams: EntryStream[];
  private readonly waiting: string[];
  private readonly done: boolean[];
  private current = 0;
  private text = "";

  /**
   * @param leads what stands before the words of each step: line breaks, and blocks that are not sent
   */
  constructor(
    private readonly leads: readonly string[],
    private readonly report: (event: TaskPreviewEvent) => void,
  ) {
    this.streams = leads.map(() => new EntryStream());
    this.waiting = leads.map(() => "");
    this.done = leads.map(() => false);
    this.show(leads[0] ?? "");
  }

  /** Words of a step as they arrive. */
  take(step: number, delta: string): void {
    this.hand(step, this.streams[step]!.push(delta));
  }

  /** A step has its whole answer. */
  finish(step: number): void {
    this.hand(step, this.streams[step]!.flush());
    this.done[step] = true;
    while (this.done[this.current] === true) {
      this.current += 1;
      if (this.current >= this.leads.length) return;
      this.show(this.leads[this.current]! + this.waiting[this.current]!);
      this.waiting[this.current] = "";
    }
  }

  /** Shows the final text where it is not what was streamed: entries that were asked again, or came in another order. */
  settle(text: string): void {
    if (text === this.text) return;
    const restarted = this.text !== "";
    this.text = text;
    if (text !== "") this.report({ type: "preview", text, ...(restarted ? { restarted } : {}) });
  }

  private hand(step: number, words: string): void {
    if (step === this.current) this.show(words);
    else this.waiting[step] += words;
  }

  private show(words: string): void {
    if (words === "") return;
    this.text += words;
    this.report({ type: "preview", text: words });
  }
}
