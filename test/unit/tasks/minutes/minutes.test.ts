import { minutes, parseMinutes, type MinutesRequest } from "@genai-office/shared/tasks";
import { stepBudget } from "@genai-office/shared/models";
import type { Block } from "@genai-office/shared/vocabulary";
import { answered, cardWith, failed } from "../scripted-runner";
import { eventsOf, resultOf, ScriptedSteps, type StepOf } from "../scripted-steps";
import { longMeeting } from "./long-meeting";
import { expectLinearTime } from "../../../support/processor-time";

const small = cardWith(8192, { outputTokens: 2048, tokensPerCharacter: 1.2, tasks: ["minutes"] });

const meeting: Block[] = [
  utterance("u1", "議長 00:00:00", "初めに、窓口の予約制について、住民課から説明をお願いします。"),
  utterance("u2", "住民課 00:00:10", "試行は転入の手続に限ります。改修の費用は百八十万円です。"),
  utterance("u3", "議長 00:00:20", "それでは、試行を令和八年三月二日から始めることを決定とします。"),
  utterance("u4", "広報課 00:00:30", "原稿は住民課で作成し、来週の金曜日までに広報課に渡してください。"),
  utterance("u5", "住民課 00:00:40", "承知しました。私が作成します。"),
  utterance("u6", "広報課 00:00:50", "動画の作成については、次回改めて検討します。"),
];

function utterance(id: string, label: string, text: string): Block {
  return { id, label, text, kind: "utterance" };
}

function request(more: Partial<MinutesRequest> = {}): MinutesRequest {
  return {
    blocks: meeting,
    card: small,
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    ...more,
  };
}

const run = (answer: string, more: Partial<MinutesRequest> = {}) =>
  resultOf(minutes(request(more), new ScriptedSteps("minutes", () => answer)));

const good = `議題：窓口の予約制
議論：試行は転入の手続に限り、改修の費用は180万円との説明があった。[2]
決定：試行を令和8年3月2日から始める。[3]
宿題：原稿を作成し、広報課に渡す｜担当：住民課｜期限：来週の金曜日 [4,5]`;

