import { cleanOutput } from "../output/output-cleaner";
import { takeCitations } from "../output/take-citations";
import { isRule } from "../minutes/action-table";
import { nothing } from "../minutes/line-labels";
import { sourcesOf, type SourceBlock } from "../summarize/source-block";
import {
  cellsOf,
  parseRequest,
  requestColumns,
  requestOfRow,
  type RequestColumn,
  type RequestParts,
} from "./parse-request";
import type { ThreadDraft } from "./thread-draft";

type Kind = "request" | "decision" | "open";

/** Words by which models name a section or begin a line, folded, without numbering and marks. */
const names: Record<Kind, RegExp> = {
  request:
    /^(?:(?:私|自分|他の人|他者|読み手|あなた)?(?:への|に対する)?(?:依頼|要求|照会|質問|要望|求められ(?:ていること|る事項))(?:事項|内容|一覧)?|対応が必要な(?:事項|依頼)|todo(?:リスト)?|requests?(?: (?:of|to) (?:me|you|others))?|questions?|asks?|action items?|actions?|to-?dos?)$/,
  decision:
    /^(?:決定(?:事項|内容|したこと)?|決まったこと|承認(?:事項)?|合意(?:事項)?|decisions?(?: made)?|decided|agreements?|approved)$/,
  open: /^(?:未解決(?:の?(?:点|事項|課題|論点|問題))?|未決(?:事項)?|未回答(?:事項)?|残課題|残る論点|検討中(?:の事項)?|課題|open(?: points?| issues?| questions?| items?)?|unresolved|pending)$/,
};
const otherSections =
  /^(?:概要|要約|背景|経緯|参加者|関係者|件名|スレッド(?:要約)?|まとめ|summary|overview|background|participants|subject|thread|notes?)$/;
const listMark =
  /^(?:[・･*●○◯■□◆◇▪•‣–—-]\s*|[(（]?[0-9０-９]{1,2}[.．)）、]\s*(?![0-9０-９])|[①-⑳]\s*|\[[ xX]?\]\s*)+/u;
const labelled =
  /^(?:[【[［「]\s*([^】\]］」]{1,24})\s*[】\]］」]\s*[:：]?\s*|([^:：｜|。、]{1,24}?)\s*[:：]\s*)(.*)$/u;
const talk =
  /^(?:以上(?:です|が|、|。)|ご不明な点|以下(?:に|は|の)|承知|はい、|かしこまりました|Here (?:is|are)|Below|Let me know|Sure)/iu;

/**
 * Reads a model's answer into requests, decisions and open points. Asked for are lines that begin with 依頼, 決定, 未解決; taken are
 * also Markdown headings and tables, bold and bracketed labels, bullets and numbers below a heading, English labels, full-width
 * marks, missing sections and an answer that breaks off. A line that fits nowhere and cites a mail is an open point. Never throws.
 * @param blocks the blocks of the step, whose numbers count from 1.
 */
export function parseThread(answer: string, blocks: readonly SourceBlock[]): ThreadDraft {
  const reader = new ThreadReader(blocks);
  for (const line of cleanOutput(answer, { keepMarks: true }).split("\n")) reader.read(line);
  return reader.draft;
}

/** What is longer is no line of a summary. */
const longestLine = 2_000;

class ThreadReader {
  readonly draft: ThreadDraft = { requests: [], decisions: [], open: [] };
  private section: Kind | "other" | undefined;
  private columns: RequestColumn[] | undefined;

  constructor(private readonly blocks: readonly SourceBlock[]) {}

  read(whole: string): void {
    const raw = whole.slice(0, longestLine).replace(/[ \t\u3000]{3,}/g, " ");
    const cells = cellsOf(raw);
    if (cells !== undefined) return this.readRow(cells);
    this.columns = undefined;
    const isHeading = /^\s*#/.test(raw) || /^\s*【[^】]{1,40}】\s*$/.test(raw);
    const line = raw
      .replace(/^\s*#+\s*/, "")
      .replace(/\*\*|__|`/g, "")
      .trim();
    const words = isHeading ? line.replace(/^【(.*)】$/u, "$1") : line.replace(listMark, "");
    if (words === "" || this.saysNothing(words)) return;
    const alone = kindOfName(words);
    if (alone !== undefined) {
      this.section = alone;
      return;
    }
    const label = labelled.exec(words);
    const kind = label === null ? undefined : kindOfName(label[1] ?? label[2] ?? "");
    if (kind !== undefined && label !== null) return this.add(kind, label[3]!);
    if (isHeading) {
      this.section = "other";
      return;
    }
    this.add(this.section, words);
  }

  private add(kind: Kind | "other" | undefined, words: string): void {
    if (kind === "other" || this.saysNothing(words)) return;
    const { text, numbers } = takeCitations(words, this.blocks.length);
    // Without a section only what cites a mail is a line; the rest is talk.
    if (kind === undefined && numbers.length === 0) return;
    if (numbers.length === 0 && talk.test(text)) return;
    this.take(kind ?? (/期限|誰に|[｜|]/.test(text) ? "request" : "open"), parseRequest(text), numbers, text);
  }

  private take(kind: Kind, parts: RequestParts, numbers: readonly number[], whole: string): void {
    const sources = sourcesOf(numbers, this.blocks);
    if (kind === "request") {
      if (/[\p{L}\p{N}]/u.test(parts.text)) this.draft.requests.push({ ...parts, sources });
      return;
    }
    const text = whole.split(/[｜|]/)[0]!.trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return;
    (kind === "decision" ? this.draft.decisions : this.draft.open).push({ text, sources });
  }

  private readRow(cells: string[]): void {
    if (isRule(cells)) return;
    const columns = requestColumns(cells);
    if (this.columns === undefined && columns !== undefined) {
      this.columns = columns;
      return;
    }
    const kindCell = kindOfName(cells[0] ?? "");
    if (this.columns === undefined) {
      if (kindCell !== undefined) return this.add(kindCell, cells.slice(1).join("｜"));
      return this.add(this.section, cells.join("｜"));
    }
    const parts = requestOfRow(cells, this.columns);
    const cited = [parts.text, parts.of, parts.due].map((cell) => takeCitations(cell, this.blocks.length));
    const numbers = [...new Set(cited.flatMap((cell) => cell.numbers))].sort((a, b) => a - b);
    const [text, of, due] = cited.map((cell) => cell.text) as [string, string, string];
    if (nothing.test(text)) return;
    const kind = this.section === "decision" || this.section === "open" ? this.section : "request";
    this.take(kind, { text, of, due }, numbers, text);
  }

  private saysNothing(words: string): boolean {
    return nothing.test(takeCitations(words, this.blocks.length).text.split(/[｜|]/)[0]!.trim());
  }
}

/** What the name of a section or the word before a colon says; undefined when it is neither. */
function kindOfName(words: string): Kind | "other" | undefined {
  const plain = words
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^[\s■□◆◇●○▼▽※#*_【[「『(（]+|[\s】\]」』)）*_:：]+$/g, "")
    .replace(/^(?:第?[0-9一二三四五六七八九十]{1,3}[.．、)）\s]*)/, "")
    .replace(/\s*[0-9]{1,3}$/, "")
    .trim();
  if (plain === "" || plain.length > 24) return undefined;
  for (const kind of ["request", "decision", "open"] as const) if (names[kind].test(plain)) return kind;
  return otherSections.test(plain) ? "other" : undefined;
}
