import { composeMessages } from "@genai-office/shared/prompts";
import { estimateTokens } from "@genai-office/shared/language";
import { reply, thread, type ReplyRequest } from "@genai-office/shared/tasks";
import type { Block } from "@genai-office/shared/vocabulary";
import { parseStep } from "../../../../relay/src/routes/step-schema";
import { createOfflineEngine } from "../../../../relay/src/upstreams/offline";
import { answered, cardWith } from "../scripted-runner";
import { resultOf, ScriptedSteps, type StepOf } from "../scripted-steps";

const embedded = cardWith(1_000_000, { contract: "offline", outputTokens: 20_000, tasks: ["reply", "thread"] });
const small = cardWith(8192, { outputTokens: 2048, tokensPerCharacter: 1.2, tasks: ["reply", "thread"] });

function questionnaire(count: number, more = ""): Block {
  const questions = Array.from(
    { length: count },
    (_, index) => `問${index + 1}　第${index + 1}区の広場の面積は何平米ですか。`,
  );
  return { id: "m", kind: "message", label: "照井 / 2026-11-20 09:00", text: [more, ...questions].join("\n") };
}

function request(count: number, more: Partial<ReplyRequest> = {}): ReplyRequest {
  return {
    blocks: [questionnaire(count, "下記の各問に12月11日までにご回答ください。\n")],
    intention: "第7区の広場は80平米",
    tone: "polite",
    language: "ja",
    sender: "高崎 実",
    card: embedded,
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    ...more,
  };
}

const notListed = (findings: { code: string; values?: object }[]): unknown[] =>
  findings.flatMap(({ code, values }) => (code === "requests-not-listed" ? [values] : []));

describe("a mail with many questions", () => {
  test("each is answered or marked in the reply of the embedded engine", async () => {
    const result = await resultOf(reply(request(180), createOfflineEngine()));
    expect(result.questions).toHaveLength(180);
    expect(result.questions.filter(({ answered: is }) => is).map(({ text }) => text)).toEqual([
      "第7区の広場の面積は何平米ですか。",
    ]);
    expect(result.text.match(/【要確認】/g)).toHaveLength(179);
    expect(notListed(result.findings)).toEqual([]);
    expect(result.findings.filter(({ code }) => code !== "question-unanswered")).toEqual([]);
  });

  test("what is beyond the list is told with its count, in the draft too", async () => {
    const result = await resultOf(reply(request(230), createOfflineEngine()));
    expect(result.questions).toHaveLength(200);
    expect(notListed(result.findings)).toEqual([{ count: 30 }]);
    expect(result.text).toContain("【要確認】このほか、30件の御質問・御依頼があり、ここには挙げていません。");
    expect(result.findings.map(({ code }) => code)).not.toContain("figure-not-in-source");
    const english = await resultOf(reply(request(201, { language: "en" }), createOfflineEngine()));
    expect(english.text).toContain("[To be confirmed] Your message asks 1 more thing that is not listed here.");
  });

  test("a thread summary lists them with their deadline, and tells how many more there are", async () => {
    const summary = (count: number) => resultOf(thread({ ...request(count), me: ["高崎 実"] }, createOfflineEngine()));
    const all = await summary(60);
    expect(all.requests).toHaveLength(60);
    expect(new Set(all.requests.map(({ dueDate }) => dueDate))).toEqual(new Set(["2026-12-11"]));
    expect(notListed(all.findings)).toEqual([]);
    const more = await summary(203);
    expect(more.requests).toHaveLength(200);
    expect(notListed(more.findings)).toEqual([{ count: 3 }]);
  });

  test("a small model is asked as many as it has room for; its prompt fits and numbers the same questions", async () => {
    const lines = (step: StepOf<"reply">): string => {
      expect(parseStep(JSON.parse(JSON.stringify(step)))).toEqual(step);
      const prompt = composeMessages(step, small).map(({ content }) => content);
      expect(estimateTokens(prompt.join("\n"), small)).toBeLessThanOrEqual(8192 - 2048);
      const numbers = [...prompt.join("\n").matchAll(/^(\d+) 第(\d+)区/gmu)].map(([, number, area]) => [number, area]);
      expect(numbers.length).toBeGreaterThan(20);
      expect(numbers.length).toBeLessThan(180);
      for (const [number, area] of numbers) expect(number).toBe(area);
      return `結論：回答します。\n${numbers.map(([number]) => `回答${number}：${number === "7" ? "80平米です。" : "要確認"}`).join("\n")}\n結び：以上です。`;
    };
    const runner = new ScriptedSteps("reply", lines);
    const result = await resultOf(reply(request(180, { card: small }), runner));
    expect(result.questions).toHaveLength(180);
    expect(result.questions.findIndex(({ answered: is }) => is)).toBe(6);
    const notPut = result.findings.find(({ code }) => code === "questions-not-put");
    expect(notPut!.values!.count).toBe(180 - runner.steps[0]!.options.questions!);
    expect(result.text.match(/【要確認】/g)).toHaveLength(179);
  });

  test("a small model is asked all that a mail asks which fits as it is", async () => {
    const questions = Array.from(
      { length: 20 },
      (_, index) => `${index + 1}　${"公園の".repeat(25)}第${index + 1}区は何平米ですか。`,
    );
    const blocks: Block[] = [{ id: "m", kind: "message", label: "照井", text: questions.join("\n") }];
    const runner = new ScriptedSteps("reply", () => "結論：回答します。\n回答1：要確認\n結び：以上です。");
    const result = await resultOf(reply(request(0, { card: small, blocks }), runner));
    expect(runner.steps[0]!.options.questions).toBeUndefined();
    expect(runner.steps[0]!.blocks).toMatchObject([{ text: blocks[0]!.text }]);
    expect(result.findings.map(({ code }) => code)).not.toContain("questions-not-put");
  });

  test("fewer are put when the answer was cut", async () => {
    const runner = new ScriptedSteps("reply", (step, call) =>
      call < 3 ? answered("結論：", "length") : `結論：回答します。\n回答1：要確認\n結び：以上です。`,
    );
    await resultOf(reply(request(180, { card: small }), runner));
    const put = runner.steps.map(({ options }) => options.questions!);
    expect(put.at(-1)!).toBeLessThan(put[0]!);
  });
});
