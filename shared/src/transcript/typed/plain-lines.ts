import { append } from "../append";
import { isBelow, isEndLine, isRecorderLine } from "./closing-lines";

/** Lines that programs and minutes have below the last words, at most. */
const mostBelow = 4;

/** The lines without what programs write among them, which goes to the notes, and without the words that end the minutes. */
export function withoutEnd(lines: readonly string[], notes: string[]): string[] {
  const kept = lines.map((line) => {
    if (!isRecorderLine(line.trim())) return line;
    notes.push(line.trim());
    return "";
  });
  const filled = kept.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  for (const [place, last] of filled.slice(-mostBelow).reverse().entries()) {
    const above = filled.at(-place - 2);
    if (above === undefined) break;
    // A link may be all that somebody said: only below a blank line, and no time, it is the program's.
    const isApart = kept[last - 1]!.trim() === "" && !/[\d０-９]\s*$/u.test(kept[above]!);
    if (!isEndLine(kept[last]!) && !(isApart && isBelow(kept[last]!))) break;
    notes.push(kept[last]!.trim());
    kept[last] = "";
  }
  return kept;
}

/** Lines without the numbers and names that stand above the speeches of the Diet: 「002 山田太郎」, 「○山田委員長　…」 below. */
export function withoutNumbers(lines: readonly string[], notes: string[]): readonly string[] {
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const numbered = filled.filter(
    (index, place) =>
      /^\d{3}[ \u3000]\S{1,20}$/u.test(lines[index]!) && /^[○◯〇]/u.test(lines[filled[place + 1]!] ?? ""),
  );
  if (numbered.length < 2) return lines;
  append(
    notes,
    numbered.map((index) => lines[index]!),
  );
  const places = new Set(numbered);
  return lines.map((line, index) => (places.has(index) ? "" : line));
}

/** Rows of a table in Markdown (`| 0:03 | 山田 | はい |`), or with bars between their cells, with tabs in the place of these. */
export function withoutBars(lines: readonly string[]): string[] {
  const isRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);
  const filled = lines.filter((line) => line.trim() !== "");
  const barred = filled.filter((line) => line.split("|", 3).length === 3).length;
  if (lines.filter(isRow).length < 2) {
    const areRows = barred >= 2 && barred * 5 >= filled.length * 4;
    return lines.map((line) => (areRows ? line.replaceAll("|", "\t") : line));
  }
  return lines
    .filter((line) => !/^\s*\|[\s|:-]*\|\s*$/.test(line))
    .map((line) =>
      isRow(line)
        ? line
            .trim()
            .slice(1, -1)
            .split("|")
            .map((cell) => cell.replace(/<br\s*\/?>/gi, "\v").trim())
            .join("\t")
        : line,
    );
}
