import { GenaiError } from "../../vocabulary";
import { connectionError } from "../transport/connection-error";
import { refusalOfStatus } from "../transport/refusals";
import { retryAfterMilliseconds } from "../transport/retry-after";
import { refusalOfAwsError } from "./aws-refusals";

/** What an answer of AWS told, taken out of an error of its client. */
export interface AwsRefusal {
  /** Such as `TooManyRequestsException`; "" for an answer that was none of AWS. */
  name: string;
  status: number;
  requestId: string | undefined;
  /** A header of the answer by its lower-case name. */
  header(name: string): string | undefined;
}

/** Reads an error thrown by a client of AWS; undefined when no answer came at all. */
export function awsRefusalOf(thrown: unknown): AwsRefusal | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { $metadata: metadata, $response: response } = thrown as {
    $metadata?: { httpStatusCode?: unknown; requestId?: unknown };
    $response?: { statusCode?: unknown; headers?: Record<string, unknown> };
  };
  const status = response?.statusCode ?? metadata?.httpStatusCode;
  if (typeof status !== "number") return undefined;
  const requestId = metadata?.requestId;
  return {
    name: /^[A-Za-z][A-Za-z0-9]{2,80}$/.test(thrown.name) && thrown.name !== "SyntaxError" ? thrown.name : "",
    status,
    requestId: typeof requestId === "string" ? requestId : undefined,
    header: (name) => {
      const value = response?.headers?.[name];
      return typeof value === "string" ? value : undefined;
    },
  };
}

/**
 * Makes a GenaiError of what a client of AWS threw. Its message is not kept: such messages quote keys and tokens.
 * @param dateNow milliseconds since 1970, to read a Retry-After date
 */
export function awsError(thrown: unknown, what: string, dateNow: number): GenaiError {
  if (GenaiError.isInstance(thrown)) return thrown;
  const told = awsRefusalOf(thrown);
  if (told === undefined) {
    if (thrown instanceof Error && thrown.name === "TimeoutError")
      return new GenaiError("timeout", `${what}: no answer in time`, { retryable: true, phase: "connect" });
    return connectionError("connection-failed", thrown);
  }
  const refusal = refusalOfAwsError(told.name) ?? refusalOfStatus(told.status);
  const retryAfterMs = retryAfterMilliseconds(told.header, dateNow);
  return new GenaiError(refusal.code, `${what}: refused with status ${told.status}`, {
    status: told.status,
    retryable: refusal.retryable,
    ...(told.requestId === undefined ? {} : { requestId: told.requestId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}
