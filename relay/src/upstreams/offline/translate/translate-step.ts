import { breakMark, formatBlockText, formatNumberedBlock } from "@genai-office/shared/prompts";
import { GenaiError, type TranslateStep } from "@genai-office/shared/vocabulary";
import type { Breather } from "../breather";
import { LineTranslator } from "./translate-line";

/**
 * Translates a step by translation memory, glossary and sentence patterns, and marks the rest (〔未訳：…〕,
 * [untranslated: …]): the embedded engine never pretends to have translated what it did not. Returns one entry a block, in
 * the form that models are asked for. The same words for the same step.
 * @throws GenaiError "model-cannot-do-task" when both languages are the same; "aborted"
 */
export async function translateOffline(step: TranslateStep, breather: Breather): Promise<string[]> {
  const { from, to } = step.options;
  if (from === to) throw new GenaiError("model-cannot-do-task", "a translation needs two languages");
  const translator = new LineTranslator(step.options);
  const entries: string[] = [];
  for (const [index, { text }] of step.blocks.entries()) {
    const lines: string[] = [];
    for (const line of formatBlockText(text).split(breakMark)) {
      lines.push(translator.translate(line));
      if (breather.due()) await breather.rest();
    }
    entries.push(formatNumberedBlock(index + 1, "") + lines.join(` ${breakMark} `));
  }
  return entries;
}
