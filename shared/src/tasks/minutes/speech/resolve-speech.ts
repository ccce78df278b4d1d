import { figuresIn, isSettling } from "../../../guards";
import { splitSentences } from "../../../language";
import type { Block } from "../../../vocabulary";
import { speakerOf } from "../speakers";
import { asks, completedAnswer, topicIn, withoutOpening } from "./answers";
import { withoutContrasted } from "./contrasts";
import { areAlike, opensWithRepair, withoutTakenBack } from "./inline-corrections";
import { inPlainVerbs } from "./plain-verbs";
import { withWrittenValues } from "./spoken-values";

/** What an utterance holds when the meeting has gone on. */
export interface ResolvedSpeech {
  /** As its speaker meant it: without what is taken back or denied in the same breath; answers with what they answer. */
  meant: string;
  /** As the meeting left it: corrected by what followed, answers with what they answer, declined questions left out. */
  settled: string;
}

/** Utterances between a value and its correction, and between a question and what is decided of it. */
const correctedWithin = 2;
const decidedWithin = 6;
/** An answer that is longer tells itself what it is about. */
const longestAnswer = 40;
/** A correction names the right value at once. */
const soon = 14;

/** Reads the utterances of a meeting together. Linear in their number. */
export function resolveSpeech(blocks: readonly Block[]): ResolvedSpeech[] {
  const meant = blocks.map(({ text }) => asMeant(text));
  const told = [...meant];
  const settled = [...meant];
  blocks.forEach((block, index) => {
    correctEarlier(blocks, settled, index, block.text);
    completeAnswer(settled, told, meant, index);
    completeDecision(settled, meant, index);
  });
  return told.map((text, index) => ({ meant: text, settled: settled[index]! }));
}

/** A text without what it takes back or denies in favour of another, its colloquial verbs and values as minutes write them. */
export function asMeant(text: string): string {
  return inPlainVerbs(withoutContrasted(withWrittenValues(withoutTakenBack(withWrittenValues(text)))));
}

/** 「失礼、204通でした」, 「いえ、9月17日です」: puts the right value where the wrong one was said. */
function correctEarlier(blocks: readonly Block[], settled: string[], index: number, text: string): void {
  const opening = opensWithRepair.exec(text)?.[0];
  if (opening === undefined) return;
  const rest = text.slice(opening.length);
  const right = figuresIn(rest).find(({ weak }) => !weak) ?? figuresIn(rest)[0];
  if (right === undefined || right.span.start > soon || /[。]/u.test(rest.slice(0, right.span.start))) return;
  const speaker = speakerOf(blocks[index]!);
  const contradicts = /^[、\s]*(?:いや|いえ|違|no\b|actually|sorry)/iu.test(opening);
  for (let at = index - 1; at >= Math.max(0, index - correctedWithin); at -= 1) {
    const isOwn = speakerOf(blocks[at]!) === speaker;
    if (!isOwn && !(contradicts && at === index - 1)) continue;
    const said = settled[at]!;
    const wrong = figuresIn(said).findLast((figure) => areAlike(figure, right));
    if (wrong === undefined) continue;
    settled[at] = said.slice(0, wrong.span.start) + right.text + said.slice(wrong.span.end);
    return;
  }
}

/** 「それは見送りましょう」 with what it speaks of; the question that was declined no longer stands for anything. */
function completeAnswer(settled: string[], told: string[], meant: readonly string[], index: number): void {
  const before = meant[index - 1];
  if (before === undefined) return;
  const completed = completedAnswer(meant[index]!, before);
  if (completed === undefined) {
    told[index] = withValueOf(settled[index]!, before);
    settled[index] = told[index];
    return;
  }
  told[index] = completed.text;
  settled[index] = completed.text;
  if (!completed.declines || !asks(before)) return;
  const kept = splitSentences(before)
    .slice(0, -1)
    .map(({ start, end }) => before.slice(start, end));
  settled[index - 1] = kept.length === 0 ? completed.text : kept.join("");
}

/** 「3か所ほしいです」 behind 「窓口は2か所でいいですか」: what the other value is of. */
function withValueOf(said: string, before: string): string {
  const topic = asks(before) ? topicIn(before) : undefined;
  if (topic === undefined || topicIn(said) !== undefined || said.length > longestAnswer) return said;
  const [value] = figuresIn(said);
  if (value === undefined || !figuresIn(before).some((figure) => areAlike(figure, value))) return said;
  return `${topic}は${withoutOpening(said)}`;
}

/** 「では5月からで決めます」 with what it decides, and the value that was asked about before it. */
function completeDecision(settled: string[], meant: readonly string[], index: number): void {
  const said = meant[index]!;
  const sentence = splitSentences(said)
    .map(({ start, end }) => said.slice(start, end))
    .find((one) => isSettling(one) && !asks(one) && topicIn(one) === undefined);
  if (sentence === undefined) return;
  const [value] = figuresIn(sentence);
  if (value === undefined) return;
  for (let at = index - 1; at >= Math.max(0, index - decidedWithin); at -= 1) {
    const before = settled[at]!;
    const topic = asks(before) ? topicIn(before) : undefined;
    const asked = topic === undefined ? undefined : figuresIn(before).findLast((figure) => areAlike(figure, value));
    if (topic === undefined || asked === undefined) continue;
    settled[index] = said.replace(sentence, `${topic}は${sentence.replace(/^(?:では|それでは|じゃあ)、?/u, "")}`);
    settled[at] = before.slice(0, asked.span.start) + value.text + before.slice(asked.span.end);
    return;
  }
}
