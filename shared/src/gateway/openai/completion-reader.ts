import type { Answer } from "./answer";
import { isRecord } from "./error-object";

/**
 * Reads a chat completion: a chunk of a stream, or a whole one. Also the older text completions (`choices[].text`).
 * Only choice 0 is read; reasoning (`reasoning_content`, `reasoning`) is a sign of life and not a word of the answer.
 */
export function readCompletion(answer: Answer, completion: Record<string, unknown>): void {
  const { choices, usage } = completion;
  if (isRecord(usage)) answer.setUsage(usage.prompt_tokens, usage.completion_tokens);
  if (!Array.isArray(choices)) return;
  for (const choice of choices as unknown[]) {
    if (isRecord(choice) && (choice.index === 0 || typeof choice.index !== "number")) readChoice(answer, choice);
  }
}

function readChoice(answer: Answer, choice: Record<string, unknown>): void {
  const { delta, finish_reason: finishReason } = choice;
  if (isRecord(delta)) readMessage(answer, delta);
  else if (typeof choice.text === "string") answer.addText(choice.text);
  // Some servers repeat the whole message in their last chunk.
  else if (isRecord(choice.message) && !answer.hasText) readMessage(answer, choice.message);
  if (typeof finishReason === "string" && finishReason !== "") {
    if (finishReason === "error") answer.fail(choice);
    answer.finish(finishReason);
  }
  const { content_filter_results: results } = choice;
  if (isRecord(results)) answer.noteFilter(results, choice.content_filter_offsets !== undefined);
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
  if (!isRecord(part) || typeof part.text !== "string") return;
  if (part.type === "text" || part.type === "output_text" || part.type === undefined) answer.addText(part.text);
}
