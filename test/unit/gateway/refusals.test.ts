import { GenaiError, genaiErrorCodes } from "@genai-office/shared/vocabulary";
import { refusalOfErrorObject } from "../../../shared/src/gateway/openai/error-object";
import { refusalOfStatus, refusalOfWebPage, retriedCodes } from "../../../shared/src/gateway/transport/refusals";
import { retryAfterMilliseconds } from "../../../shared/src/gateway/transport/retry-after";
import { defaultRetryPolicy, isRetried, retryDelay } from "../../../shared/src/gateway/transport/retry-policy";

describe("what a status means and whether it is tried again", () => {
  test.each<[number, string, boolean]>([
    [302, "not-a-model-server", false],
    [400, "bad-request", false],
    [401, "unauthorized", false],
    [402, "bad-request", false],
    [403, "forbidden", false],
    [404, "not-found", false],
    [405, "not-a-model-server", false],
    [407, "unauthorized", false],
    [408, "unavailable", true],
    [409, "unavailable", true],
    [413, "input-too-large", false],
    [422, "bad-request", false],
    [425, "unavailable", true],
    [429, "rate-limited", true],
    [500, "server-error", true],
    [501, "server-error", false],
    [502, "unavailable", true],
    [503, "unavailable", true],
    [504, "unavailable", true],
    [520, "server-error", true],
    [529, "unavailable", true],
  ])("%i is %s, tried again: %s", (status, code, retried) => {
    const refusal = refusalOfStatus(status);
    expect(refusal.code).toBe(code);
    expect(isRetried(new GenaiError(refusal.code, "", { retryable: refusal.retryable }))).toBe(retried);
  });

  test.each<[number, string, boolean]>([
    [200, "not-a-model-server", false],
    [401, "unauthorized", false],
    [403, "forbidden", false],
    [404, "not-a-model-server", false],
    [429, "rate-limited", true],
    [502, "not-a-model-server", true],
    [503, "not-a-model-server", true],
  ])("a web page with status %i is %s, tried again: %s", (status, code, retryable) => {
    expect(refusalOfWebPage(status)).toEqual({ code, retryable });
  });

  test("codes that are tried again, and no others", () => {
    expect(genaiErrorCodes.filter((code) => retriedCodes.has(code))).toEqual([
      "connection-failed",
      "connection-lost",
      "incomplete-stream",
      "not-a-model-server",
      "rate-limited",
      "server-error",
      "unavailable",
    ]);
    expect(isRetried(new GenaiError("rate-limited", "", { retryable: false }))).toBe(false);
    expect(isRetried(new GenaiError("timeout", "", { retryable: true, phase: "connect" }))).toBe(false);
  });
});

describe("error objects of the wire", () => {
  const tooLong = "This model's maximum context length is 4096 tokens. However, you requested 5000 tokens.";
  test.each<[string, unknown, number | undefined, string | undefined]>([
    ["OpenAI", { error: { code: "content_filter" } }, 400, "content-blocked"],
    [
      "Azure, inner code",
      { error: { code: "BadRequest", innererror: { code: "ResponsibleAIPolicyViolation" } } },
      400,
      "content-blocked",
    ],
    ["too long by code", { error: { code: "context_length_exceeded" } }, 400, "input-too-large"],
    ["too long by words (vLLM)", { object: "error", message: tooLong, code: 400 }, 400, "input-too-large"],
    ["too long by words, nested", { error: { message: tooLong, code: 400 } }, 400, "input-too-large"],
    ["a sentence", { error: tooLong }, 400, "input-too-large"],
    [
      "too long by words (TGI)",
      { error: "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 9000" },
      422,
      "input-too-large",
    ],
    [
      "too long by type (llama.cpp)",
      { error: { code: 400, message: "", type: "exceed_context_size_error" } },
      400,
      "input-too-large",
    ],
    ["a quota of API management", { statusCode: 403, message: "Out of call volume quota." }, 403, "rate-limited"],
    ["API management", { statusCode: 429, message: "Rate limit is exceeded." }, undefined, "rate-limited"],
    ["used-up quota", { error: { type: "insufficient_quota" } }, 429, "rate-limited"],
    ["a list", [{ error: { code: 503 } }], undefined, "unavailable"],
    ["Responses API", { type: "response.failed", response: { error: { code: "server_error" } } }, 200, "server-error"],
    ["a number inside a 200", { error: { code: 401 } }, undefined, "unauthorized"],
    ["a bare 400 inside a 200", { error: { code: 400, message: "x" } }, undefined, undefined],
    ["nothing known", { error: { message: "x" } }, 400, undefined],
    ["no error at all", { choices: [] }, 200, undefined],
    ["not even an object", "gateway", 502, undefined],
  ])("%s", (_, body, status, code) => {
    expect(refusalOfErrorObject(body, status)?.code).toBe(code);
  });

  test("a used-up quota is not tried again, a rate limit is", () => {
    expect(refusalOfErrorObject({ error: { code: "insufficient_quota" } }, 429)?.retryable).toBe(false);
    expect(refusalOfErrorObject({ error: { code: "rate_limit_exceeded" } }, 429)?.retryable).toBe(true);
  });
});

describe("Retry-After", () => {
  const now = Date.parse("2026-11-21T00:00:00Z");
  test.each<[string, Record<string, string>, number | undefined]>([
    ["seconds", { "retry-after": "7" }, 7_000],
    ["zero", { "retry-after": "0" }, 0],
    ["a date", { "retry-after": "Sat, 21 Nov 2026 00:00:30 GMT" }, 30_000],
    ["a date that has passed", { "retry-after": "Fri, 20 Nov 2026 00:00:00 GMT" }, 0],
    ["milliseconds win", { "retry-after-ms": "250", "retry-after": "7" }, 250],
    ["unreadable milliseconds do not", { "retry-after-ms": "soon", "retry-after": "7" }, 7_000],
    ["negative", { "retry-after": "-5" }, undefined],
    ["words", { "retry-after": "しばらく" }, undefined],
    ["nothing", {}, undefined],
  ])("%s", (_, headers, expected) => {
    expect(retryAfterMilliseconds((name) => headers[name], now)).toBe(expected);
  });

  test("is obeyed within a minute, and not repeated beyond; without it back-off doubles up to a cap, less what chance takes off", () => {
    const failed = (retryAfterMs?: number): GenaiError =>
      new GenaiError("rate-limited", "", { retryable: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
    const policy = defaultRetryPolicy;
    expect(retryDelay(failed(60_000), 0, policy, () => 0)).toBe(60_000);
    expect(retryDelay(failed(0), 0, policy, () => 0)).toBe(0);
    expect(retryDelay(failed(60_001), 0, policy, () => 0)).toBeUndefined();
    expect(retryDelay(failed(86_400_000), 0, policy, () => 0)).toBeUndefined();
    expect([0, 1, 2, 3, 4, 5].map((done) => retryDelay(failed(), done, policy, () => 0))).toEqual([
      500, 1_000, 2_000, 4_000, 8_000, 8_000,
    ]);
    expect(retryDelay(failed(), 0, policy, () => 1)).toBe(375);
  });
});
