const oneMark = /^[ \t\u3000]{0,3}(?:[>＞]|\|(?=[ \t]|$)(?![^|]*\|))/;
/** A bar right before the words, and no other on the line. */
const barMark = /^[ \t]{0,3}\|(?=[^|\s][^|]*$)/;
const letterMark = /^[ \t]{0,2}([A-Z][A-Za-z]{0,3})>(?=[ \t>]|$)/;
/** A line of many marks is one that nobody reads; the rest of them stays in its text. */
const mostMarks = 60;

/**
 * The marks of quoting before a line: "> > ", ">>", "＞", "| ", and "HS> " where several lines have the same initials.
 * "| a | b |" is a table.
 */
export function quoteMarks(line: string, prefixes: ReadonlySet<string>): { depth: number; rest: string } {
  // >>> Here <<< is drawn, not quoted.
  if (/^[\s]{0,3}[>＞]{2}.{0,200}[<＜]{2}\s{0,3}$/u.test(line)) return { depth: 0, rest: line };
  let rest = line;
  let depth = 0;
  if (prefixes.has("|") && barMark.test(rest)) {
    rest = rest.replace(/^[ \t]{0,3}\|/, "");
    depth = 1;
  }
  const letters = prefixes.size === 0 ? undefined : letterMark.exec(rest)?.[1];
  if (letters !== undefined && prefixes.has(letters)) {
    rest = rest.slice(rest.indexOf(">") + 1);
    depth = 1;
  }
  for (let mark = oneMark.exec(rest); mark !== null && depth < mostMarks; mark = oneMark.exec(rest)) {
    rest = rest.slice(mark[0].length);
    depth += 1;
  }
  // One space behind the marks belongs to them; more is how the text is laid out.
  return { depth, rest: depth === 0 ? rest : rest.replace(/^ /, "") };
}

/** Initials that stand before ">" in two lines or more (Supercite), and "|" where it stands right before the words of two. */
export function letterPrefixes(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const letters = letterMark.exec(line)?.[1];
    if (letters !== undefined) counts.set(letters, (counts.get(letters) ?? 0) + 1);
  }
  const bars = lines.filter((line) => barMark.test(line)).length;
  if (bars > 1 && lines.every((line) => !/^[ \t]{0,3}\|.*\|/.test(line))) counts.set("|", bars);
  return new Set([...counts].filter(([, count]) => count > 1).map(([letters]) => letters));
}
