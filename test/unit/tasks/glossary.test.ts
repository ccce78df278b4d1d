import { composeMessages } from "@genai-office/shared/prompts";
import { answer, minutes, reply, summarize, translate } from "@genai-office/shared/tasks";
import type { Block, Finding, Glossary, ModelCard, Step, TaskName } from "@genai-office/shared/vocabulary";
import { cardWith } from "./scripted-runner";
import { resultOf, ScriptedSteps } from "./scripted-steps";
import { TranslateRunner } from "./translate-runner";

const glossary: Glossary = {
  id: "common",
  version: "1",
  languages: ["ja", "en"],
  terms: [
    { ja: "看護師", en: "nurse", kind: "term", forbidden: ["看護婦"] },
    { ja: "内閣府", en: "Cabinet Office", kind: "name", forbidden: ["Prime Minister's Office"] },
    { ja: "予算", en: "budget", kind: "term" },
  ],
};
const card = (task: TaskName): ModelCard =>
  cardWith(8192, { outputTokens: 2048, tokensPerCharacter: 1.2, tasks: [task] });
const source = "看護婦を各病院に三名配置する。";
const block = (kind: Block["kind"], label?: string): Block[] => [
  { id: "b1", text: source, kind, ...(label === undefined ? {} : { label }) },
];
const common = { declaredClass: "none", confirmed: false, documentHash: "0".repeat(64), glossary } as const;
const answerWith = "看護婦を各病院に三名配置する。";
const rule = { source: "看護師", target: "看護師", forbidden: ["看護婦"] };

/** What every task that writes in the language of its source owes the glossary. */
function expectEnforced(step: Step, text: string, findings: readonly Finding[]): void {
  expect(step.options).toMatchObject({ terms: [rule] });
  const prompt = composeMessages(step, card(step.task), () => "m")
    .map(({ content }) => content)
    .join("\n");
  expect(prompt).toContain("- 看護師（「看護婦」とは書かない）");
  expect(prompt.indexOf("- 看護師（")).toBeGreaterThan(prompt.lastIndexOf(source));
  const found = findings.filter(({ code }) => code === "term-forbidden");
  expect(found).toHaveLength(1);
  expect(found[0]!.values).toEqual({ found: "看護婦", preferred: "看護師" });
  const { start, end } = found[0]!.output!;
  expect(text.slice(start, end)).toBe("看護婦");
}

describe("a glossary is named in the prompt and looked for in the output", () => {
  test("summarize", async () => {
    const runner = new ScriptedSteps("summarize", () => `・${answerWith}[1]`);
    const length = { kind: "bullets", count: 1 } as const;
    const request = { ...common, blocks: block("paragraph"), length, language: "ja", card: card("summarize") } as const;
    const { text, findings } = await resultOf(summarize(request, runner));
    expectEnforced(runner.steps[0]!, text, findings);
  });

  test("minutes", async () => {
    const runner = new ScriptedSteps("minutes", () => `議題：配置\n議論：${answerWith} [1]`);
    const request = { ...common, blocks: block("utterance", "議長"), card: card("minutes") };
    const { text, findings } = await resultOf(minutes(request, runner));
    expectEnforced(runner.steps[0]!, text, findings);
  });

  test("reply", async () => {
    const runner = new ScriptedSteps(
      "reply",
      () => `宛名：御担当者様\n挨拶：お世話になっております。\n結論：${answerWith}`,
    );
    const request = {
      ...common,
      blocks: block("message", "御担当者"),
      intention: "了解した",
      tone: "polite",
      language: "ja",
      card: card("reply"),
    } as const;
    const { text, findings } = await resultOf(reply(request, runner));
    expectEnforced(runner.steps[0]!, text, findings);
  });

  test("answer", async () => {
    const runner = new ScriptedSteps("answer", () => `${answerWith}[1]`);
    const request = {
      ...common,
      blocks: block("paragraph"),
      question: "何名配置するか。",
      form: "plain",
      language: "ja",
      card: card("answer"),
    } as const;
    const { text, findings } = await resultOf(answer(request, runner));
    expectEnforced(runner.steps[0]!, text, findings);
  });

  test("translate: the terms of each step's own blocks, beside those of the person", async () => {
    const runner = new TranslateRunner(() => "The Prime Minister's Office sets the plan.");
    const blocks: Block[] = [{ id: "b1", text: "内閣府は計画を定める。", kind: "paragraph" }];
    const terms = [{ source: "計画", target: "programme" }];
    const request = { ...common, blocks, from: "ja", to: "en", terms, card: card("translate") } as const;
    const { findings } = await resultOf(translate(request, runner));
    expect(runner.steps[0]!.options.terms).toEqual([
      { source: "内閣府", target: "Cabinet Office", forbidden: ["Prime Minister's Office"] },
      terms[0],
    ]);
    expect(findings.filter(({ guard }) => guard === "terms")).toMatchObject([
      { code: "term-not-used", values: { source: "計画", target: "programme" } },
      { code: "term-forbidden", values: { found: "Prime Minister's Office", preferred: "Cabinet Office" } },
    ]);
  });

  test("without a glossary, or without its words in the source, a step is as before", async () => {
    const runner = new ScriptedSteps("summarize", () => "予算を定める。[1]");
    const blocks: Block[] = [{ id: "b1", text: "予算を定める。", kind: "paragraph" }];
    const length = { kind: "characters", characters: 7 } as const;
    const request = { ...common, blocks, length, language: "ja", card: card("summarize") } as const;
    const { findings } = await resultOf(summarize(request, runner));
    expect(runner.steps[0]!.options).not.toHaveProperty("terms");
    expect(findings.filter(({ guard }) => guard === "terms")).toEqual([]);
  });
});
