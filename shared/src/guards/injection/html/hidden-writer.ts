import type { HiddenReason, HiddenText } from "../hidden-text";

/** Longest hidden text that is told; what is behind it is not sent either. */
const longestTold = 4_000;
/** A preview line of a newsletter is no longer than this. */
const longestPreheader = 500;
const mostEntries = 2_000;

interface Open {
  root: unknown;
  reason: HiddenReason;
  text: string;
  first: boolean;
}

/** Collects hidden text; what one thing hides in one place is one entry. */
export class HiddenWriter {
  readonly found: HiddenText[] = [];
  private open: Open | undefined;

  /**
   * @param root what hides it: a change of it begins a new entry
   * @param first nothing was shown before it
   */
  text(text: string, reason: HiddenReason, root: unknown, first: boolean): void {
    if (this.open !== undefined && (this.open.reason !== reason || this.open.root !== root)) this.close();
    if (this.open === undefined) {
      if (text.trim() === "") return;
      this.open = { root, reason, text: "", first };
    }
    if (this.open.text.length < longestTold) this.open.text += text.replace(/[\t\n\f\r ]+/g, " ");
  }

  boundary(): void {
    if (this.open !== undefined && !/\n$/.test(this.open.text)) this.open.text += "\n";
  }

  /** A text that stands by itself: a comment, an attribute. */
  add(text: string, reason: HiddenReason, place?: string): void {
    const told = tidy(text);
    if (told === "" || this.found.length >= mostEntries) return;
    this.found.push({ text: told, reason, ...(place === undefined ? {} : { place }) });
  }

  close(): void {
    const { open } = this;
    this.open = undefined;
    if (open === undefined) return;
    const isPreheader = open.first && open.text.trim().length <= longestPreheader;
    this.add(open.text, open.reason, isPreheader ? "preheader" : undefined);
  }
}

/** The text as it is told; empty where only spaces and fillers of preview lines stand. */
function tidy(text: string): string {
  const lines = text
    .slice(0, longestTold)
    .split("\n")
    .map((line) => line.replace(/[ \t\u00a0]+/g, " ").trim())
    .filter((line) => line !== "");
  const told = lines.join("\n");
  return /[\p{L}\p{N}\p{S}\p{P}]|\udb40[\udc00-\udc7f]/u.test(told) ? told : "";
}
