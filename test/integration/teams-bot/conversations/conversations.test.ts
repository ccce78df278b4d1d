import { people } from "../../../../playground/src/teams/connector";
import type { ReceivedRequest, Reply } from "../../../support/model-server";
import { answerReply, bodyReply, chatChunk } from "../../../support/model-server-replies";
import { startBench, type ConversationBench } from "./conversation-bench";

jest.setTimeout(60_000);

const [takasaki, mihon] = people as [(typeof people)[0], (typeof people)[0]];
const personal = "a:1takasaki";
const group = "19:group@thread.v2";

let bench: ConversationBench;
/** What the model answers next, by what it is asked. */
let reply: (asked: string, request: ReceivedRequest) => Reply;

beforeAll(async () => {
  bench = await startBench((response, request) => {
    const { messages } = request.json as { messages: { role: string; content: string }[] };
    return reply(messages.at(-1)!.content, request)(response, request);
  });
});
beforeEach(() => {
  reply = () => answerReply("保存期間は、", "文書管理規則の別表で", "定まります。");
});
afterAll(() => bench.stop());

/** What the bot said there after what it had said before. */
async function ask(
  conversation: string,
  text: string,
  ready: (said: string[]) => boolean = (said) => said.length > 0,
  options: Parameters<ConversationBench["connector"]["say"]>[3] = {},
  person = takasaki,
) {
  const before = bench.connector.botActivities(conversation).length;
  const delivery = await bench.connector.say(conversation, person, text, options);
  const said = await bench.until(conversation, (all) => {
    const fresh = all.slice(before);
    return ready(fresh.filter(({ streaming }) => streaming === undefined).map(({ activity }) => activity.text ?? ""));
  });
  return { delivery, said: said.slice(before) };
}

const lastMessages = () =>
  (bench.upstream.requests.at(-1)!.json as { messages: { role: string; content: string }[] }).messages;
const requestsSoFar = () => bench.upstream.requests.length;

