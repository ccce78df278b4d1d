import { GenaiError } from "@genai-office/shared/vocabulary";
import { CotomiDecoder } from "../../../../shared/src/gateway/cotomi/cotomi-decoder";
import { decodeBody, everyCut, type DecodedBody } from "../../../support/decode-body";
import { testCard } from "../../../support/test-step";
import { expectLinearTime } from "../../../support/processor-time";

const decode = (pieces: Uint8Array[]): DecodedBody =>
  decodeBody(new CotomiDecoder(testCard({ outputTokens: 20, tokensPerCharacter: 1 })), pieces);

const done = "event:done\n\n";

describe("a reply of NEC's chat, cut at every byte", () => {
  test.each<[string, string, DecodedBody]>([
    [
      "events of a few characters, then done",
      `data: {"answer":"予算は"}\n\ndata: {"answer":"増額です。"}\n\n${done}`,
      { text: "予算は増額です。", finish: "stop" },
    ],
    [
      "done with data",
      'data: {"answer":"予算"}\n\nevent: done\ndata: {"historyId":"h"}\n\n',
      { text: "予算", finish: "stop" },
    ],
    [
      "done that repeats the whole answer",
      'data: {"answer":"予"}\n\ndata: {"answer":"算"}\n\nevent: done\ndata: {"answer":"予算"}\n\n',
      { text: "予算", finish: "stop" },
    ],
    ["[DONE] instead", 'data: {"answer":"予算"}\n\ndata: [DONE]\n\n', { text: "予算", finish: "stop" }],
    ["a document", '{"answer":"予算です。","historyId":"h"}', { text: "予算です。", finish: "stop" }],
    [
      "a reason and a usage, should there be any",
      'data: {"answer":"予算","finishReason":"length","usage":{"inputTokens":3,"outputTokens":2}}\n\nevent:done\n\n',
      { text: "予算", finish: "length", usage: [3, 2] },
    ],
    [
      "the id of the history first",
      `data: {"historyId":"h"}\n\ndata: {"answer":"予算"}\n\n${done}`,
      { text: "予算", finish: "stop" },
    ],
    [
      "thinking",
      `data: {"answer":"<think>秘"}\n\ndata: {"answer":"</think>\\n予算"}\n\n${done}`,
      { text: "予算", finish: "stop" },
    ],
    [
      "an answer as long as its limit that stops in mid-sentence",
      `data: {"answer":"${"予".repeat(20)}"}\n\n${done}`,
      { text: "予".repeat(20), finish: "length" },
    ],
    ["an error instead", 'data: {"error":"秘"}\n\n', { text: "", error: "upstream-error" }],
    [
      "an error in mid-stream",
      'data: {"answer":"予算"}\n\ndata: {"error":"秘"}\n\n',
      { text: "予算", error: "upstream-error" },
    ],
    ["an error beside words", 'data: {"answer":"秘","error":{"code":"E1"}}\n\n', { text: "", error: "upstream-error" }],
    ["an event called error", `data: {"answer":"予算"}\n\nevent: error\n\n`, { text: "予算", error: "upstream-error" }],
    ["an error in a document", '{"error":{"message":"秘"}}', { text: "", error: "upstream-error" }],
    ["no error, said so", `data: {"answer":"予算","error":null}\n\n${done}`, { text: "予算", finish: "stop" }],
    [
      "a filter",
      'data: {"answer":"予","finishReason":"content_filter"}\n\n',
      { text: "予", finish: "content_filter", error: "content-blocked" },
    ],
    ["no end", 'data: {"answer":"予算"}\n\n', { text: "予算", error: "incomplete-stream" }],
    ["an end without words", done, { text: "", error: "incomplete-stream" }],
    ["a payload of another shape", 'data: {"choices":[]}\n\n', { text: "", error: "malformed-response" }],
    ["a document of another shape", '{"historyId":"h"}', { text: "", error: "malformed-response" }],
    ["a payload that is no object", "data: 5\n\n", { text: "", error: "malformed-response" }],
    ["a payload cut off", 'data: {"answer":"予\n\n', { text: "", error: "malformed-response" }],
    ...["error", "failed", "ERROR", 500, "500", 400, false, { code: 1 }, "whatever"].map(
      (status): [string, string, DecodedBody] => [
        `words beside the status ${JSON.stringify(status)}`,
        `data: ${JSON.stringify({ answer: "秘", status })}\n\n${done}`,
        { text: "", error: "upstream-error" },
      ],
    ),
    ...["ok", "SUCCESS", 200, null, "streaming", true].map((status): [string, string, DecodedBody] => [
      `words beside the status ${JSON.stringify(status)}`,
      `data: ${JSON.stringify({ answer: "予算", status })}\n\n${done}`,
      { text: "予算", finish: "stop" },
    ]),
    [
      "a status and a sentence in mid-stream",
      `data: {"answer":"予算"}\n\ndata: {"status":"error","message":"秘"}\n\n${done}`,
      { text: "予算", error: "upstream-error" },
    ],
    [
      "a sentence alone",
      `data: {"answer":"予算"}\n\ndata: {"id":1,"message":"秘"}\n\n${done}`,
      { text: "予算", error: "upstream-error" },
    ],
    ...["exception", "Error", "upstream_failure", "timeout", "abort"].map((name): [string, string, DecodedBody] => [
      `an event called ${name}`,
      `data: {"answer":"予算"}\n\nevent: ${name}\ndata: {"id":1,"answer":"秘"}\n\n${done}`,
      { text: "予算", error: "upstream-error" },
    ]),
    [
      "a document that failed",
      '{"answer":"秘","status":"failed","historyId":"h"}',
      { text: "", error: "upstream-error" },
    ],
    ["a document with a code", '{"answer":"秘","code":"E001"}', { text: "", error: "upstream-error" }],
    ["a document without success", '{"answer":"秘","success":false}', { text: "", error: "upstream-error" }],
    ["a document in the making", '{"answer":"半","status":"processing"}', { text: "", error: "incomplete-stream" }],
    [
      "a reason that is an error",
      `data: {"answer":"秘","finishReason":"ERROR"}\n\n${done}`,
      { text: "", error: "upstream-error" },
    ],
    ...[{ errors: [] }, { error: {} }, { errorCode: 0 }, { errorCode: "0" }, { error: "" }, { message: "success" }].map(
      (sign): [string, string, DecodedBody] => [
        `no failure: ${JSON.stringify(sign)}`,
        `data: ${JSON.stringify({ answer: "予算", ...sign })}\n\n${done}`,
        { text: "予算", finish: "stop" },
      ],
    ),
    ...[{ errors: ["秘"] }, { errorMessages: ["秘"] }, { exception: { code: 5 } }].map(
      (sign): [string, string, DecodedBody] => [
        `a failure: ${JSON.stringify(sign)}`,
        `data: ${JSON.stringify({ answer: "秘", ...sign })}\n\n${done}`,
        { text: "", error: "upstream-error" },
      ],
    ),
    [
      "done with the last piece",
      'data: {"answer":"令和"}\n\nevent: done\ndata: {"answer":"八年です。"}\n\n',
      { text: "令和八年です。", finish: "stop" },
    ],
    [
      "done with the whole answer, of which one piece came",
      'data: {"answer":"令和"}\n\nevent: done\ndata: {"answer":"令和八年です。"}\n\n',
      { text: "令和八年です。", finish: "stop" },
    ],
    [
      "done that repeats the answer without its thoughts",
      'data: {"answer":"<think>秘</think>\\n予"}\n\ndata: {"answer":"算"}\n\nevent: done\ndata: {"answer":"予算"}\n\n',
      { text: "予算", finish: "stop" },
    ],
    [
      "events with the whole text so far",
      `data: {"answer":"令和"}\n\ndata: {"answer":"令和八年"}\n\ndata: {"answer":"令和八年です。"}\n\n${done}`,
      { text: "令和八年です。", finish: "stop" },
    ],
    [
      "two events with the whole text so far, and done with it once more",
      'data: {"answer":"令和"}\n\ndata: {"answer":"令和八年"}\n\nevent: done\ndata: {"answer":"令和八年"}\n\n',
      { text: "令和八年", finish: "stop" },
    ],
    [
      "pieces that begin alike",
      `data: {"answer":"は"}\n\ndata: {"answer":"はは"}\n\ndata: {"answer":"が笑う。"}\n\n${done}`,
      { text: "はははが笑う。", finish: "stop" },
    ],
    ["two figures", `data: {"answer":"1"}\n\ndata: {"answer":"10"}\n\n${done}`, { text: "110", finish: "stop" }],
    [
      "rules of dashes",
      `data: {"answer":"----"}\n\ndata: {"answer":"----"}\n\ndata: {"answer":"----"}\n\n${done}`,
      { text: "-".repeat(12), finish: "stop" },
    ],
    ["a web page", "<html>", { text: "", error: "not-a-model-server" }],
    ["nothing", "", { text: "", error: "incomplete-stream" }],
  ])("%s", (_, body, expected) => everyCut(body, decode, expected));
});

