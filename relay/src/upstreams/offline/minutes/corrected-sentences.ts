import { figuresIn, type Figure } from "@genai-office/shared/guards";
import { areAlike, opensWithRepair, withoutTakenBackValues } from "@genai-office/shared/tasks";
import type { SpokenSentence } from "./spoken-sentences";

/** 「リースではなく購入とします」 */
const contrast = /^([^、。はが]{1,20}?)(?:では|じゃ)なく(?:て)?、?(.+)$/u;
/** What stands before the right value may say more than the value: 「予備機を含めると」. */
const longestLead = 30;

/**
 * Sentences with what their speaker took back in the same utterance put right: 「全部で48台でした。いや、予備機を含めると52台です。」 is one
 * sentence with 52. A correction that cannot be put in the place of what it corrects stands alone, and what it corrects is gone.
 */
export function correctedSentences(sentences: readonly SpokenSentence[]): SpokenSentence[] {
  const corrected: SpokenSentence[] = [];
  for (const sentence of sentences) {
    const text = withoutTakenBackValues(sentence.text);
    const opening = opensWithRepair.exec(text)?.[0];
    const before = corrected.at(-1);
    if (opening === undefined || before?.utterance !== sentence.utterance) {
      corrected.push({ ...sentence, text });
      continue;
    }
    const rest = text.slice(opening.length);
    const together = put(before.text, rest);
    if (together === undefined) {
      corrected.push({ ...sentence, text });
      continue;
    }
    corrected[corrected.length - 1] = { ...before, text: together };
  }
  return corrected;
}

/** The earlier sentence with what the later puts right; undefined where it puts nothing right. */
function put(before: string, rest: string): string | undefined {
  const [, denied, right] = contrast.exec(rest) ?? [];
  const at = denied === undefined ? -1 : before.lastIndexOf(denied);
  if (right !== undefined && at >= 0) return before.slice(0, at) + right;
  const values = figuresIn(rest);
  const [value] = values;
  if (value === undefined || value.span.start > longestLead) return undefined;
  const wrong = figuresIn(before).findLast((figure) => areAlike(figure, value));
  if (wrong === undefined) return undefined;
  // 「340人は七月の数字で、八月は370人です」: says again what was wrong with it.
  if (/^[はがも]/u.test(rest.slice(value.span.end))) {
    return value.kind !== "date" && values.some((other) => other !== value && areAlike(other, value))
      ? rest
      : undefined;
  }
  if (
    /[をはが]/u.test(rest.slice(0, value.span.start)) &&
    before.slice(0, wrong.span.start) !== "" &&
    !/ると|れば/u.test(rest.slice(0, value.span.start))
  )
    return rest;
  return joined(before, wrong, rest, value);
}

function joined(before: string, wrong: Figure, rest: string, value: Figure): string {
  const head = before.slice(0, wrong.span.start);
  const end = before.slice(wrong.span.end);
  const isLonger = value.span.start <= 2 && end.length > rest.slice(value.span.end).length;
  return isLonger ? head + value.text + end : head + rest;
}
