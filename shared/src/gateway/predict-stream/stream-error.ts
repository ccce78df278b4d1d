import { GenaiError } from "../../vocabulary";
import type { Refusal } from "../transport/refusals";

const final = (code: Refusal["code"]): Refusal => ({ code, retryable: false });
const passing = (code: Refusal["code"]): Refusal => ({ code, retryable: true });

/**
 * Marks by which the sentences of 源内 that come with `stopReason: "error"` are told apart (reference page on GENAI's
 * contracts, trap A1), and the names of Bedrock's errors that stand in its sentence for all the rest.
 */
const kinds: readonly [RegExp, Refusal][] = [
  [/アクセスが集中|Throttling|ServiceQuotaExceeded|TooManyRequests/, passing("rate-limited")],
  [/有効化されていない|このモデルは使用できません|model identifier is invalid/, final("not-found")],
  [/文字コード|添付ファイル|Unsupported MIME/, final("bad-request")],
  [/too long|too many (input )?tokens|context (length|size|window)|maximum.{0,40}tokens/i, final("input-too-large")],
  [/ServiceUnavailable|ModelNotReady|ModelTimeout|ModelStreamError/, passing("unavailable")],
  [/InternalServer/, passing("server-error")],
];

/** The failure behind an error that was written into the stream as if it were an answer. Its words go no further. */
export function streamError(words: string): GenaiError {
  const { code, retryable } = kinds.find(([mark]) => mark.test(words))?.[1] ?? final("upstream-error");
  return new GenaiError(code, "the server reported an error inside its answer", { retryable });
}
