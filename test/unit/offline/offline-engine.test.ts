import { countCharacters } from "@genai-office/shared/language";
import { parseStatements, summarize } from "@genai-office/shared/tasks";
import type { Block, GenerateEvent, Step, SummarizeOptions, SummarizeStep } from "@genai-office/shared/vocabulary";
import { createOfflineEngine } from "../../../relay/src/upstreams/offline";
import { cardWith } from "../tasks/scripted-runner";
import { turnsOf } from "../../support/processor-time";

const engine = createOfflineEngine();

/** A report of our own making: headings, typed numbering, a table, a caption, a list. */
const report: Block[] = [
  { id: "t", kind: "heading", level: 1, text: "行政手続のオンライン化に関する調査報告" },
  { id: "m", kind: "paragraph", text: "令和７年６月２０日\n調査室" },
  { id: "h1", kind: "heading", level: 2, text: "調査の目的" },
  {
    id: "p1",
    kind: "paragraph",
    text: "　本調査は、行政手続のオンライン化の現状を把握し、今後の施策の検討に資することを目的とする。調査の対象は、全国の市区町村1,741団体である。なお、回答の締切りは令和７年４月３０日とした。",
  },
  { id: "h2", kind: "heading", level: 2, text: "調査の結果" },
  {
    id: "p2",
    kind: "paragraph",
    text: "オンライン化した行政手続の数は、１団体当たり平均４２件であり、前年度から１８件増加した。これは制度の改正によるものと考えられる。オンライン申請の割合は、子育て分野で６２．５％、介護分野で１８．３％であった。",
  },
  { id: "c1", kind: "paragraph", text: "表１　分野別のオンライン申請の割合", style: "Caption" },
  { id: "x1", kind: "table-cell", text: "子育て分野の申請は増加した。" },
  { id: "x2", kind: "table-cell", text: "６２．５％" },
  {
    id: "p3",
    kind: "paragraph",
    text: "（１）オンライン化の課題として、職員の不足を挙げた団体が最も多く、全体の７１％を占めた。予算の不足を挙げた団体は５４％であった。詳細は次のとおりである。",
  },
  { id: "l1", kind: "list-item", text: "システムの改修に要する費用の負担" },
  { id: "l2", kind: "list-item", text: "住民への周知の不足" },
  { id: "h3", kind: "heading", level: 2, text: "今後の取組" },
  {
    id: "p4",
    kind: "paragraph",
    text: "調査室は、職員の研修を令和８年度から実施することとする。市区町村のシステムの標準化を支援するため、必要な予算を要求する必要がある。オンライン申請の割合が低い介護分野については、手続の見直しを優先して検討する。次回の調査は、令和８年４月に実施する予定である。",
  },
];

function step(options: Partial<SummarizeOptions> = {}, blocks = report): SummarizeStep {
  return {
    task: "summarize",
    promptVersion: "summarize/2",
    model: "offline-extractive",
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    blocks,
    options: {
      part: "chunk",
      length: { kind: "characters", characters: 100 },
      language: "ja",
      targetCharacters: 100,
      ...options,
    },
  };
}

async function run(asked: Step, signal?: AbortSignal): Promise<{ events: GenerateEvent[]; text: string }> {
  const events: GenerateEvent[] = [];
  for await (const event of engine.run(asked, signal === undefined ? {} : { signal })) events.push(event);
  const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
  return { events, text };
}

const squeeze = (text: string): string => text.replace(/\s+/g, "");

test.each([80, 100, 150, 200, 300, 400])(
  "%i characters: whole sentences of the source, cited, within 10 %%",
  async (target) => {
    const { events, text } = await run(
      step({ length: { kind: "characters", characters: target }, targetCharacters: target }),
    );
    const statements = parseStatements(text, report.length).flat();
    const words = statements.map((statement) => statement.text).join("");
    expect(Math.abs(countCharacters(words) - target)).toBeLessThanOrEqual(target * 0.1);
    let previous = 0;
    for (const statement of statements) {
      expect(statement.numbers).toHaveLength(1);
      const block = report[statement.numbers[0]! - 1]!;
      expect(squeeze(block.text)).toContain(squeeze(statement.text));
      expect(statement.text.endsWith("。")).toBe(true);
      expect(["paragraph", "list-item"]).toContain(block.kind);
      // In the order of the source.
      expect(statement.numbers[0]).toBeGreaterThanOrEqual(previous);
      previous = statement.numbers[0]!;
    }
    expect(text).not.toContain("表１");
    // An announcement without its list comes in only when nearly all sentences are needed.
    if (target <= 300) expect(text).not.toContain("次のとおり");
    expect(events.slice(-2)).toEqual([
      { type: "usage", inputTokens: expect.any(Number), outputTokens: text.length },
      { type: "finished", reason: "stop" },
    ]);
    expect(events.filter((event) => event.type === "text-delta")).toHaveLength(statements.length);
  },
);

