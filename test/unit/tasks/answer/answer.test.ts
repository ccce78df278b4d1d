import { stepBudget } from "@genai-office/shared/models";
import { answer, type AnswerRequest } from "@genai-office/shared/tasks";
import type { Block } from "@genai-office/shared/vocabulary";
import { answered, cardWith, failed } from "../scripted-runner";
import { eventsOf, resultOf, ScriptedSteps, type StepOf } from "../scripted-steps";

const card = cardWith(8192, { outputTokens: 2048, tokensPerCharacter: 1.2, tasks: ["answer"] });

const materials: Block[] = [
  paragraph("p1", "通学路の合同点検により、全国で７万６，４０４か所の対策必要箇所を把握した。"),
  paragraph("p2", "令和７年３月末時点で、このうち７万１，１５８か所（９３．１％）で対策を完了している。"),
  paragraph("p3", "残る５，２４６か所は、用地の取得に時間を要しており、暫定的な対策は全ての箇所で講じた。"),
  paragraph("p4", "補助制度の拡充については、令和８年度に検討する。"),
];

function paragraph(id: string, text: string): Block {
  return { id, text, kind: "paragraph" };
}

function request(more: Partial<AnswerRequest> = {}): AnswerRequest {
  return {
    blocks: materials,
    question: "通学路の対策は、どれだけ終わっているか。また、全てが完了する時期はいつか。",
    form: "plain",
    language: "ja",
    card,
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    ...more,
  };
}

const run = (words: string, more: Partial<AnswerRequest> = {}) =>
  resultOf(answer(request(more), new ScriptedSteps("answer", () => words)));
const codes = (findings: { code: string }[]): string[] => [...new Set(findings.map(({ code }) => code))];

const good = `令和7年3月末時点で、通学路の対策は7万1,158か所（93.1%）で完了しています。[2]
残る5,246か所は、暫定的な対策を講じています。[3]
全ての対策が完了する時期については、お示しの資料からは確認できません。`;

describe("answer", () => {
  test("sentences with their sources; what the materials do not say is said beside them", async () => {
    const result = await run(good);
    expect(result.unanswered).toBe(false);
    expect(result.statements).toEqual([
      {
        text: "令和7年3月末時点で、通学路の対策は7万1,158か所（93.1%）で完了しています。",
        sources: ["p2"],
        layout: "sentence",
      },
      { text: "残る5,246か所は、暫定的な対策を講じています。", sources: ["p3"], layout: "sentence" },
    ]);
    expect(result.paragraphs.at(-1)).toBe("全ての対策が完了する時期については、お示しの資料からは確認できません。");
    expect(result.text).toBe(result.paragraphs.join("\n"));
    expect(codes(result.findings).filter((code) => code !== "evidence-unsure")).toEqual([]);
    expect(result.unsupported).toEqual([]);
  });

  test("国会答弁: 問, 答, お答えいたします, numbered points; the model's own frame and 更問 are taken off", async () => {
    const framed = `【問】通学路の対策はどうか。\n**【答】**\nお答えいたします。\n１．令和7年3月末時点で、通学路の対策は7万1,158か所で完了しています。[2]\n２．残る5,246か所は、暫定的な対策を講じています。[3]\n以上です。\n\n（更問）予算はいくらか。\n答　50億円です。[1]`;
    const result = await run(framed, { form: "diet", question: "通学路の対策は、どれだけ終わっているか。" });
    expect(result.paragraphs).toEqual([
      "問　通学路の対策は、どれだけ終わっているか。",
      "答",
      "お答えいたします。",
      "１　令和7年3月末時点で、通学路の対策は7万1,158か所で完了しています。",
      "２　残る5,246か所は、暫定的な対策を講じています。",
    ]);
    expect(codes(result.findings)).toContain("follow-up-invented");
    expect(result.text).not.toContain("50億円");
    const plain = await run("令和７年３月末時点で、このうち７万１，１５８か所（９３．１％）で対策を完了している。[2]", {
      form: "diet",
    });
    expect(codes(plain.findings)).toContain("register-plain");
    expect(plain.paragraphs).toHaveLength(4);
    expect(plain.paragraphs[3]).toBe(
      "令和７年３月末時点で、このうち７万１，１５８か所（９３．１％）で対策を完了している。",
    );
  });

  test.each([
    ["a figure of its own", "対策は7万5,000か所で完了しています。[2]"],
    ["its own knowledge, without a citation", "政府は令和10年度までに全ての対策を完了する方針です。"],
    ["an id that does not exist", "対策は全て完了しました。[12]"],
    ["an article of a law nobody named", "道路法第30条に基づき、対策を完了しています。[2]"],
    ["what is weighed as certain", "補助制度は令和8年度に拡充します。[4]"],
    ["a ministry nobody named", "文部科学省が通学路の対策必要箇所を把握しました。[1]"],
  ])("struck: %s", async (_name, sentence) => {
    const result = await run(`${good}\n${sentence}`);
    expect(result.unsupported.map(({ text }) => text)).toEqual([sentence.replace(/\[\d+\]$/, "")]);
    expect(codes(result.findings)).toContain("line-unsupported");
    expect(result.text).not.toContain(result.unsupported[0]!.text);
    expect(result.statements).toHaveLength(2);
  });

  test("when nothing is left, the answer is that the materials do not tell", async () => {
    for (const words of [
      "お示しの資料からは確認できません。",
      "資料には、この点に関する記載がありません。",
      "政府は令和10年度までに全ての対策を完了する方針です。",
      "該当なし",
    ]) {
      const result = await run(words);
      expect([result.unanswered, result.text, result.statements]).toEqual([
        true,
        "お示しの資料からは確認できません。",
        [],
      ]);
    }
    const diet = await run("お示しの資料からは確認できません。", { form: "diet" });
    expect(diet.paragraphs.slice(1)).toEqual(["答", "お示しの資料からは確認できません。"]);
    expect((await run("The materials do not say.", { language: "en" })).text).toBe("The materials do not say.");
  });

  test("答弁漏れ: a part of the question that no sentence speaks of is named", async () => {
    const result = await run("残る5,246か所は、暫定的な対策を講じています。[3]", {
      question: "暫定的な対策は講じたのか。また、地方の財政負担は軽減されるのか。",
    });
    expect(result.findings).toContainEqual(
      expect.objectContaining({
        code: "question-unanswered",
        values: { question: "地方の財政負担は軽減されるのか。" },
      }),
    );
    expect(result.findings.filter(({ code }) => code === "question-unanswered")).toHaveLength(1);
  });

  test("English where Japanese was asked for is an error that people see", async () => {
    const result = await run("Measures were completed at 71,158 places. [2]");
    expect(codes(result.findings)).toContain("output-language");
  });

  test("errors: nothing to read, no question, a question without room, a failure, an empty and a cut answer", async () => {
    const last = async (script: () => ReturnType<typeof failed> | string, more: Partial<AnswerRequest> = {}) =>
      (await eventsOf(answer(request(more), new ScriptedSteps("answer", script)))).at(-1)!;
    expect(await last(() => good, { blocks: [] })).toMatchObject({ error: { code: "source-empty" } });
    expect(await last(() => good, { question: " " })).toMatchObject({ error: { code: "bad-request" } });
    expect(await last(() => good, { question: "何か。".repeat(2000) })).toMatchObject({
      error: { code: "input-too-large" },
    });
    expect(await last(() => failed("content-blocked"))).toMatchObject({ error: { code: "content-blocked" } });
    expect(await last(() => "　\n")).toMatchObject({ error: { code: "output-empty" } });
    expect(await last(() => answered("あ", "length"))).toMatchObject({ error: { code: "output-truncated" } });
  });
});

