import type { Conversation } from "../../../../teams-bot/src/channel";
import { generated, streamAnswer, streamInfoOf } from "../../../support/teams/streamed-answer";
import {
  impatient,
  personalChat,
  wireChannel,
  type WiredChannel,
  type WiringOptions,
} from "../../../support/teams/wired-channel";

// Everything is seen on the wire only, so that another SDK behind the port has to pass the same tests.

let wired: WiredChannel;
let conversation: Conversation;
beforeEach(async () => {
  wired = await wireChannel();
  conversation = wired.conversation();
});
afterEach(async () => {
  await wired.stop();
  expect(wired.defects).toEqual([]);
});

/** Once more, for a connector that does not answer. */
async function rewire(options: WiringOptions): Promise<void> {
  await wired.stop();
  wired = await wireChannel(options);
  conversation = wired.conversation();
}

const sent = () => wired.connector.sent();
const standing = () => wired.connector.botActivities(personalChat);

describe("what can go wrong with a chunk", () => {
  const finishes = async (pieces = 8) => {
    const { text } = await streamAnswer(wired, wired.channel.speech.stream(conversation), pieces, 700);
    expect(standing().at(-1)).toMatchObject({ activity: { type: "message", text } });
    return text;
  };

  it.each([1, 2])("429 %d times: waits as long as it was told, then sends the text of then", async (times) => {
    wired.connector.faults.add(
      { kind: "status", status: 429, retryAfter: 3 },
      { stream: "streaming", text: /第2文/ },
      times,
    );
    await finishes();
    const refused = sent().filter(({ status }) => status === 429);
    expect(refused).toHaveLength(times);
    const next = sent()[sent().indexOf(refused[0]!) + 1]!;
    expect(next.startedAt - refused[0]!.endedAt!).toBeGreaterThanOrEqual(3_000);
    if (times === 1) expect(next.request.text!.length).toBeGreaterThan(refused[0]!.request.text!.length);
    expect(standing()).toHaveLength(1);
  });

  it("429 always: the answer is given up with a retryable error, not before the connector was asked several times", async () => {
    wired.connector.faults.add({ kind: "status", status: 429 }, {}, Infinity);
    await expect(streamAnswer(wired, wired.channel.speech.stream(conversation), 3, 700)).rejects.toMatchObject({
      code: "rate-limited",
      retryable: true,
    });
    expect(sent().length).toBeGreaterThan(4);
    expect(sent().length).toBeLessThan(20);
  });

  it("403, the time is over: goes on by replacement of the same message", async () => {
    wired.connector.faults.add({ kind: "stream", refusal: "expired" }, { text: /第3文/ });
    await finishes(20);
    expect(standing()).toHaveLength(1);
    expect(sent().filter(({ method }) => method === "PUT").length).toBeGreaterThan(0);
  });

  it("403, the person pressed stop: the signal is aborted, and nothing more is said", async () => {
    const stream = wired.channel.speech.stream(conversation);
    stream.inform("考えています");
    await wired.clock.pass(1_500);
    wired.connector.stopStream(personalChat);
    // The model has not said a word: the stop is seen all the same.
    await wired.clock.pass(7_000);
    expect(stream.stopped.aborted).toBe(true);
    const before = sent().length;
    stream.show("もう要らない");
    await wired.clock.pass(20_000);
    await expect(wired.clock.until(stream.finish(generated("もう要らない")))).rejects.toMatchObject({
      code: "aborted",
    });
    expect(sent()).toHaveLength(before);
  });

  it("403, stop between the last chunk and the final message", async () => {
    const stream = wired.channel.speech.stream(conversation);
    stream.show("一");
    await wired.clock.pass(1_300);
    wired.connector.stopStream(personalChat);
    await expect(wired.clock.until(stream.finish(generated("一二")))).rejects.toMatchObject({ code: "aborted" });
    expect(stream.stopped.aborted).toBe(true);
    expect(standing()).toMatchObject([{ activity: { text: "一" } }]);
  });

  it("403, streaming is not allowed: one plain message at the end", async () => {
    wired.connector.faults.add({ kind: "stream", refusal: "not-allowed" }, {}, 1);
    await finishes();
    expect(standing()).toHaveLength(1);
    expect(sent()).toHaveLength(2);
  });

  it("another 403 on every request: fails with a code, without the connector's words", async () => {
    wired.connector.faults.add(
      { kind: "status", status: 403, code: "BotDisabled", message: "quoted 秘密" },
      {},
      Infinity,
    );
    const failure = await streamAnswer(wired, wired.channel.speech.stream(conversation), 3, 700).catch(
      (error: unknown) => error as Error,
    );
    expect(failure).toMatchObject({ code: "forbidden", retryable: false });
    expect(JSON.stringify(failure) + String((failure as Error).stack)).not.toContain("秘密");
  });

  it.each([
    ["500 before it was taken", { kind: "status", status: 500 } as const],
    ["500 after it was taken", { kind: "status", status: 500, taken: true } as const],
    ["a broken connection", { kind: "reset", taken: true } as const],
    ["a broken connection before", { kind: "reset" } as const],
  ])("%s: the next chunk goes on, and nothing stands twice", async (_name, effect) => {
    wired.connector.faults.add(effect, { stream: "streaming", text: /第3文/ });
    await finishes();
    expect(standing()).toHaveLength(1);
    const sequences = sent().flatMap(({ request }) => streamInfoOf(request)?.streamSequence ?? []);
    expect(new Set(sequences).size).toBe(sequences.length);
  });

  it("202 for a chunk out of order: its text is shown by the next", async () => {
    wired.connector.faults.add({ kind: "dropped" }, { stream: "streaming", text: /第2文/ }, 2);
    await finishes();
    expect(standing()).toHaveLength(1);
  });

  it.each([
    ["500 before it was taken", { kind: "status", status: 500 } as const],
    ["500 after it was taken", { kind: "status", status: 500, taken: true } as const],
    ["a broken connection after it was taken", { kind: "reset", taken: true } as const],
    ["503 twice", { kind: "status", status: 503 } as const],
    ["429", { kind: "status", status: 429, retryAfter: 2 } as const],
    ["202 out of order", { kind: "dropped" } as const],
    ["403, the time is over", { kind: "stream", refusal: "expired" } as const],
  ])("the final message and %s: it stands once, complete", async (name, effect) => {
    const card = { type: "AdaptiveCard", version: "1.5", body: [] };
    wired.connector.faults.add(effect, { stream: "final" }, name.includes("twice") ? 2 : 1);
    const { text, id } = await streamAnswer(wired, wired.channel.speech.stream(conversation), 3, 1_500, { card });
    expect(standing()[0]).toMatchObject({ id, activity: { type: "message", text } });
    expect(standing()[0]!.streaming).toBeUndefined();
    const cards = standing().filter(({ activity }) => (activity.attachments?.length ?? 0) > 0);
    expect(cards).toHaveLength(1);
  });

  it("silence of the connector is given up in time, and the answer arrives", async () => {
    await rewire(impatient);
    wired.connector.faults.add({ kind: "silence" }, { stream: "streaming", text: /第2文/ });
    await finishes(4);
    expect(standing()).toHaveLength(1);
  });

  it("an answer too long for a chunk is kept for its end, which comes in parts", async () => {
    const stream = wired.channel.speech.stream(conversation);
    stream.show("始まり。");
    await wired.clock.pass(1_500);
    const long = "始まり。" + "この文は長い答えの一部である。".repeat(5_000);
    stream.show(long);
    await wired.clock.pass(3_000);
    const id = await wired.clock.until(stream.finish(generated(long, { feedback: true })));
    expect(sent().every(({ status }) => status! < 300)).toBe(true);
    expect(standing()[0]!.id).toBe(id);
    expect(
      standing()
        .map(({ activity }) => activity.text)
        .join(""),
    ).toBe(long);
    for (const { activity } of standing())
      expect(activity.entities).toContainEqual(expect.objectContaining({ additionalType: ["AIGeneratedContent"] }));
    expect(standing().filter(({ activity }) => activity.channelData?.["feedbackLoop"] !== undefined)).toHaveLength(1);
  });
});
