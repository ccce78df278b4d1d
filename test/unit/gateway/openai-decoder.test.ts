import { OpenaiDecoder } from "../../../shared/src/gateway/openai/openai-decoder";
import { BodyReader } from "../../../shared/src/gateway/transport/body-reader";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { doneFrame, chatChunk, finishChunk, frame, usageChunk } from "../../support/model-server-replies";

const secret = "秘密のエラー本文です";
const first = chatChunk("前半。");
const end = finishChunk() + doneFrame;
const filtered = { filtered: true, severity: "high" };

/** The words of a body, and its reason or the code of its failure. */
function decode(body: string): [text: string, end: string] {
  const decoder = new OpenaiDecoder();
  const reader = new BodyReader(decoder);
  try {
    reader.push(new TextEncoder().encode(body));
    if (!decoder.complete) reader.end();
    const outcome = decoder.conclude();
    return [
      decoder.takeText(),
      outcome.type === "failed" ? outcome.error.code : (outcome as { reason: string }).reason,
    ];
  } catch (thrown) {
    if (!GenaiError.isInstance(thrown)) throw thrown;
    decoder.abandon();
    return [decoder.takeText(), thrown.code];
  }
}

const choice = (fields: object): string => frame({ choices: [{ index: 0, ...fields }] });

describe("an error in the place of a choice leaves none of its words", () => {
  test.each([
    [
      "an error beside the words",
      { delta: { content: secret }, error: { code: 502 }, finish_reason: "stop" },
      "unavailable",
    ],
    ["an error that is a flag", { delta: { content: secret }, error: true, finish_reason: "stop" }, "upstream-error"],
    ["the reason error", { delta: { content: secret }, finish_reason: "error" }, "upstream-error"],
    ["the reason ERROR", { text: secret, finish_reason: "ERROR" }, "upstream-error"],
  ])("%s, in a stream", (_, fields, code) => {
    expect(decode(first + choice(fields) + end)).toEqual(["前半。", code]);
  });

  test.each([
    ["the reason error", { message: { content: secret }, finish_reason: "error" }],
    ["an error beside the words", { message: { content: secret }, finish_reason: "stop", error: { message: secret } }],
  ])("%s, in a document", (_, fields) => {
    expect(decode(JSON.stringify({ choices: [{ index: 0, ...fields }] }))).toEqual(["", "upstream-error"]);
  });

  test("no error is null, false, empty or no list", () => {
    for (const error of [null, false, "", [], undefined])
      expect(decode(choice({ delta: { content: "答え" }, error }) + end)).toEqual(["答え", "stop"]);
  });
});

describe("an error between the chunks ends the answer, whatever its shape", () => {
  test.each<[unknown, string]>([
    [{ code: 500, message: secret }, "server-error"],
    [{ errors: [{ message: secret }] }, "upstream-error"],
    [{ errors: [{ code: "rate_limit_exceeded", message: secret }] }, "rate-limited"],
    [{ error: [{ message: secret }] }, "upstream-error"],
    [{ error: true, message: secret }, "upstream-error"],
    [{ error: 1 }, "upstream-error"],
    [{ detail: secret }, "upstream-error"],
    [{ detail: [{ msg: secret }] }, "upstream-error"],
    [{ status: "error" }, "upstream-error"],
    [{ status: "failed", id: "1" }, "upstream-error"],
    [{ statusCode: 503 }, "unavailable"],
    [{ errorMessage: secret, errorType: "X" }, "upstream-error"],
    [{ message: secret }, "upstream-error"],
  ])("%j", (payload, code) => {
    expect(decode(first + frame(payload) + end)).toEqual(["前半。", code]);
  });

  test.each(["Error", "ERROR", "exception", "upstream_error"])("the event %s", (name) => {
    expect(decode(`${first}event: ${name}\n${frame({ text: secret })}${end}`)).toEqual(["前半。", "upstream-error"]);
  });

  test.each([`error:{"message":"${secret}"}`, `error: {"message":"${secret}"}`, `error: ${secret}`])("%s", (line) => {
    expect(decode(`${first}${line}\n\n${end}`)).toEqual(["前半。", "upstream-error"]);
  });

  test("what only shows that the server lives is passed over", () => {
    const alive = `event: ping\n${frame({ type: "ping" })}data:\n\n${frame({ id: "1", status: "ok", errors: [], error: null })}`;
    expect(decode(first + alive + end)).toEqual(["前半。", "stop"]);
  });
});

