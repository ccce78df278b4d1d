import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { firstIndex } from "./first-index";
import { onlyMarks, type Surroundings } from "./surroundings";

const bullet = /^(?:[・*]|-(?!-)|[ア-ン][.)])/;

/**
 * One item of a list of marks (・極秘 / ・秘 / ・取扱注意) is the definition of marks, not a marking. Among items that name
 * no mark it says what the paper is.
 */
export function isItemOfList(around: Surroundings, line: Span): boolean {
  const { text } = around.view;
  if (!bullet.test(text.slice(line.start, line.end))) return false;
  const position = firstIndex(around.lines, ({ start }) => start >= line.start);
  if (around.lines[position]?.start !== line.start) return false;
  return [around.lines[position - 1], around.lines[position + 1]].some(
    (neighbour) =>
      neighbour !== undefined &&
      bullet.test(text.slice(neighbour.start, neighbour.end)) &&
      namesMark(around, neighbour),
  );
}

function namesMark({ candidates }: Surroundings, line: Span): boolean {
  const candidate = candidates[firstIndex(candidates, ({ start }) => start >= line.start)];
  return candidate !== undefined && candidate.end <= line.end && candidate.reason !== "handling-limit";
}

const announces =
  /(?:次の|次に掲げる|以下の|下記の|次に示す)[^。]{0,12}(?:表示|語|言葉|文字|印|標[記示]|記載|区分|格付|いずれか|マーク|ラベル)/;
/** Lines of marks above a line that are looked at for what announces them. */
const mostLines = 4;

/**
 * 「次の語を含む文書は登録できない。」 over lines or a row of several marks: the marks are spoken of. One mark alone under
 * such a line is the mark of the paper, and so is one with its handling limits.
 */
export function isAnnouncedMark(around: Surroundings, candidate: Candidate, line: Span): boolean {
  const { lines, view } = around;
  const position = firstIndex(lines, ({ end }) => end > line.start);
  let above = position - 1;
  while (above >= 0 && position - above <= mostLines && onlyMarks(around, shortened(lines[above]!))) above -= 1;
  const announcing = lines[above];
  if (announcing === undefined || position - above > mostLines) return false;
  if (!announces.test(view.text.slice(Math.max(announcing.start, announcing.end - 100), announcing.end))) return false;
  let below = position + 1;
  while (below < lines.length && below - position <= mostLines && onlyMarks(around, shortened(lines[below]!)))
    below += 1;
  const words = new Set<string>();
  const { candidates } = around;
  const first = firstIndex(candidates, ({ start }) => start >= announcing.end);
  for (const other of candidates.slice(first, first + 20)) {
    if (other.start >= lines[below - 1]!.end) break;
    if (other.reason !== "handling-limit") words.add(view.text.slice(other.start, other.end));
  }
  return words.size > 1 && candidate.reason !== "handling-limit";
}

/** A line of marks is short; of a long one the beginning tells as much. */
function shortened({ start, end }: Span): Span {
  return { start, end: Math.min(end, start + 300) };
}