describe("materials of many steps", () => {
  const long = Array.from({ length: 600 }, (_one, index) =>
    index % 150 === 75
      ? paragraph(`hit${index}`, `通学路の対策は、第${index}地区で${index}か所が完了した。`)
      : paragraph(`n${index}`, `この段落は、公園の管理に関する${index}番目の説明であり、問いとは関係がない。`),
  );
  const hits = long.filter(({ id }) => id.startsWith("hit"));

  function extract(step: StepOf<"answer">): string {
    const found = step.blocks.flatMap(({ text }, index) =>
      text.startsWith("通学路") ? [`${text}[${index + 1}]`] : [],
    );
    return found.length === 0 ? "該当なし" : found.join("\n");
  }

  test("passages are asked for in chunks; the last step gets the cited blocks in their own words", async () => {
    const runner = new ScriptedSteps("answer", extract);
    const result = await resultOf(
      answer(request({ blocks: long, question: "通学路の対策はどれだけ完了したか。" }), runner),
    );
    const chunks = runner.steps.filter(({ options }) => options.part === "chunk");
    const room = stepBudget(card).sourceCharacters;
    expect(chunks.length).toBeGreaterThan(3);
    for (const { blocks } of chunks) {
      expect(blocks.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(room);
    }
    expect(chunks.flatMap(({ blocks }) => blocks.map(({ id }) => id))).toEqual(long.map(({ id }) => id));
    const final = runner.steps.at(-1)!;
    expect(final.options.part).toBe("final");
    expect(final.blocks.map(({ id, text }) => [id, text])).toEqual(hits.map(({ id, text }) => [id, text]));
    expect(result.statements.map(({ sources }) => sources)).toEqual(hits.map(({ id }) => [id]));
    expect(result.findings).toEqual([]);
  });

  test("when no chunk holds anything, no answer is asked for", async () => {
    const runner = new ScriptedSteps("answer", () => "該当なし");
    const result = await resultOf(answer(request({ blocks: long }), runner));
    expect(runner.steps.every(({ options }) => options.part === "chunk")).toBe(true);
    expect([result.unanswered, result.text]).toEqual([true, "お示しの資料からは確認できません。"]);
  });

  test("too many passages: those nearest to the question are taken, and the rest is named", async () => {
    const everything = (step: StepOf<"answer">): string =>
      step.options.part === "chunk"
        ? step.blocks.map(({ text }, index) => `${text}[${index + 1}]`).join("\n")
        : extract(step);
    const runner = new ScriptedSteps("answer", everything);
    const result = await resultOf(
      answer(request({ blocks: long, question: "通学路の対策はどれだけ完了したか。" }), runner),
    );
    expect(result.statements.map(({ sources }) => sources)).toEqual(hits.map(({ id }) => [id]));
    expect(result.findings).toContainEqual(
      expect.objectContaining({ code: "materials-shortened", severity: "warning" }),
    );
  });

  test("a chunk that is cut or does not fit is halved; an answer without room is written from the nearest half", async () => {
    const cut = new ScriptedSteps("answer", (step, call) =>
      call === 1 ? answered("通学路の", "length") : call === 2 ? failed("input-too-large") : extract(step),
    );
    const result = await resultOf(
      answer(request({ blocks: long, question: "通学路の対策はどれだけ完了したか。" }), cut),
    );
    expect(result.statements.map(({ sources }) => sources)).toEqual(hits.map(({ id }) => [id]));
    let finals = 0;
    const full = new ScriptedSteps("answer", (step) => {
      if (step.options.part === "chunk") return extract(step);
      finals += 1;
      return finals === 1 ? failed("input-too-large") : extract(step);
    });
    expect((await resultOf(answer(request({ blocks: long, question: "通学路はどうか。" }), full))).unanswered).toBe(
      false,
    );
  });
});
