import { setImmediate as otherWork } from "node:timers/promises";
import { judgeText, type MarkingPlace } from "@genai-office/shared/guards";
import { strictest, type GateJudgement } from "./gate-step";

/** Characters judged without a pause: a few ten milliseconds. */
const sliceCharacters = 20_000;

/** A line longer than this is judged in pieces; a mark is far shorter than what the pieces share. */
const lineCharacters = 4_000;
const sharedCharacters = 200;
const sharedLines = 5;

/**
 * Judges one place of a file, of any length, without holding up other requests for long: slice by slice, with a pause
 * between. Slices overlap, so that a mark that runs over a few lines is seen.
 */
export async function judgeSlices(paragraphs: readonly string[], where: MarkingPlace): Promise<GateJudgement> {
  let judgement: GateJudgement = { class: "none", decision: "allow" };
  let slice: string[] = [];
  let characters = 0;
  let fresh = false;
  const judgeSlice = async (): Promise<void> => {
    judgement = strictest(judgement, judgeText(slice.join("\n"), where));
    slice = slice.slice(-sharedLines).filter((line) => line.length <= lineCharacters / 4);
    characters = slice.reduce((sum, line) => sum + line.length, 0);
    fresh = false;
    await otherWork();
  };
  for (const paragraph of paragraphs) {
    for (const line of piecesOf(paragraph)) {
      slice.push(line);
      characters += line.length + 1;
      fresh = true;
      if (characters >= sliceCharacters) await judgeSlice();
    }
  }
  if (fresh) await judgeSlice();
  return judgement;
}

function piecesOf(line: string): string[] {
  if (line.length <= lineCharacters) return [line];
  const pieces: string[] = [];
  for (let start = 0; start < line.length; start += lineCharacters - sharedCharacters) {
    pieces.push(line.slice(start, start + lineCharacters));
  }
  return pieces;
}
