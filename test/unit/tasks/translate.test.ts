import { translate } from "@genai-office/shared/tasks";
import type { Block, TranslateStep } from "@genai-office/shared/vocabulary";
import { answered, cardWith, failed } from "./scripted-runner";
import { faithful, paragraphs, pseudo, requestOf, runTranslation, TranslateRunner } from "./translate-runner";

const card = cardWith(8000, { tasks: ["translate"], outputTokens: 2000, tokensPerCharacter: 1.2 });

/** A document of numbered sentences, so that a lost one is seen. */
function longDocument(characters: number): Block[] {
  const blocks: Block[] = [];
  let total = 0;
  for (let index = 1; total < characters; index += 1) {
    const text =
      index % 9 === 1
        ? `第${index}章　調査の概要`
        : `調査項目第${index}号については、各府省の協力を得て実施した。回答数は${index + 1000}件であった。詳細は別表の${index}に示す。`;
    blocks.push({ id: `p${index}`, kind: index % 9 === 1 ? "heading" : "paragraph", text });
    total += text.length;
  }
  return blocks;
}

const codes = (findings: readonly { code: string }[]): string[] => findings.map(({ code }) => code);

test("blocks are translated one by one, previewed and joined", async () => {
  const runner = new TranslateRunner();
  const blocks = paragraphs("令和７年度の予算は１，２５０万円である。", "会議は４月１日に開く。\n場所は未定である。");
  const { events, result, preview } = await runTranslation(translate(requestOf(blocks), runner));
  expect(events[0]).toEqual({ type: "planned", steps: 1 });
  expect(events.filter(({ type }) => type === "progress").at(-1)).toMatchObject({ done: 1, total: 1 });
  expect(result.blocks.map(({ id, source }) => [id, source])).toEqual(blocks.map(({ id, text }) => [id, text]));
  expect(result.blocks[1]!.text.split("\n")).toHaveLength(2);
  expect(result.text).toBe(result.blocks.map(({ text }) => text).join("\n"));
  expect(preview).toBe(result.text);
  expect(result).toMatchObject({ usage: { inputTokens: 100, outputTokens: 10 }, models: ["scripted"], reason: "stop" });
  expect(runner.steps[0]).toMatchObject({ promptVersion: "translate/2", options: { from: "ja", to: "en", terms: [] } });
});

test("36,000 characters with an 8k card: every block once, within the limits, in order", async () => {
  const blocks = longDocument(36_000);
  const runner = new TranslateRunner(faithful, (call) => (call % 3) * 4);
  const { result, preview, events } = await runTranslation(translate(requestOf(blocks, { card }), runner));
  expect(runner.steps.flatMap((step) => step.blocks.map(({ text }) => text))).toEqual(blocks.map(({ text }) => text));
  for (const step of runner.steps) {
    const characters = step.blocks.reduce((sum, { text }) => sum + text.length, 0);
    expect(characters * 1.2).toBeLessThan(8000 - 2000 - 1000);
    expect(faithful(step).length * 0.35).toBeLessThan(2000);
  }
  expect(runner.mostRunning).toBe(3);
  expect(result.blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => pseudo(text, "en")));
  expect(codes(result.findings).filter((code) => code !== "figure-swapped")).toEqual([]);
  expect(preview).toBe(result.text);
  expect(events.some((event) => event.type === "preview" && event.restarted === true)).toBe(false);
});

test("a block larger than a step is cut at sentence ends and joined again", async () => {
  const sentences = Array.from({ length: 400 }, (_, index) => `第${index + 1}項の手続は、所管の部局が定める。`);
  const runner = new TranslateRunner();
  const blocks = paragraphs(sentences.join(""));
  const { result } = await runTranslation(translate(requestOf(blocks, { card }), runner));
  expect(runner.steps.length).toBeGreaterThan(1);
  for (const step of runner.steps) for (const { text } of step.blocks) expect(text).toMatch(/。$/);
  expect(result.blocks).toHaveLength(1);
  expect(result.blocks[0]!.text).toBe(pseudo(sentences.join(""), "en"));
});

