import type { SourceBlock } from "../summarize/source-block";
import { sourcesOf } from "../summarize/source-block";
import { cleanOutput } from "../output/output-cleaner";
import { takeCitations } from "../output/take-citations";
import { actionOfRow, cellsOf, columnsOf, isRule, kindOfRow, tellsWhoOrWhen } from "./action-table";
import { linesOfJson } from "./answer/json-lines";
import { oneALine } from "./answer/one-a-line";
import { keptWords, kindOfName, nothing, type LineKind } from "./line-labels";
import type { DraftLine, DraftTopic, MinutesDraft } from "./minutes-draft";
import { fieldAlone, fieldValue, parseAction, type ActionParts } from "./parse-action";

/** Marks of lists and their numbers at the start of a line. */
const listMark =
  /^(?:[・･*●○◯■□◆◇▪•‣–—-]\s*|[(（]?[0-9０-９]{1,2}[.．)）、]\s*(?![0-9０-９])|[①-⑳]\s*|\[[ xX]?\]\s*)+/u;
/** 「決定：…」, 「【決定】…」, 「[Action] …」 */
const labelled =
  /^(?:[【[［「]\s*([^】\]］」]{1,20})\s*[】\]］」]\s*[:：]?\s*|([^:：｜|。、]{1,20}?)\s*[:：]\s*)(.*)$/u;
/** 「議題１　予算の執行」 without a colon. */
const numberedTopic =
  /^(?:議題|案件|論点)\s*(?:[0-9０-９一二三四五六七八九十]{1,3}|[（(][0-9０-９]{1,2}[)）])[\s\u3000.．、：:]*(.*)$/u;
const talk =
  /^(?:以上(?:です|が|、|。)|ご不明な点|以下(?:に|は|の)|承知|はい、|かしこまりました|Here (?:is|are)|Below|Let me know|Sure)/iu;

type Cited = ReturnType<typeof takeCitations>;

/**
 * Reads a model's minutes into topics, decisions and actions. Asked for are lines that begin with 議題, 議論, 決定, 宿題;
 * taken are also Markdown headings and tables, bold and bracketed labels, bullets and numbers below a heading, English
 * labels, full-width marks, several items on a line, JSON, and sections that are missing. A line that fits nowhere is discussion. Never throws.
 * @param blocks the blocks of the step, whose numbers count from 1.
 */
export function parseMinutes(answer: string, blocks: readonly SourceBlock[]): MinutesDraft {
  const reader = new MinutesReader(blocks);
  const lines = linesOfJson(answer) ?? cleanOutput(answer, { keepMarks: true }).split("\n");
  for (const line of lines.flatMap((one) => oneALine(one))) reader.read(line);
  return reader.draft();
}

class MinutesReader {
  private readonly topics: DraftTopic[] = [];
  private readonly decisions: DraftLine[] = [];
  private readonly actions: MinutesDraft["actions"] = [];
  private section: LineKind | "other" = "discussion";
  private columns: ReturnType<typeof columnsOf>;

  constructor(private readonly blocks: readonly SourceBlock[]) {}

  draft(): MinutesDraft {
    return {
      topics: this.topics.filter(({ title, lines }) => title !== "" || lines.length > 0),
      decisions: this.decisions,
      actions: this.actions,
    };
  }

