import { admit } from "@genai-office/shared/guards";
import { createTranslator } from "@genai-office/shared/i18n";
import { chooseModel } from "@genai-office/shared/models";
import type { ModelCatalogue } from "@genai-office/shared/models/catalogue";
import { GenaiError, higherClass, type ModelCard, type TaskName } from "@genai-office/shared/vocabulary";
import { AppRefusal } from "../app-refusal";
import { confirmedField } from "../form/common-fields";
import { say } from "../texts/say";
import type { RequestJudgement } from "./judge-sources";

export interface ModelQuestion {
  task: TaskName;
  judgement: RequestJudgement;
  /** The person has ticked that they looked at the class. */
  confirmed: boolean;
  /** Id of the model the form names; "" leaves the choice to the catalogue. */
  wanted: string;
  today: string;
}

const translate = createTranslator("ja");

/**
 * Decides, before anything leaves, whether this may be done at all and by which model: the wanted one or none, else the
 * catalogue's default for the task, else the first that may. A printed class 3 is never lifted by the person's tick.
 * @throws GenaiError "confidentiality-blocked", "confidentiality-unconfirmed", "model-not-cleared", "no-model",
 *   "model-unknown", "model-cannot-do-task"
 */
export function admitRequest(catalogue: ModelCatalogue, question: ModelQuestion): ModelCard {
  const { task, judgement, confirmed, wanted, today } = question;
  const { class: cls, decision } = judgement;
  if (decision === "block" || cls === "3") throw refused("confidentiality-blocked", "refusal.blocked", judgement);
  if ((decision === "ask" || cls === "unknown") && !confirmed)
    throw refused("confidentiality-unconfirmed", "refusal.ask", judgement);
  const strict = decision === "ask" || decision === "clearedOnly";
  const card = chooseModel(catalogue.models, {
    task,
    class: strict ? higherClass(cls, "unknown") : cls,
    today,
    ...(wanted === "" ? {} : { preferred: wanted }),
    defaults: catalogue.default,
  });
  if (wanted !== "" && card?.id !== wanted) throw unfit(catalogue, task, wanted);
  if (card === undefined) {
    const some = catalogue.models.some(({ tasks }) => tasks.includes(task));
    throw new GenaiError(some ? "model-not-cleared" : "no-model", "no model may do this");
  }
  const admission = admit({ class: cls, decision }, card, confirmed);
  if (!admission.allowed) throw new GenaiError(admission.code, "the gate refused the request");
  return card;
}

function unfit(catalogue: ModelCatalogue, task: TaskName, wanted: string): GenaiError {
  const card = catalogue.models.find(({ id }) => id === wanted);
  if (card === undefined) return new GenaiError("model-unknown", "no model of that name");
  if (!card.tasks.includes(task)) return new GenaiError("model-cannot-do-task", `not a model for ${task}`);
  return new AppRefusal("model-not-cleared", say("refusal.modelNotCleared"));
}

function refused(
  code: "confidentiality-blocked" | "confidentiality-unconfirmed",
  key: "refusal.blocked" | "refusal.ask",
  { marking }: RequestJudgement,
): GenaiError {
  if (marking === undefined) return new GenaiError(code, "the gate refused the request");
  const values = {
    place: translate(`place.${marking.where}`),
    marking: shown(marking.text),
    field: confirmedField.title,
  };
  return new AppRefusal(code, say(key, values));
}

/** A marking may be spread over lines and spaces. */
function shown(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, 60);
}
