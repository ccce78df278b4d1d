import { isLikeName, isSurelyPerson } from "../speaker-names";
import { namedLine } from "../typed/named-line";
import { speakingNames } from "../typed/speaking-names";
import type { CaptionLines } from "./rolling";

/** Names before the words of cues, and of their other lines where nearly all lines have one. */
function namesOf(captions: readonly CaptionLines[]): Set<string> {
  const names = speakingNames(captions.flatMap(({ lines }) => lines[0] ?? []));
  const all = captions.flatMap(({ lines }) => lines);
  const named = all.filter((line) => namedLine(line) !== undefined).length;
  return named * 5 < all.length * 4 ? names : new Set([...names, ...speakingNames(all)]);
}

/** Dialogue in one cue, each line another voice: 「- はい」, 「>> Yes」. */
const dialogue = /^(?:[-–—‐－]\s*|>>\s*)(?=\S)/;

/**
 * Who speaks where no cue has a voice tag: a name before the words of a line, or, as Word files of Teams had it, a first line
 * that is nothing but a name.
 */
export function withNames(captions: readonly CaptionLines[], mayStandAlone: boolean, bare: boolean): CaptionLines[] {
  const names = namesOf(captions);
  if (names.size === 0 && mayStandAlone && haveNameLines(captions, bare)) {
    return captions.map((caption) =>
      caption.lines.length > 1 && mayBeName(caption.lines[0]!)
        ? { ...caption, speaker: caption.lines[0]!, lines: caption.lines.slice(1) }
        : caption,
    );
  }
  return captions.flatMap((caption) => {
    if (names.size === 0 && caption.lines.length > 1 && caption.lines.every((line) => dialogue.test(line)))
      return caption.lines.map((line) => ({ ...caption, lines: [line.replace(dialogue, "")] }));
    const parts: CaptionLines[] = [];
    for (const line of caption.lines) {
      const found = namedLine(line);
      if (found !== undefined && names.has(found.name))
        parts.push({ ...caption, speaker: found.name, lines: found.words === "" ? [] : [found.words] });
      else if (parts.length === 0) parts.push({ ...caption, lines: [line] });
      else parts.at(-1)!.lines.push(line);
    }
    return parts.filter(({ lines }) => lines.length > 0);
  });
}

/**
 * True for files whose cues begin with a line that is a name and nothing else (the older download of Teams): most of them look
 * like names, none like a sentence, and they come back, or the file counts like Teams, or all are persons beyond doubt.
 */
function haveNameLines(captions: readonly CaptionLines[], bare: boolean): boolean {
  const firsts = captions.filter(({ lines }) => lines.length > 1).map(({ lines }) => lines[0]!);
  if (firsts.length === 0 || firsts.length * 5 < captions.length * 4) return false;
  const alike = firsts.filter(isLikeName).length;
  if (alike * 5 < firsts.length * 3 || firsts.some((line) => !mayBeName(line))) return false;
  return new Set(firsts).size * 2 <= firsts.length + 1 || bare || firsts.every(isSurelyPerson);
}

function mayBeName(line: string): boolean {
  return line.length <= 60 && !/[。．.！？!?、」]$/u.test(line) && !/[。、]/u.test(line);
}
