import { textsOfStep } from "@genai-office/shared/guards";
import type { Step } from "@genai-office/shared/vocabulary";

/** How large a step is. */
export interface StepSize {
  /** UTF-16 units of everything that is text in it. */
  characters: number;
  /** Bytes of its files, as they are before base64. */
  uploadBytes: number;
}

export function sizeOfStep(step: Step): StepSize {
  let characters = 0;
  for (const text of textsOfStep(step)) characters += text.length;
  let uploadBytes = 0;
  if (step.task === "research") {
    for (const { content } of Object.values(step.options.inputs.files).flat()) uploadBytes += bytesOf(content);
  }
  return { characters, uploadBytes };
}

/** Length of what a base64 text stands for. */
function bytesOf(base64: string): number {
  const padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
  return Math.floor((base64.length * 3) / 4) - padding;
}
