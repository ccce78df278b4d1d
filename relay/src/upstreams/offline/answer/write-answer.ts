import { formatCitation } from "@genai-office/shared/prompts";
import { notFound, nothingRelevant } from "@genai-office/shared/tasks";
import type { AnswerStep } from "@genai-office/shared/vocabulary";
import type { Breather } from "../breather";
import type { Sentence } from "../sentence";
import { chooseNearest, nearestSentences } from "./nearest-sentences";

/** Sentences of one answer; what is nearest to a question stands in few. */
const mostSentences = 6;
const mostPassages = 20;

/**
 * An answer by choosing: the sentences of the materials nearest to each part of the question, as they stand, one a line with
 * its number; or the words that say that the materials do not tell. Never rewrites, so that the register of a 答弁 stays that
 * of the materials.
 */
export async function writeAnswer(step: AnswerStep, breather: Breather): Promise<string[]> {
  const { part, question, language } = step.options;
  const parts = partsOf(question);
  const most = part === "chunk" ? mostPassages : mostSentences;
  const chosen = new Map<number, Sentence>();
  for (const asked of parts) {
    const near = await nearestSentences(step.blocks, asked, breather);
    for (const sentence of chooseNearest(near, Math.max(2, Math.ceil(most / parts.length)))) {
      chosen.set(sentence.order, sentence);
    }
  }
  if (chosen.size === 0) return [part === "chunk" ? nothingRelevant[language] : notFound[language]];
  return [...chosen.values()]
    .sort((a, b) => a.order - b.order)
    .map((sentence) => `${sentence.text}${formatCitation([sentence.block])}`);
}

/** The parts of a question that asks several things, at most five; each is looked for by itself, with the words of the whole. */
function partsOf(question: string): string[] {
  const parts = question
    .split(/(?<=[。？?])\s*(?=また|さらに|併せて|加えて|次に|Also|And )|\n+/u)
    .map((part) => part.trim())
    .filter((part) => part.length > 4);
  return parts.length === 0 ? [question] : parts.slice(0, 5);
}
