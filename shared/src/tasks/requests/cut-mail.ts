import { splitSentences } from "../../language";
import { columnsOf } from "../../mail/thread/columns";
import { isItem, plainSentence } from "./list-marks";

/** A sentence of a mail and where it stands. */
export interface CutSentence {
  /** Without list marks and line breaks. */
  text: string;
  /** As it is written, its list mark included. */
  line: string;
  start: number;
  /** It begins with the mark of a list. */
  isItem: boolean;
  /** It stands on the line of the sentence before it. */
  goesOn: boolean;
}

/** Programs that break lines fill them at least so far. */
const fullWidth = 56;
/** Stands for a line break inside a sentence, so that places stay what they are. */
const joiner = "\u2060";

/** The sentences of a mail's own words, in order; a sentence that a program broke over full lines is one. */
export function cutMail(words: string): CutSentence[] {
  const text = joinedLines(words);
  return splitSentences(text).flatMap(({ start, end }) => {
    const written = text.slice(start, end);
    const line = written.trimStart();
    const plain = plainSentence(line.replaceAll(joiner, ""));
    if (plain === "") return [];
    const goesOn = start > 0 && !/[\r\n]/.test(gapBefore(text, start));
    return [{ text: plain, line, start: start + written.length - line.length, isItem: isItem(line), goesOn }];
  });
}

/** White space around the beginning of a sentence. */
function gapBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 20), start);
  const behind = text.slice(start, start + 20);
  return before.slice(before.trimEnd().length) + behind.slice(0, behind.length - behind.trimStart().length);
}

const japaneseEnd = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}０-９、ー]$/u;
const japaneseStart = /^[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}０-９0-9、。（「]/u;
/** Lines that end so are whole: headings, items of a list and 「委員：１０日まで」 are not broken off. */
const whole =
  /(?:です|ます|した|せん|ください|下さい|ません|こと|もの|以上|各位|御中|様|について|お願い|[:：→⇒][^。:：]{1,40}まで)$/u;

/** A line that ends in a particle goes on, however short it is. */
const unfinished = /[はがをにでとのも]$/u;
const shortestBroken = 8;

function joinedLines(text: string): string {
  const parts = text.split(/(\r\n|[\r\n])/);
  for (let index = 0; index + 2 < parts.length; index += 2) {
    const line = parts[index]!;
    const next = parts[index + 2]!;
    if (line.length > 200 || !japaneseEnd.test(line) || whole.test(line)) continue;
    if (columnsOf(line) < fullWidth && !(unfinished.test(line) && line.trim().length >= shortestBroken)) continue;
    if (japaneseStart.test(next) && !isItem(next)) parts[index + 1] = joiner.repeat(parts[index + 1]!.length);
  }
  return parts.join("");
}
