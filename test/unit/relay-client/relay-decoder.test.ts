import type { GenerateEvent } from "@genai-office/shared/vocabulary";
import { BodyReader } from "../../../shared/src/gateway/transport/body-reader";
import { RelayDecoder } from "../../../shared/src/relay-client/relay-decoder";

function decode(pieces: Uint8Array[]): unknown {
  const decoder = new RelayDecoder();
  const body = new BodyReader(decoder);
  const others: GenerateEvent[] = [];
  let text = "";
  for (const piece of pieces) {
    body.push(piece);
    text += decoder.takeText();
    others.push(...decoder.takeOthers());
  }
  body.end();
  return { text, others, outcome: decoder.conclude() };
}

test("a stream of the relay decodes to the same, cut at every byte", () => {
  const events: object[] = [
    { type: "progress", done: 0, total: 2 },
    { type: "text-delta", text: "令和８年度の" },
    { type: "text-delta", text: "𠮷田委員👍" },
    { type: "usage", inputTokens: 5, outputTokens: 7 },
    { type: "finished", reason: "length" },
  ];
  const bytes = Buffer.from(`: 起動\n\n${events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join("")}`);
  const expected = {
    text: "令和８年度の𠮷田委員👍",
    others: [events[0], events[3]],
    outcome: { type: "finished", reason: "length" },
  };
  expect(decode([bytes])).toEqual(expected);
  for (let cut = 1; cut < bytes.length; cut++)
    expect([cut, decode([bytes.subarray(0, cut), bytes.subarray(cut)])]).toEqual([cut, expected]);
});

test("a reason of no known name is other, and numbers that are none are zero", () => {
  const body = (event: object): Uint8Array[] => [Buffer.from(`data: ${JSON.stringify(event)}\n\n`)];
  expect(decode(body({ type: "finished", reason: "bored" }))).toMatchObject({ outcome: { reason: "other" } });
  expect(decode(body({ type: "usage", inputTokens: "5" }))).toMatchObject({
    others: [{ type: "usage", inputTokens: 0, outputTokens: 0 }],
    outcome: { type: "failed", error: { code: "incomplete-stream" } },
  });
});
