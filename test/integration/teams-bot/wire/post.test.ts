import type { Conversation } from "../../../../teams-bot/src/channel";
import { generated } from "../../../support/teams/streamed-answer";
import {
  groupChat,
  impatient,
  personalChat,
  wireChannel,
  type WiredChannel,
  type WiringOptions,
} from "../../../support/teams/wired-channel";

let wired: WiredChannel;
let conversation: Conversation;
beforeEach(async () => {
  wired = await wireChannel();
  conversation = wired.conversation();
});
afterEach(() => wired.stop());

/** Once more, for a connector that does not answer. */
async function rewire(options: WiringOptions): Promise<void> {
  await wired.stop();
  wired = await wireChannel(options);
  conversation = wired.conversation();
}

const sent = () => wired.connector.sent();
const standing = (id = personalChat) => wired.connector.botActivities(id);
const card = { type: "AdaptiveCard", version: "1.5", body: [{ type: "TextBlock", text: "見出し" }] };
const file = { name: "議事録.docx", bytes: 3, description: "議事録", acceptContext: { job: "1" }, declineContext: {} };
const say = (message: Parameters<typeof wired.channel.speech.post>[1], where = conversation) =>
  wired.clock.until(wired.channel.speech.post(where, message));
const replace = (id: string, message: Parameters<typeof wired.channel.speech.post>[1]) =>
  wired.clock.until(wired.channel.speech.update(conversation, id, message));

describe("a new message", () => {
  it("has text and card in one, with the label only when it was generated", async () => {
    const id = await say(generated("要約", { card }));
    await say({ text: "受け付けました", generated: false });
    expect(standing()).toMatchObject([
      {
        id,
        activity: {
          text: "要約",
          attachments: [{ contentType: "application/vnd.microsoft.card.adaptive", content: card }],
          entities: [{ additionalType: ["AIGeneratedContent"] }],
        },
      },
      { activity: { text: "受け付けました" } },
    ]);
    expect(standing()[1]!.activity.entities ?? []).toEqual([]);
  });

  it("offers a file apart from its text, in personal chats only", async () => {
    const id = await say(generated("できました", { file }));
    expect(standing()).toMatchObject([
      { id, activity: { text: "できました" } },
      {
        activity: {
          attachments: [
            {
              contentType: "application/vnd.microsoft.teams.card.file.consent",
              name: "議事録.docx",
              content: { description: "議事録", sizeInBytes: 3, acceptContext: { job: "1" }, declineContext: {} },
            },
          ],
        },
      },
    ]);
    await expect(say(generated("できました", { file }), wired.conversation(groupChat))).rejects.toMatchObject({
      code: "host-unsupported",
    });
    expect(standing(groupChat)).toEqual([]);
  });

  it.each([
    ["Japanese text", "この文書は長い。"],
    ["what JSON writes as two characters", '"\\\n'],
    ["a text without a seam", "𠮟"],
    ["families", "👨‍👩‍👧"],
  ])("longer than 100 KB is cut into parts that Teams takes: %s", async (_name, piece) => {
    const text = piece.repeat(Math.ceil(120_000 / piece.length));
    await say(generated(text, { feedback: true }));
    expect(sent().every(({ status }) => status === 201)).toBe(true);
    const parts = standing().map(({ activity }) => activity.text!);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.join("").replaceAll("\n", "")).toBe(text.replaceAll("\n", ""));
    for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}|^\u200d|\u200d$/u);
  });

  it("that only a file could hold is refused before anything is sent", async () => {
    await expect(say(generated("長".repeat(500_000)))).rejects.toMatchObject({ code: "output-too-long" });
    await expect(
      say(generated("要約", { card: { ...card, body: [{ type: "TextBlock", text: "長".repeat(60_000) }] } })),
    ).rejects.toMatchObject({ code: "output-too-long" });
    expect(sent()).toEqual([]);
  });

  it.each([1, 2, 4])("429 %d times: arrives once, later", async (times) => {
    wired.connector.faults.add({ kind: "status", status: 429, retryAfter: 2 }, {}, times);
    await say(generated("要約"));
    expect(standing()).toHaveLength(1);
    expect(sent()).toHaveLength(times + 1);
    expect(sent()[1]!.startedAt - sent()[0]!.endedAt!).toBeGreaterThanOrEqual(2_000);
  });

  it("412: was certainly not taken, and arrives once, later", async () => {
    wired.connector.faults.add({ kind: "status", status: 412 }, {}, 2);
    await say(generated("要約"));
    expect(standing()).toHaveLength(1);
    expect(sent().map(({ status }) => status)).toEqual([412, 412, 201]);
  });

  it("403 of any other kind: fails for good at once, without the connector's words", async () => {
    wired.connector.faults.add({ kind: "status", status: 403, code: "BotDisabled", message: "quoted 秘密" });
    const failure = await say(generated("要約")).catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ code: "forbidden", retryable: false });
    expect(`${(failure as Error).stack}${JSON.stringify(failure)}`).not.toContain("秘密");
    expect(sent()).toHaveLength(1);
  });

  it("429 always: fails with a retryable error after several attempts", async () => {
    wired.connector.faults.add({ kind: "status", status: 429 }, {}, Infinity);
    await expect(say(generated("要約"))).rejects.toMatchObject({ code: "rate-limited", retryable: true });
    expect(sent()).toHaveLength(5);
  });

  // Nobody can know whether it was taken: a second one could stand beside the first.
  it.each([
    ["500 before it was taken", { kind: "status", status: 500 } as const, "server-error", 0],
    ["500 after it was taken", { kind: "status", status: 500, taken: true } as const, "server-error", 1],
    ["504 after it was taken", { kind: "status", status: 504, taken: true } as const, "server-error", 1],
    ["a connection that breaks", { kind: "reset", taken: true } as const, "connection-lost", 1],
    ["silence", { kind: "silence", taken: true } as const, "connection-lost", 1],
  ])("%s: is not repeated, and fails with a retryable error", async (_name, effect, code, count) => {
    if (effect.kind === "silence") await rewire(impatient);
    wired.connector.faults.add(effect);
    await expect(say(generated("要約"))).rejects.toMatchObject({ code, retryable: true });
    expect(sent()).toHaveLength(1);
    expect(standing()).toHaveLength(count);
  });

  it("to a connector that is away: is tried again, then fails", async () => {
    const nowhere = { ...conversation, serviceUrl: "http://127.0.0.1:9" };
    const begun = wired.clock.now();
    await expect(say(generated("要約"), nowhere)).rejects.toMatchObject({ code: "connection-failed", retryable: true });
    expect(wired.clock.now() - begun).toBeGreaterThan(10_000);
  });

  it("many at once keep the limits of their conversation", async () => {
    const posts = Array.from({ length: 70 }, (_, index) => say({ text: `${index}`, generated: false }));
    await Promise.all(posts);
    expect(sent().map(({ status }) => status)).toEqual(Array.from({ length: 70 }, () => 201));
    expect(standing().map(({ activity }) => activity.text)).toEqual(
      Array.from({ length: 70 }, (_, index) => `${index}`),
    );
  });
});

