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
  "見解 政府 取組 取り組 問 伺 説明 状況 現状 認識 所見 方針 対策 対応 具体 理由 どのよう 教 如何 質問 答弁 大臣 省 資料 内容 what which how many much explain describe".split(" "),
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
  if (sentences.length === 0) ({ sentences } = await collectLines(blocks, breather));
  const vectors = await wordVectors(sentences, breather);
  const wanted = [...new Set(contentWords(question))].filter((word) => !questionWords.has(word));
  const texts = sentences.map(({ text }) => foldWidth(text).toLowerCase());
  const weights: number[] = [];
  for (const word of wanted) {
    if (breather.due()) await breather.rest();
    const holding = texts.reduce((sum, text) => sum + (text.includes(word) ? 1 : 0), 0);
    // What no sentence has weighs as much as what one has: a question about it must not look answered.
    weights.push(Math.log(1 + sentences.length / Math.max(1, holding)));
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

/** Sentences with less than this share of the question's words do not speak of it. */
const leastNearness = 0.2;
/** Sentences that share more than this say the same. */
const sameThing = 0.7;

/** The nearest sentences, at most so many, without near repetitions, in the order of the materials. */
export function chooseNearest(near: readonly NearSentence[], most: number): Sentence[] {
  const best = near.reduce((highest, { nearness }) => Math.max(highest, nearness), 0);
  const least = Math.max(leastNearness, best * 0.45);
  const chosen: NearSentence[] = [];
  const ranked = near.filter(({ nearness }) => nearness >= least).sort((a, b) => rank(b) - rank(a) || a.sentence.order - b.sentence.order);
  for (const candidate of ranked) {
    if (chosen.length >= most) break;
    if (chosen.some((other) => similarity(other.vector, candidate.vector) > sameThing)) continue;
    chosen.push(candidate);
  }
  return chosen.map(({ sentence }) => sentence).sort((a, b) => a.order - b.order);
}

/** An answer wants figures, and whole sentences. */
function rank({ nearness, sentence }: NearSentence): number {
  return nearness * (/[0-9０-９]/.test(sentence.text) ? 1.15 : 1) * (sentence.complete ? 1 : 0.6);
}
