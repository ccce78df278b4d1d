import type { Candidate } from "./candidate";
import { classMarksIn } from "./class-marks";
import type { CompactText } from "./compact-text";
import { markWords } from "./mark-words";

/** Finds everything that is spelled like a mark; overlaps are resolved to the longer spelling. */
export function candidatesIn(view: CompactText): Candidate[] {
  const found = classMarksIn(view);
  for (const { pattern, as, needs } of markWords) {
    if (needs?.some((word) => view.text.includes(word)) === false) continue;
    for (const match of view.text.matchAll(pattern)) {
      found.push({ start: match.index, end: match.index + match[0].length, ...as });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Candidate[] = [];
  for (const candidate of found) {
    const last = kept.at(-1);
    if (last === undefined || candidate.start >= last.end) kept.push(candidate);
    else if (candidate.end - candidate.start > last.end - last.start) kept[kept.length - 1] = candidate;
  }
  return kept;
}
