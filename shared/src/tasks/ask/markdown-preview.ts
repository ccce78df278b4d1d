import { foreignLinkDropper } from "../../guards";
import type { TaskContext } from "../machinery/run-task";
import { readAnswer } from "./read-answer";

/**
 * Reports the words of an answer as they come, as Markdown: what is shown on the way is the beginning of what is shown at the end. What
 * may still become a tag, a picture or an address is held back until it is whole, and foreign ones never show.
 */
export class MarkdownPreview {
  private raw = "";
  private shown = "";

  private readonly withoutForeign: ReturnType<typeof foreignLinkDropper>;

  /** @param sources what the person brought: addresses of it may be repeated, others do not even show on the way */
  constructor(
    private readonly context: Pick<TaskContext, "report">,
    sources: readonly string[],
  ) {
    this.withoutForeign = foreignLinkDropper(sources);
  }

  push(delta: string): void {
    this.raw += delta;
    this.show(readAnswer(this.withoutForeign(settled(this.raw)).text));
  }

  /** The words so far are these, and no others. */
  replace(text: string): void {
    this.raw = "";
    this.push(text);
  }

  flush(): void {
    this.show(readAnswer(this.withoutForeign(this.raw).text));
  }

  private show(text: string): void {
    if (text === this.shown) return;
    const goesOn = text.startsWith(this.shown);
    const report = goesOn ? { text: text.slice(this.shown.length) } : { text, restarted: true as const };
    this.shown = text;
    this.context.report({ type: "preview", ...report });
  }
}

/** Tags, links, pictures and addresses that have begun and may go on, and half a character. */
const unfinished =
  /(?:<[^<>\n]*|!|!?\[[^\]\n]*|!?\[[^\]\n]*\](?:[([][^)\]\n]*)?|[\w+-]*[.:@/][\w.+\-%?=&#~/:@]*|[\ud800-\udbff])$/;

/** All but what has begun at the end: it is judged when it is whole. */
function settled(raw: string): string {
  const open = unfinished.exec(raw);
  return open === null ? raw : raw.slice(0, open.index);
}
