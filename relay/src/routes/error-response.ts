import { toWireError, type GenaiError } from "@genai-office/shared/vocabulary";
import type { Context } from "hono";
import type { RelayEnvironment } from "../server/relay-services";
import { httpStatus } from "./http-status";

/** An error before a stream began: `{ error: WireError }` with the status that says the same. */
export function errorResponse(context: Context<RelayEnvironment>, error: GenaiError): Response {
  const wire = { ...toWireError(error), requestId: context.get("requestId") };
  if (error.retryAfterMs !== undefined) context.header("Retry-After", String(Math.ceil(error.retryAfterMs / 1000)));
  context.header("Cache-Control", "no-store");
  return context.json({ error: wire }, httpStatus(error.code));
}