test("the same step gives the same words", async () => {
  expect((await run(step())).text).toBe((await run(step())).text);
});

test("typed numbering is not part of a sentence", async () => {
  const { text } = await run(step({ length: { kind: "characters", characters: 400 }, targetCharacters: 400 }));
  expect(text).toContain("オンライン化の課題として");
  expect(text).not.toContain("（１）");
});

test("bullets: so many sentences, one a line", async () => {
  const { text } = await run(step({ length: { kind: "bullets", count: 4 }, targetCharacters: 240 }));
  expect(text.split("\n")).toHaveLength(4);
  for (const line of text.split("\n")) expect(line).toMatch(/^・.+。\[\d+\]$/);
});

test("a page stands under the headings of the source and speaks of each section", async () => {
  const { text } = await run(step({ length: { kind: "page" }, targetCharacters: 350 }));
  const statements = parseStatements(text, report.length).flat();
  const headings = statements.filter((statement) => statement.layout === "heading").map((statement) => statement.text);
  expect(headings).toEqual(["調査の目的", "調査の結果", "今後の取組"]);
  const characters = countCharacters(statements.map((statement) => statement.text).join(""));
  expect(Math.abs(characters - 350)).toBeLessThanOrEqual(35);
});

test("a repetition is not told twice", async () => {
  const said = "委員会は、来年度の予算を３億円とすることを決定した。";
  const blocks: Block[] = [said, said, "会長は、次の会議を五月に開くと述べた。", said].map((text, index) => ({
    id: `${index}`,
    kind: "paragraph",
    text,
  }));
  const { text } = await run(step({ length: { kind: "bullets", count: 3 } }, blocks));
  expect(text.split("\n")).toHaveLength(2);
});

test("English sentences keep their spaces", async () => {
  const blocks: Block[] = [
    {
      id: "a",
      kind: "paragraph",
      text: "The office decided to open a help desk in April 2026. Staff of 12 ministries will be trained. See Fig. 2 for details.",
    },
    {
      id: "b",
      kind: "paragraph",
      text: "The budget of the help desk is 40 million yen. It was raised by No. 5 of the plan.",
    },
  ];
  const { text } = await run(
    step({ language: "en", targetCharacters: 150, length: { kind: "characters", characters: 150 } }, blocks),
  );
  const statements = parseStatements(text, 2).flat();
  for (const statement of statements) expect(blocks[statement.numbers[0]! - 1]!.text).toContain(statement.text);
  expect(text).toMatch(/\.\[1\] [A-Z]/);
});

test("a source without a word gives no words; a table speaks when there is nothing else", async () => {
  const rule: Block[] = [{ id: "h", kind: "paragraph", text: "――" }];
  expect((await run(step({}, rule))).events).toEqual([
    { type: "usage", inputTokens: 2, outputTokens: 0 },
    { type: "finished", reason: "stop" },
  ]);
  const table: Block[] = [{ id: "x", kind: "table-cell", text: "申請の手続をオンライン化し、窓口の負担を軽減する。" }];
  expect((await run(step({}, table))).text).toBe("申請の手続をオンライン化し、窓口の負担を軽減する。[1]");
});

