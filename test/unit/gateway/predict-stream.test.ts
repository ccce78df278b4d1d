import { createPredictStreamDecoder } from "@genai-office/shared/gateway/predict-stream";
import { GenaiError } from "@genai-office/shared/vocabulary";
import { BodyReader } from "../../../shared/src/gateway/transport/body-reader";
import { expectLinearTime } from "../../support/processor-time";

interface Decoded {
  text: string;
  end: unknown;
  others: unknown[];
}

/** Decodes a recorded body that arrives in two reads. */
function decode(bytes: Uint8Array, cut: number): Decoded {
  const decoder = createPredictStreamDecoder();
  const body = new BodyReader(decoder);
  let text = "";
  try {
    for (const part of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
      body.push(part);
      text += decoder.takeText();
    }
    body.end();
  } catch (thrown) {
    if (!GenaiError.isInstance(thrown)) throw thrown;
    decoder.abandon?.();
    return { text: text + decoder.takeText(), end: thrown.code, others: decoder.takeOthers() };
  }
  const outcome = decoder.conclude();
  const end = outcome.type === "failed" ? outcome.error.code : outcome.type === "finished" ? outcome.reason : "?";
  return { text: text + decoder.takeText(), end, others: decoder.takeOthers() };
}

const lines = (...values: unknown[]): Buffer =>
  Buffer.from(values.map((value) => `${JSON.stringify(value)}\n`).join(""));
const usage = { type: "usage", inputTokens: 3, outputTokens: 4 };
const usageLine = { text: "", metadata: { usage: { inputTokens: 3, outputTokens: 4, totalTokens: 7 } } };
const stop = { text: "", stopReason: "end_turn" };

const busy = "ただいまアクセスが集中しているため時間をおいて試してみてください。";
const long = "令和八年度の補正予算案の総額は、１，２５０万円である。".repeat(5);

