import { timesOf } from "./timing-line";

/**
 * Where the words of a cue end whose last voice is open at a blank line: behind the line that closes it. Undefined where no voice
 * is open, or anything else begins before it is closed.
 * @param cue lines of the cue
 * @param lines of the file
 * @param first line behind the blank one
 */
export function endOfVoice(cue: readonly string[], lines: readonly string[], first: number): number | undefined {
  const text = cue.join("\n").toLowerCase();
  if (!/<v[\s.\u3000]/.test(text) || text.lastIndexOf("</v") > text.lastIndexOf("<v")) return undefined;
  for (let at = first; at < lines.length; at += 1) {
    const line = lines[at]!;
    if (timesOf(line) !== undefined || /^NOTE(?:\s|$)/.test(line)) return undefined;
    const closing = line.search(/<\/v\s*>/i);
    const opening = line.search(/<v[\s.>\u3000]/i);
    if (opening >= 0 && (closing < 0 || opening < closing)) return undefined;
    if (closing >= 0) return at + 1;
  }
  return undefined;
}
