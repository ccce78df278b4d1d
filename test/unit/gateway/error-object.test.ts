import { refusalOfErrorObject } from "../../../shared/src/gateway/openai/error-object";

describe("a prompt that is too long is told in many words", () => {
  test.each([
    "Input validation error: `inputs` must have less than 4095 tokens. Given: 5000",
    "Input validation error: `inputs` tokens + `max_new_tokens` must be <= 4096. Given: 5000",
    "Input is too long for requested model.",
    "prompt is too long: 210000 tokens > 200000 maximum",
    "This model's maximum context length is 8192 tokens.",
    "The input token count (40000) exceeds the maximum number of tokens allowed (32768).",
    "Please reduce the length of the messages.",
    "リクエストが最大コンテキスト長8192を超えています。",
    "入力がトークン数の上限を超えました。",
    "入力トークン数が上限（4096）を超過しています。",
    "入力テキストが長すぎます。",
    "プロンプトが長過ぎます",
    "文字数が上限を超えています。",
  ])("%s", (message) => {
    const refusal = { code: "input-too-large", retryable: false };
    expect(refusalOfErrorObject({ error: { message } }, 400)).toEqual(refusal);
    expect(refusalOfErrorObject({ error: message }, 422)).toEqual(refusal);
    expect(refusalOfErrorObject({ detail: [{ msg: message }] }, 422)).toEqual(refusal);
    expect(refusalOfErrorObject({ object: "error", message }, undefined)).toEqual(refusal);
  });

  test.each([
    "max_tokens is too large: 5000. This model supports at most 4096 completion tokens.",
    "the tool name is too long",
    "モデル名が正しくありません。",
    "トークンが無効です。",
  ])("but not: %s", (message) => {
    expect(refusalOfErrorObject({ error: { message } }, 400)).toBeUndefined();
  });

  test.each([401, 403, 429])("a quota of tokens, status %i, is none", (status) => {
    expect(
      refusalOfErrorObject({ error: { message: "本日のトークン数の上限を超えました。" } }, status),
    ).toBeUndefined();
    expect(refusalOfErrorObject({ error: "too many tokens per minute" }, status)).toBeUndefined();
  });
});
