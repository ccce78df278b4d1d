import { formatCitation } from "@genai-office/shared/prompts";
import { actionLine, lineWords, speakersOf } from "@genai-office/shared/tasks";
import type { MinutesStep } from "@genai-office/shared/vocabulary";
import type { Breather } from "../breather";
import { findActions } from "./actions";
import { chooseDiscussion, discussionCharacters } from "./choose-discussion";
import { correctedSentences } from "./corrected-sentences";
import { findDecisions } from "./decisions";
import { spokenSentences, type SpokenSentence } from "./spoken-sentences";
import { findTopics } from "./topics";

/** Characters of minutes when the step does not say. */
const usualLength = 4000;

/**
 * Minutes by rules, in the lines that models are asked for. Topics begin where somebody names what comes next; decisions,
 * actions and discussion are sentences as they were said, each with the utterances it stands in. Nothing is rewritten, so
 * wishes and another language are beyond it. A merge step hands its lines on, repeated ones once.
 */
export async function writeMinutes(step: MinutesStep, breather: Breather): Promise<string[]> {
  if (step.options.part === "merge") return mergeLines(step);
  const { language = "ja", targetCharacters = usualLength } = step.options;
  const words = lineWords[language];
  const sentences = correctedSentences(await spokenSentences(step.blocks, breather)).map((sentence, order) => ({
    ...sentence,
    order,
  }));
  const topics = findTopics(sentences);
  const decisions = findDecisions(sentences);
  await breather.rest();
  const actions = findActions(sentences, speakersOf(step.blocks));
  await breather.rest();
  const taken = new Set([
    ...decisions.flatMap((found) => found.covered ?? found.sentences),
    ...actions.flatMap((found) => found.covered ?? found.sentences),
  ]);
  const transcript = sentences.reduce((sum, { text }) => sum + text.length, 0);
  const discussion = await chooseDiscussion(
    sentences,
    topics,
    taken,
    discussionCharacters(transcript, targetCharacters * 0.6),
    breather,
  );

  const lines: string[] = [];
  const line = (word: string, text: string, utterances: readonly number[]): void => {
    const numbers = [...new Set(utterances)].sort((a, b) => a - b).map((index) => index + 1);
    lines.push(`${word}${words.colon}${text} ${formatCitation(numbers)}`);
  };
  const joined = (said: readonly SpokenSentence[]): string =>
    withoutOpening(
      said
        .map(({ text }) => text)
        .join("")
        .replace(/(?<=[a-z][.?!])(?=[A-Z])/gu, " "),
    );
  for (const { title, from, to } of topics) {
    const within = (order: number): boolean => order >= from && order < to;
    const said = discussion.filter(({ order }) => within(order));
    const decided = decisions.filter(({ sentences: [first] }) => within(first!.order));
    const toDo = actions.filter(({ sentences: [first] }) => within(first!.order));
    if (said.length + decided.length + toDo.length === 0) continue;
    if (title !== "") lines.push(`${words.topic}${words.colon}${title}`);
    for (const sentence of said) line(words.discussion, withoutOpening(sentence.text), [sentence.utterance]);
    for (const decision of decided) line(words.decision, joined(decision.sentences), decision.utterances);
    for (const action of toDo) {
      const { owner, due, utterances } = action;
      line(words.action, actionLine({ text: joined(action.sentences), owner, due }, language), utterances);
    }
  }
  return lines;
}

/** 「では、」 and 「いや、」 answer what stands before them, which a line of minutes does not have. */
function withoutOpening(text: string): string {
  return text.replace(/^(?:(?:では|それでは|じゃ|いや|いえ|あの|そうですね|なるほど)[、。]\s*|じゃあ、?\s*)+/u, "");
}

function mergeLines(step: MinutesStep): string[] {
  const words = lineWords[step.options.language ?? "ja"];
  const seen = new Set<string>();
  return step.blocks.flatMap(({ text }, index) => {
    if (seen.has(text)) return [];
    seen.add(text);
    return [text.startsWith(`${words.topic}${words.colon}`) ? text : `${text} ${formatCitation([index + 1])}`];
  });
}
