import { minutes, type MinutesRequest } from "@genai-office/shared/tasks";
import type { Block, ModelCard } from "@genai-office/shared/vocabulary";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { testCard } from "../../../support/test-step";
import { longMeeting } from "../../tasks/minutes/long-meeting";
import { eventsOf, resultOf } from "../../tasks/scripted-steps";
import { expectLinearTime, turnsOf } from "../../../support/processor-time";

const card: ModelCard = testCard({
  contract: "offline",
  contextTokens: 1_000_000,
  outputTokens: 20_000,
  tokensPerCharacter: 1,
});
const engine = createOfflineEngine();
const base = { card, declaredClass: "none", confirmed: false, documentHash: "0".repeat(64) } as const;

const said = (...lines: [speaker: string, text: string][]): Block[] =>
  lines.map(([speaker, text], index) => ({
    id: `u${index + 1}`,
    kind: "utterance",
    label: `${speaker} 00:0${index}:00`,
    text,
  }));

const run = (blocks: Block[], more: Partial<MinutesRequest> = {}) =>
  resultOf(minutes({ ...base, blocks, ...more }, engine));

describe("minutes of the embedded engine", () => {
  test("topics, decisions by word and by assent, actions with owner and date", async () => {
    const result = await run(
      said(
        ["議長", "えー、定刻ですので始めます。初めに、備蓄の品目について、事務局から説明をお願いします。"],
        ["事務局", "食料は三日分で四万二千食を目標としており、現在の備蓄は三万一千五百食です。"],
        ["山田委員", "アレルギーに対応した食料は、二割は必要だと思います。"],
        ["議長", "今日この場では決めません。費用を試算した上で、次回に結論を出します。"],
        ["議長", "では、携帯トイレの備蓄を目標に加えるということでよろしいでしょうか。"],
        ["山田委員", "異議なし。"],
        ["議長", "次に、倉庫の移転に移ります。"],
        ["佐藤委員", "浸水のおそれがある二か所の倉庫は、移転を優先することとします。"],
        ["議長", "教育委員会との協議は、事務局でお願いします。"],
        ["事務局", "はい。教育委員会とは、来週の金曜日までに協議を終えます。"],
        ["佐藤委員", "移転先の図面は、うちで十二月十二日までに作成します。"],
      ),
      { date: "2025-12-04" },
    );
    expect(result.topics.map(({ title }) => title)).toEqual(["備蓄の品目", "倉庫の移転"]);
    expect(result.decisions.map(({ text, sources }) => [text, sources])).toEqual([
      ["携帯トイレの備蓄を目標に加えるということでよろしいでしょうか。", ["u5", "u6"]],
      ["浸水のおそれがある二か所の倉庫は、移転を優先することとします。", ["u8"]],
    ]);
    expect(result.actions.map(({ task, owner, due }) => [task.text, owner, due])).toEqual([
      ["教育委員会とは、来週の金曜日までに協議を終えます。", "事務局", "来週の金曜日（2025年12月12日）"],
      ["移転先の図面は、うちで十二月十二日までに作成します。", "佐藤委員", "十二月十二日"],
    ]);
    expect(result.speakers).toEqual(["議長", "事務局", "山田委員", "佐藤委員"]);
    expect(result.unsupported).toEqual([]);
  });

  test.each([
    ["put off", "手数料の改定は、まだ決定していません。"],
    ["asked", "手数料は五百円に決定してよいでしょうか。"],
    ["decided earlier", "前回の会議で手数料を五百円に決定しました。"],
    ["supposed", "仮に手数料を五百円にするとします。"],
    ["procedure", "本日はここまでとします。"],
  ])("no decision: %s", async (_name, text) => {
    const result = await run(
      said(["議長", "手数料の改定について説明します。"], ["財政課", text], ["議長", "次は来月の十日です。"]),
    );
    expect(result.decisions).toEqual([]);
  });

  test("an owner and a date nobody said stay open; courtesy is nothing to do", async () => {
    const result = await run(
      said(
        ["議長", "資料の数字は、次の会議の前に修正してください。"],
        ["総務課", "お手元の資料を御覧ください。"],
        ["総務課", "御意見をお願いします。"],
        ["議長", "どうぞよろしくお願いします。"],
      ),
    );
    expect(result.actions.map(({ task, owner, due }) => [task.sources, owner, due])).toEqual([
      [["u1"], "未定", "未定"],
    ]);
  });

  test("every line is words of the utterances it cites", async () => {
    const { blocks } = longMeeting(12_000);
    const result = await run(blocks);
    const texts = new Map(blocks.map(({ id, text }) => [id, text]));
    const lines = [
      ...result.topics.flatMap(({ discussion }) => discussion),
      ...result.decisions,
      ...result.actions.map(({ task }) => task),
    ];
    expect(lines.length).toBeGreaterThan(20);
    for (const { text, sources } of lines) {
      expect(sources.length).toBeGreaterThan(0);
      for (const sentence of text.split(/(?<=。)/)) {
        expect(sources.some((id) => texts.get(id)!.includes(sentence))).toBe(true);
      }
    }
    expect(result.unsupported).toEqual([]);
  });

  test("36,000 characters: all that was decided and promised, in linear time, other work gets its turn", async () => {
    const work = async (blocks: Block[]): Promise<void> => {
      for await (const event of engine.run({
        task: "minutes",
        promptVersion: "minutes/2",
        model: card.id,
        declaredClass: "none",
        confirmed: false,
        documentHash: base.documentHash,
        blocks,
        options: { part: "chunk", speakers: [] },
      })) {
        if (event.type === "failed") throw event.error;
      }
    };
    await expectLinearTime((characters) => work(longMeeting(characters).blocks), 9_000);
    const long = longMeeting(36_000);
    const turns = await turnsOf(() => work(long.blocks));
    expect(turns.count).toBeGreaterThan(10);
    expect(turns.longestShare).toBeLessThan(0.5);

    const result = await run(long.blocks);
    expect(result.decisions.map(({ sources }) => sources)).toEqual(long.decided.map((id) => [id]));
    expect(result.actions.map(({ task, owner }) => [task.sources, owner])).toEqual(
      long.promised.map((id) => [[id], "財政課"]),
    );
    expect(result.topics).toHaveLength(long.decided.length);
  });

  test("the same words for the same meeting; an abort ends the run", async () => {
    const { blocks } = longMeeting(3000);
    expect((await run(blocks)).text).toBe((await run(blocks)).text);
    const controller = new AbortController();
    const events = minutes({ ...base, blocks: longMeeting(36_000).blocks }, engine, { signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    expect((await eventsOf(events)).at(-1)).toEqual({ type: "aborted" });
  });

  test.each([
    [
      "no punctuation, as speech recognition writes",
      said([
        "田中",
        `${"それではですね予約制の試行について説明しますけれども対象は転入の手続です".repeat(12)}以上です`,
      ]),
    ],
    ["one word", said(["田中", "はい"])],
    ["no label", [{ id: "a", kind: "utterance", text: "田中：資料を十二日までに提出してください。" } as Block]],
    ["stage directions", said(["議長", "〔「異議なし」と呼ぶ者あり〕"], ["議長", "（拍手）"])],
    [
      "English",
      said(
        ["Ann", "Next, the budget. We decided to approve the budget of 5 million yen."],
        ["Bob", "I will send the draft by Friday."],
      ),
    ],
  ])("odd transcripts end: %s", async (_name, blocks) => {
    const last = (await eventsOf(minutes({ ...base, blocks }, engine))).at(-1)!;
    if (last.type === "completed") expect(last.result.unsupported).toEqual([]);
    else expect(last).toMatchObject({ type: "failed", error: { code: "output-empty" } });
  });
});
