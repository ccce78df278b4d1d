import type { Conversation } from "../../../../teams-bot/src/channel";
import { generated, streamAnswer, streamInfoOf, writeText } from "../../../support/teams/streamed-answer";
import { groupChat, personalChat, wireChannel, type WiredChannel } from "../../../support/teams/wired-channel";

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

const sent = () => wired.connector.sent();
const standing = () => wired.connector.botActivities(personalChat);

describe("an answer while it is written", () => {
  it("begins with a line, goes on with the whole text so far, and ends with label, citations and feedback", async () => {
    const stream = wired.channel.speech.stream(conversation);
    stream.inform("資料を探しています");
    await wired.clock.pass(1_500);
    const citations = [{ name: "旅費規程", abstract: "第3条 出張は…", url: "https://ministry.example/rule" }];
    const { text, id } = await streamAnswer(wired, stream, 6, 700, { citations, feedback: true });
    const exchanges = sent();
    expect(exchanges.map(({ status }) => status)).toEqual([201, ...exchanges.slice(1).map(() => 202)]);
    const requests = exchanges.map(({ request }) => request);
    expect(requests[0]).toMatchObject({
      type: "typing",
      text: "資料を探しています",
      entities: [{ type: "streaminfo", streamType: "informative", streamSequence: 1 }],
    });
    const chunks = requests.slice(1, -1);
    expect(chunks.length).toBeGreaterThan(1);
    chunks.forEach((request, index) => {
      expect(request.type).toBe("typing");
      expect(streamInfoOf(request)).toEqual({
        type: "streaminfo",
        streamType: "streaming",
        streamSequence: index + 2,
        streamId: id,
      });
      expect(text.startsWith(request.text!)).toBe(true);
      if (index > 0) expect(request.text!.startsWith(chunks[index - 1]!.text!)).toBe(true);
    });
    expect(requests.at(-1)).toMatchObject({
      type: "message",
      text,
      channelData: { feedbackLoop: { type: "default" } },
      entities: [
        { type: "streaminfo", streamType: "final", streamId: id },
        {
          type: "https://schema.org/Message",
          "@type": "Message",
          "@context": "https://schema.org",
          additionalType: ["AIGeneratedContent"],
          citation: [
            {
              "@type": "Claim",
              position: 1,
              appearance: {
                "@type": "DigitalDocument",
                name: "旅費規程",
                abstract: "第3条 出張は…",
                url: "https://ministry.example/rule",
              },
            },
          ],
        },
      ],
    });
    expect(streamInfoOf(requests.at(-1)!)).not.toHaveProperty("streamSequence");
    expect(standing()).toMatchObject([{ id, activity: { text } }]);
  });

  it("never asks more than once a second, measured from the end of the last answer", async () => {
    await streamAnswer(wired, wired.channel.speech.stream(conversation), 100, 100);
    const exchanges = sent();
    expect(exchanges.length).toBeGreaterThan(5);
    expect(exchanges.length).toBeLessThan(12);
    for (const [index, { startedAt }] of exchanges.entries())
      if (index > 0) expect(startedAt - exchanges[index - 1]!.endedAt!).toBeGreaterThanOrEqual(1_000);
  });

  it("waits out the gap before the final message also when nothing was left to show", async () => {
    const stream = wired.channel.speech.stream(conversation);
    stream.show("はい。");
    await wired.clock.pass(0);
    await wired.clock.until(stream.finish(generated("はい。")));
    const [first, last] = sent();
    expect(last!.startedAt - first!.endedAt!).toBeGreaterThanOrEqual(1_000);
    expect(sent().every(({ status }) => status! < 300)).toBe(true);
  });

  it("is one plain message where nothing was shown before the end", async () => {
    const id = await wired.clock.until(wired.channel.speech.stream(conversation).finish(generated("はい。")));
    expect(sent()).toMatchObject([{ method: "POST", status: 201, request: { type: "message", text: "はい。" } }]);
    expect(standing()).toMatchObject([{ id }]);
  });

  it("is one plain message in a group chat", async () => {
    const stream = wired.channel.speech.stream(wired.conversation(groupChat));
    stream.inform("探しています");
    await streamAnswer(wired, stream, 20, 500, { feedback: true });
    expect(sent()).toHaveLength(1);
    expect(sent()[0]!.request.entities).toMatchObject([{ type: "https://schema.org/Message" }]);
    expect(wired.connector.botActivities(groupChat)).toHaveLength(1);
  });

  it("passes over to replacements at 100 s, before Teams ends the stream, and its card then follows", async () => {
    const card = { type: "AdaptiveCard", version: "1.5", body: [] };
    const { text, id } = await streamAnswer(wired, wired.channel.speech.stream(conversation), 140, 1_000, {
      card,
      feedback: true,
    });
    const exchanges = sent();
    expect(exchanges.every(({ status }) => status! < 300)).toBe(true);
    const begun = exchanges[0]!.startedAt;
    const [firstPut] = exchanges.filter(({ method }) => method === "PUT");
    expect(firstPut!.startedAt - begun).toBeGreaterThanOrEqual(100_000);
    expect(firstPut!.startedAt - begun).toBeLessThan(110_000);
    for (const { method, request } of exchanges)
      if (method === "PUT") {
        expect(request.entities!.map(({ type }) => type)).toEqual(["https://schema.org/Message"]);
        expect(request.attachments).toBeUndefined();
      }
    expect(exchanges.at(-2)).toMatchObject({ method: "PUT", request: { text } });
    expect(exchanges.at(-1)).toMatchObject({ method: "POST", request: { attachments: [{ content: card }] } });
    expect(standing()).toMatchObject([{ id, activity: { text } }, {}]);
  });

  it("goes on by replacement when its text is not the one before any more", async () => {
    const stream = wired.channel.speech.stream(conversation);
    stream.show("案の一つ目");
    await wired.clock.pass(2_000);
    stream.show("別の案");
    await wired.clock.pass(4_000);
    expect(standing()).toMatchObject([{ activity: { text: "別の案" } }]);
    await wired.clock.until(stream.finish(generated("別の案です。")));
    expect(standing()).toMatchObject([{ activity: { text: "別の案です。" } }]);
    expect(sent().every(({ status }) => status! < 300)).toBe(true);
  });

  it("ends with another text than was shown, label and feedback included", async () => {
    const stream = wired.channel.speech.stream(conversation);
    stream.show("下書き");
    await wired.clock.pass(2_000);
    await wired.clock.until(stream.finish(generated("確かめた答え", { feedback: true })));
    expect(standing()).toMatchObject([
      {
        activity: {
          text: "確かめた答え",
          channelData: { feedbackLoop: { type: "default" } },
          entities: [{ type: "https://schema.org/Message" }],
        },
      },
    ]);
    expect(standing()[0]!.streaming).toBeUndefined();
  });

  it("that broke off is gone on with by replacement: nothing new is posted", async () => {
    const broken = wired.channel.speech.stream(conversation, { onStarted: () => Promise.resolve() });
    broken.show("途中");
    await wired.clock.pass(2_000);
    const { id } = standing()[0]!;
    const started: string[] = [];
    const again = wired.channel.speech.stream(conversation, {
      activity: id,
      onStarted: (activity) => Promise.resolve(void started.push(activity)),
    });
    again.inform("続きから");
    const result = await streamAnswer(wired, again, 10, 1_000);
    expect(result.id).toBe(id);
    expect(started).toEqual([]);
    expect(standing()).toMatchObject([{ id, activity: { text: result.text } }]);
  });

  it("tells the id of its activity before anything else is sent to it", async () => {
    let release: () => void = () => undefined;
    const started: string[] = [];
    const stream = wired.channel.speech.stream(conversation, {
      onStarted: (id) => {
        started.push(id);
        return new Promise((resolve) => (release = resolve));
      },
    });
    stream.show("一");
    await wired.clock.pass(1_000);
    stream.show("一二");
    await wired.clock.pass(10_000);
    expect(sent()).toHaveLength(1);
    expect(started).toEqual([standing()[0]!.id]);
    release();
    await wired.clock.pass(2_000);
    expect(sent().length).toBeGreaterThan(1);
    await wired.clock.until(stream.finish(generated("一二三")));
  });

  it("two at once keep the limits of their conversation", async () => {
    const streams = [wired.channel.speech.stream(conversation), wired.channel.speech.stream(conversation)];
    const works = streams.map(async (stream) => stream.finish(generated(await writeText(wired, stream, 60, 500))));
    await wired.clock.until(Promise.all(works));
    expect(sent().filter(({ status }) => status === 429)).toEqual([]);
    expect(standing()).toHaveLength(2);
  });

  it("cuts citations to 20, their names to 80 and words to 160, and through no character", async () => {
    const family = "👨‍👩‍👧";
    const citations = Array.from({ length: 25 }, () => ({
      name: `${"あ".repeat(76)}${family}${family}`,
      abstract: `${"い".repeat(157)}𠮟𠮟${"う".repeat(50)}`,
    }));
    await wired.clock.until(wired.channel.speech.post(conversation, generated("答え[1]", { citations })));
    const claims = (
      sent()[0]!.request.entities![0] as {
        citation: { position: number; appearance: { name: string; abstract: string } }[];
      }
    ).citation;
    expect(claims).toHaveLength(20);
    expect(claims.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(claims[0]!.appearance.name).toBe(`${"あ".repeat(76)}…`);
    expect(claims[0]!.appearance.abstract).toBe(`${"い".repeat(157)}𠮟…`);
  });
});

test("a short answer in real time", async () => {
  const real = await wireChannel({ realTime: true });
  const stream = real.channel.speech.stream(real.conversation());
  stream.inform("考えています");
  for (const text of ["一", "一二", "一二三"]) {
    stream.show(text);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
  await stream.finish(generated("一二三四"));
  expect(real.connector.sent().map(({ status }) => status)).not.toContain(429);
  expect(real.connector.botActivities(personalChat)).toMatchObject([{ activity: { text: "一二三四" } }]);
  await real.stop();
});

test("a stream that is given up sends nothing any more, however long it stands", async () => {
  const stream = wired.channel.speech.stream(conversation);
  stream.inform("資料を探しています");
  await wired.clock.pass(7_000);
  const count = sent().length;
  expect(count).toBeGreaterThan(1);
  await stream.abandon();
  stream.show("まだ書いています");
  await wired.clock.pass(60_000);
  expect(sent()).toHaveLength(count);
});
