import type { Span } from "../../vocabulary";
import type { Candidate } from "./candidate";
import { Gap } from "./compact-text";
import { firstIndex } from "./first-index";
import { endWithNoun, type Surroundings } from "./surroundings";
import { statistic } from "./title-words";

/** A cell of a row of comma- or tab-separated values. */
interface Cell extends Span {
  words: string;
}

/** 「人事案,機密性３,田中」: the mark fills a cell of a pasted table (P1 a: a row of labels). */
export function isCellOfRow(around: Surroundings, candidate: Candidate, line: Span): boolean {
  const end = endWithNoun(around, candidate);
  const cells = cellsOf(around, line);
  const at = cells.findIndex((cell) => cell.start <= candidate.start && cell.end >= end);
  const own = cells[at];
  if (own === undefined || cells.length < 2) return false;
  const { text } = around.view;
  const rest = text.slice(own.start, candidate.start) + text.slice(end, own.end);
  if (/[^"'“”]/.test(rest)) return false;
  // Some ministries write 「，」 for 「、」: a sentence is no row.
  if (/。/.test(text.slice(line.start, line.end)) || cells.some(({ words }) => /[ぁ-ん]["']?$/.test(words)))
    return false;
  if (marksOf(around, line).size > 1) return false;
  if (at > 0) return true;
  return !isKeyOfTable(around, candidate, line) && !explains(cells[1]!.words);
}

/** The mark is what its row is about: 機密性３,12件 or 機密性３,秘密文書に相当する情報, one row for each class. */
export function isKeyOfTable(around: Surroundings, candidate: Candidate, line: Span): boolean {
  const [own, next] = cellsOf(around, line);
  if (own === undefined || next === undefined) return false;
  const [key] = marksOf(around, own);
  if (key === undefined && own.end < candidate.end) return false;
  if (explains(next.words)) return true;
  const position = firstIndex(around.lines, ({ start }) => start >= line.start);
  return [around.lines[position - 1], around.lines[position + 1]].some((neighbour) => {
    if (neighbour === undefined) return false;
    const [first, second] = cellsOf(around, {
      start: neighbour.start,
      end: Math.min(neighbour.end, neighbour.start + 300),
    });
    if (first === undefined || second === undefined) return false;
    return [...marksOf(around, first)].some((cls) => cls !== (key ?? candidate.class));
  });
}

function explains(words: string): boolean {
  return statistic.test(words) || words.length > 20 || /(?:もの|文書|こと|情報|場合)["']?$/.test(words);
}

function cellsOf({ view }: Surroundings, line: Span): Cell[] {
  const cells: Cell[] = [];
  let start = line.start;
  const close = (end: number): void => {
    cells.push({ start, end, words: view.text.slice(start, end) });
  };
  for (let at = line.start; at < line.end; at += 1) {
    if (view.gaps[at] === Gap.Tab && at > start) {
      close(at);
      start = at;
    }
    if (view.text[at] === ",") {
      close(at);
      start = at + 1;
    }
  }
  close(line.end);
  return cells;
}

/** Classes that are named in a stretch. */
function marksOf({ candidates }: Surroundings, stretch: Span): Set<string> {
  const classes = new Set<string>();
  for (
    let index = firstIndex(candidates, ({ start }) => start >= stretch.start);
    index < candidates.length;
    index += 1
  ) {
    const candidate = candidates[index]!;
    if (candidate.end > stretch.end) break;
    if (candidate.class !== "unknown") classes.add(candidate.class);
  }
  return classes;
}
