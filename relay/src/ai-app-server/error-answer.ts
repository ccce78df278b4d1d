import type { GenaiError } from "@genai-office/shared/vocabulary";
import type { Context } from "hono";
import { httpStatus } from "../routes/http-status";
import type { RelayEnvironment } from "../server/relay-services";
import { AppRefusal } from "./app-refusal";
import { errorSentence, type JobErrorCode } from "./texts/error-sentence";

/**
 * An error as an AI app answers it: the status, a sentence where GENAI looks for the answer, and the code with the
 * request's id for the help desk. Never a word of a model's server.
 */
export function errorAnswer(context: Context<RelayEnvironment>, error: GenaiError): Response {
  if (error.retryAfterMs !== undefined) context.header("Retry-After", String(Math.ceil(error.retryAfterMs / 1000)));
  const sentence = error instanceof AppRefusal ? error.sentence : errorSentence(error.code);
  return context.json(errorBody(error.code, sentence, context.get("requestId")), appStatus(error.code));
}

/** The body of an error that is known by its code. */
export function errorBody(code: JobErrorCode, sentence: string, requestId: string): object {
  return { outputs: sentence, error: { message: code, details: requestId } };
}

/** HTTP status of a code. Here the key is the caller's own, so a missing one is theirs to mend. */
export function appStatus(code: JobErrorCode) {
  if (code === "unauthorized") return 401;
  if (code === "document-unsupported") return 400;
  if (code === "interrupted") return 503;
  if (code === "expired") return 404;
  return httpStatus(code);
}
