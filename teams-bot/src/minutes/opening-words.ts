import { figuresIn } from "@genai-office/shared/guards";
import { splitSentences } from "@genai-office/shared/language";
import type { Utterance } from "@genai-office/shared/transcript";

/** An opening is not longer: utterances in a row, and characters. */
const mostUtterances = 4;
const longestOpening = 600;

/** A sentence that puts right what was said before it. */
export const repair = /^(?:あ、)?(?:失礼|訂正|もとい|いや|いえ|すみません|間違)/u;
/** What is said of this meeting and of no other. */
export const now = /本日|今日|ただいま|これより|これから|この会議/u;

/** Sentences of who speaks first, up to where somebody else speaks; none where nobody is named. Without the sign at their end. */
export function openingSentences(utterances: readonly Utterance[]): string[] {
  const speaker = utterances[0]?.speaker ?? null;
  if (speaker === null) return [];
  const end = utterances.findIndex((utterance) => utterance.speaker !== speaker);
  const run = utterances.slice(0, Math.min(mostUtterances, end < 0 ? mostUtterances : end));
  const whole = run.map((utterance) => utterance.text).join("\n");
  const text = whole.slice(0, longestOpening);
  const sentences = splitSentences(text).map(({ start, end: stop }) => text.slice(start, stop).trim());
  // What a cut sentence goes on with may deny it.
  if (text.length < whole.length) sentences.pop();
  return sentences.map((sentence) => sentence.replace(/[。.]$/u, ""));
}

/** 「議長、本日は7日です」, 「会議室が違います」: somebody else, right behind the opening, says it otherwise. */
export function isPutRight(utterances: readonly Utterance[]): boolean {
  const answer = utterances.findIndex(({ speaker }) => speaker !== utterances[0]?.speaker);
  if (answer < 0) return false;
  return utterances.slice(answer, answer + 2).some(({ text }) => {
    const words = text.slice(0, 80);
    const isOfHead =
      now.test(words) || /会議室|会場|場所/u.test(words) || figuresIn(words).some(({ date }) => date?.day);
    return (
      isOfHead &&
      (repair.test(words) || /違|ではなく|じゃなく|間違|訂正|(?:本日|今日)は[^。]{0,20}日(?:です|では)/u.test(words))
    );
  });
}