test("no error quotes the server", () => {
  const decoder = new CotomiDecoder(testCard());
  for (const attempt of [
    () => decoder.takeEvent('{"error":"機密の文"}', ""),
    () => decoder.takeEvent('{"answer":"機密の文', ""),
    () => decoder.takeEvent("機密の文", "error"),
    () => decoder.takeDocument({ message: "機密の文" }),
  ]) {
    let thrown: unknown;
    try {
      attempt();
    } catch (error) {
      thrown = error;
    }
    expect(GenaiError.isInstance(thrown)).toBe(true);
    expect(`${(thrown as Error).message} ${String((thrown as Error).cause)}`).not.toContain("機密");
  }
});

test("words of events with the whole text so far are given out before the answer is over", () => {
  const decoder = new CotomiDecoder(testCard());
  const text = "令和八年度の補正予算案の総額は、１，２５０万円である。".repeat(20);
  let given = "";
  for (let end = 20; end <= 400; end += 20) {
    decoder.takeEvent(JSON.stringify({ answer: text.slice(0, end) }), "");
    given += decoder.takeText();
  }
  expect(given).toBe(text.slice(0, 400));
  expect(() => decoder.takeEvent(JSON.stringify({ answer: "別の文。" }), "")).toThrow(GenaiError);
});

test("a long answer in pieces takes linear time", async () => {
  await expectLinearTime((events) => {
    const decoder = new CotomiDecoder(testCard());
    let length = 0;
    for (let event = 0; event < events; event++) {
      decoder.takeEvent('{"answer":"補正予算案は、総額"}', "");
      length += decoder.takeText().length;
    }
    expect(length).toBe(9 * events);
  }, 25_000);
});
