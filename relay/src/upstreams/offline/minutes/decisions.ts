import { contentWords } from "@genai-office/shared/language";
import type { Decision } from "./decision";
import {
  answering,
  assent,
  confirming,
  deciding,
  leftAsItIs,
  namesItself,
  notDeciding,
  ofOneTask,
  proposed,
  proposing,
} from "./decision-words";
import { withoutRevoked } from "./revoked-decisions";
import { headsOf, isRuling } from "./rulings";
import { answersQuestion, leavesOpen } from "./short-answers";
import type { SpokenSentence } from "./spoken-sentences";

/** How far before a decision that names nothing (「そのように決定します」) its proposal is looked for, in utterances. */
const proposalWithin = 6;
const assentWithin = 4;

/** Finds what the meeting decided: said so, or proposed and assented to. What is put off, asked or was decided before is none. */
export function findDecisions(sentences: readonly SpokenSentence[]): Decision[] {
  const decisions: Decision[] = [];
  const heads = headsOf(sentences);
  for (const [index, sentence] of sentences.entries()) {
    const asked = questionBefore(sentences, index);
    if (asked !== undefined && answersQuestion(sentence.text, asked.text)) {
      decisions.push({ sentences: [asked, sentence], utterances: [asked.utterance, sentence.utterance] });
    } else if ((deciding.test(sentence.text) && !notDeciding.test(sentence.text)) || isRuling(sentence, heads)) {
      if (leavesOpen(sentence.text)) continue;
      const within = answering.test(sentence.text) ? 1 : proposalWithin;
      const isVague = namesLittle(sentence.text) && !namesItself.test(sentence.text) && !revising.test(sentence.text);
      const proposal = isVague
        ? (ownWordsBefore(sentences, index) ?? proposalBefore(sentences, index, within))
        : undefined;
      if (isVague && proposal === undefined) continue;
      const said = proposal === undefined ? [sentence] : [proposal, sentence];
      decisions.push({ sentences: said, utterances: [...new Set(said.map(({ utterance }) => utterance))] });
    } else if (proposing.test(sentence.text) && !ofOneTask.test(sentence.text)) {
      const assenting = assentAfter(sentences, index);
      if (assenting.length === 0) continue;
      // 「ただいまの動議に御異議ありませんか。」 asks about what was moved before.
      const motion = namesLittle(sentence.text) ? motionBefore(sentences, index) : undefined;
      if (namesLittle(sentence.text) && motion === undefined) continue;
      const said = motion === undefined ? [sentence] : [motion, sentence];
      decisions.push({
        sentences: said,
        utterances: [...new Set([...said.map(({ utterance }) => utterance), ...assenting])],
      });
    }
  }
  return withoutRevoked(
    decisions.filter((decision, index) => !isRepeated(decision, decisions.slice(index + 1))),
    sentences,
  );
}

/** The question that the sentence, the first of its utterance, may answer. */
function questionBefore(sentences: readonly SpokenSentence[], index: number): SpokenSentence | undefined {
  const [before, sentence] = [sentences[index - 1], sentences[index]!];
  return before !== undefined && before.utterance === sentence.utterance - 1 && before.speaker !== sentence.speaker
    ? before
    : undefined;
}

/** The sentence that the same speaker has said right before, where this one only makes it a decision. */
function ownWordsBefore(sentences: readonly SpokenSentence[], index: number): SpokenSentence | undefined {
  const [before, sentence] = [sentences[index - 1], sentences[index]!];
  if (before?.utterance !== sentence.utterance || namesLittle(before.text)) return undefined;
  if (confirming.test(sentence.text)) return /[かの？?]。?$/u.test(before.text) ? undefined : before;
  return leftAsItIs.test(before.text) ? before : undefined;
}

/** 「やっぱり併用にしよう」 says what is decided instead. */
const revising = /(?:やっぱり|やはり|さっきの?は?)[^。]*[\p{Script=Han}\p{Script=Katakana}]{2,}(?:に|で)/u;

function proposalBefore(
  sentences: readonly SpokenSentence[],
  index: number,
  within: number,
): SpokenSentence | undefined {
  const { utterance } = sentences[index]!;
  for (let before = index - 1; before >= 0; before -= 1) {
    const sentence = sentences[before]!;
    if (utterance - sentence.utterance > within) return undefined;
    if (utterance === sentence.utterance && namesLittle(sentence.text)) continue;
    if (within === 1 && !isLastOf(sentences, before)) return undefined;
    if ((proposing.test(sentence.text) || proposed.test(sentence.text)) && !namesLittle(sentence.text)) return sentence;
  }
  return undefined;
}

/** True for the last sentence of its utterance. */
function isLastOf(sentences: readonly SpokenSentence[], index: number): boolean {
  return sentences[index + 1]?.utterance !== sentences[index]!.utterance;
}

/** The last sentence of the utterance before: the motion that is put to the meeting. */
function motionBefore(sentences: readonly SpokenSentence[], index: number): SpokenSentence | undefined {
  const { utterance } = sentences[index]!;
  const before = sentences
    .slice(Math.max(0, index - 12), index)
    .findLast((sentence) => utterance - sentence.utterance <= 1 && !/^[〔［（(]/u.test(sentence.text));
  return before === undefined || namesLittle(before.text) ? undefined : before;
}

function assentAfter(sentences: readonly SpokenSentence[], index: number): number[] {
  const { utterance } = sentences[index]!;
  const found = new Set<number>();
  for (let after = index + 1; after < sentences.length; after += 1) {
    const sentence = sentences[after]!;
    if (sentence.utterance - utterance > assentWithin) break;
    if (sentence.utterance > utterance && assent.test(sentence.text)) found.add(sentence.utterance);
    else if (sentence.utterance > utterance && found.size === 0) break;
  }
  return [...found];
}

/** A later decision soon after says the same with more words, or rests on this very proposal. */
function isRepeated(decision: Decision, later: readonly Decision[]): boolean {
  const [proposal] = decision.sentences;
  const own = new Set(contentWords(proposal!.text));
  return later.some((other) => {
    if (other.sentences.includes(proposal!)) return true;
    if (other.sentences[0]!.utterance - proposal!.utterance > proposalWithin) return false;
    const words = new Set(other.sentences.flatMap(({ text }) => contentWords(text)));
    return [...own].filter((word) => words.has(word)).length >= own.size * 0.6;
  });
}

const emptyWords = new Set(
  "決定 決 異議 御異議 認め 認 なし 原案 とおり 了承 承認 動議 賛成 方向 意見 本件 案 提案 とおり 通り 結構".split(" "),
);

/** 「では、そのように決定します。」 says that something was decided and not what. */
function namesLittle(text: string): boolean {
  if (/[0-9０-９]|[一二三四五六七八九十]+(?:[日月回週人件円台本枚割時分]|か月|か所)/u.test(text)) return false;
  return contentWords(text).filter((word) => !emptyWords.has(word)).length < 2;
}
