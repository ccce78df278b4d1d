import type { TaskContext } from "../machinery/run-task";
import { readAnswer } from "./read-answer";

/**
 * Reports the words of an answer as they come, as Markdown: what is shown on the way is the beginning of what is shown at the end. A tag
 * or a picture that may still be coming is held back until it is known.
 */
export class MarkdownPreview {
  private raw = "";
  private shown = "";

  constructor(private readonly context: Pick<TaskContext, "report">) {}

  push(delta: string): void {
    this.raw += delta;
    this.show(readAnswer(settled(this.raw)));
  }

  /** The words so far are these, and no others. */
  replace(text: string): void {
    this.raw = "";
    this.push(text);
  }

  flush(): void {
    this.show(readAnswer(this.raw));
  }

  private show(text: string): void {
    if (text === this.shown) return;
    const goesOn = text.startsWith(this.shown);
    const report = goesOn ? { text: text.slice(this.shown.length) } : { text, restarted: true as const };
    this.shown = text;
    this.context.report({ type: "preview", ...report });
  }
}

/** All but a tag or a picture that has begun and not ended, and half a character. */
function settled(raw: string): string {
  const open = /(?:<[^<>\n]*|!(?:\[[^\]\n]*)?|!\[[^\]\n]*\](?:\([^)\n]*)?|[\ud800-\udbff])$/.exec(raw);
  return open === null ? raw : raw.slice(0, open.index);
}
