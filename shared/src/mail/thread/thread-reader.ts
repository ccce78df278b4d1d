import type { MailAddress } from "../read-mail";
import { findAttribution } from "./attribution/find-attribution";
import type { BodyLine } from "./body-line";
import { columnsOf } from "./columns";
import { dateFrom } from "./date/written-date";
import { findHead } from "./head/find-head";
import { headLine, type HeadLine } from "./head/head-labels";
import type { ThreadHead } from "./mail-thread";

/** A message while the body is read. */
export interface Draft {
  author: MailAddress | undefined;
  date: string | undefined;
  subject: string | undefined;
  forwarded: boolean;
  /** A line of its own was read. */
  hasWords: boolean;
}

/** Whose words each line of a body is; undefined for headers and attributions. */
export interface OwnedLines {
  /** Newest first. */
  drafts: Draft[];
  owners: (Draft | undefined)[];
}

type Told = Pick<Draft, "author" | "date" | "subject" | "forwarded">;
const nothingTold: Told = { author: undefined, date: undefined, subject: undefined, forwarded: false };

/** More mails than this stand in no body: what looks like their headers is read as text of the last one. */
const mostMessages = 500;
/** A quoted line was full at this width, and what a program broke off it is shorter than that. */
const fullWidth = 60;
const brokenWidth = 40;

/** Tells whose words each line is: line after line, with the message that is open at each depth of quoting. */
export function ownLines(lines: readonly BodyLine[], head: ThreadHead): OwnedLines {
  return new ThreadReader(lines, head).read();
}

class ThreadReader {
  private readonly newest: Draft;
  private readonly drafts: Draft[];
  private readonly owners: (Draft | undefined)[] = [];
  /** The message whose words stand at each depth. */
  private readonly open: (Draft | undefined)[];
  /** The depth of the next line with words, from each line on. */
  private readonly depths: (number | undefined)[];
  /** The least depth of the lines with words from each line on. */
  private readonly leastDepths: number[];
  private readonly fields: (HeadLine | null | undefined)[] = [];
  /** When the mail was written that is read; what it quotes is older. */
  private date: string | undefined;

  constructor(
    private readonly lines: readonly BodyLine[],
    head: ThreadHead,
  ) {
    this.newest = {
      ...nothingTold,
      author: head.from,
      date: head.date === undefined ? undefined : dateFrom(head.date),
      hasWords: false,
    };
    this.date = this.newest.date;
    this.drafts = [this.newest];
    this.open = [this.newest];
    this.depths = new Array<number | undefined>(lines.length + 1);
    this.leastDepths = new Array<number>(lines.length + 1).fill(Infinity);
    for (let index = lines.length - 1; index >= 0; index -= 1) {
      const { text, depth } = lines[index]!;
      const isEmpty = text.trim() === "";
      this.depths[index] = isEmpty ? this.depths[index + 1] : depth;
      this.leastDepths[index] = isEmpty ? this.leastDepths[index + 1]! : Math.min(depth, this.leastDepths[index + 1]!);
    }
  }

  read(): OwnedLines {
    const { lines } = this;
    for (let index = 0; index < lines.length;) {
      const line = lines[index]!;
      if (line.text.trim() === "") this.owners[index] = this.ownerOfEmpty(index);
      else {
        const taken =
          this.drafts.length >= mostMessages
            ? 0
            : this.readHead(index) || this.readAttribution(index) || this.readMarked(index);
        if (taken > 0) {
          index += taken;
          continue;
        }
        const owner = this.ownerOf(index);
        owner.hasWords = true;
        this.owners[index] = owner;
      }
      index += 1;
    }
    this.owners.length = lines.length;
    return { drafts: this.drafts, owners: this.owners };
  }

  /** Takes a header and gives back how many lines it has; 0 where there is none. */
  private readHead(index: number): number {
    const { depth } = this.lines[index]!;
    const isFirst = depth === 0 && !this.newest.hasWords && this.drafts.length === 1;
    const head = findHead(this.lines, index, { before: this.date }, isFirst, (at) => this.field(at));
    if (head === undefined) return 0;
    const next = this.depths[index + head.lines];
    // Programs of the Emacs school write From, Subject and Date above marked lines; Outlook marks none.
    const isMarkedBelow = next !== undefined && next === depth + 1;
    const at = isMarkedBelow && (!head.complete || this.leastDepths[index + head.lines]! > depth) ? next : depth;
    const before = this.open[at];
    if (before !== undefined && this.isSame(before, head)) complete(before, head);
    else this.begin(at, head);
    this.remember(head.date);
    return head.lines;
  }