test.each<[string, Block[]]>([
  ["a heading", [{ id: "a", kind: "heading", level: 1, text: "令和７年度調査報告" }]],
  [
    "a table",
    ["分野", "件数", "子育て", "４２件", "介護", "１８件"].map((text, index) => ({
      id: `x${index}`,
      kind: "table-cell",
      text,
    })),
  ],
  [
    "headings and list items",
    [
      { id: "a", kind: "heading", level: 1, text: "課題" },
      { id: "b", kind: "list-item", text: "・周知不足" },
      { id: "c", kind: "list-item", text: "費用負担" },
    ],
  ],
  ["a caption", [{ id: "a", kind: "paragraph", text: "表１　分野別のオンライン申請の割合", style: "Caption" }]],
  ["long text without full stops", [{ id: "a", kind: "paragraph", text: "周知が足りず、費用も重く、".repeat(80) }]],
  ["long text without any pause", [{ id: "a", kind: "paragraph", text: "周知と費用が課題だが".repeat(90) }]],
])("a source without sentences is summarized by its lines: %s", async (_, blocks) => {
  const lengths: Partial<SummarizeOptions>[] = [
    {},
    { length: { kind: "bullets", count: 3 } },
    { length: { kind: "page" }, targetCharacters: 1440 },
  ];
  for (const options of lengths) {
    const { text } = await run(step(options, blocks));
    const statements = parseStatements(text, blocks.length, options.length?.kind === "bullets").flat();
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      expect(statement.layout).toBe("bullet");
      expect(blocks[statement.numbers[0]! - 1]!.text).toContain(statement.text);
    }
  }
});

test("sentences that are all far longer than what was asked for: the shortest, not nothing", async () => {
  const long = (words: string): string => `${words.repeat(20)}検討する。`;
  const blocks: Block[] = ["予算の執行を", "周知の方法"].map((text, index) => ({
    id: `p${index}`,
    kind: "paragraph",
    text: long(text),
  }));
  const { text } = await run(step({ length: { kind: "characters", characters: 30 }, targetCharacters: 30 }, blocks));
  expect(text).toBe(`${long("周知の方法")}[2]`);
});

test("chat is beyond it", async () => {
  const chat: Step = { ...step(), task: "chat", options: { messages: [{ role: "user", content: "こんにちは" }] } };
  const { events } = await run(chat);
  expect(events).toEqual([
    { type: "failed", error: expect.objectContaining({ code: "model-cannot-do-task" }), partial: "" },
  ]);
});

describe("a long document", () => {
  const subjects = ["調達", "個人情報", "行政手続", "予算", "自治体", "職員の研修", "計画", "評価", "監査", "標準化"];
  const long: Block[] = Array.from({ length: 900 }, (_, index) =>
    index % 15 === 0
      ? { id: `h${index}`, kind: "heading", level: 1, text: `第${index / 15 + 1}章　${subjects[(index / 15) % 10]}` }
      : {
          id: `p${index}`,
          kind: "paragraph",
          text: [1, 2, 3, 5]
            .map(
              (factor) =>
                `${subjects[(index * factor) % 10]}については、令和${(index % 7) + 1}年度に${subjects[(index + factor) % 10]}の見直しを${index * factor}件実施し、関係する団体の意見を聴いた。`,
            )
            .join(""),
        },
  );

  test("leaves the thread to others while it works", async () => {
    const turns = await turnsOf(async () => {
      const { events } = await run(step({ length: { kind: "page" }, targetCharacters: 1440 }, long));
      expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
    });
    expect(turns.count).toBeGreaterThan(10);
    expect(turns.longestShare).toBeLessThan(0.4);
  });

  test("an abort ends it in the middle of the ranking", async () => {
    const { count } = await turnsOf(() => run(step({}, long)));
    const controller = new AbortController();
    let turns = 0;
    let working = true;
    const turn = (): void => {
      turns += 1;
      controller.abort();
      if (working) setImmediate(turn);
    };
    setImmediate(turn);
    const { events } = await run(step({}, long), controller.signal);
    working = false;
    expect(events).toEqual([{ type: "aborted", partial: "" }]);
    expect(turns).toBeLessThan(count / 2);
  });

  test("through the task in many steps: sources lead to blocks that hold the words", async () => {
    const card = cardWith(12_000, { contract: "offline", outputTokens: 2000 });
    let result;
    for await (const event of summarize(
      {
        blocks: long,
        length: { kind: "characters", characters: 300 },
        language: "ja",
        card,
        declaredClass: "none",
        confirmed: false,
        documentHash: "0".repeat(64),
      },
      engine,
    )) {
      if (event.type === "failed") throw event.error;
      if (event.type === "completed") result = event.result;
    }
    expect(Math.abs(countCharacters(result!.text) - 300)).toBeLessThanOrEqual(30);
    const byId = new Map(long.map((block) => [block.id, block.text]));
    for (const statement of result!.statements) {
      expect(statement.sources).toHaveLength(1);
      expect(byId.get(statement.sources[0]!)).toContain(statement.text);
    }
  });
});
