import { refusalOfStatus, type Refusal } from "../transport/refusals";

/**
 * Reads a refusal of 源内 Web: `{error: "…"}` by its Lambda, `{message: "…"}` by the API gateway in front of it. Both
 * hold sentences; the status tells more than they do, but for the cases below.
 * @param status undefined for an error inside a 200
 */
export function predictRefusal(status: number | undefined, body: unknown): Refusal | undefined {
  // The gateway's cap of 29 s on any answer. Asking again would take as long, so that it is not done unasked.
  if (status === 504) return { code: "timeout", retryable: true };
  const told = sentencesOf(body);
  if (told === undefined) return undefined;
  if (status === undefined) return { code: "upstream-error", retryable: false };
  // Not on the server's list of models.
  if (status === 400 && told.includes("このモデルは使用できません")) return { code: "not-found", retryable: false };
  // What API Gateway says of a path that it does not know.
  if (status === 403 && told.includes("Missing Authentication Token")) return { code: "not-found", retryable: false };
  // The quota of a usage plan is used up: waiting a moment does not help.
  if (status === 429 && told.includes("Limit Exceeded")) return { code: "rate-limited", retryable: false };
  return refusalOfStatus(status);
}

/** The sentences of an error in any of its shapes; undefined for a body that is none. */
function sentencesOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const { error, message, Message, errorMessage } = body as Record<string, unknown>;
  const told = [error, message, Message, errorMessage].filter((one) => one !== undefined && one !== null);
  return told.length === 0
    ? undefined
    : told.map((one) => (typeof one === "string" ? one : JSON.stringify(one))).join();
}
