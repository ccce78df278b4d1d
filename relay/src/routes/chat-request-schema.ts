import { createHash } from "node:crypto";
import { chatPromptVersion } from "@genai-office/shared/prompts";
import {
  GenaiError,
  type ChatMessage,
  type ChatStep,
  type ConfidentialityClass,
} from "@genai-office/shared/vocabulary";
import * as v from "valibot";
import { firstIssueOnly, limitedArray } from "./limited-schemas";
import { firstPlace } from "./step-schema";

const content = v.union([v.string(), limitedArray(v.object({ type: v.literal("text"), text: v.string() }), 1000)]);

const chatRequest = v.looseObject({
  model: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  messages: v.pipe(
    limitedArray(v.object({ role: v.picklist(["system", "developer", "user", "assistant"]), content }), 1000),
    v.minLength(1),
  ),
  stream: v.nullish(v.boolean()),
  stream_options: v.nullish(v.object({ include_usage: v.nullish(v.boolean()) })),
  max_tokens: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
  max_completion_tokens: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))),
  // What would change the shape of the answer and is not passed on: refused, because ignoring it would be a lie.
  n: v.nullish(v.literal(1)),
  tools: v.nullish(limitedArray(v.unknown(), 0)),
  functions: v.nullish(limitedArray(v.unknown(), 0)),
  tool_choice: v.nullish(v.literal("none")),
  response_format: v.nullish(v.object({ type: v.literal("text") })),
  logprobs: v.nullish(v.literal(false)),
  modalities: v.nullish(limitedArray(v.literal("text"), 1)),
});

/** A foreign client's request as a step, and how it wants the answer. */
export interface ChatRequest {
  step: ChatStep;
  stream: boolean;
  includeUsage: boolean;
}

/**
 * Reads an OpenAI chat request (POST /chat/completions). Sampling settings (temperature, top_p, seed ...) are accepted
 * and not passed on: the relay decides how models are asked.
 * @param declared what the header X-Genai-Confidentiality says; undefined counts as unknown
 * @throws GenaiError "bad-request" that names the place, never the value
 */
export function parseChatRequest(body: unknown, declared: ConfidentialityClass | undefined): ChatRequest {
  const parsed = v.safeParse(chatRequest, body, firstIssueOnly);
  if (!parsed.success) throw new GenaiError("bad-request", `not a chat request: ${firstPlace(parsed.issues)}`);
  const request = parsed.output;
  const messages = request.messages.map(({ role, content }): ChatMessage => ({
    role: role === "developer" ? "system" : role,
    content: typeof content === "string" ? content : content.map(({ text }) => text).join("\n"),
  }));
  const maximumOutputTokens = request.max_completion_tokens ?? request.max_tokens ?? undefined;
  return {
    step: {
      task: "chat",
      promptVersion: chatPromptVersion,
      model: request.model,
      declaredClass: declared ?? "unknown",
      confirmed: declared !== undefined,
      documentHash: createHash("sha256").update(JSON.stringify(messages)).digest("hex"),
      blocks: [],
      options: { messages, ...(maximumOutputTokens === undefined ? {} : { maximumOutputTokens }) },
    },
    stream: request.stream === true,
    includeUsage: request.stream_options?.include_usage === true,
  };
}

/**
 * Class that a foreign client declares by the header X-Genai-Confidentiality: 1, 2 or 3.
 * @throws GenaiError "bad-request" for anything else, because a slip must not become "undeclared"
 */
export function declaredClass(header: string | undefined): ConfidentialityClass | undefined {
  if (header === undefined) return undefined;
  const value = header.trim();
  if (value === "1" || value === "2" || value === "3") return value;
  throw new GenaiError("bad-request", "X-Genai-Confidentiality must be 1, 2 or 3");
}
