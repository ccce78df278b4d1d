import { BodyReader } from "../../../shared/src/gateway/transport/body-reader";
import { OpenaiDecoder } from "../../../shared/src/gateway/openai/openai-decoder";
import { GenaiError, type UsageEvent } from "@genai-office/shared/vocabulary";
import { readStreamFixture } from "../../support/model-server-fixtures";

interface Decoded {
  text: string;
  finish?: string | undefined;
  error?: string | undefined;
  usage?: [number, number];
}

/** Decodes a body as an attempt does, but without a network. */
function decode(pieces: Uint8Array[]): Decoded {
  const decoder = new OpenaiDecoder();
  const body = new BodyReader(decoder);
  const decoded: Decoded = { text: "" };
  try {
    for (const piece of pieces) {
      if (decoder.complete) break;
      body.push(piece);
      decoded.text += decoder.takeText();
    }
    if (!decoder.complete) body.end();
    const outcome = decoder.conclude();
    if (outcome.type === "finished") decoded.finish = outcome.reason;
    else if (outcome.type === "failed") {
      decoded.error = outcome.error.code;
      decoded.finish = outcome.reason;
    }
    const usage = decoder.takeOthers()[0] as UsageEvent | undefined;
    if (usage !== undefined) decoded.usage = [usage.inputTokens, usage.outputTokens];
  } catch (thrown) {
    if (!GenaiError.isInstance(thrown)) throw thrown;
    decoded.error = thrown.code;
    decoded.finish = decoder.reason;
  }
  decoded.text += decoder.takeText();
  return JSON.parse(JSON.stringify(decoded)) as Decoded;
}

const japanese = "令和８年度の補正予算案は、総額１，２５０万円（前年度比３．２％増）です。𠮷田委員が👍と述べた。";

