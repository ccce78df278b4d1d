import type { Masking } from "../../guards";
import type { Step } from "../../vocabulary";
import { mappedStep, mappedTexts } from "./mapped-step";

/** A step with every text that leaves masked (see `mappedStep`), and with `masked` set. */
export function maskedStep(step: Step, masking: Masking): Step {
  masking.learn(mappedTexts(step));
  return { ...mappedStep(step, (text) => masking.mask(text).text), masked: true };
}
