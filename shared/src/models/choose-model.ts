import type { ConfidentialityClass, ModelCard, TaskName } from "../vocabulary";
import { mayReceive } from "../guards/confidentiality/clearance";
import { defaultModelFor, type DefaultModels } from "./default-models";
import { isRetired } from "./retirement";

export interface ModelWish {
  task: TaskName;
  /** Class of what will be sent; an unknown class needs the clearance of class 2. */
  class: ConfidentialityClass;
  /** The person's own choice; taken when it may do the task with this class. */
  preferred?: string;
  /** What the catalogue or the ministry's settings name for the task; asked after the person. */
  defaultModel?: string;
  /** The catalogue's defaults by task and class; asked before `defaultModel`. */
  defaults?: DefaultModels;
  /** Today's date, YYYY-MM-DD; retired models are left out. */
  today: string;
}

/** The models that may do a task with a text of this class, in the order of the catalogue. None for class 3. */
export function eligibleModels(
  cards: readonly ModelCard[],
  wish: Pick<ModelWish, "task" | "class" | "today">,
): ModelCard[] {
  return cards.filter(
    (card) => card.tasks.includes(wish.task) && mayReceive(card, wish.class) && !isRetired(card, wish.today),
  );
}

/**
 * Chooses the model for a task: the person's, else the default of task and class, else the first of the catalogue that
 * may. A model that is closed is chosen all the same: its fallbacks answer meanwhile. Returns undefined when none may.
 * The gate (`admit`) still has the last word for each step.
 */
export function chooseModel(cards: readonly ModelCard[], wish: ModelWish): ModelCard | undefined {
  const eligible = eligibleModels(cards, wish);
  const named = (id: string | undefined): ModelCard | undefined => eligible.find((card) => card.id === id);
  return (
    named(wish.preferred) ??
    named(defaultModelFor(wish.defaults, wish.task, wish.class)) ??
    named(wish.defaultModel) ??
    eligible[0]
  );
}