describe("streams decode to their exact words and end, cut at every byte", () => {
  test.each<[string, Decoded]>([
    ["chat-japanese.sse", { text: japanese, finish: "stop", usage: [40, 21] }],
    ["line-endings-crlf.sse", { text: "第１回会議", finish: "stop" }],
    ["line-endings-cr.sse", { text: "第１回会議", finish: "stop" }],
    ["azure-annotations.sse", { text: "承知しました。", finish: "stop" }],
    ["azure-late-filter.sse", { text: "承知しました。", finish: "content_filter", error: "content-blocked" }],
    ["reasoning.sse", { text: "３０名です。", finish: "stop" }],
    ["error-inside.sse", { text: "前半のみ", error: "server-error" }],
    ["error-event.sse", { text: "前半のみ", error: "upstream-error" }],
    ["malformed.sse", { text: "ここまで", error: "malformed-response" }],
    ["incomplete.sse", { text: "途中で", error: "incomplete-stream" }],
    ["refusal.sse", { text: "", finish: "stop", error: "refused" }],
    ["done-without-reason.sse", { text: "理由なし", finish: "other" }],
    ["two-choices.sse", { text: "残す", finish: "stop" }],
    ["text-completion.sse", { text: "It is fine today.", finish: "stop" }],
    ["responses.sse", { text: "要約：異常なし。", finish: "stop", usage: [9, 6] }],
    ["responses-incomplete.sse", { text: "長い", finish: "length" }],
    ["responses-filtered.sse", { text: "危", finish: "content_filter", error: "content-blocked" }],
    ["responses-failed.sse", { text: "途", error: "server-error" }],
    ["invalid-utf8.sse", { text: "正しい", error: "malformed-response" }],
  ])("%s", (name, expected) => {
    const bytes = readStreamFixture(name);
    expect(decode([bytes])).toEqual(expected);
    for (let cut = 1; cut < bytes.length; cut++)
      expect([cut, decode([bytes.subarray(0, cut), bytes.subarray(cut)])]).toEqual([cut, expected]);
    expect(decode([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
  });
});

describe("bodies that are no stream, cut at every byte", () => {
  const message = (content: unknown, more: object = {}): object => ({
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop", ...more }],
    usage: { prompt_tokens: 3, completion_tokens: 2 },
  });
  test.each<[string, string, Decoded]>([
    ["a whole completion", JSON.stringify(message("予算案。")), { text: "予算案。", finish: "stop", usage: [3, 2] }],
    [
      "content in parts",
      JSON.stringify(message([{ type: "text", text: "予算" }, { type: "image_url" }, { type: "text", text: "案" }])),
      { text: "予算案", finish: "stop", usage: [3, 2] },
    ],
    [
      "a filtered one without a message",
      '{"choices":[{"index":0,"finish_reason":"content_filter"}]}',
      { text: "", finish: "content_filter", error: "content-blocked" },
    ],
    [
      "a whole response",
      '{"object":"response","status":"completed","output":[{"type":"message","content":[{"type":"output_text","text":"案"}]}]}',
      { text: "案", finish: "stop" },
    ],
    ["an error", '{"error":{"message":"秘","code":"rate_limit_exceeded"}}', { text: "", error: "rate-limited" }],
    ["an error in a list", '[{"error":{"message":"秘"}}]', { text: "", error: "upstream-error" }],
    [
      "an error that calls itself so",
      '{"object":"error","message":"秘","code":500}',
      { text: "", error: "server-error" },
    ],
    ["some other document", '{"status":"ok"}', { text: "", error: "not-a-model-server" }],
    ["half a document", '{"choices":[{"index":0,', { text: "", error: "malformed-response" }],
    ["a web page", "\n<!DOCTYPE html><p>ログイン</p>", { text: "", error: "not-a-model-server" }],
    ["a sentence", "no healthy upstream", { text: "", error: "not-a-model-server" }],
    ["nothing", "", { text: "", error: "incomplete-stream" }],
    ["comments only", ": keep-alive\n\n", { text: "", error: "incomplete-stream" }],
    ["[DONE] only", "data: [DONE]\n\n", { text: "", error: "incomplete-stream" }],
    ["a number as a payload", "data: 5\n\n", { text: "", error: "malformed-response" }],
    [
      "a whole completion framed as one event",
      `data: ${JSON.stringify(message("案"))}\n\ndata: [DONE]\n\n`,
      { text: "案", finish: "stop", usage: [3, 2] },
    ],
    [
      "a reason of no known name",
      'data: {"choices":[{"delta":{"content":"案"},"finish_reason":"abort"}]}\n\n',
      { text: "案", finish: "other" },
    ],
    [
      "Ollama's mark of the end",
      'data: {"choices":[{"delta":{"content":"案"}}]}\n\ndata: {"done":true,"done_reason":"length"}\n\n',
      { text: "案", finish: "length" },
    ],
    [
      "Ollama's mark of the end, after a reason",
      'data: {"choices":[{"delta":{"content":"案"},"finish_reason":"stop"}]}\n\ndata: {"done":true}\n\n',
      { text: "案", finish: "stop" },
    ],
    [
      "thinking in the words",
      'data: {"choices":[{"delta":{"content":"<think>秘"}}]}\n\ndata: {"choices":[{"delta":{"content":"</think>\\n案"},"finish_reason":"stop"}]}\n\n',
      { text: "案", finish: "stop" },
    ],
    [
      "thinking that was not opened",
      'data: {"choices":[{"delta":{"content":"秘\\n</think>\\n案"},"finish_reason":"stop"}]}\n\n',
      { text: "秘\n", error: "malformed-response" },
    ],
    [
      "a filter that speaks in annotations only",
      'data: {"choices":[{"delta":{"content":"危"},"finish_reason":"stop"}]}\n\ndata: {"choices":[{"index":0,"finish_reason":null,"content_filter_results":{"hate":{"filtered":true}},"content_filter_offsets":{"end_offset":1}}]}\n\n',
      { text: "危", finish: "content_filter", error: "content-blocked" },
    ],
    [
      "content as an object",
      'data: {"choices":[{"delta":{"content":{"type":"text","text":"案"}},"finish_reason":"stop"}]}\n\n',
      { text: "案", finish: "stop" },
    ],
    [
      "content as a list of texts",
      'data: {"choices":[{"delta":{"content":["予","算"]},"finish_reason":"stop"}]}\n\n',
      { text: "予算", finish: "stop" },
    ],
    [
      "an error under a name of its own",
      'data: {"choices":[{"delta":{"content":"案"}}]}\n\nerror: {"code":503,"message":"秘"}\n\n',
      { text: "案", error: "unavailable" },
    ],
    [
      "a reason that is an error",
      'data: {"choices":[{"delta":{},"finish_reason":"error"}]}\n\n',
      { text: "", error: "upstream-error" },
    ],
  ])("%s", (_, text, expected) => {
    const bytes = Buffer.from(text);
    expect(decode([bytes])).toEqual(expected);
    for (let cut = 1; cut < bytes.length; cut++)
      expect([cut, decode([bytes.subarray(0, cut), bytes.subarray(cut)])]).toEqual([cut, expected]);
  });
});

test("no error quotes the answer, the server or the request", () => {
  const decoder = new OpenaiDecoder();
  const attempts = [
    () => decoder.takeEvent('{"choices":[{"delta":{"content":"機密の文"', ""),
    () => decoder.takeEvent('{"error":{"message":"機密の文"}}', ""),
    () => decoder.takeEvent("機密の文", "error"),
  ];
  for (const attempt of attempts) {
    const error = thrownBy(attempt);
    expect(GenaiError.isInstance(error)).toBe(true);
    expect(`${error.message} ${String(error.cause)}`).not.toContain("機密");
  }
});

function thrownBy(action: () => void): Error {
  try {
    action();
  } catch (thrown) {
    return thrown as Error;
  }
  throw new Error("nothing was thrown");
}
