import { ClosingMarks } from "./closing-marks";
import { foldText, type FoldedText } from "./folded-text";
import { isTelling, overlapLength } from "./overlap";
import { withoutPrefaces, type Introduced } from "./prefaces";

/** How far back a repetition is looked for, in UTF-16 units. */
const memory = 8_000;
/** A preface is told from an answer within so many characters. */
const shortestHead = 96;
/** A sentence shorter than this may well stand in a text twice. */
const shortestSentence = 12;

const thinkStart = "<think>";
const thinkEnd = "</think>";

/**
 * Where the rest of an answer joins what was written before. Takes off what a model thinks or says before it goes on, what it puts
 * around the rest, and what it repeats of the end; works on a stream, and holds back no more than what may still turn out to be one of these.
 */
export class Seam {
  private held = "";
  /** Set once the rest has joined: takes the marks off that close what opened before it. */
  private closing: ClosingMarks | undefined;
  private again = false;
  private readonly before: string;
  private readonly folded: FoldedText;
  private readonly fenceOpen: boolean;

  constructor(written: string) {
    this.before = written.slice(-memory);
    this.folded = foldText(this.before);
    this.fenceOpen = (written.match(/^[ \t]*```/gm)?.length ?? 0) % 2 === 1;
  }

  /** True when the model began over again instead of going on: nothing it says belongs behind what was written. */
  get beganAgain(): boolean {
    return this.again;
  }

  /** Takes a piece of the rest; returns what is certain to be new. */
  push(delta: string): string {
    if (this.again) return "";
    if (this.closing !== undefined) return this.closing.push(delta);
    this.held += delta;
    return this.join(false);
  }

  /** The rest has ended: returns what was held back. */
  flush(): string {
    if (this.again) return "";
    const joined = this.closing === undefined ? this.join(true) : "";
    return joined + (this.closing?.flush() ?? "");
  }

  private join(final: boolean): string {
    const introduced = this.withoutIntroduction(final);
    if (introduced === undefined) return "";
    // The second half of a character whose first one was cut off.
    const rest = introduced.rest.replace(/^[\udc00-\udfff]/, "");
    const words = rest.trimStart();
    if (!final && (words.length < shortestHead || this.mayRepeatMore(words))) return "";
    const overlap = overlapLength(this.before, words, this.folded);
    if (overlap === 0 && this.hasSaid(words)) {
      this.again = true;
      return "";
    }
    this.closing = new ClosingMarks(introduced.opened);
    return this.closing.push(overlap > 0 ? words.slice(overlap) : this.withLineEnd(rest, words));
  }

  private mayRepeatMore(words: string): boolean {
    return this.before.includes(words) || this.folded.text.includes(foldText(words).text);
  }

  /**
   * A turn of a model loses the white space at its ends, or has some too much: a line end is put back before a bullet, and
   * taken out of a sentence. An answer in lines that begins a new one is left alone.
   */
  private withLineEnd(rest: string, words: string): string {
    if (this.before.endsWith("\n")) return rest;
    if (/^[、。]/.test(words) && this.before.endsWith(words[0]!)) return words.slice(1);
    const complete = endsSentence(this.before) || /(?:^|\n)#{1,6}\s[^\n]*$/.test(this.before);
    if (words === rest) {
      if (/[A-Za-z]{2}[.!?]$/.test(this.before) && /^[A-Z]/.test(words)) return ` ${rest}`;
      return startsLine(words) && complete ? `\n${rest}` : rest;
    }
    const gap = rest.slice(0, rest.length - words.length);
    const inLines = this.before.includes("\n") && this.held.startsWith(rest);
    return gap.includes("\n") && !complete && !inLines && !startsLine(words) ? words : rest;
  }

  /** What was held back without thoughts and prefaces; undefined while more has to be seen. */
  private withoutIntroduction(final: boolean): Introduced | undefined {
    let rest = this.held;
    const start = rest.trimStart();
    if (start.startsWith(thinkStart)) {
      const end = start.indexOf(thinkEnd);
      if (end < 0) return final ? { rest: "", opened: [] } : undefined;
      rest = start.slice(end + thinkEnd.length);
    } else if (!final && thinkStart.startsWith(start)) {
      return undefined;
    }
    return withoutPrefaces(rest, this.fenceOpen);
  }

  /**
   * True when the words begin with a whole sentence that was written before, or are nothing else. The end of a sentence may
   * well be that of another one (…令和８年度に実施することとしている。), so it must have begun one there as well.
   */
  private hasSaid(words: string): boolean {
    const sentence = /^[^]*?(?:[。！？!?\n]|\.(?=\s))/.exec(words)?.[0].trim() ?? words.trim();
    if (sentence.length < shortestSentence || !isTelling(sentence)) return false;
    const { text, starts } = this.folded;
    const said = foldText(sentence).text;
    for (let at = text.indexOf(said); at >= 0; at = text.indexOf(said, at + 1)) {
      const start = starts[at]!;
      if (/(?:^|[。．.!?！？\]］】\n・])\s*$/.test(this.before.slice(Math.max(0, start - 4), start))) return true;
    }
    return false;
  }
}

/** True when a text breaks off nowhere: at the end of a sentence, or at the mark behind one. */
export function endsSentence(text: string): boolean {
  return /[。．.!?！？」』）)\]］】]\s*$/.test(text.slice(-8));
}

function startsLine(text: string): boolean {
  return /^(?:・|#{1,6}\s|[-*•]\s)/.test(text);
}