  read(raw: string): void {
    const cells = cellsOf(raw);
    if (cells !== undefined) return this.readRow(cells);
    this.columns = undefined;
    const isHeading = /^\s*#/.test(raw) || /^\s*【[^】]{1,40}】\s*$/.test(raw);
    const line = raw
      .replace(/^\s*#+\s*/, "")
      .replace(/\*\*|__|`/g, "")
      .trim();
    const words = isHeading ? line.replace(/^【(.*)】$/u, "$1") : line.replace(listMark, "");
    if (words === "" || nothing.test(takeCitations(words, this.blocks.length).text)) return;
    if (this.addField(words)) return;
    const numbered = numberedTopic.exec(words);
    if (numbered !== null) return this.startTopic(numbered[1]!);
    const alone = kindOfName(words);
    // A name alone on its line begins a section, whether or not it was set as a heading.
    if (alone !== undefined) {
      this.section = alone === "topic" ? "discussion" : alone;
      return;
    }
    const label = labelled.exec(words);
    const name = label === null ? "" : (label[1] ?? label[2] ?? "");
    const kind = keptWords.test(name.trim()) ? undefined : kindOfName(name);
    if (kind !== undefined) return this.add(kind, label![3]!, isHeading);
    if (isHeading) return this.startTopic(words);
    this.add(this.section, words, false);
  }

  private add(kind: LineKind | "other", words: string, isHeading: boolean): void {
    if (kind === "topic") return this.startTopic(words);
    if (isHeading) this.section = kind;
    if (kind === "other" || nothing.test(takeCitations(words, this.blocks.length).text)) return;
    if (kind === "action") {
      const { text, numbers } = takeCitations(words, this.blocks.length);
      return this.addAction(parseAction(text), numbers);
    }
    const line = this.lineOf(words);
    if (line === undefined || (line.sources.length === 0 && talk.test(line.text))) return;
    if (kind === "decision") {
      this.decisions.push(line);
      return;
    }
    if (this.topics.length === 0) this.topics.push({ title: "", lines: [] });
    this.topics.at(-1)!.lines.push(line);
  }

  private addAction({ task, owner, due }: ActionParts, numbers: readonly number[]): void {
    if (!/[\p{L}\p{N}]/u.test(task)) return;
    this.actions.push({ text: task, owner, due, sources: sourcesOf(numbers, this.blocks) });
  }

  /** 「担当：…」 or 「期限：…」 alone on the line below its action. */
  private addField(words: string): boolean {
    const last = this.actions.at(-1);
    const { text, numbers } = takeCitations(words, this.blocks.length);
    const field = this.section === "action" || this.columns !== undefined ? fieldAlone(text) : undefined;
    if (last === undefined || field === undefined || last[field.name] !== "") return false;
    last[field.name] = field.value;
    last.sources = [...new Set([...last.sources, ...sourcesOf(numbers, this.blocks)])];
    return true;
  }

  private startTopic(words: string): void {
    this.section = "discussion";
    const title = takeCitations(words, this.blocks.length)
      .text.replace(/^(?:議題|案件)?\s*[0-9０-９]{0,2}\s*[.．、：:)）]\s*/u, "")
      .replace(/[。：:]$/u, "")
      .trim();
    if (title !== "") this.topics.push({ title, lines: [] });
  }

  private readRow(cells: string[]): void {
    if (isRule(cells)) return;
    const columns = columnsOf(cells);
    if (this.columns === undefined && columns !== undefined) {
      this.columns = columns;
      return;
    }
    if (this.columns === undefined) return this.add(this.section, cells.join("　"), false);
    const parts = actionOfRow(cells, this.columns);
    const told = kindOfName(kindOfRow(cells, this.columns));
    const kind = told ?? (tellsWhoOrWhen(this.columns) && this.section === "discussion" ? "action" : this.section);
    if (kind !== "action") return this.add(kind, parts.task, false);
    const [task, owner, due] = [parts.task, parts.owner, parts.due].map((cell) =>
      takeCitations(cell, this.blocks.length),
    ) as [Cited, Cited, Cited];
    if (nothing.test(task.text)) return;
    // A row may cite in any of its cells.
    const numbers = [...new Set([task, owner, due].flatMap((cell) => cell.numbers))].sort((a, b) => a - b);
    this.addAction({ task: task.text, owner: fieldValue(owner.text), due: fieldValue(due.text) }, numbers);
  }

  private lineOf(words: string): DraftLine | undefined {
    const { text, numbers } = takeCitations(words, this.blocks.length);
    if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
    return { text, sources: sourcesOf(numbers, this.blocks) };
  }
}
