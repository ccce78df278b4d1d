import type { GenaiError, GenaiErrorCode } from "@genai-office/shared/vocabulary";
import { httpStatus } from "./http-status";

/** Error as OpenAI clients read it. `code` is ours; the message is ours as well, never a server's. */
export interface OpenaiError {
  error: { message: string; type: string; code: GenaiErrorCode; param: null; request_id: string };
}

const messages: Partial<Record<GenaiErrorCode, string>> = {
  "bad-request": "The request is not one that this server understands.",
  "model-unknown": "There is no model of that name. GET /v1/models lists the models.",
  "model-cannot-do-task": "That model does not chat. GET /v1/models lists the models that do.",
  "input-too-large": "The request is larger than this server takes.",
  "confidentiality-blocked": "Text of this confidentiality class must not be sent to a model.",
  "confidentiality-unconfirmed":
    "The text carries a marking. Declare its class with the header X-Genai-Confidentiality (1, 2 or 3).",
  "model-not-cleared":
    "That model is not cleared for this confidentiality class. Undeclared text needs a model cleared for class 2; declare the class with the header X-Genai-Confidentiality.",
  "sign-in-required": "This server needs an access token of the ministry in the Authorization header.",
  forbidden: "This server does not answer requests from there.",
  unavailable: "The server cannot answer at the moment. Try again in a moment.",
  "switched-off": "An operator has switched this off.",
  "budget-exhausted": "The budget of the day is used up. It begins anew at midnight in Japan.",
  "rate-limited": "Too many requests, here or at the model's server. Try again later.",
  timeout: "The model's server did not answer in time.",
  "content-blocked": "The model's server blocked the content.",
};

/**
 * The OpenAI shape of an error. What was wrong with a request is told by `detail`, which names places only
 * (see parseChatRequest); every other message is fixed text.
 */
export function openaiError(error: GenaiError, requestId: string): OpenaiError {
  const status = httpStatus(error.code);
  const type =
    status === 401
      ? "authentication_error"
      : status === 403
        ? "permission_error"
        : status === 429
          ? "rate_limit_error"
          : status < 500
            ? "invalid_request_error"
            : "server_error";
  const fixed = messages[error.code] ?? "The model's server could not answer.";
  const message = error.code === "bad-request" ? `${fixed} (${error.message})` : fixed;
  return { error: { message, type, code: error.code, param: null, request_id: requestId } };
}