  private readAttribution(index: number): number {
    const { depth } = this.lines[index]!;
    const found = findAttribution(this.lines, index, { before: this.date }, (at) => this.depths[at]);
    if (found === undefined) return 0;
    const next = this.depths[index + found.lines];
    const at = next !== undefined && next > depth ? next : depth;
    this.begin(at, { ...nothingTold, author: found.author, date: found.date });
    this.remember(found.date);
    return found.lines;
  }

  /** A line that the mail program marks as the attribution, in words that nobody here reads. */
  private readMarked(index: number): number {
    const line = this.lines[index]!;
    const next = this.depths[index + 1];
    if (line.part !== "attribution" || next === undefined || next <= line.depth) return 0;
    this.begin(next, nothingTold);
    return 1;
  }

  /** "On …, A wrote:" and the header of A's mail below it tell of one mail. */
  private isSame(draft: Draft, { author }: Told): boolean {
    if (draft === this.newest || draft.hasWords) return false;
    const known = draft.author?.address ?? "";
    const told = author?.address ?? "";
    return known === "" || told === "" || known.toLowerCase() === told.toLowerCase();
  }

  /** A message begins at a depth; what was open there and deeper has ended. */
  private begin(depth: number, told: Told): Draft {
    const draft: Draft = { ...told, hasWords: false };
    this.drafts.push(draft);
    this.open.length = Math.min(this.open.length, depth);
    this.open[depth] = draft;
    return draft;
  }

  private remember(date: string | undefined): void {
    if (date !== undefined && !Number.isNaN(Date.parse(date))) this.date = date;
  }

  private ownerOf(index: number): Draft {
    const line = this.lines[index]!;
    const { depth } = line;
    const known = this.open[depth];
    const wrapped = this.wrappedOwner(index);
    if (wrapped !== undefined) return wrapped;
    // The program alone marks that earlier mails begin here.
    if (line.part === "quote" && depth === 0 && known === this.newest) return this.begin(0, nothingTold);
    if (known !== undefined) return known;
    const draft: Draft = { ...nothingTold, hasWords: false };
    const deeper = this.open.find((other, at) => at > depth && other !== undefined);
    // An answer below what it answers is newer than that.
    if (deeper === undefined) this.drafts.push(draft);
    else this.drafts.splice(this.drafts.indexOf(deeper), 0, draft);
    this.open[depth] = draft;
    return draft;
  }

  /** Empty lines belong to the words above them; marks of quoting without words are never the newest message's. */
  private ownerOfEmpty(index: number): Draft | undefined {
    const above = this.owners[index - 1];
    const { raw, depth } = this.lines[index]!;
    return raw.trim() === "" || above !== this.newest ? above : this.open[depth];
  }

  /** A long quoted line that a program broke leaves its end without a mark between two marked lines. */
  private wrappedOwner(index: number): Draft | undefined {
    const [before, line, after] = [this.lines[index - 1], this.lines[index]!, this.lines[index + 1]];
    if (before === undefined || after === undefined) return undefined;
    if (before.depth <= line.depth || after.depth !== before.depth) return undefined;
    if (before.text.trim() === "" || after.text.trim() === "") return undefined;
    if (/[。．.！？!?:：]["'”’」』）)]?$/u.test(before.text.trim())) return undefined;
    if (columnsOf(before.raw) < fullWidth || columnsOf(line.raw) > brokenWidth) return undefined;
    return this.owners[index - 1];
  }

  private field(index: number): HeadLine | undefined {
    const line = this.lines[index];
    if (line === undefined) return undefined;
    this.fields[index] ??= headLine(line.text) ?? null;
    return this.fields[index] ?? undefined;
  }
}

function complete(draft: Draft, told: Told): void {
  const { author } = told;
  if (author !== undefined) {
    draft.author = {
      name: draft.author?.name || author.name,
      address: draft.author?.address || author.address,
    };
  }
  const isFuller = told.date !== undefined && told.date.includes("T") && draft.date?.includes("T") !== true;
  draft.date = isFuller ? told.date : (draft.date ?? told.date);
  draft.subject ??= told.subject;
  draft.forwarded ||= told.forwarded;
}