describe("minutes", () => {
  test("lines become topics, decisions and actions with their utterances; everyone who spoke is listed once", async () => {
    const result = await run(good, { date: "2025-12-04", title: "打合せ" });
    expect(result.topics).toEqual([
      {
        title: "窓口の予約制",
        discussion: [
          { text: "試行は転入の手続に限り、改修の費用は180万円との説明があった。", sources: ["u2"], layout: "bullet" },
        ],
      },
    ]);
    expect(result.decisions).toEqual([{ text: "試行を令和8年3月2日から始める。", sources: ["u3"], layout: "bullet" }]);
    expect(result.actions).toEqual([
      {
        task: { text: "原稿を作成し、広報課に渡す", sources: ["u4", "u5"], layout: "bullet" },
        owner: "住民課",
        due: "来週の金曜日（2025年12月12日）",
      },
    ]);
    expect(result.speakers).toEqual(["議長", "住民課", "広報課"]);
    expect(result.unsupported).toEqual([]);
    expect(result.findings).toEqual([]);
    expect(result.models).toEqual(["scripted"]);
    expect(result.usage).toEqual({ inputTokens: 100, outputTokens: 10 });
    expect(result.text).toBe(
      [
        "打合せ",
        "日付：2025年12月4日",
        "発言者：議長、住民課、広報課",
        "窓口の予約制",
        "・試行は転入の手続に限り、改修の費用は180万円との説明があった。",
        "決定事項",
        "・試行を令和8年3月2日から始める。",
        "宿題事項",
        "・原稿を作成し、広報課に渡す（担当：住民課、期限：来週の金曜日（2025年12月12日））",
      ].join("\n"),
    );
    expect(result.paragraphs.join("\n")).toBe(result.text);
  });

  test("without the day of the meeting a relative date stays as it was said, and a date made of it is refused", async () => {
    expect((await run(good)).actions[0]!.due).toBe("来週の金曜日");
    const made = good.replace("期限：来週の金曜日", "期限：12月12日");
    const unknown = await run(made);
    expect(unknown.actions[0]!.due).toBe("未定");
    expect(unknown.findings).toContainEqual(
      expect.objectContaining({ code: "due-not-in-source", values: { found: "12月12日" } }),
    );
    expect((await run(made, { date: "2025-12-04" })).actions[0]!.due).toBe("12月12日");
    expect((await run(good.replace("来週の金曜日", "12月19日"), { date: "2025-12-04" })).actions[0]!.due).toBe("未定");
  });

  test.each([
    ["a figure nobody said", "決定：試行を令和8年4月2日から始める。[3]"],
    ["an id that does not exist", "決定：手数料を無料にする。[99]"],
    ["no citation and no such words", "議論：職員を増やすとの意見があった。"],
    ["a citation that points elsewhere", "議論：改修の費用は百八十万円である。[6]"],
    ["a proposal made a decision", "決定：動画を作成する。[6]"],
    ["a negation turned round", "議論：試行は転入の手続に限らない。[2]"],
    ["an organisation nobody named", "議論：総務省が試行は転入の手続に限ると説明した。[2]"],
    ["a denial at the end alone", "議論：動画の作成については、次回改めて検討しません。[6]"],
    ["a generic line", "議論：関係者が連携して積極的に取り組むことが重要である。[2]"],
  ])("struck: %s", async (_name, line) => {
    const result = await run(`${good}\n${line}`);
    expect(result.unsupported.map(({ statement }) => statement.text)).toEqual([
      line.replace(/^..：/, "").replace(/\[\d+\]$/, ""),
    ]);
    expect(result.findings).toContainEqual(expect.objectContaining({ guard: "evidence", code: "line-unsupported" }));
    expect(result.text).not.toContain(result.unsupported[0]!.statement.text);
    expect([
      ...result.topics.flatMap(({ discussion }) => discussion),
      ...result.decisions,
      ...result.actions,
    ]).toHaveLength(3);
  });

  test("an owner who speaks elsewhere in the meeting, but was not named for this, becomes 未定", async () => {
    const between = Array.from({ length: 5 }, (_none, index) =>
      utterance(`x${index}`, "議長 00:02:00", "次に、統計の調査票の見直しについて説明します。"),
    );
    const blocks = [...meeting, ...between, utterance("u7", "財政課 00:03:00", "財政の見通しを御報告します。")];
    const other = await run(good.replace("担当：住民課", "担当：財政課"), { blocks });
    expect(other.actions[0]!.owner).toBe("未定");
    expect(other.findings).toContainEqual(
      expect.objectContaining({ code: "owner-not-in-source", values: { found: "財政課" } }),
    );
  });

  test("an owner nobody named becomes 未定, and 私 becomes the speaker", async () => {
    const invented = await run(good.replace("担当：住民課", "担当：鈴木課長"));
    expect(invented.actions[0]!.owner).toBe("未定");
    expect(invented.findings).toContainEqual(
      expect.objectContaining({ code: "owner-not-in-source", values: { found: "鈴木課長" } }),
    );
    expect((await run("宿題：原稿を作成する｜担当：私｜期限：未定 [5]")).actions[0]).toMatchObject({
      owner: "住民課",
      due: "未定",
    });
  });

  test.each([
    [
      "Markdown",
      "# 議事録\n\n## 1. 窓口の予約制\n### 議論\n- **試行は転入の手続に限る。** [2]\n\n## 決定事項\n1. 試行を令和8年3月2日から始める [3]\n\n## 宿題事項\n- [ ] 原稿を作成する（担当：住民課、期限：来週の金曜日）[4]",
    ],
    [
      "a table",
      "議題１　窓口の予約制\n【議論】\n・試行は転入の手続に限る。［２］\n【決定】試行を令和8年3月2日から始める【3】\n【宿題】\n| 内容 | 担当 | 期限 | 根拠 |\n|---|---|---|---|\n| 原稿を作成する | 住民課 | 来週の金曜日 | 4 |",
    ],
    [
      "full-width labels and bullets",
      "・議題： 窓口の予約制\n・議論 ： 試行は転入の手続に限る。（2）\n・決定： 試行を令和8年3月2日から始める。［３］\n・ＴＯＤＯ：原稿を作成する／担当：住民課／期限：来週の金曜日［4］",
    ],
    [
      "English labels",
      "Topic: 窓口の予約制\nDiscussion: 試行は転入の手続に限る。[2]\nDecision: 試行を令和8年3月2日から始める。[3]\nAction: 原稿を作成する | Owner: 住民課 | Due: 来週の金曜日 [4]",
    ],
    [
      "thinking and talk around it",
      `<think>議題：ちがう [1]</think>以下に議事要旨を示します。\n\n\`\`\`markdown\n議題：窓口の予約制\n議論：試行は転入の手続に限る。[2]\n決定：試行を令和8年3月2日から始める。[3]\n宿題：原稿を作成する｜担当：住民課｜期限：来週の金曜日 [4]\n\`\`\`\n以上です。`,
    ],
    [
      "the mark before the owner",
      "議題：窓口の予約制\n議論：試行は転入の手続に限る。[2]\n決定：試行を令和8年3月2日から始める。[3]\n宿題：原稿を作成する [4]｜期限：来週の金曜日｜担当者：住民課",
    ],
  ])("other formats are read: %s", async (_name, answer) => {
    const result = await run(answer);
    expect(result.topics.map(({ title }) => title)).toEqual(["窓口の予約制"]);
    expect(result.topics[0]!.discussion).toEqual([
      { text: "試行は転入の手続に限る。", sources: ["u2"], layout: "bullet" },
    ]);
    expect(result.decisions.map(({ text, sources }) => [text.replace(/。$/, ""), sources])).toEqual([
      ["試行を令和8年3月2日から始める", ["u3"]],
    ]);
    expect(result.actions).toEqual([
      { task: { text: "原稿を作成する", sources: ["u4"], layout: "bullet" }, owner: "住民課", due: "来週の金曜日" },
    ]);
    expect(result.unsupported).toEqual([]);
  });

  test("missing sections, 「なし」 and an answer without topics leave empty lists", async () => {
    const result = await run("議論：試行は転入の手続に限る。[2]\n決定：なし\n宿題：特になし");
    expect(result.topics).toEqual([
      { title: "", discussion: [{ text: "試行は転入の手続に限る。", sources: ["u2"], layout: "bullet" }] },
    ]);
    expect([result.decisions, result.actions]).toEqual([[], []]);
    expect(result.text).toContain("決定事項\n・なし\n宿題事項\n・なし");
  });

  test("a model that forgets its marks has its utterances found where the line follows from one", async () => {
    const result = await run("議論：試行は転入の手続に限る。\n決定：試行を令和8年3月2日から始める。");
    expect(result.topics[0]!.discussion[0]!.sources).toEqual(["u2"]);
    expect(result.decisions[0]!.sources).toEqual(["u3"]);
  });

  test("an English answer to a Japanese meeting is an error that people see", async () => {
    const result = await run("Topic: Booking\nDiscussion: The trial covers moving in only. [2]");
    expect(result.findings).toContainEqual(expect.objectContaining({ code: "output-language", severity: "error" }));
  });

  test("an answer without a line, an empty meeting, a failure and a cancel end the task once", async () => {
    const last = async (answer: string | ReturnType<typeof failed>, more: Partial<MinutesRequest> = {}) =>
      (await eventsOf(minutes(request(more), new ScriptedSteps("minutes", () => answer)))).at(-1)!;
    expect(await last("　")).toMatchObject({ type: "failed", error: { code: "output-empty" } });
    expect(await last(good, { blocks: [utterance("a", "議長", " ")] })).toMatchObject({
      error: { code: "source-empty" },
    });
    expect(await last(failed("rate-limited"))).toMatchObject({ error: { code: "rate-limited" } });
    const controller = new AbortController();
    controller.abort();
    const [event] = await eventsOf(
      minutes(request(), new ScriptedSteps("minutes", () => good), { signal: controller.signal }),
    );
    expect(event).toEqual({ type: "aborted" });
  });
});