describe("questions", () => {
  test("stream in a personal chat, and end with the label, feedback and how sure one may be", async () => {
    const { said } = await ask(personal, "公文書の保存期間はどこで決まりますか。");
    expect(said).toHaveLength(1);
    const { activity } = said[0]!;
    expect(activity.text).toContain("保存期間は、文書管理規則の別表で定まります。");
    expect(activity.text).toContain("資料に基づかない");
    expect(activity.entities).toContainEqual(expect.objectContaining({ additionalType: ["AIGeneratedContent"] }));
    expect(activity.channelData).toMatchObject({ feedbackLoop: { type: "default" } });
    const kinds = bench.connector
      .sent({ conversation: personal })
      .map(({ request }) => (request.entities?.[0] as { streamType?: string } | undefined)?.streamType);
    expect(kinds[0]).toBe("informative");
    expect(kinds.at(-1)).toBe("final");
  });

  test("go on from what was said before, until it is forgotten", async () => {
    await ask(personal, "では、何年ですか。");
    expect(lastMessages().map(({ role }) => role)).toEqual(["system", "user", "assistant", "user"]);
    expect(lastMessages()[1]!.content).toBe("公文書の保存期間はどこで決まりますか。");
    const { said } = await ask(personal, "新しい話題");
    expect(said[0]!.activity.text).toContain("忘れました");
    await ask(personal, "こんにちは。");
    expect(lastMessages().map(({ role }) => role)).toEqual(["system", "user"]);
    const again = await ask(personal, "新しい話題");
    expect(again.said).toHaveLength(1);
  });

  test("figures that nobody brought are named below the answer", async () => {
    reply = () => answerReply("30年です。");
    const { said } = await ask(personal, "何年保存しますか。");
    expect(said[0]!.activity.text).toContain("「30年」の根拠はここにはありません");
    await ask(personal, "新しい話題");
  });

  test("in a group: one plain message, with its own memory", async () => {
    const { said } = await ask(group, "公文書とは何ですか。");
    expect(said).toHaveLength(1);
    expect(bench.connector.sent({ conversation: group }).every(({ request }) => request.type === "message")).toBe(true);
    expect(lastMessages().map(({ role }) => role)).toEqual(["system", "user"]);
  });

  test("two at once are answered one after the other", async () => {
    const order: string[] = [];
    reply = (asked) => {
      order.push(asked);
      return bodyReply([
        chatChunk(asked),
        300,
        'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n',
        "data: [DONE]\n\n",
      ]);
    };
    await Promise.all([
      ask(personal, "一つ目の質問です。", (said) => said.length >= 2),
      ask(personal, "二つ目の質問です。", (said) => said.length >= 2),
    ]);
    expect(order.filter((asked) => asked.includes("質問です"))).toHaveLength(2);
    // The second one knows of the first.
    expect(lastMessages().at(-3)!.content).toMatch(/つ目の質問です/);
    await ask(personal, "新しい話題");
  });

  test("stop ends the model's work, and nothing half done is kept", async () => {
    let closed: Promise<void> | undefined;
    reply = () => (response) => {
      closed = new Promise((resolve) => response.on("close", () => resolve()));
      response.writeHead(200, { "Content-Type": "text/event-stream" }).write(chatChunk("長い答えの始まりです。"));
    };
    await bench.connector.say(personal, takasaki, "長い答えをください。");
    await bench.until(personal, (said) => said.at(-1)?.streaming === "streaming");
    bench.connector.stopStream(personal);
    await closed!;
    const said = await bench.until(personal, (all) => all.at(-1)?.activity.text?.includes("中止しました") === true);
    expect(said.at(-1)!.activity.text).not.toContain("長い答えの始まり");
  });

  test("an activity that is delivered 50 times is answered once", async () => {
    const before = requestsSoFar();
    const count = bench.connector.botActivities(personal).length;
    const activity = bench.connector.compose(personal, takasaki, "一度だけ答えてください。");
    await bench.connector.deliverAgain(activity, 50);
    await bench.until(personal, (said) => said.length > count && said.at(-1)!.streaming === undefined);
    const { said } = await ask(personal, "使い方");
    expect(said).toHaveLength(1);
    expect(requestsSoFar()).toBe(before + 1);
  });

  test("a marked text does not leave, and the reason is said", async () => {
    const before = requestsSoFar();
    const { said } = await ask(personal, "【機密性３】\n次の文をどう思いますか。");
    expect(requestsSoFar()).toBe(before);
    expect(said.at(-1)!.activity.text).toMatch(/詳細：confidentiality-blocked/);
  });
});

describe("questions about a file", () => {
  const material = {
    name: "計画.txt",
    contentType: "text/plain",
    bytes: new TextEncoder().encode("試行は令和8年4月に始める。\n利用者は約3,000人である。\n費用は1,200万円である。"),
  };

  test("are answered from it alone, with numbered sources; the next question is about it too", async () => {
    reply = () => answerReply("試行は令和8年4月に始まります。[1]費用は1,200万円です。[3]");
    const { said } = await ask(personal, "いつ始まり、いくらかかりますか。", undefined, { files: [material] });
    const { text, entities } = said[0]!.activity;
    expect(text).toContain("試行は令和8年4月に始まります。 [1]");
    expect(text).toContain("費用は1,200万円です。 [2]");
    expect(text).toContain("「計画.txt」の記載だけに基づきます");
    const root = entities!.find((entity) => entity.type === "https://schema.org/Message") as unknown as {
      citation: { position: number; appearance: { name: string; abstract: string } }[];
    };
    expect(root.citation.map(({ position, appearance }) => [position, appearance.name, appearance.abstract])).toEqual([
      [1, "計画.txt・1段落目", "試行は令和8年4月に始める。"],
      [2, "計画.txt・3段落目", "費用は1,200万円である。"],
    ]);
    reply = () => answerReply("利用者は約3,000人です。[2]");
    const next = await ask(personal, "利用者は何人ですか。");
    expect(next.said[0]!.activity.text).toContain("利用者は約3,000人です。 [1]");
    await ask(personal, "新しい話題");
  });

  test("what the file does not bear out is not said", async () => {
    reply = () => answerReply("費用は2,100万円です。[3]");
    const { said } = await ask(personal, "費用はいくらですか。", undefined, { files: [material] });
    expect(said[0]!.activity.text).toContain("お示しの資料からは確認できません");
    await ask(personal, "新しい話題");
  });

  test("a file that is none, such as a picture in the message, is said to be unreadable", async () => {
    const { said } = await ask(personal, "これは何ですか。", undefined, {
      files: [{ name: "図.png", contentType: "image/png", bytes: new Uint8Array([1, 2, 3]) }],
    });
    expect(said.at(-1)!.activity.text).toContain("「図.png」の中身は読めません");
  });
});

