import { GenaiError } from "@genai-office/shared/vocabulary";
import { CotomiDecoder } from "../../../../shared/src/gateway/cotomi/cotomi-decoder";
import { decodeBody, everyCut, type DecodedBody } from "../../../support/decode-body";
import { testCard } from "../../../support/test-step";

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
