import { chatEndpoint } from "@genai-office/shared/gateway";
import { adaptedDialect, chatBody, commonDialect } from "../../../shared/src/gateway/openai/chat-request";

test.each([
  ["http://localhost:8000/v1", "http://localhost:8000/v1/chat/completions"],
  ["http://localhost:8000/v1/", "http://localhost:8000/v1/chat/completions"],
  [" http://localhost:8000/v1// ", "http://localhost:8000/v1/chat/completions"],
  ["https://apim.example/openai/v1/chat/completions", "https://apim.example/openai/v1/chat/completions"],
  ["https://apim.example/openai/v1/chat/completions/", "https://apim.example/openai/v1/chat/completions"],
  [
    "https://x.example/openai/deployments/gpt?api-version=2024-10-21",
    "https://x.example/openai/deployments/gpt/chat/completions?api-version=2024-10-21",
  ],
  ["https://x.example/d/chat/completions?api-version=1#top", "https://x.example/d/chat/completions?api-version=1"],
])("the endpoint of %s", (baseUrl, endpoint) => {
  expect(chatEndpoint(baseUrl)).toBe(endpoint);
});

describe("the dialect of a server", () => {
  const newerModel = JSON.stringify({
    error: {
      message: "Unsupported parameter: 'max_tokens' is not supported here. Use 'max_completion_tokens' instead.",
      param: "max_tokens",
      code: "unsupported_parameter",
    },
  });
  const olderServer = JSON.stringify({
    detail: [{ type: "extra_forbidden", loc: ["body", "stream_options"], msg: "Extra inputs are not permitted" }],
  });
  const body = (dialect = commonDialect): Record<string, unknown> =>
    JSON.parse(
      chatBody({ model: "m", messages: [{ role: "user", content: "要約" }], maximumOutputTokens: 300 }, dialect),
    ) as Record<string, unknown>;

  test("starts with what most servers know", () => {
    expect(body()).toEqual({
      model: "m",
      messages: [{ role: "user", content: "要約" }],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 300,
    });
  });

  test("learns the newer name of the limit, once", () => {
    const adapted = adaptedDialect(400, newerModel, commonDialect)!;
    expect(body(adapted)).toMatchObject({ max_completion_tokens: 300, stream_options: { include_usage: true } });
    expect(body(adapted)).not.toHaveProperty("max_tokens");
    expect(adaptedDialect(400, newerModel, adapted)).toBeUndefined();
  });

  test("learns to leave stream_options out, once", () => {
    const adapted = adaptedDialect(422, olderServer, commonDialect)!;
    expect(body(adapted)).not.toHaveProperty("stream_options");
    expect(adaptedDialect(422, olderServer, adapted)).toBeUndefined();
  });

  test("learns that a server does not stream, once", () => {
    const refusal = '{"error":{"message":"streaming is not supported by this deployment"}}';
    const adapted = adaptedDialect(400, refusal, commonDialect)!;
    expect(body(adapted)).toMatchObject({ stream: false });
    expect(body(adapted)).not.toHaveProperty("stream_options");
    expect(adaptedDialect(400, refusal, adapted)).toBeUndefined();
  });

  test("learns nothing from what a refusal repeats of the request", () => {
    const request = body();
    const missing = { type: "missing", loc: ["body", "messages", 0, "role"], msg: "Field required" };
    const echoes = [
      { detail: [{ ...missing, input: request, ctx: request }] },
      { detail: [{ ...missing, input: request }], body: request },
      { error: { message: "bad", request } },
      { object: "error", message: `[${JSON.stringify({ ...missing, input: request })}]` },
      { object: "error", message: `[{'loc': ('body', 'messages'), 'input': {'stream_options': {}, 'max_tokens': 1}}]` },
    ];
    for (const echo of echoes) {
      expect(adaptedDialect(422, JSON.stringify(echo), commonDialect)).toBeUndefined();
      expect(adaptedDialect(400, JSON.stringify(echo), commonDialect)).toBeUndefined();
    }
  });

  test("a text that is too long is no matter of dialect", () => {
    const message =
      "'max_tokens' or 'max_completion_tokens' is too large: 4000. This model's maximum context length is 4096 tokens.";
    expect(adaptedDialect(400, JSON.stringify({ error: { message } }), commonDialect)).toBeUndefined();
    expect(adaptedDialect(400, JSON.stringify({ object: "error", message }), commonDialect)).toBeUndefined();
    const limit = "max_tokens is too large: 4000. Use at most 2048 max_completion_tokens";
    expect(adaptedDialect(400, JSON.stringify({ error: { message: limit } }), commonDialect)).toBeUndefined();
  });

  test.each([
    [{ error: { param: "stream_options", message: "no" } }],
    [{ errors: [{ message: "unknown", param: "stream_options" }] }],
    [{ detail: [{ loc: ["body", "stream_options", "include_usage"], msg: "extra" }] }],
    [{ message: "Unrecognized request argument supplied: stream_options" }],
    [{ object: "error", message: "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'), 'input': {}}]" }],
    [{ error: "unknown field stream_options" }],
    [{ detail: "stream_options: not allowed" }],
  ])("learns from %j", (refusal) => {
    expect(adaptedDialect(400, JSON.stringify(refusal), commonDialect)).toMatchObject({ streamOptions: false });
  });

  test("learns from a refusal in a sentence", () => {
    expect(adaptedDialect(400, "unknown field: stream_options", commonDialect)).toMatchObject({ streamOptions: false });
  });

  test("learns nothing from other refusals", () => {
    const tooLong = '{"error":{"message":"maximum context length is 4096; max_tokens is 300"}}';
    expect(adaptedDialect(400, tooLong, commonDialect)).toBeUndefined();
    expect(adaptedDialect(500, newerModel, commonDialect)).toBeUndefined();
    expect(adaptedDialect(400, "", commonDialect)).toBeUndefined();
  });
});
