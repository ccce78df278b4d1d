import type { DefaultModels } from "../models";
import { GenaiError, type ModelCard } from "../vocabulary";
import { isRecord } from "./relay-decoder";
import type { SwitchedOff } from "./switch-for";
import { readSwitchedOff } from "./switched-off";

export interface ModelList {
  models: ModelCard[];
  defaultModel: string;
  /** The defaults by task and class, for `chooseModel`; absent where the relay names none. */
  defaults?: DefaultModels;
  /** What is switched off now; nothing when left out. */
  switchedOff?: SwitchedOff[];
  /** Display name of the product, when the administrator set one. */
  displayName?: string;
}

/**
 * Checks what the relay says about its models as far as the pane relies on it: relay and pane come from one build, so
 * this catches a foreign server, not a version.
 * @throws GenaiError "malformed-response"
 */
export function readModelList(document: unknown): ModelList {
  if (isRecord(document) && Array.isArray(document.models) && typeof document.defaultModel === "string") {
    const { models, defaultModel, defaults, displayName, switchedOff } = document;
    if (models.every(isModelCard)) {
      return {
        models,
        defaultModel,
        ...(isRecord(defaults) ? { defaults } : {}),
        ...(Array.isArray(switchedOff) ? { switchedOff: readSwitchedOff(switchedOff) } : {}),
        ...(typeof displayName === "string" ? { displayName } : {}),
      };
    }
  }
  throw new GenaiError("malformed-response", "the list of models has an unknown shape");
}

function isModelCard(value: unknown): value is ModelCard {
  return isRecord(value) && typeof value.id === "string" && isRecord(value.name) && Array.isArray(value.tasks);
}