describe("what a content filter found", () => {
  test.each([
    ["a list of block lists", { content_filter_results: { custom_blocklists: [{ filtered: true, id: "b" }] } }],
    ["details only", { content_filter_results: { custom_blocklists: { details: [{ filtered: true }] } } }],
    ["the singular spelling", { content_filter_result: { hate: filtered } }],
    ["a verdict in words", { content_filter_results: { hate: { filtered: "true" } } }],
    ["a filter that failed", { content_filter_results: { error: { code: "content_filter_error", message: secret } } }],
  ])("%s, at the choice and at the chunk", (_, verdict) => {
    expect(decode(first + choice({ delta: {}, finish_reason: "stop", ...verdict }) + doneFrame)[1]).toBe(
      "content-blocked",
    );
    expect(decode(first + finishChunk() + frame({ choices: [], ...verdict }) + doneFrame)[1]).toBe("content-blocked");
    expect(decode(first + finishChunk() + frame(verdict) + doneFrame)[1]).toBe("content-blocked");
  });

  test("nothing found", () => {
    const clean = { content_filter_results: { hate: { filtered: false, severity: "safe" }, custom_blocklists: [] } };
    expect(decode(first + choice({ delta: {}, finish_reason: "stop", ...clean }) + doneFrame)).toEqual([
      "前半。",
      "stop",
    ]);
  });

  const asked = frame({
    choices: [],
    prompt_filter_results: [{ prompt_index: 0, content_filter_results: { jailbreak: { filtered: false } } }],
  });

  test("a verdict after the mark of the end, where the prompt was filtered", () => {
    const late = choice({ delta: {}, finish_reason: "content_filter" });
    expect(decode(asked + first + finishChunk() + doneFrame + late)[1]).toBe("content-blocked");
    expect(decode(asked + first + finishChunk() + doneFrame)).toEqual(["前半。", "stop"]);
  });

  test("a prompt that the filter stopped", () => {
    const stopped = asked.replace('"filtered":false', '"filtered":true');
    expect(decode(stopped + first + end)[1]).toBe("content-blocked");
  });

  test("is awaited, and known to be whole at the mark of the end", () => {
    const decoder = new OpenaiDecoder();
    const reader = new BodyReader(decoder);
    const push = (text: string): void => void reader.push(new TextEncoder().encode(text));
    push(choice({ delta: { content: "あ" }, content_filter_offsets: {}, content_filter_results: {} }) + finishChunk());
    expect([decoder.answered, decoder.complete]).toEqual([false, false]);
    push(doneFrame);
    expect([decoder.answered, decoder.complete]).toEqual([true, false]);
  });
});

describe("which choice is read", () => {
  test.each([
    ["none is numbered", [{ delta: { content: "一" } }, { delta: { content: "二" } }], "一"],
    [
      "numbers are strings",
      [
        { index: "1", delta: { content: "二" } },
        { index: "0", delta: { content: "一" } },
      ],
      "一",
    ],
    [
      "the second comes first",
      [
        { index: 1, delta: { content: "二" } },
        { index: 0, delta: { content: "一" } },
      ],
      "一",
    ],
  ])("%s", (_, choices, text) => {
    expect(decode(frame({ choices }) + end)).toEqual([text, "stop"]);
  });

  test("a part of text with a value", () => {
    const content = [{ type: "text", text: { value: "答え", annotations: [] } }];
    expect(decode(choice({ delta: { content } }) + end)).toEqual(["答え", "stop"]);
  });
});

test("usage after the end is read where the body is read to its end", () => {
  const asked = frame({ choices: [], prompt_filter_results: [{}] });
  expect(decode(asked + first + finishChunk() + doneFrame + usageChunk(1, 2))).toEqual(["前半。", "stop"]);
});
