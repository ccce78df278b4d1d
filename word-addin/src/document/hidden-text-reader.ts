import type { HiddenText } from "@genai-office/shared/guards";
import { cutHiddenText, type CutText } from "./cut-hidden-text";
import { replyBytes } from "./paragraph-pages";

/** What a paragraph's OOXML takes beside its text, and what comes along with it, before anything is known of the document. */
const usualParagraphBytes = 1_500;
const usualPackageBytes = 120_000;
/** How much larger than those before the next paragraphs are taken to be: tables have more properties than prose. */
const estimateMargin = 1.1;
/** Share of a reply's budget that is planned for: tables and pictures make some stretches larger than the others let expect. */
const plannedShare = 0.92;
/** Paragraphs of the first look, before anything is known of their formatting. */
const mostAtFirst = 80;
/** How many times as many the next look may ask for. */
const growth = 8;
/** Share of a look by which it may be longer, to be the last one. */
const leftOver = 0.04;
/** How much of the largest size so far the next look still expects. */
const memory = 0.75;
/** How much larger than usual a first look may turn out while other answers of unknown size are in the same reply. */
const firstDoubt = 2;
/** Paragraphs for which it is worth having styles and themes sent once more. */
const fewestAtOnce = 40;
const mostHidden = 1_000;

/** A paragraph that was read and is to be looked at. */
interface Waiting {
  id: string;
  paragraph: Word.Paragraph;
  text: string;
}

/** What was found out of the paragraphs of a scope. */
export interface HiddenParts {
  /** By id of the paragraph: what is left of its text. */
  shown: ReadonlyMap<string, CutText>;
  hidden: HiddenText[];
  /** Paragraphs with text of which nobody knows whether they show all of it. */
  unchecked: number;
}

/**
 * Looks for text that the document does not show, in the OOXML of stretches of paragraphs: `text` holds hidden text like any
 * other, and `font` knows neither shading nor styles. The looks ride on the syncs that read the pages. The reader of OOXML is a chunk of its own.
 */
export class HiddenTextReader {
  readonly #waiting: Waiting[] = [];
  #queued: { asked: Waiting[]; ooxml: OfficeExtension.ClientResult<string> } | undefined;
  #paragraphBytes = usualParagraphBytes;
  #packageBytes = usualPackageBytes;
  #answered = false;
  #most = mostAtFirst;
  readonly #parts = { shown: new Map<string, CutText>(), hidden: [] as HiddenText[], unchecked: 0 };

  add(items: readonly Waiting[]): void {
    this.#waiting.push(...items);
  }

  /** True when every paragraph was looked at. */
  get done(): boolean {
    return this.#waiting.length === 0;
  }

  /** True when it is known how much room the document's looks take. */
  get answered(): boolean {
    return this.#answered;
  }

  /**
   * Queues a look at as many paragraphs as the next reply has room for. Returns the bytes to reserve for it.
   *
   * @param budgetBytes what the reply may hold
   * @param alone true when nothing else needs the sync: then some paragraphs are asked for whatever they may take
   * @param packageBytes what other answers in OOXML have taken, as a hint
   */
  queueNext(budgetBytes: number, alone: boolean, packageBytes = 0): number {
    while (this.#waiting[0]?.text === "") this.#waiting.shift();
    if (this.#waiting.length === 0) return 0;
    let bytes = this.#answered ? this.#packageBytes : Math.max(packageBytes, this.#packageBytes);
    let count = 0;
    const budget = (budgetBytes * plannedShare) / (this.#answered || alone ? 1 : firstDoubt);
    for (const { text } of this.#waiting) {
      const next = this.#paragraphBytes * estimateMargin + replyBytes(text);
      if (count >= this.#most) break;
      if (bytes + next > budget && !(alone && count < fewestAtOnce)) break;
      bytes += next;
      count += 1;
    }
    if (count < Math.min(fewestAtOnce, this.#waiting.length)) return 0;
    // A few that are left over are not worth a round trip of their own.
    if (this.#waiting.length - count <= count * leftOver) count = this.#waiting.length;
    this.#most = Math.max(this.#most, count * growth);
    const asked = this.#waiting.splice(0, count);
    const whole = (at: number): Word.Range => asked.at(at)!.paragraph.getRange("Whole");
    this.#queued = { asked, ooxml: whole(0).expandTo(whole(-1)).getOoxml() };
    return bytes;
  }

  /** Takes the answer in; called after each sync. */
  async collect(): Promise<void> {
    const queued = this.#queued;
    if (queued === undefined) return;
    this.#queued = undefined;
    const { asked } = queued;
    const { value } = queued.ooxml;
    const start = typeof value === "string" ? value.search(/<w:body[\s/>]/) : -1;
    if (start === -1) {
      this.#parts.unchecked += texted(asked);
      return;
    }
    this.#learn(asked, value, start);
    const { shownParagraphs } = await import(
      /* webpackChunkName: "hidden-reader" */ "@genai-office/shared/guards/injection/word"
    );
    const { paragraphs, hidden } = shownParagraphs(value);
    const { cut, unplaced } = cutHiddenText(
      asked.map(({ text }) => text),
      paragraphs,
    );
    cut.forEach((one, index) => {
      if (one !== undefined) this.#parts.shown.set(asked[index]!.id, one);
    });
    this.#parts.unchecked += unplaced;
    // Deletions are what the person sees struck through, in this very window.
    for (const one of hidden)
      if (one.reason !== "deleted" && this.#parts.hidden.length < mostHidden) this.#parts.hidden.push(one);
  }

  /** What is waiting still counts as unchecked. */
  parts(): HiddenParts {
    return { ...this.#parts, unchecked: this.#parts.unchecked + texted(this.#waiting) };
  }

  #learn(asked: readonly Waiting[], ooxml: string, start: number): void {
    const end = ooxml.indexOf("</w:body>", start);
    const bodyBytes = replyBytes(ooxml.slice(start, end === -1 ? undefined : end));
    const textBytes = asked.reduce((sum, { text }) => sum + replyBytes(text), 0);
    const packageBytes = replyBytes(ooxml) - bodyBytes;
    // Pictures and notes come along with some stretches only; styles and themes with all.
    this.#packageBytes = this.#answered ? (this.#packageBytes + packageBytes) / 2 : packageBytes;
    const wasAnswered = this.#answered;
    this.#answered = true;
    // Tables follow prose: what was large once is expected again, a little less each time.
    const own = Math.max(100, (bodyBytes - textBytes) / asked.length);
    this.#paragraphBytes = wasAnswered ? Math.max(own, this.#paragraphBytes * memory) : own;
  }
}

function texted(asked: readonly Waiting[]): number {
  return asked.filter(({ text }) => text.trim() !== "").length;
}
