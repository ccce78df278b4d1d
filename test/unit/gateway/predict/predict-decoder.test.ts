import { GenaiError } from "@genai-office/shared/vocabulary";
import { PredictDecoder } from "../../../../shared/src/gateway/predict/predict-decoder";
import { BodyReader } from "../../../../shared/src/gateway/transport/body-reader";
import { testCard } from "../../../support/test-step";

interface Decoded {
  text: string;
  finish?: string | undefined;
  error?: string | undefined;
}

function decode(pieces: Uint8Array[], outputTokens = 1024): Decoded {
  const decoder = new PredictDecoder(testCard({ outputTokens, tokensPerCharacter: 1 }));
  const body = new BodyReader(decoder);
  const decoded: Decoded = { text: "" };
  try {
    for (const piece of pieces) body.push(piece);
    body.end();
    const outcome = decoder.conclude();
    decoded.text = decoder.takeText();
    if (outcome.type === "finished") decoded.finish = outcome.reason;
    if (outcome.type === "failed") {
      decoded.error = outcome.error.code;
      if (outcome.reason !== undefined) decoded.finish = outcome.reason;
    }
  } catch (thrown) {
    if (!GenaiError.isInstance(thrown)) throw thrown;
    expect(`${thrown.message} ${String(thrown.cause)}`).not.toContain("秘");
    decoded.error = thrown.code;
    decoded.text = decoder.takeText();
  }
  return decoded;
}

describe("the reply of /predict, cut at every byte", () => {
  test.each<[string, string, Decoded]>([
    ["a bare string", '"予算は１，２５０万円です。"', { text: "予算は１，２５０万円です。", finish: "stop" }],
    ["white space around it", '\n "予算"\n', { text: "予算", finish: "stop" }],
    ["escapes", '"一\\n二\\u3000\\ud83d\\ude00"', { text: "一\n二\u3000😀", finish: "stop" }],
    ["an <output> wrapper", '"以下です。\\n<output>\\n予算\\n</output>"', { text: "予算", finish: "stop" }],
    ["an empty line of a block without text", '"\\n予算です。"', { text: "予算です。", finish: "stop" }],
    ["a wrapper that is not closed", '"<output>予算は"', { text: "予算は", finish: "length" }],
    ["an empty text", '""', { text: "", finish: "stop" }],
    [
      "the guardrail's word about the input",
      '"禁止された入力を検出しました。会話を最初からやり直すか、管理者にお問い合わせください。"',
      { text: "", error: "content-blocked", finish: "content_filter" },
    ],
    [
      "the guardrail's word about the output",
      '"システムが禁じている内容の出力を検出しました。会話を最初からやり直すか、…"',
      { text: "", error: "content-blocked", finish: "content_filter" },
    ],
    ["an error of the Lambda", '{"error":"秘"}', { text: "", error: "upstream-error" }],
    ["an error of the gateway", '{"message":"秘"}', { text: "", error: "upstream-error" }],
    [
      "a line of the stream with an error",
      '{"text":"秘","stopReason":"error"}',
      { text: "", error: "malformed-response" },
    ],
    ["another document", '{"text":"秘"}', { text: "", error: "malformed-response" }],
    ["a list", '["秘"]', { text: "", error: "malformed-response" }],
    ["null", "null", { text: "", error: "malformed-response" }],
    ["half a string", '"予算は', { text: "", error: "malformed-response" }],
    ["two values", '"一""二"', { text: "", error: "malformed-response" }],
    ["a web page", "<!DOCTYPE html>", { text: "", error: "not-a-model-server" }],
    ["nothing", "", { text: "", error: "incomplete-stream" }],
  ])("%s", (_, text, expected) => {
    const bytes = Buffer.from(text);
    expect(decode([bytes])).toEqual(expected);
    for (let cut = 1; cut < bytes.length; cut++)
      expect([cut, decode([bytes.subarray(0, cut), bytes.subarray(cut)])]).toEqual([cut, expected]);
    expect(decode([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
  });
});

test("wrong UTF-8 is no answer", () => {
  expect(decode([Buffer.from('"予'), Uint8Array.of(0xe7, 0x22)])).toEqual({ text: "", error: "malformed-response" });
});

test("a text as long as the server's limit that stops in mid-sentence was cut", () => {
  const bytes = (text: string): Uint8Array[] => [Buffer.from(JSON.stringify(text))];
  expect(decode(bytes("予算は総額で"), 6).finish).toBe("length");
  expect(decode(bytes("予算は総額で"), 7).finish).toBe("stop");
  expect(decode(bytes("予算は総額だ。"), 6).finish).toBe("stop");
  expect(decode(bytes("（予算は総額）\n"), 6).finish).toBe("stop");
});
