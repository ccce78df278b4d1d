import { isTelling, overlapLength } from "./overlap";

/** How far back a repetition is looked for, in UTF-16 units. */
const memory = 8_000;
/** A preface is told from an answer within so many characters. */
const shortestHead = 48;
/** A sentence shorter than this may well stand in a text twice. */
const shortestSentence = 12;

const thinkStart = "<think>";
const thinkEnd = "</think>";

/** What models put before the rest although they were asked not to. 引き続き… and 続いて… are no prefaces. */
const prefaces = [
  /^\s*(?:(?:はい|承知(?:いた)?しました|承知です|かしこまりました)[、。]\s*){0,2}(?:(?:以下|次)(?:は|に|が|、)?、?)?(?:直前の出力の|出力の|要約の|上記の|先ほどの)?続き(?:です|を(?:出力|記載|書き|示し)(?:いた)?します|は(?:次|以下)の(?:とおり|通り)です|になります)?[。:：]\s*/,
  /^\s*(?:(?:Sure|Certainly|Of course|Okay)[,.!]\s*)?(?:Here(?:'s| is)(?: the)? (?:rest|continuation)|Continuing(?: from where (?:I|it|we) (?:stopped|left off))?|Continuation)[^.:\n]{0,60}[.:]\s+/i,
  /^\s*(?:```[\w-]*\n|<(?:output|summary|answer|result)>\s*)+/i,
  /^\s*(?:\.\.\.|…{1,2})(?=[^\s.…])/,
];

/**
 * Where the rest of an answer joins what was written before. Takes off what a model thinks or says before it goes on, and
 * what it repeats of the end; works on a stream, and holds back no more than what may still turn out to be one of these.
 */
export class Seam {
  private held = "";
  private joined = false;
  private again = false;
  private readonly before: string;

  constructor(written: string) {
    this.before = written.slice(-memory);
  }

  /** True when the model began over again instead of going on: nothing it says belongs behind what was written. */
  get beganAgain(): boolean {
    return this.again;
  }

  /** Takes a piece of the rest; returns what is certain to be new. */
  push(delta: string): string {
    if (this.again) return "";
    if (this.joined) return delta;
    this.held += delta;
    return this.join(false);
  }

  /** The rest has ended: returns what was held back. */
  flush(): string {
    return this.joined || this.again ? "" : this.join(true);
  }

  private join(final: boolean): string {
    const rest = this.withoutIntroduction(final);
    if (rest === undefined) return "";
    const words = rest.trimStart();
    if (!final && (words.length < shortestHead || this.before.includes(words))) return "";
    const overlap = overlapLength(this.before, words);
    if (overlap === 0 && this.hasSaid(words)) {
      this.again = true;
      return "";
    }
    this.joined = true;
    return overlap > 0 ? words.slice(overlap) : this.withLineEnd(rest, words);
  }

  /**
   * A turn of a model loses the white space at its ends, or has some too much: a line end is put back before a bullet, and
   * taken out of a sentence. An answer in lines that begins a new one is left alone.
   */
  private withLineEnd(rest: string, words: string): string {
    if (this.before.endsWith("\n")) return rest;
    const complete = endsSentence(this.before) || /(?:^|\n)#{1,6}\s[^\n]*$/.test(this.before);
    if (words === rest) return startsLine(words) && complete ? `\n${rest}` : rest;
    const gap = rest.slice(0, rest.length - words.length);
    const inLines = this.before.includes("\n") && this.held.startsWith(rest);
    return gap.includes("\n") && !complete && !inLines && !startsLine(words) ? words : rest;
  }

  /** What was held back without thoughts and prefaces; undefined while more has to be seen. */
  private withoutIntroduction(final: boolean): string | undefined {
    let rest = this.held;
    const start = rest.trimStart();
    if (start.startsWith(thinkStart)) {
      const end = start.indexOf(thinkEnd);
      if (end < 0) return final ? "" : undefined;
      rest = start.slice(end + thinkEnd.length);
    } else if (!final && thinkStart.startsWith(start)) {
      return undefined;
    }
    for (const preface of prefaces) rest = rest.replace(preface, "");
    return rest;
  }

  /**
   * True when the words begin with a whole sentence that was written before, or are nothing else. The end of a sentence may
   * well be that of another one (…令和８年度に実施することとしている。), so it must have begun one there as well.
   */
  private hasSaid(words: string): boolean {
    const sentence = /^[^]*?(?:[。！？!?\n]|\.(?=\s))/.exec(words)?.[0].trim() ?? words.trim();
    if (sentence.length < shortestSentence || !isTelling(sentence)) return false;
    for (let at = this.before.indexOf(sentence); at >= 0; at = this.before.indexOf(sentence, at + 1)) {
      if (/(?:^|[。．.!?！？\]］】\n・])\s*$/.test(this.before.slice(Math.max(0, at - 4), at))) return true;
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