describe("a meeting of 36,000 characters on a model of 8k", () => {
  const long = longMeeting(36_000);

  /** Writes what a good model would: decisions and actions of its piece, and one line of discussion. */
  function piece(step: StepOf<"minutes">): string {
    const lines = step.blocks.flatMap(({ text }, index) => {
      const mark = `[${index + 1}]`;
      const topic = /^次に、(.+?)について/.exec(text);
      if (topic !== null) return [`議題：${topic[1]}`];
      if (/決定とします/.test(text)) return [`決定：${text.replace(/^それでは、|とします。$/g, "")}した。${mark}`];
      const promise = /^(.+見積り)は、財政課で(.+?)までに提出/.exec(text);
      if (promise !== null) return [`宿題：${promise[1]}を提出する｜担当：財政課｜期限：${promise[2]} ${mark}`];
      return /の費用は/.test(text) ? [`議論：${text}${mark}`] : [];
    });
    return lines.join("\n");
  }
  const merged = (step: StepOf<"minutes">): string =>
    step.blocks.map(({ text }, index) => (text.startsWith("議題") ? text : `${text} [${index + 1}]`)).join("\n");

  const byFirstWord = (a: string, b: string): number => firstWordOf(a) - firstWordOf(b);
  const firstWordOf = (name: string): number => long.blocks.findIndex(({ label }) => label!.startsWith(name));

  test("is cut with overlap, each piece knows the names heard so far, and nothing decided or promised is lost", async () => {
    const runner = new ScriptedSteps("minutes", (step) => (step.options.part === "chunk" ? piece(step) : merged(step)));
    const events = await eventsOf(minutes(request({ blocks: long.blocks, date: "2026-01-08" }), runner));
    const last = events.at(-1)!;
    if (last.type !== "completed") throw new Error(JSON.stringify(last));
    const { result } = last;
    expect(long.blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(36_000);

    const chunks = runner.steps.filter(({ options }) => options.part === "chunk");
    const room = stepBudget(small).sourceCharacters;
    expect(chunks.length).toBeGreaterThanOrEqual(Math.ceil(36_000 / room));
    for (const { blocks } of runner.steps) {
      expect(blocks.reduce((sum, { text, label }) => sum + text.length + (label?.length ?? 0), 0)).toBeLessThanOrEqual(
        room,
      );
    }
    chunks.slice(1).forEach((chunk, index) => {
      const before = chunks[index]!.blocks;
      expect(before.map(({ id }) => id)).toContain(chunk.blocks[0]!.id);
      expect(chunk.options.speakers).toEqual(["議長", "総務課", "財政課", "山田委員", "佐藤委員"].sort(byFirstWord));
    });
    expect(new Set(chunks.flatMap(({ blocks }) => blocks.map(({ id }) => id))).size).toBe(long.blocks.length);
    expect(runner.mostRunning).toBe(3);

    expect(result.decisions.map(({ sources }) => sources)).toEqual(long.decided.map((id) => [id]));
    expect(result.actions.map(({ task }) => task.sources)).toEqual(long.promised.map((id) => [id]));
    expect(result.actions.every(({ owner, due }) => owner === "財政課" && /\d月\d+日/.test(due))).toBe(true);
    expect(result.speakers).toHaveLength(5);
    expect(new Set(result.speakers).size).toBe(5);
    expect(result.unsupported).toEqual([]);
    const planned = events.find(({ type }) => type === "planned");
    expect(planned).toMatchObject({ steps: expect.any(Number) });
    const progress = events.filter((event) => event.type === "progress");
    expect(progress.at(-1)).toMatchObject({ done: runner.steps.length });
  });

  test("what a merge drops of decisions and actions is put back, what it invents is struck", async () => {
    const runner = new ScriptedSteps("minutes", (step) =>
      step.options.part === "chunk" ? piece(step) : "議題：まとめ\n議論：特になし\n決定：手数料を五百円に改定した。[1]",
    );
    const result = await resultOf(minutes(request({ blocks: long.blocks }), runner));
    expect(result.decisions).toHaveLength(long.decided.length);
    expect(result.actions).toHaveLength(long.promised.length);
    expect(result.unsupported.map(({ statement }) => statement.text)).toEqual(["手数料を五百円に改定した。"]);
    const restored = result.findings.filter(({ code }) => code === "merge-dropped-line");
    expect(restored).toHaveLength(long.decided.length + long.promised.length);
  });

  test("an answer cut by a limit is read again in halves; one that stays cut fails the task", async () => {
    const first = new ScriptedSteps("minutes", (step, call) =>
      call === 1
        ? answered(piece(step).slice(0, 80), "length")
        : step.options.part === "chunk"
          ? piece(step)
          : merged(step),
    );
    const result = await resultOf(minutes(request({ blocks: long.blocks }), first));
    expect(result.decisions).toHaveLength(long.decided.length);
    const always = new ScriptedSteps("minutes", () => answered("議題：あ", "length"));
    expect((await eventsOf(minutes(request({ blocks: long.blocks }), always))).at(-1)).toMatchObject({
      type: "failed",
      error: { code: "output-truncated" },
    });
  });

  test("a model without room after all gets halves", async () => {
    const runner = new ScriptedSteps("minutes", (step) =>
      step.blocks.length > 30 && step.options.part === "chunk"
        ? failed("input-too-large")
        : step.options.part === "chunk"
          ? piece(step)
          : merged(step),
    );
    const result = await resultOf(minutes(request({ blocks: long.blocks }), runner));
    expect(result.decisions).toHaveLength(long.decided.length);
  });

  test("a merge that does not get shorter leaves the joined lines", async () => {
    const runner = new ScriptedSteps("minutes", (step) => (step.options.part === "chunk" ? piece(step) : ""));
    const result = await resultOf(minutes(request({ blocks: long.blocks }), runner));
    expect(result.decisions).toHaveLength(long.decided.length);
    expect(result.topics.length).toBe(long.decided.length);
  });

  test("a piece about which nothing was written is named", async () => {
    const runner = new ScriptedSteps("minutes", (step, call) =>
      call === 2 ? "なし" : step.options.part === "chunk" ? piece(step) : merged(step),
    );
    const result = await resultOf(minutes(request({ blocks: long.blocks }), runner));
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: "part-without-minutes", severity: "warning" }),
    );
  });
});

test("reading never throws and is linear on hostile answers", async () => {
  const blocks = meeting.map((block) => ({ block, sources: [block.id] }));
  for (const [head, odd] of [
    ["", "|"],
    ["", "【"],
    ["", "："],
    ["", "- "],
    ["", "[1]"],
    ["宿題：", "｜担当："],
    ["議論：", "（"],
  ] as const) {
    await expectLinearTime((count) => parseMinutes(head + odd.repeat(count), blocks), 2_500);
  }
});
