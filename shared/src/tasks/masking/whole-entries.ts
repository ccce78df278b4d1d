import { holdsSubject, type Masking } from "../../guards";
import type { TranslateStep } from "../../vocabulary";

/** The mark of an entry at the start of a line, in the forms that parseNumberedBlocks reads there. */
const markAtStart =
  /^[ \t\u3000]*(?:[-*>•・#]+[ \t\u3000]+)?(?:\*\*|__)?[[［【〔]{1,2}\s*(?:#|№|No\.?)?\s*([0-9０-９]{1,5})\s*[\]］】〕]{1,2}/u;

/** An entry, or what stands before the first one, as the model wrote it. */
interface Entry {
  /** Number of the block; undefined for words before the first mark. */
  number: number | undefined;
  text: string;
}

/**
 * The answer of a masked translate step, entry by entry: one is let through when it is whole, every placeholder in it can be
 * restored, and everybody and everything that its block names is in it. Any form of a name stands for the person (山田太郎 …
 * 山田 may become one name and a pronoun). An entry that has lost something is left out, and the task, which misses it then,
 * asks for it again, alone.
 */
export class WholeEntries {
  private line = "";
  private entry: Entry = { number: undefined, text: "" };
  /** True when an entry was left out. */
  lost = false;
  /** True when anything was let through. */
  some = false;
  private readonly codesOf: string[][];

  constructor(
    private readonly step: TranslateStep,
    private readonly masking: Masking,
  ) {
    this.codesOf = step.blocks.map(({ text }) => codesIn(text, masking));
  }

  push(delta: string): string {
    this.line += delta;
    let out = "";
    for (let end = this.line.indexOf("\n"); end >= 0; end = this.line.indexOf("\n")) {
      out += this.takeLine(this.line.slice(0, end + 1));
      this.line = this.line.slice(end + 1);
    }
    return out;
  }

  /** @param cut true when a limit cut the answer: its last entry is asked for again by the task and not looked at here */
  flush(cut: boolean): string {
    const out = this.takeLine(this.line);
    this.line = "";
    return out + this.close(cut);
  }

  private takeLine(line: string): string {
    const number = markAtStart.exec(line)?.[1];
    if (number === undefined) {
      this.entry.text += line;
      return "";
    }
    const out = this.close(false);
    this.entry = { number: Number(number.normalize("NFKC")), text: line };
    return out;
  }

  private close(cut: boolean): string {
    const { number, text } = this.entry;
    this.entry = { number: undefined, text: "" };
    if (text === "") return "";
    const stream = this.masking.restoring();
    const first = stream.push(text);
    const last = stream.flush(cut);
    const isWhole = first.unknown.length + last.unknown.length === 0 && (cut || !this.misses(number, text));
    if (!isWhole) {
      this.lost = true;
      return "";
    }
    this.some ||= text.trim() !== "";
    return first.text + last.text;
  }

  private misses(number: number | undefined, text: string): boolean {
    // A single block is often answered without its mark; the rest of an answer that is gone on with has no mark of its own.
    const alone = this.step.blocks.length === 1 && this.step.written === undefined && text.trim() !== "";
    const needed = this.codesOf[(number ?? (alone ? 1 : 0)) - 1] ?? [];
    const came = new Set(codesIn(text, this.masking));
    return needed.some((code) => !holdsSubject(came, code));
  }
}

function codesIn(text: string, masking: Masking): string[] {
  return [...new Set(masking.codesIn(text))];
}