test("what holds no words, or is not in the language of the source, is kept and not sent", async () => {
  const runner = new TranslateRunner();
  const blocks = paragraphs("１，２５０", "―", "", "https://www.example.go.jp/日本", "Digital Agency", "予算の概要");
  const { result, preview } = await runTranslation(translate(requestOf(blocks), runner));
  expect(runner.steps.flatMap((step) => step.blocks.map(({ text }) => text))).toEqual(["予算の概要"]);
  expect(result.blocks.map(({ text }) => text).slice(0, 5)).toEqual([
    "1,250",
    "―",
    "",
    "https://www.example.go.jp/日本",
    "Digital Agency",
  ]);
  expect(result.blocks.map(({ findings }) => codes(findings))).toEqual([[], [], [], [], ["block-kept"], []]);
  expect(preview).toBe(result.text);
});

describe("entries that do not come", () => {
  const blocks = paragraphs("予算を定める。", "会議を開く。", "報告書を出す。", "人員を配置する。");

  test("a lost one is asked again alone", async () => {
    const runner = new TranslateRunner((step, call) =>
      call === 1 ? faithful(step).replace(/^\[\[2\]\].*\n/m, "") : faithful(step),
    );
    const { result, preview } = await runTranslation(translate(requestOf(blocks), runner));
    expect(runner.steps.map((step) => step.blocks.map(({ text }) => text))).toEqual([
      blocks.map(({ text }) => text),
      ["会議を開く。"],
    ]);
    expect(result.blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => pseudo(text, "en")));
    expect(preview).toBe(result.text);
    expect(result.usage).toEqual({ inputTokens: 200, outputTokens: 20 });
  });

  test("two entries of one number: both blocks that may be meant are asked again", async () => {
    const runner = new TranslateRunner((step, call) =>
      call === 1 ? faithful(step).replace("[[3]]", "[[2]]") : faithful(step),
    );
    const { result } = await runTranslation(translate(requestOf(blocks), runner));
    expect(runner.steps.slice(1).map((step) => step.blocks[0]!.text)).toEqual(["会議を開く。", "報告書を出す。"]);
    expect(result.blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => pseudo(text, "en")));
  });

  test("another order is put right", async () => {
    const runner = new TranslateRunner((step) => faithful(step).split("\n").reverse().join("\n"));
    const { result, preview } = await runTranslation(translate(requestOf(blocks), runner));
    expect(runner.steps).toHaveLength(1);
    expect(result.blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => pseudo(text, "en")));
    expect(preview).toBe(result.text);
  });

  test("one that stays missing is an error finding with an empty text", async () => {
    const runner = new TranslateRunner((step) =>
      step.blocks
        .map(({ text }, index) => (text.startsWith("会議") ? "" : `[[${index + 1}]] ${pseudo(text, "en")}`))
        .join("\n"),
    );
    const { result } = await runTranslation(translate(requestOf(blocks), runner));
    expect(runner.steps).toHaveLength(2);
    expect(result.blocks[1]).toMatchObject({ text: "", findings: [{ code: "block-untranslated", severity: "error" }] });
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: "block-untranslated", source: [{ blockId: "b2" }] }),
    );
    expect(result.text.split("\n")).toHaveLength(4);
  });

  test("one that is still Japanese is asked again, then reported; the source is not handed out as a translation", async () => {
    const runner = new TranslateRunner((step) =>
      step.blocks
        .map(({ text }, index) => `[[${index + 1}]] ${text.startsWith("会議") ? text : pseudo(text, "en")}`)
        .join("\n"),
    );
    const { result } = await runTranslation(translate(requestOf(blocks), runner));
    expect(runner.steps).toHaveLength(2);
    expect(result.blocks[1]!.text).toBe("");
    expect(codes(result.blocks[1]!.findings)).toEqual(["block-untranslated"]);
    expect(result.text).not.toContain("会議");
  });

  test("a sentence left in the source language is marked", async () => {
    const long = paragraphs("予算を定める。これは原文のまま残された一つの長い文である。", "会議を開く。");
    const runner = new TranslateRunner((step) =>
      step.blocks
        .map(
          ({ text }, index) =>
            `[[${index + 1}]] ${text.startsWith("予算") ? "The budget is set. これは原文のまま残された一つの長い文である。" : pseudo(text, "en")}`,
        )
        .join("\n"),
    );
    const { result } = await runTranslation(translate(requestOf(long), runner));
    expect(runner.steps).toHaveLength(2);
    expect(result.blocks[0]!.text).toBe(
      "The budget is set. [untranslated: これは原文のまま残された一つの長い文である。]",
    );
    expect(codes(result.blocks[0]!.findings)).toEqual(["block-partly-untranslated"]);
  });

  test("nothing at all is a failure", async () => {
    const runner = new TranslateRunner(() => "I cannot do that.");
    const { error } = await runTranslation(translate(requestOf(blocks), runner));
    expect(error?.code).toBe("output-empty");
  });
});