describe("summaries and translations", () => {
  test("take the place of the message that they were accepted, with what to check", async () => {
    reply = () => answerReply("予算額は１億５，２００万円である。[1]");
    const { said } = await ask(personal, "要約\n令和８年度の予算額は１億２，５００万円である。", (texts) =>
      texts.some((text) => text.includes("予算額")),
    );
    expect(said).toHaveLength(1);
    expect(said[0]!.activity.text).toContain("AIによる下書き");
    expect(said[0]!.activity.text).toContain("１億２，５００万円");
  });

  test("a word alone asks for a text", async () => {
    const { said } = await ask(personal, "翻訳");
    expect(said[0]!.activity.text).toContain("「翻訳」に続けて");
  });
});

describe("message actions", () => {
  const inner = (body: unknown) => JSON.parse(JSON.stringify(body)) as Record<string, never>;
  function standing(text: string): Promise<string> {
    // Said among people: the bot is not mentioned, and hears nothing.
    return Promise.resolve(bench.connector.compose(group, mihon, text, { mention: false }).id!);
  }

  test("dialog, result, a card for the message box; nothing is said in the conversation", async () => {
    reply = () => answerReply("来年度の要求は年末に決まる。[1]");
    const id = await standing("来年度の要求については、年末までに決めることになりました。");
    const count = bench.connector.botActivities(group).length;
    const opened = inner((await bench.connector.messageAction(group, takasaki, id, "summarize")).body);
    const { card } = (
      opened as unknown as { task: { value: { card: { content: { actions: { data: Record<string, unknown> }[] } } } } }
    ).task.value;
    const start = card.content.actions[0]!.data;
    expect(JSON.stringify(card)).toContain("年末までに決める");
    let body = inner(
      (await bench.connector.messageAction(group, takasaki, id, "summarize", { ...start, length: "100" })).body,
    );
    for (let look = 0; look < 10 && !JSON.stringify(body).includes("来年度の要求は年末に決まる"); look += 1)
      body = inner(
        (await bench.connector.messageAction(group, takasaki, id, "summarize", { ...start, step: "look" })).body,
      );
    expect(JSON.stringify(body)).toContain("見本 一郎さんのメッセージの要約");
    const inserted = JSON.stringify(
      (await bench.connector.messageAction(group, takasaki, id, "summarize", { ...start, step: "insert" })).body,
    );
    expect(inserted).toContain('"composeExtension"');
    expect(inserted).toContain("来年度の要求は年末に決まる");
    expect(bench.connector.botActivities(group)).toHaveLength(count);
  });

  test("somebody else's dialog shows nothing", async () => {
    const id = await standing("内密の相談です。");
    const opened = (await bench.connector.messageAction(group, takasaki, id, "translate")).body as {
      task: { value: { card: { content: { actions: { data: Record<string, unknown> }[] } } } };
    };
    const { data } = opened.task.value.card.content.actions[0]!;
    await bench.connector.messageAction(group, takasaki, id, "translate", data);
    const foreign = await bench.connector.messageAction(group, mihon, id, "translate", { ...data, step: "look" });
    expect(JSON.stringify(foreign.body ?? {})).not.toContain("内密");
  });
});

describe("feedback", () => {
  test("reaches the relay under the run of the answer", async () => {
    const { said } = await ask(personal, "役に立ちますか。");
    await bench.connector.giveFeedback(personal, takasaki, said[0]!.id, "like");
    const database = bench.relay.relay.database!;
    for (;;) {
      const [row] = await database.query("select helpful from run_usage where helpful");
      if (row !== undefined) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
});

test("nothing of what was said is logged", () => {
  const logged = bench.logLines.join("") + bench.relay.logLines.join("");
  for (const words of ["保存期間", "計画.txt", "来年度の要求", "内密"]) expect(logged).not.toContain(words);
});