describe("a replacement", () => {
  it("has text or card; with both the card follows", async () => {
    const id = await say({ text: "受け付けました", generated: false });
    await replace(id, generated("要約"));
    await replace(id, generated("", { card }));
    expect(standing()).toMatchObject([{ id, activity: { attachments: [{ content: card }] } }]);
    expect(standing()[0]!.activity.text ?? "").toBe("");
    await replace(id, generated("要約", { card }));
    expect(standing()).toMatchObject([
      { id, activity: { text: "要約" } },
      { activity: { attachments: [{ content: card }] } },
    ]);
    expect(sent().every(({ status }) => status! < 300)).toBe(true);
  });

  it.each([
    ["500 before it was taken", { kind: "status", status: 500 } as const],
    ["500 after it was taken", { kind: "status", status: 500, taken: true } as const],
    ["502", { kind: "status", status: 502 } as const],
    ["429", { kind: "status", status: 429 } as const],
    ["412", { kind: "status", status: 412 } as const],
    ["a connection that breaks", { kind: "reset", taken: true } as const],
    ["silence", { kind: "silence" } as const],
  ])("is repeated after %s, because twice is the same as once", async (_name, effect) => {
    if (effect.kind === "silence") await rewire(impatient);
    const id = await say({ text: "受け付けました", generated: false });
    wired.connector.faults.add(effect, { method: "PUT" }, 2);
    await replace(id, generated("要約"));
    expect(standing()).toMatchObject([{ id, activity: { text: "要約" } }]);
    expect(sent()).toHaveLength(4);
  });

  it("of what is gone fails by that name", async () => {
    await expect(replace("gone", generated("要約"))).rejects.toMatchObject({ code: "not-found", retryable: false });
    expect(sent()).toHaveLength(1);
  });
});
