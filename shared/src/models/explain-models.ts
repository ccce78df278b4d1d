import { mayReceive } from "../guards/confidentiality/clearance";
import { tokensOf, type TextCount } from "../language/tokens";
import type { ConfidentialityClass, Finding, ModelCard, TaskLanguage, TaskName } from "../vocabulary";
import { isRetired, retirementWarnings } from "./retirement";
import { dateInJapan, isOpen, opensAt } from "./service-hours";
import { stepBudget } from "./step-budget";

/** What a model is to be used for. */
export interface ModelQuestion {
  task: TaskName;
  /** Class of what will be sent. */
  class: ConfidentialityClass;
  now: Date;
  /** Languages the model must know. */
  languages?: readonly TaskLanguage[];
  /** The source, counted by `countText`; without it nothing is said about size. */
  source?: TextCount;
  /** The source has to be read in one step. When left out: a reply and a chat, which cannot be cut. */
  whole?: boolean;
  /** Steps by the task's own plan; a division of the source by the budget of a step when left out. */
  stepsOf?(card: ModelCard): number;
  /** False for a card whose connection is not there; all are when left out. */
  isConnected?(card: ModelCard): boolean;
}

/** Why a model cannot be used, the reason that no waiting and no cutting mends first. */
export type Unfitness =
  "retired" | "not-connected" | "not-this-task" | "not-cleared" | "not-this-language" | "too-small" | "closed";

export interface ModelFitness {
  card: ModelCard;
  usable: boolean;
  reason?: Unfitness;
  /** When a closed model opens. */
  opensAt?: Date;
  /** Steps the source takes with this model, told for every card that could do the task: 1 means that it fits. */
  steps?: number;
  /** Retirement of the model and of its fallbacks, near or past. */
  warnings: Finding[];
}

/** Every card with whether it can do what is asked, and why not. In the order of the cards; none is left out. */
export function explainModels(cards: readonly ModelCard[], question: ModelQuestion): ModelFitness[] {
  const today = dateInJapan(question.now);
  return cards.map((card) => {
    const steps = stepsOf(card, question);
    const reason = unfitness(card, question, today, steps);
    const opening = reason === "closed" ? opensAt(card, question.now) : undefined;
    return {
      card,
      usable: reason === undefined,
      ...(reason === undefined ? {} : { reason }),
      ...(opening === undefined ? {} : { opensAt: opening }),
      ...(steps === undefined ? {} : { steps }),
      warnings: retirementWarnings(card, cards, today),
    };
  });
}

/** True for a task whose source cannot be cut into steps. */
export function needsWholeSource(task: TaskName): boolean {
  return task === "reply" || task === "chat";
}

function unfitness(
  card: ModelCard,
  question: ModelQuestion,
  today: string,
  steps: number | undefined,
): Unfitness | undefined {
  const whole = question.whole ?? needsWholeSource(question.task);
  if (isRetired(card, today)) return "retired";
  if (question.isConnected?.(card) === false) return "not-connected";
  if (!card.tasks.includes(question.task)) return "not-this-task";
  if (!mayReceive(card, question.class)) return "not-cleared";
  if (question.languages?.some((language) => !card.languages.includes(language))) return "not-this-language";
  if (whole && steps !== undefined && steps > 1) return "too-small";
  if (!isOpen(card, question.now)) return "closed";
  return undefined;
}

function stepsOf(card: ModelCard, question: ModelQuestion): number | undefined {
  if (question.source === undefined || question.task === "research" || !card.tasks.includes(question.task)) {
    return undefined;
  }
  if (question.stepsOf !== undefined) return question.stepsOf(card);
  const budgetTokens = stepBudget(card).sourceCharacters * card.tokensPerCharacter;
  return Math.max(1, Math.ceil(tokensOf(question.source, card) / budgetTokens));
}
