import { GenaiError } from "../../vocabulary";
import type { Clock } from "./clock";
import { requestIdOf, type HttpReply } from "./http-client";
import { readRefusalBody } from "./refusal-body";
import { refusalOfStatus, refusalOfWebPage } from "./refusals";
import { retryAfterMilliseconds } from "./retry-after";
import type { WireContract } from "./wire-contract";

/** A refused request: the error, and whether the contract learned from it how to ask differently. */
export interface RefusedReply {
  error: GenaiError;
  adapted: boolean;
  /** The body was one that the contract knows: the server itself spoke, not something in front of it. */
  told: boolean;
}

/** Makes an error of a reply whose status is not 2xx. Of the body only codes are used, never words. */
export async function readRefusedReply(
  reply: HttpReply,
  contract: Pick<WireContract, "refusalOf" | "adaptTo">,
  abandon: () => void,
  clock: Clock,
): Promise<RefusedReply> {
  const { status } = reply;
  const text = (await readRefusalBody(reply, abandon, clock)).replace(/^\ufeff/, "").trimStart();
  const isWebPage =
    text.startsWith("<") || /^(text\/html|application\/xhtml)/i.test(reply.header("content-type") ?? "");
  const told = isWebPage ? undefined : contract.refusalOf(status, parseOrUndefined(text));
  const refusal = told ?? (isWebPage ? refusalOfWebPage(status) : refusalOfStatus(status));
  const requestId = told?.requestId ?? requestIdOf(reply);
  const retryAfterMs = told?.retryAfterMs ?? retryAfterMilliseconds((name) => reply.header(name), clock.date());
  const error = new GenaiError(refusal.code, `the server answered with status ${status}`, {
    status,
    retryable: refusal.retryable,
    ...(requestId === undefined ? {} : { requestId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
  return { error, adapted: contract.adaptTo?.(status, text) ?? false, told: told !== undefined };
}

/** An error body may be JSON, a sentence, or cut short; only JSON tells more than the status. */
function parseOrUndefined(text: string): unknown {
  if (!text.startsWith("{") && !text.startsWith("[")) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