describe("the decoder of predict-stream", () => {
  test.each<[string, Buffer, Decoded]>([
    [
      "an answer",
      lines({ text: "議事𠮷" }, { text: "録。" }, stop, usageLine),
      { text: "議事𠮷録。", end: "stop", others: [usage] },
    ],
    [
      "words in the line of the reason",
      lines({ text: "一" }, { text: "二", stopReason: "stop_sequence" }),
      { text: "一二", end: "stop", others: [] },
    ],
    ["usage before the reason", lines({ text: "一" }, usageLine, stop), { text: "一", end: "stop", others: [usage] }],
    [
      "Windows line ends and empty lines",
      Buffer.from('{"text":"一"}\r\n\r\n{"text":"","stopReason":"end_turn"}\r\n'),
      { text: "一", end: "stop", others: [] },
    ],
    [
      "a byte order mark and no last line end",
      Buffer.from('\ufeff{"text":"一"}\n{"text":"","stopReason":"end_turn"}'),
      { text: "一", end: "stop", others: [] },
    ],
    [
      "a wrapper",
      lines({ text: "以下です。\n<output>一" }, { text: "</output>以上" }, stop),
      { text: "一", end: "stop", others: [] },
    ],
    [
      "a limit",
      lines({ text: "一" }, { text: "", stopReason: "max_tokens" }),
      { text: "一", end: "length", others: [] },
    ],
    [
      "a tool",
      lines({ text: "一" }, { text: "", stopReason: "tool_use" }),
      { text: "一", end: "tool_calls", others: [] },
    ],
    [
      "a reason nobody knows",
      lines({ text: "一" }, { text: "", stopReason: "tired" }),
      { text: "一", end: "other", others: [] },
    ],
    [
      "fields nobody knows",
      lines({ trace: { x: 1 } }, { text: "一", sessionId: "s" }, stop),
      { text: "一", end: "stop", others: [] },
    ],
    [
      "an error",
      lines({ text: "ただいまアクセスが集中しています。", stopReason: "error" }),
      { text: "", end: "rate-limited", others: [] },
    ],
    [
      "a guardrail",
      lines({ text: "禁止された入力を検出しました。" }, { text: "", stopReason: "guardrail_intervened" }, usageLine),
      { text: "", end: "content-blocked", others: [usage] },
    ],
    ["no reason", lines({ text: "一" }), { text: "一", end: "incomplete-stream", others: [] }],
    ["nothing", Buffer.from(""), { text: "", end: "incomplete-stream", others: [] }],
    ["a list", Buffer.from('[{"text":"一"}]\n'), { text: "", end: "malformed-response", others: [] }],
    ["text that is none", lines({ text: { a: 1 } }), { text: "", end: "malformed-response", others: [] }],
    [
      "an error of Lambda",
      lines({ errorMessage: "秘密", errorType: "Runtime.ExitError" }),
      { text: "", end: "upstream-error", others: [] },
    ],
    ...[
      { error: "秘密" },
      { error: true },
      { message: "秘密" },
      { errors: ["秘密"] },
      { detail: "秘密" },
      { text: "", errorMessage: "秘密" },
      { internalServerException: { message: "秘密" } },
      { text: "秘密", error: true, stopReason: "end_turn" },
      { text: "秘密", stopReason: "ERROR" },
      { text: "秘密", stopReason: "Exception" },
    ].map((line): [string, Buffer, Decoded] => [
      `a failure between words and their end: ${JSON.stringify(line)}`,
      lines({ text: long }, line, stop, usageLine),
      { text: long, end: expect.stringMatching(/-error$/), others: [] },
    ]),
    [
      "no error, said so",
      lines({ text: "一", error: null, message: "" }, stop),
      { text: "一", end: "stop", others: [] },
    ],
    [
      "a reason in capitals",
      lines({ text: "一" }, { stopReason: "MAX_TOKENS" }),
      { text: "一", end: "length", others: [] },
    ],
    [
      "the sentence of an error in the line before it",
      lines({ text: busy }, { text: "", stopReason: "error" }),
      { text: "", end: "rate-limited", others: [] },
    ],
    [
      "the sentence of an error in pieces before it",
      lines({ text: busy.slice(0, 5) }, { text: busy.slice(5, 20) }, { text: busy.slice(20) }, { stopReason: "error" }),
      { text: "", end: "rate-limited", others: [] },
    ],
    [
      "the sentence of an error in a line after many words",
      lines({ text: long }, { text: long }, { text: busy }, { text: "", stopReason: "error" }),
      { text: long + long, end: "rate-limited", others: [] },
    ],
    ["a web page", Buffer.from("<html>秘密</html>"), { text: "", end: "not-a-model-server", others: [] }],
  ])("%s, the same wherever it is cut", (_, bytes, expected) => {
    for (let cut = 0; cut <= bytes.length; cut++) expect([cut, decode(bytes, cut)]).toEqual([cut, expected]);
  });

  test("words of an answer that is no longer short come a line later", () => {
    const decoder = createPredictStreamDecoder();
    const take = (text: string): string => {
      decoder.takeEvent(JSON.stringify({ text }), "");
      return decoder.takeText();
    };
    expect(take(`<output>${long}`)).toBe(long);
    expect(take("議事")).toBe("");
    expect(take("録。")).toBe("議事");
  });

  test("one line of 16 MB takes linear time", async () => {
    await expectLinearTime((length) => {
      const text = "あ".repeat(length);
      const bytes = lines({ text }, stop);
      const decoder = createPredictStreamDecoder();
      const body = new BodyReader(decoder);
      for (let at = 0; at < bytes.length; at += 16_384) body.push(bytes.subarray(at, at + 16_384));
      body.end();
      expect(decoder.conclude()).toEqual({ type: "finished", reason: "stop" });
      expect(decoder.takeText() === text).toBe(true);
    }, 1_400_000);
  });
});
