import { contentWords, foldWidth } from "@genai-office/shared/language";
import type { Block } from "@genai-office/shared/vocabulary";
import type { Breather } from "../breather";
import { collectLines } from "../collect-lines";
import { collectSentences } from "../collect-sentences";
import type { Sentence } from "../sentence";
import { similarity, wordVectors, type WordVector } from "../sentence-graph";

/** A sentence of the materials with how near it is to the question. */
export interface NearSentence {
  sentence: Sentence;
  vector: WordVector;
  /** Share of the question's words, by weight, that the sentence and its headings have: 0 to 1. */
  nearness: number;
}

/** Words of every question, which say nothing about its subject. */
const questionWords = new Set(
  "見解 政府 取組 取り組 問 伺 説明 状況 現状 認識 所見 方針 対策 対応 具体 理由 どのよう 教 如何 質問 答弁 大臣 省 資料 内容 what which how many much explain describe".split(
    " ",
  ),
);

/**
 * Sentences of the materials by their nearness to a question, in the order of the materials. Words that few sentences have
 * weigh more; a word inside a compound counts (保育 in 保育士). A source without sentences is taken by its lines.
 */
export async function nearestSentences(
  blocks: readonly Block[],
  question: string,
  breather: Breather,
): Promise<NearSentence[]> {
  let { sentences } = await collectSentences(blocks, 9, breather);
  // Titles and letterheads share the question's words and answer nothing.
  if (sentences.some(({ complete }) => complete))
    sentences = sentences.filter(({ complete, origin }) => complete || origin !== "text");
  if (sentences.length === 0) ({ sentences } = await collectLines(blocks, breather));
  const vectors = await wordVectors(sentences, breather);
  const wanted = [...new Set(contentWords(question))].filter((word) => !questionWords.has(word));
  const texts = sentences.map(({ text }) => foldWidth(text).toLowerCase());
  const weights: number[] = [];
  for (const word of wanted) {
    if (breather.due()) await breather.rest();
    const holding = texts.reduce((sum, text) => sum + (text.includes(word) ? 1 : 0), 0);
    // What no sentence has weighs as much as what one has: a question about it must not look answered.
    const weight = Math.log(1 + sentences.length / Math.max(1, holding));
    // A single kanji is most often the stem of a verb that any sentence may have (続く, 進む).
    weights.push(word.length === 1 ? weight * 0.3 : weight);
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const near: NearSentence[] = [];
  for (const [index, sentence] of sentences.entries()) {
    if (breather.due()) await breather.rest();
    let shared = 0;
    wanted.forEach((word, place) => {
      if (texts[index]!.includes(word)) shared += weights[place]!;
      else if (sentence.headingWords.has(word)) shared += weights[place]! * 0.5;
    });
    near.push({ sentence, vector: vectors[index]!, nearness: shared / whole });
  }
  return near;
}

/** Where no sentence has this share of the question's words, the materials are about something else. */
const leastBest = 0.2;
/** Beside the best, sentences with a lesser share are taken up to the number wanted. */
const leastNearness = 0.08;
const leastOfBest = 0.25;
/** Sentences that share more than this say the same. */
const sameThing = 0.7;
/** A sentence that goes on where the one before stopped (「残る５か所は…」) belongs to it. */
const goesOn =
  /^(?:残る|残り|この(?:うち|ため|ほか)|その(?:うち|ため|ほか|後|結果)|これ|それ|また、|なお、|ただし、|同)/u;

/** The nearest sentences, at most so many, without near repetitions, in the order of the materials; none when none is near. */
export function chooseNearest(near: readonly NearSentence[], most: number): Sentence[] {
  const best = near.reduce((highest, { nearness }) => Math.max(highest, nearness), 0);
  if (best < leastBest) return [];
  const least = Math.max(leastNearness, best * leastOfBest);
  const chosen: NearSentence[] = [];
  const take = (candidate: NearSentence | undefined): void => {
    if (candidate === undefined || chosen.includes(candidate) || chosen.length >= most) return;
    if (!chosen.some((other) => similarity(other.vector, candidate.vector) > sameThing)) chosen.push(candidate);
  };
  const ranked = near
    .filter(({ nearness }) => nearness >= least)
    .sort((a, b) => rank(b) - rank(a) || a.sentence.order - b.sentence.order);
  for (const candidate of ranked) {
    take(candidate);
    const next = near[near.indexOf(candidate) + 1];
    if (next !== undefined && chosen.includes(candidate) && goesOn.test(next.sentence.text)) take(next);
  }
  return chosen.map(({ sentence }) => sentence).sort((a, b) => a.order - b.order);
}

/** An answer wants figures, and whole sentences. */
function rank({ nearness, sentence }: NearSentence): number {
  return nearness * (/[0-9０-９]/.test(sentence.text) ? 1.15 : 1) * (sentence.complete ? 1 : 0.6);
}
