import type { TranscriptProblem } from "../transcript";

/** A cue with what is compared: its words by line. */
export interface CaptionLines {
  at: number;
  speaker: string | null;
  start: number | null;
  end: number | null;
  lines: string[];
}

/** Share of the captions that say again what stood in the one before, from which on a file is of the rolling kind. */
const rollingShare = 0.3;
/** The same words this often in a row are a recogniser's loop, not speech. */
const loop = 3;

/**
 * Keeps once what captions say again. Rolling captions (YouTube) show the last line above the new one, or a line that grows
 * word by word; recognisers (Whisper) fall into loops. Words of the same person that are said twice stay, unless the file is
 * of that kind. A cue that is there twice, times and all, is one.
 */
export function withoutRepeats<Caption extends CaptionLines>(
  captions: readonly Caption[],
): { captions: Caption[]; problems: TranscriptProblem[] } {
  const repeats = captions.filter((caption, index) => index > 0 && rollsFrom(captions[index - 1]!, caption)).length;
  const rolling = repeats >= 3 && repeats / captions.length >= rollingShare;
  const kept: Caption[] = [];
  let before: Caption | undefined;
  let run = 1;
  let reduced: number | undefined;
  for (const caption of captions) {
    const last = kept.at(-1);
    const said = caption.lines.join("\n");
    const again = before !== undefined && before.speaker === caption.speaker && before.lines.join("\n") === said;
    run = again && follows(before!, caption) ? run + 1 : 1;
    const twin = again && before!.start !== null && before!.start === caption.start && before!.end === caption.end;
    if (twin || (rolling && again && follows(before!, caption))) {
      reduced ??= caption.at;
      if (last !== undefined) last.end = later(last.end, caption.end);
    } else if (run >= loop && said.length > 1) {
      reduced ??= caption.at;
      // The second of the loop had been kept: it was none until now.
      if (run === loop) kept.pop();
      kept.at(-1)!.end = later(kept.at(-1)!.end, caption.end);
    } else if (rolling && before !== undefined && rollsFrom(before, caption)) {
      reduced ??= caption.at;
      const fresh = caption.lines.slice(sharedLines(before.lines, caption.lines));
      if (fresh.length === caption.lines.length && last !== undefined)
        kept[kept.length - 1] = { ...caption, start: last.start };
      else if (fresh.length > 0) kept.push({ ...caption, lines: fresh });
      else if (last !== undefined) last.end = later(last.end, caption.end);
    } else kept.push({ ...caption });
    before = caption;
  }
  return { captions: kept, problems: reduced === undefined ? [] : [{ kind: "repeated-cues", at: reduced }] };
}

function rollsFrom(before: CaptionLines, caption: CaptionLines): boolean {
  if (before.speaker !== caption.speaker || !follows(before, caption)) return false;
  return sharedLines(before.lines, caption.lines) > 0 || grows(before.lines, caption.lines);
}

/** How many of the last lines of one caption are the first of the next. */
function sharedLines(before: readonly string[], after: readonly string[]): number {
  for (let count = Math.min(before.length, after.length, 4); count > 0; count -= 1) {
    const from = before.length - count;
    if (before.slice(from).every((line, index) => line === after[index])) return count;
  }
  return 0;
}

function grows(before: readonly string[], after: readonly string[]): boolean {
  const [short, long] = [before.join("\n"), after.join("\n")];
  return short.length > 1 && long.length > short.length && long.startsWith(short);
}

function follows(before: CaptionLines, caption: CaptionLines): boolean {
  if (before.end === null || caption.start === null) return false;
  return caption.start - before.end < 1.5;
}

function later(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}
