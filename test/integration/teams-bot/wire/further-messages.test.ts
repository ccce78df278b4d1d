import type { Conversation, FurtherMessages, Outgoing } from "../../../../teams-bot/src/channel";
import { generated } from "../../../support/teams/streamed-answer";
import { groupChat, personalChat, wireChannel, type WiredChannel } from "../../../support/teams/wired-channel";

let wired: WiredChannel;
beforeEach(async () => {
  wired = await wireChannel();
});
afterEach(() => wired.stop());

/** What a job remembers over its attempts. */
function memory(): FurtherMessages & { said: Map<string, string> } {
  const said = new Map<string, string>();
  return {
    said,
    find: (name) => Promise.resolve(said.get(name)),
    note: (name, activity) => Promise.resolve(void said.set(name, activity)),
  };
}

const long = `${"この文は長い答えの一部である。".repeat(8_000)}終わり。`;
const card = { type: "AdaptiveCard", version: "1.5", body: [] };
const standing = (id = personalChat) => wired.connector.botActivities(id);
const texts = (id = personalChat) => standing(id).map(({ activity }) => activity.text ?? "");
const settled = <T>(work: Promise<T>) => wired.clock.until(work);

/** A message that stands, in whose place answers come. */
async function accepted(conversation: Conversation): Promise<string> {
  return settled(wired.channel.speech.post(conversation, { text: "受け付けました", generated: false }));
}

describe("an answer of several messages that is said again", () => {
  it.each([
    ["the same", generated(long), (said: string[]) => said.join("") === long],
    ["with a card and a text", generated("要約", { card }), (said: string[]) => said.join("") === "要約"],
  ])(
    "stands once, whatever was said before it was noted that it was: %s",
    async (_name, message: Outgoing, isWhole) => {
      const conversation = wired.conversation();
      const further = memory();
      const id = await accepted(conversation);
      for (let attempt = 0; attempt < 3; attempt++)
        await settled(wired.channel.speech.update(conversation, id, message, { further }));
      expect(isWhole(texts())).toBe(true);
      expect(standing()).toHaveLength(1 + further.said.size);
      const cards = standing().filter(({ activity }) => (activity.attachments?.length ?? 0) > 0);
      expect(cards).toHaveLength(message.card === undefined ? 0 : 1);
    },
  );

  it("leaves nothing of what is not part of it any more, such as of an answer that was then ended", async () => {
    const conversation = wired.conversation();
    const further = memory();
    const id = await accepted(conversation);
    await settled(wired.channel.speech.update(conversation, id, generated(long), { further }));
    expect(standing().length).toBeGreaterThan(2);
    wired.connector.faults.add({ kind: "status", status: 500 }, { method: "DELETE" });
    await settled(
      wired.channel.speech.update(conversation, id, { text: "中止しました", generated: false }, { further }),
    );
    expect(texts()).toEqual(["中止しました"]);
    // And again, when the parts are gone already.
    await settled(
      wired.channel.speech.update(conversation, id, { text: "中止しました", generated: false }, { further }),
    );
    expect(texts()).toEqual(["中止しました"]);
  });

  it("that a person has removed a part of comes back whole", async () => {
    const conversation = wired.conversation();
    const further = memory();
    const id = await accepted(conversation);
    await settled(wired.channel.speech.update(conversation, id, generated(long), { further }));
    const gone = standing().at(-1)!.id;
    const { activities } = wired.connector.conversation(personalChat);
    activities.splice(
      activities.findIndex((one) => one.id === gone),
      1,
    );
    await settled(wired.channel.speech.update(conversation, id, generated(long), { further }));
    expect(texts().join("")).toBe(long);
  });

  it.each([
    ["a stream", personalChat],
    ["a plain message", groupChat],
  ])("of %s that broke off between its parts goes on without saying any of them twice", async (_name, chat) => {
    const conversation = wired.conversation(chat);
    const further = memory();
    let first: string | undefined;
    const options = { further, onStarted: (activity: string) => Promise.resolve(void (first = activity)) };
    const stream = wired.channel.speech.stream(conversation, options);
    stream.show("この文は");
    if (chat === personalChat) await wired.clock.pass(1_500);
    // The last message: the parts before it stand by then.
    wired.connector.faults.add({ kind: "status", status: 500 }, { method: "POST", stream: "none", text: /終わり。$/ });
    await expect(settled(stream.finish(generated(long)))).rejects.toMatchObject({ retryable: true });
    expect(standing(chat).length).toBeGreaterThan(1);
    const again = wired.channel.speech.stream(conversation, { ...options, activity: first! });
    expect(await settled(again.finish(generated(long)))).toBe(first);
    expect(texts(chat).join("")).toBe(long);
    expect(standing(chat)).toHaveLength(1 + further.said.size);
  });
});

it("that the bot is at it is shown at once, and a connector that does not take it is no error", async () => {
  const conversation = wired.conversation();
  await settled(wired.channel.speech.typing(conversation));
  expect(wired.connector.sent().map(({ request, status }) => [request.type, status])).toEqual([["typing", 201]]);
  expect(standing()).toEqual([]);
  wired.connector.faults.add({ kind: "status", status: 500 });
  await settled(wired.channel.speech.typing(conversation));
  expect(wired.connector.sent()).toHaveLength(2);
});