describe("answers cut by a limit", () => {
  test("what was cut is asked again in smaller steps; nothing is lost", async () => {
    const blocks = longDocument(3000);
    const runner = new TranslateRunner((step) => {
      const whole = faithful(step);
      return whole.length <= 2400 ? whole : answered(whole.slice(0, 2400), "length");
    });
    const { result } = await runTranslation(translate(requestOf(blocks), runner));
    expect(runner.steps.length).toBeGreaterThan(2);
    expect(result.blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => pseudo(text, "en")));
  });

  test("a step that the server finds too large is asked in smaller ones; one that never fits is the task's failure", async () => {
    const blocks = longDocument(2000);
    const size = (step: TranslateStep): number => step.blocks.reduce((sum, { text }) => sum + text.length, 0);
    const runner = new TranslateRunner((step) => (size(step) > 400 ? failed("input-too-large") : faithful(step)));
    const { result } = await runTranslation(translate(requestOf(blocks), runner));
    expect(result.blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => pseudo(text, "en")));
    const never = await runTranslation(
      translate(requestOf(paragraphs("予算を定める。")), new TranslateRunner(() => failed("input-too-large"))),
    );
    expect(never.error?.code).toBe("input-too-large");
  });

  test("a block that is cut alone is itself cut in two", async () => {
    const sentence = "この規程は、職員の服務について必要な事項を定めるものとする。";
    const runner = new TranslateRunner((step) => {
      const whole = faithful(step);
      return whole.length <= 300 ? whole : answered(whole.slice(0, 300), "length");
    });
    const { result } = await runTranslation(translate(requestOf(paragraphs(sentence.repeat(12))), runner));
    expect(result.blocks[0]!.text).toBe(pseudo(sentence.repeat(12), "en"));
  });

  test("a model that never ends gives a finding, not an endless task", async () => {
    const runner = new TranslateRunner((step) =>
      step.blocks.some(({ text }) => text.includes("規程"))
        ? answered("[[1]] again and again and again", "length")
        : faithful(step),
    );
    const blocks = paragraphs(
      "予算を定める。",
      "この規程は、職員の服務について必要な事項を定めるものとする。".repeat(5),
    );
    const { result } = await runTranslation(translate(requestOf(blocks), runner));
    expect(codes(result.blocks[1]!.findings)).toEqual(["block-untranslated"]);
    expect(result.blocks[0]!.text).toBe(pseudo("予算を定める。", "en"));
    expect(runner.steps.length).toBeLessThan(80);
  });
});

