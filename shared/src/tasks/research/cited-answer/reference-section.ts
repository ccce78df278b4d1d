/** Lines of an answer, cut into the body and the references at its end. */
export interface AnswerParts {
  body: string[];
  references: string[];
}

const headingWords =
  "出典|参考文献|参考資料|参考情報|参照情報|参照した情報|参照元|参照文献|参照法令|引用元|引用文献|引用|情報源|脚注|参考|参照|リファレンス|references?|sources?|citations?|bibliography|works cited";

/** 「## 出典」, 「**参考文献**」, 「出典：」, 「### 参考情報 1」 */
const heading = new RegExp(
  `^\\s*(?:#{1,6}\\s*|\\*\\*\\s*|__\\s*|[■●◆○◇▼【［\\[]\\s*)?(?:\\d{1,2}[.．、]\\s*)?(?:${headingWords})(?:一覧|リスト)?\\s*(\\d{1,3}|[０-９]{1,3})?\\s*[】］\\]]?\\s*(?:[:：])?\\s*(?:\\*\\*|__)?\\s*(?:[:：])?\\s*$`,
  "i",
);

/** A reference: 「[1] …」, 「［１］…」, 「[^1]: …」, 「1. …」 with a link. */
export const referenceLine =
  /^\s*(?:[-*・]\s*)?(?:\*\*)?[[［]\^?\s*([0-9０-９]{1,3})\s*[\]］](?:\*\*)?\s*[:：]?\s*(.*)$/;

/** An entry of a numbered list; only below a heading of references it is one. */
export const numberedLine = /^\s*([0-9０-９]{1,3})\s*[.．)）、:：]\s*(.+)$/;

/** Number of a heading that is a reference itself (「### 参考情報 1」). */
export function headingNumber(line: string): number | undefined {
  const digits = heading.exec(line)?.[1];
  return digits === undefined ? undefined : Number(digits.normalize("NFKC"));
}

/**
 * Finds the references at the end of an answer: what follows a heading of references up to the next other heading, or
 * else the last lines when each is a numbered reference. Other sections behind it stay in the body. Lines inside of a
 * fenced block are never part of it.
 */
export function splitReferences(lines: readonly string[], fenced: readonly boolean[]): AnswerParts {
  const start = headingOfReferences(lines, fenced);
  if (start === undefined) return splitTrailing(lines, fenced);
  const level = levelOf(lines[start]!);
  let end = start + 1;
  while (end < lines.length && !endsSection(lines[end]!, level)) end++;
  const references = lines.slice(start, end);
  return { body: [...lines.slice(0, start), ...lines.slice(end)], references };
}

function headingOfReferences(lines: readonly string[], fenced: readonly boolean[]): number | undefined {
  for (let index = lines.length - 1; index >= 0; index--) {
    if (fenced[index] !== true && heading.test(lines[index]!) && hasEntry(lines, index)) {
      // 「### 参考情報 1」, 「### 参考情報 2」, …: the section begins with the first of them.
      let first = index;
      if (headingNumber(lines[index]!) !== undefined) {
        for (let above = index - 1; above >= 0; above--) {
          if (fenced[above] !== true && headingNumber(lines[above]!) !== undefined) first = above;
          else if (levelOf(lines[above]!) > 0 && levelOf(lines[above]!) <= levelOf(lines[index]!)) break;
        }
      }
      return first;
    }
  }
  return undefined;
}

function hasEntry(lines: readonly string[], start: number): boolean {
  if (headingNumber(lines[start]!) !== undefined) return true;
  const level = levelOf(lines[start]!);
  for (let index = start + 1; index < lines.length && !endsSection(lines[index]!, level); index++) {
    const line = lines[index]!;
    if (referenceLine.test(line) || numberedLine.test(line) || /https?:\/\//i.test(line)) return true;
  }
  return false;
}

/** A heading of the same or a higher level ends the section, unless it is one of references itself. */
function endsSection(line: string, level: number): boolean {
  const found = levelOf(line);
  return found > 0 && (level === 0 || found <= level) && !heading.test(line);
}

function levelOf(line: string): number {
  return /^\s{0,3}(#{1,6})\s/.exec(line)?.[1]?.length ?? 0;
}

/** Without a heading: the last lines, when each of them is a numbered reference with an address. */
function splitTrailing(lines: readonly string[], fenced: readonly boolean[]): AnswerParts {
  let start = lines.length;
  let entries = 0;
  for (let index = lines.length - 1; index >= 0 && fenced[index] !== true; index--) {
    const line = lines[index]!;
    if (line.trim() === "" || /^\s*>/.test(line)) continue;
    if (!referenceLine.test(line) || !/https?:\/\//i.test(line)) break;
    start = index;
    entries++;
  }
  if (entries === 0) return { body: [...lines], references: [] };
  return { body: lines.slice(0, start), references: lines.slice(start) };
}
