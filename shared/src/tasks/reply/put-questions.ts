import { estimateTokens } from "../../language";
import { stepBudget } from "../../models";
import type { Block, ModelCard } from "../../vocabulary";
import { blockCost } from "../summarize/plan-chunks";
import { findQuestions, type MailQuestion } from "./find-questions";

/** Share of the room for a thread that the questions may take; in a mail that is shortened they stand a second time. */
const shareOfRoom = 0.4;
/** Characters of a short answer with its label. */
const shortestAnswer = 24;
/** Share of an answer that is left for the answers beside greeting, conclusion and close. */
const shareOfAnswer = 0.6;

/**
 * How many of a mail's questions are put to a model: as many as it has room to read and to answer one by one. The embedded engine
 * reads no prompt and takes all.
 * @param room tokens that a thread may take
 */
export function questionsThatFit(asked: readonly MailQuestion[], mail: Block, room: number, card: ModelCard): number {
  if (card.contract === "offline") return asked.length;
  const most = Math.max(1, Math.floor((stepBudget(card).outputCharacters * shareOfAnswer) / shortestAnswer));
  // Where the mail fits as it is, they may take all that it leaves.
  let left = Math.max(room * shareOfRoom, room - blockCost(mail, card));
  let count = 0;
  for (const { text } of asked.slice(0, most)) {
    left -= estimateTokens(`${text}\n`, card);
    if (left < 0 && count > 0) break;
    count += 1;
  }
  return count;
}

/** The answers to the questions of a mail, by their numbers among all of it; what went to the model numbers those that it holds. */
export function answersByQuestion(
  answers: ReadonlyMap<number, string>,
  asked: readonly MailQuestion[],
  sent: Pick<Block, "id" | "text"> | undefined,
  count: number,
): Map<number, string> {
  const numbered = sent === undefined ? [] : findQuestions(sent).slice(0, count);
  const places = new Map(asked.map(({ text }, index) => [text, index + 1]));
  return new Map(
    [...answers].flatMap(([number, answer]) => {
      const question = numbered[number - 1];
      const place = question === undefined ? undefined : places.get(question.text);
      return place === undefined ? [] : [[place, answer] as const];
    }),
  );
}
