import { setImmediate as otherWork } from "node:timers/promises";
import {
  judgeMarkings,
  judgeText,
  type ConfidentialityJudgement,
  type Marking,
  type MarkingPlace,
} from "@genai-office/shared/guards";
import { GenaiError } from "@genai-office/shared/vocabulary";

/** Characters judged without a pause: a few ten milliseconds, some hundred where they are nothing but marks. */
const sliceCharacters = 20_000;

/** What two slices share. What stands around a mark is looked at for 300 characters at most. */
const sharedCharacters = 700;

/**
 * Judges one place of a document, of any length, without holding up other requests for long: slice by slice, with a pause
 * between. Slices overlap, so that a mark that runs over a border is seen. A text that fits into one slice is judged as a
 * whole; of a longer one, class 3 ends the judging. Spans of markings are those of their slices.
 *
 * @param signal of the request: one that has gone away is not judged to its end
 * @throws GenaiError "aborted" when the request has gone away
 */
export async function judgeSlices(
  paragraphs: readonly string[],
  where: MarkingPlace,
  signal?: AbortSignal,
): Promise<ConfidentialityJudgement> {
  const text = paragraphs.join("\n");
  if (text.length <= sliceCharacters) return judgeText(text, where);
  const markings: Marking[] = [];
  for (const slice of slicesOf(text.replace(blank, shorter))) {
    if (signal?.aborted === true) throw new GenaiError("aborted", "the request has gone away");
    const judgement = judgeText(slice, where);
    for (const marking of judgement.markings) markings.push(marking);
    if (judgement.decision === "block") break;
    await otherWork();
  }
  // Only together do they tell whether a handling limit stands beside a class.
  return judgeMarkings(markings);
}

/** White space and what has no width: the characters of one mark may stand any number of these apart. */
const blank = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f]{2,}/g;

function shorter(run: string): string {
  if (run.length < 100) return run;
  return /[\n\r\v\f\u0085\u2028\u2029]/.test(run) ? "\n" : "\u3000\u3000";
}

/** Slices end and begin at line ends where there are some nearby: a cut inside of a line looks like the end of one. */
function* slicesOf(text: string): Generator<string> {
  let start = 0;
  for (;;) {
    let slice = text.slice(start, start + sliceCharacters);
    if (start + slice.length === text.length) {
      yield slice;
      return;
    }
    const lastLineEnd = slice.lastIndexOf("\n");
    if (lastLineEnd > sliceCharacters / 2) slice = slice.slice(0, lastLineEnd);
    yield slice;
    const shared = slice.length - sharedCharacters;
    const lineEnd = slice.slice(shared - sharedCharacters, shared).lastIndexOf("\n");
    start += lineEnd === -1 ? shared : shared - sharedCharacters + lineEnd + 1;
  }
}
