import { cutText } from "../language";
import type { Block } from "../vocabulary";
import { joinLines } from "./join-lines";
import type { Transcript, Utterance } from "./transcript";

/** Seconds of silence up to which somebody goes on speaking (reference page on Teams, 9.4). */
const longestGap = 10;
/** A block is what a line of minutes points to: in more than this nobody finds the words. */
const longestBlock = 400;

/**
 * Utterances as blocks of a task: id "u1", "u2" …, label 「山田 太郎 00:12:05」 (what is not known is left out of it). What the
 * same known person says on without ten seconds of silence is one block, up to 400 characters; longer speech is cut between
 * sentences. People who are not known are never put together.
 */
export function transcriptBlocks({ utterances }: Pick<Transcript, "utterances">): Block[] {
  return merged(utterances).flatMap((utterance, index) => {
    const label = labelOf(utterance);
    const pieces = cutText(utterance.text, (piece) => piece.length <= longestBlock);
    return pieces.map((text, part): Block => ({
      id: part === 0 ? `u${index + 1}` : `u${index + 1}.${part + 1}`,
      text,
      kind: "utterance",
      ...(label === "" ? {} : { label }),
    }));
  });
}

function merged(utterances: readonly Utterance[]): Utterance[] {
  const turns: Utterance[] = [];
  for (const utterance of utterances) {
    const last = turns.at(-1);
    if (last !== undefined && goesOn(last, utterance)) {
      last.text = together(last.text, utterance.text);
      last.end = utterance.end ?? last.end;
    } else turns.push({ ...utterance });
  }
  return turns;
}

/** Captions end sentences without 。: the next one begins a line of its own. */
const sentenceEnd = /(?:です|ます|ました|でした|ません|でしょう|ましょう|ください)(?:ね|よ|よね|か|かね)?$/u;
/** An English sentence has a space behind it, also before Japanese. */
const englishEnd = /[A-Za-z)"'][.!?]$/u;

function together(before: string, next: string): string {
  const end = before.trimEnd().slice(-12);
  if (sentenceEnd.test(end)) return `${before}\n${next}`;
  return englishEnd.test(end) ? `${before} ${next}` : joinLines([before, next]);
}

function goesOn(last: Utterance, next: Utterance): boolean {
  if (last.speaker === null || last.speaker !== next.speaker) return false;
  const before = last.end ?? last.start;
  if (before === null || next.start === null || next.start - before >= longestGap) return false;
  return last.text.length + next.text.length <= longestBlock;
}

/** Speaker and time as labels of utterances say them. */
export function labelOf({ speaker, start }: Pick<Utterance, "speaker" | "start">): string {
  const name = (speaker ?? "").replace(/\s*[\r\n\v\u2028\u2029]+\s*/g, " ");
  return [name, start === null ? "" : clockTime(start)].filter((part) => part !== "").join(" ");
}

/** Seconds as 「00:12:05」; hours as many as they are, a sign before negative ones. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const two = (part: number): string => String(part).padStart(2, "0");
  const clock = `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return seconds < 0 && whole > 0 ? `-${clock}` : clock;
}
