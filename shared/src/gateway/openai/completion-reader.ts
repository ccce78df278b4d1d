import type { Answer } from "./answer";
import { isRecord, isTold } from "./error-object";
import { readFilterNotes } from "./filter-notes";

/**
 * Reads a chat completion: a chunk of a stream, or a whole one. Also the older text completions (`choices[].text`).
 * Only choice 0 is read, or the first of a list that has no numbers; reasoning (`reasoning_content`, `reasoning`) is a
 * sign of life and not a word of the answer.
 */
export function readCompletion(answer: Answer, completion: Record<string, unknown>): void {
  const { choices, usage } = completion;
  if (isRecord(usage)) answer.setUsage(usage.prompt_tokens, usage.completion_tokens);
  readFilterNotes(answer, completion);
  if (!Array.isArray(choices)) return;
  for (const [position, choice] of (choices as unknown[]).entries()) {
    if (isRecord(choice) && (numberOf(choice.index) ?? position) === 0) readChoice(answer, choice);
  }
}

/** Some servers number their choices in strings. */
function numberOf(index: unknown): number | undefined {
  if (typeof index === "number") return index;
  return typeof index === "string" && /^\d+$/.test(index) ? Number(index) : undefined;
}

function readChoice(answer: Answer, choice: Record<string, unknown>): void {
  const { delta, finish_reason: finishReason } = choice;
  // First: the words beside an error are the error's.
  if (isTold(choice.error) || (typeof finishReason === "string" && /^error$/i.test(finishReason))) answer.fail(choice);
  if (isRecord(delta)) readMessage(answer, delta);
  else if (typeof choice.text === "string") answer.addText(choice.text);
  // Some servers repeat the whole message in their last chunk.
  else if (isRecord(choice.message) && !answer.hasText) readMessage(answer, choice.message);
  if (typeof finishReason === "string" && finishReason !== "") answer.finish(finishReason);
  readFilterNotes(answer, choice);
}

function readMessage(answer: Answer, message: Record<string, unknown>): void {
  const { content, refusal } = message;
  if (typeof content === "string") answer.addText(content);
  else if (Array.isArray(content)) for (const part of content as unknown[]) readPart(answer, part);
  else if (isRecord(content)) readPart(answer, content);
  else answer.started = true;
  if (typeof refusal === "string" && refusal !== "") answer.refuse();
}

/** Content in parts: only those of text; thinking, images and links are no words of the answer. */
function readPart(answer: Answer, part: unknown): void {
  if (typeof part === "string") answer.addText(part);
  if (!isRecord(part)) return;
  const text = isRecord(part.text) ? part.text.value : part.text;
  if (typeof text !== "string") return;
  if (part.type === "text" || part.type === "output_text" || part.type === undefined) answer.addText(text);
}