describe("checks", () => {
  const answer = (text: string) => new TranslateRunner(() => `[[1]] ${text}`);

  test("a wrong figure points to its places", async () => {
    const blocks = paragraphs("予算は１，２５０万円である。");
    const { result } = await runTranslation(translate(requestOf(blocks), answer("The budget is 15.2 million yen.")));
    const finding = result.findings.find(({ code }) => code === "figure-not-in-source")!;
    expect(finding.source).toEqual([{ blockId: "b1", start: 3, end: 10 }]);
    expect(result.text.slice(finding.output!.start, finding.output!.end)).toBe("15.2 million yen");
  });

  test("offsets of the whole count over the blocks before", async () => {
    const blocks = paragraphs("方針を定める。", "予算は１，２５０万円である。");
    const runner = new TranslateRunner(() => "[[1]] The policy is set.\n[[2]] The budget is 15.2 million yen.");
    const { result } = await runTranslation(translate(requestOf(blocks), runner));
    const { output } = result.findings.find(({ code }) => code === "figure-not-in-source")!;
    expect(result.text.slice(output!.start, output!.end)).toBe("15.2 million yen");
  });

  test("a translation that lost a sentence is too short", async () => {
    const blocks = paragraphs(
      "本計画は、行政手続のオンライン化を進めるために策定した。対象となる手続は、各府省が所管するもの全てである。進捗は毎年度公表し、必要な見直しを行う。",
    );
    const whole =
      "This plan was drawn up to promote the online provision of administrative procedures. It covers all procedures under the jurisdiction of each ministry. Progress is published every fiscal year, and the plan is reviewed as necessary.";
    const good = await runTranslation(translate(requestOf(blocks), answer(whole)));
    expect(good.result.findings).toEqual([]);
    const short = await runTranslation(translate(requestOf(blocks), answer(whole.split(". ")[0]! + ".")));
    expect(codes(short.result.findings)).toEqual(["translation-shorter"]);
  });

  test("terms: only those of the step travel, and one that is not used is reported", async () => {
    const terms = [
      { source: "情報システム", target: "information system" },
      { source: "システム", target: "scheme" },
      { source: "予算", target: "budget" },
    ];
    const runner = answer("Information systems are renewed in fiscal 2025 by each ministry.");
    const { result } = await runTranslation(
      translate(requestOf(paragraphs("各府省の情報システムを令和７年度に更新する。"), { terms }), runner),
    );
    expect(runner.steps[0]!.options.terms).toEqual([terms[0]]);
    expect(codes(result.findings)).toEqual([]);
    const other = await runTranslation(
      translate(
        requestOf(paragraphs("各府省の情報システムを令和７年度に更新する。"), { terms }),
        answer("Each ministry renews its computers in fiscal year 2025."),
      ),
    );
    expect(other.result.findings).toMatchObject([
      { code: "term-not-used", values: { source: "情報システム", target: "information system" } },
    ]);
  });

  test("a wish that the contract cannot carry is said to be unheard", async () => {
    const plamo = cardWith(4096, { tasks: ["translate"], contract: "plamo-translate", outputTokens: 1024 });
    const request = requestOf(paragraphs("予算を定める。"), { card: plamo, instruction: "簡潔に" });
    const { result } = await runTranslation(translate(request, new TranslateRunner()));
    expect(codes(result.findings)).toEqual(["instruction-not-used"]);
  });
});

describe("English to Japanese", () => {
  const english = (texts: string[], more = {}) => requestOf(paragraphs(...texts), { from: "en", to: "ja", ...more });

  test("a name may stay as it is; a sentence may not", async () => {
    const runner = new TranslateRunner((step) =>
      step.blocks.map(({ text }, index) => `[[${index + 1}]] ${text}`).join("\n"),
    );
    const { result } = await runTranslation(
      translate(english(["Microsoft Word", "The budget was approved by the committee."]), runner),
    );
    expect(result.blocks.map(({ text }) => text)).toEqual(["Microsoft Word", ""]);
    expect(result.blocks.map(({ findings }) => codes(findings))).toEqual([["block-unchanged"], ["block-untranslated"]]);
  });

  test("a letter is answered in です・ます, a report in である", async () => {
    const letter = new TranslateRunner();
    await runTranslation(
      translate(english(["Dear colleagues, thank you for your reply.", "Please send us your comments."]), letter),
    );
    const report = new TranslateRunner();
    await runTranslation(translate(english(["The committee approved the budget for fiscal year 2025."]), report));
    const register = (step: TranslateStep | undefined) => step?.options.register;
    expect([register(letter.steps[0]), register(report.steps[0])]).toEqual(["polite", "plain"]);
  });
});

test("cancelling ends at once; a failure of the runner is the task's", async () => {
  const blocks = longDocument(20_000);
  const controller = new AbortController();
  const runner = new TranslateRunner(faithful, () => 20);
  setTimeout(() => controller.abort(), 30);
  const { events } = await runTranslation(translate(requestOf(blocks), runner, { signal: controller.signal }));
  expect(events.at(-1)).toEqual({ type: "aborted" });
  const { error } = await runTranslation(
    translate(requestOf(blocks), new TranslateRunner(() => failed("rate-limited"))),
  );
  expect(error?.code).toBe("rate-limited");
  const same = await runTranslation(translate(requestOf(blocks, { to: "ja" }), runner));
  expect(same.error?.code).toBe("model-cannot-do-task");
  const empty = await runTranslation(translate(requestOf(paragraphs("", " \n")), runner));
  expect(empty.error?.code).toBe("source-empty");
});

test("another model that answered is named", async () => {
  const runner = new TranslateRunner((step) => [
    { type: "model-switched", from: "scripted", to: "other", reason: "closed" },
    ...answered(faithful(step)),
  ]);
  const { result, events } = await runTranslation(translate(requestOf(paragraphs("予算を定める。")), runner));
  expect(result.models).toEqual(["other"]);
  expect(events).toContainEqual({ type: "model-switched", from: "scripted", to: "other", reason: "closed" });
});
