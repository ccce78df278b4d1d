import { createMasking, textsOfStep } from "@genai-office/shared/guards";
import { maskedRunner, minutes, reply, summarize, translate } from "@genai-office/shared/tasks";
import type { Block, GenerateEvent, Step, StepRunner } from "@genai-office/shared/vocabulary";
import { stepOf } from "../../../support/test-step";
import { answered, cardWith } from "../scripted-runner";
import { resultOf, ScriptedSteps, type StepOf } from "../scripted-steps";

const names = ["山田", "佐藤", "高橋", "sato@example.go.jp", "03-3581-1234"];
const asked = { declaredClass: "none", confirmed: false, documentHash: "0".repeat(64) } as const;
const card = cardWith(8192, {
  outputTokens: 2048,
  tokensPerCharacter: 1.2,
  tasks: ["summarize", "translate", "minutes", "reply"],
});

function block(id: string, text: string, kind: Block["kind"] = "paragraph", label?: string): Block {
  return { id, text, kind, ...(label === undefined ? {} : { label }) };
}

/** Placeholders of a text, in their order. */
function placeholders(text: string): string[] {
  return text.match(/\[[A-Z]+-[A-Z]+\]/g) ?? [];
}

/** A stand-in model; fails the test when a name has left. */
function model<Task extends Step["task"]>(
  task: Task,
  write: (step: StepOf<Task>) => GenerateEvent[] | string,
): StepRunner {
  return new ScriptedSteps(task, (step) => {
    expect(step.masked).toBe(true);
    for (const text of textsOfStep(step)) for (const name of names) expect(text).not.toContain(name);
    return write(step);
  });
}

async function eventsOf(runner: StepRunner, step: Step): Promise<GenerateEvent[]> {
  const events: GenerateEvent[] = [];
  for await (const event of runner.run(step)) events.push(event);
  return events;
}

const words = (events: GenerateEvent[]): string =>
  events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");

describe("tasks over a masked runner, with a model that reorders the placeholders", () => {
  test("summarize: statements hold the names, and the guards see them", async () => {
    const blocks = [
      block("a", "山田課長は、令和８年４月から窓口を二つ増やすことを決めた。"),
      block("b", "佐藤係長は、改修の費用が１２０万円であると報告した。"),
    ];
    const runner = model("summarize", ({ blocks: [first, second] }) => {
      const [yamada] = placeholders(first!.text);
      const [sato] = placeholders(second!.text);
      return `${sato!.toLowerCase()}係長は、費用が120万円であると報告した。[2]${yamada}課長は、令和8年4月から窓口を二つ増やすことを決めた。[1]`;
    });
    const result = await resultOf(
      summarize(
        { ...asked, blocks, card, length: { kind: "characters", characters: 60 }, language: "ja" },
        maskedRunner(runner, createMasking()),
      ),
    );
    expect(result.statements.map(({ text, sources }) => [text, sources])).toEqual([
      ["佐藤係長は、費用が120万円であると報告した。", ["b"]],
      ["山田課長は、令和8年4月から窓口を二つ増やすことを決めた。", ["a"]],
    ]);
    expect(result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("translate: every block keeps its names", async () => {
    const blocks = [
      block("a", "山田太郎課長は、佐藤係長に資料を送付した。"),
      block("b", "連絡先は、sato@example.go.jp 又は 03-3581-1234 である。"),
    ];
    const runner = model("translate", ({ blocks: [first, second] }) => {
      const [yamada, sato] = placeholders(first!.text);
      const [mail, phone] = placeholders(second!.text);
      return `[[1]] Section Chief ${sato} received the materials from Director ${yamada}.\n[[2]] The contact is ${phone} or ${mail}.`;
    });
    const result = await resultOf(
      translate({ ...asked, blocks, card, from: "ja", to: "en" }, maskedRunner(runner, createMasking())),
    );
    expect(result.blocks.map(({ text }) => text)).toEqual([
      "Section Chief 佐藤 received the materials from Director 山田太郎.",
      "The contact is 03-3581-1234 or sato@example.go.jp.",
    ]);
  });

  test("translate: a block that has lost somebody is asked for again, alone", async () => {
    const blocks = [block("a", "山田課長は、資料を送付した。"), block("b", "佐藤係長は、資料を確認した。")];
    let calls = 0;
    const runner = model("translate", (step) => {
      calls += 1;
      const lines = step.blocks.map(({ text }, index) => {
        const name = calls === 1 && index === 1 ? "The chief" : placeholders(text)[0]!;
        return `[[${index + 1}]] ${name} ${text.includes("確認") ? "checked" : "sent"} the materials.`;
      });
      return lines.join("\n");
    });
    const result = await resultOf(
      translate({ ...asked, blocks, card, from: "ja", to: "en" }, maskedRunner(runner, createMasking())),
    );
    expect(calls).toBe(2);
    expect(result.text).toBe("山田 sent the materials.\n佐藤 checked the materials.");
  });

  test("translate: a block that loses somebody every time has no translation, instead of one without the name", async () => {
    const blocks = [block("a", "山田課長は、資料を送付した。"), block("b", "佐藤係長は、資料を確認した。")];
    const runner = model("translate", ({ blocks: sent }) =>
      sent
        .map(
          ({ text }, index) =>
            `[[${index + 1}]] ${text.includes("確認") ? "He checked" : placeholders(text)[0]! + " sent"} the materials.`,
        )
        .join("\n"),
    );
    const result = await resultOf(
      translate({ ...asked, blocks, card, from: "ja", to: "en" }, maskedRunner(runner, createMasking())),
    );
    expect(result.blocks.map(({ text }) => text)).toEqual(["山田 sent the materials.", ""]);
    expect(result.blocks[1]!.findings.map(({ code }) => code)).toContain("block-untranslated");
  });

  test("minutes: lines cite the original utterances, speakers and owners are restored", async () => {
    const utterance = (id: string, label: string, text: string): Block => block(id, text, "utterance", label);
    const blocks = [
      utterance("u1", "山田委員 00:00:00", "窓口の予約制の費用は百八十万円です。"),
      utterance("u2", "佐藤委員 00:00:10", "試行は令和八年三月二日から始めることを決定とします。"),
      utterance("u3", "山田委員 00:00:20", "原稿は高橋さんが作成し、広報課に渡してください。"),
    ];
    const runner = model("minutes", ({ blocks: sent }) => {
      const [takahashi] = placeholders(sent[2]!.text);
      const [yamada] = placeholders(sent[0]!.label!);
      return `議題：窓口の予約制\n議論：${yamada}委員から、費用は180万円との説明があった。[1]\n決定：試行を令和8年3月2日から始める。[2]\n宿題：原稿を作成し、広報課に渡す｜担当：${takahashi}｜期限：未定 [3]`;
    });
    const result = await resultOf(minutes({ ...asked, blocks, card }, maskedRunner(runner, createMasking())));
    expect(result.topics[0]!.discussion[0]!.text).toBe("山田委員から、費用は180万円との説明があった。");
    expect(result.actions[0]!.owner).toBe("高橋");
    expect(result.speakers).toEqual(["山田委員", "佐藤委員"]);
    expect(result.unsupported).toEqual([]);
  });

  test("reply: greeting and address hold the names", async () => {
    const blocks = [
      block(
        "m1",
        "佐藤様\nお世話になっております。山田です。\n・調査は、１０月１５日（水）の午後１時から可能でしょうか。\nsato@example.go.jp",
        "message",
        "山田太郎 / 2025-10-02T14:30 / 質問",
      ),
    ];
    const runner = model("reply", (step) => {
      const [sato] = placeholders(step.options.sender!);
      const [yamada] = placeholders(step.blocks[0]!.label!);
      return `宛名：${yamada}様\n挨拶：お世話になっております。総務課の${sato}です。\n結論：次のとおり回答いたします。\n回答1：10月15日（水）の午後1時から可能です。\n詳細：なし\n結び：よろしくお願いいたします。\n署名：総務課 ${sato}`;
    });
    const result = await resultOf(
      reply(
        {
          ...asked,
          blocks,
          card,
          intention: "10月15日の午後1時から可能",
          tone: "polite",
          language: "ja",
          sender: "総務課 佐藤",
        },
        maskedRunner(runner, createMasking()),
      ),
    );
    expect(result.text).toContain("山田太郎様");
    expect(result.text).toContain("総務課の佐藤です。");
    expect(result.text).not.toMatch(/PERSON/);
  });
});

describe("a masked runner", () => {
  const source = { ...stepOf("answer"), blocks: [block("a", "担当は山田太郎様と佐藤様である。")] };

  test("restores a placeholder that is cut across deltas, whatever the cut", async () => {
    const runner = model("answer", ({ blocks: [first] }) =>
      [...`担当は${placeholders(first!.text).reverse().join("と")}。`]
        .map((text): GenerateEvent => ({ type: "text-delta", text }))
        .concat({ type: "finished", reason: "stop" }),
    );
    const events = await eventsOf(maskedRunner(runner, createMasking()), source);
    expect(words(events)).toBe("担当は佐藤と山田太郎。");
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
  });

  test.each([
    ["one letter wrong", (name: string) => name.replace(/.(?=\]$)/, (letter) => (letter === "Z" ? "B" : "Z"))],
    ["never given out", () => "[PERSON-ZZZC]"],
    ["without its letters", () => "[PERSON]"],
  ])("refuses an answer with a placeholder %s", async (_, change) => {
    const runner = model("answer", ({ blocks: [first] }) =>
      answered(`担当は${change(placeholders(first!.text)[0]!)}である。`),
    );
    const events = await eventsOf(maskedRunner(runner, createMasking()), source);
    const last = events.at(-1)!;
    if (last.type !== "failed") throw new Error(last.type);
    expect(last.error.code).toBe("placeholder-lost");
    expect(last.partial).toBe(words(events));
    expect(words(events)).not.toMatch(/PERSON/);
  });

  test("an answer may leave a person out", async () => {
    const runner = model("answer", () => answered("総額は1,250万円である。"));
    const events = await eventsOf(maskedRunner(runner, createMasking()), source);
    expect(events.at(-1)).toEqual({ type: "finished", reason: "stop" });
  });

  test("what was written so far is masked when the step goes on", async () => {
    const runner = model("answer", (step) => {
      expect(step.written).toMatch(/^担当は\[PERSON-[A-Z]+\]と、?$/);
      return answered("もう一人である。");
    });
    const masking = createMasking();
    const events = await eventsOf(maskedRunner(runner, masking), { ...source, written: "担当は山田太郎と" });
    expect(words(events)).toBe("もう一人である。");
  });

  test("every text of every task leaves masked", async () => {
    const secret = "担当は山田太郎様";
    const steps: Step[] = [
      { ...stepOf("summarize"), options: { ...stepOf("summarize").options, instruction: secret } },
      {
        ...stepOf("translate"),
        options: {
          from: "ja",
          to: "en",
          terms: [{ source: secret, target: secret, forbidden: [secret] }],
          instruction: secret,
        },
      },
      { ...stepOf("minutes"), options: { part: "chunk", speakers: [secret], instruction: secret } },
      { ...stepOf("reply"), options: { ...stepOf("reply").options, intention: secret, sender: secret } },
      { ...stepOf("answer"), options: { ...stepOf("answer").options, question: secret, instruction: secret } },
      { ...stepOf("chat"), options: { messages: [{ role: "user", content: secret }] } },
      {
        ...stepOf("research"),
        options: {
          ...stepOf("research").options,
          inputs: {
            values: { text: secret, list: [secret] },
            files: {},
            conversation: [{ values: { text: secret }, answer: secret }],
          },
        },
      } as unknown as Step,
    ];
    for (const step of steps) {
      let seen = "";
      const runner: StepRunner = {
        async *run(masked) {
          seen = JSON.stringify(masked);
          await Promise.resolve();
          yield { type: "finished", reason: "stop" };
        },
      };
      const withLabel = { ...step, blocks: [block("a", secret, "paragraph", secret)], written: secret };
      await eventsOf(maskedRunner(runner, createMasking()), withLabel);
      expect(seen).toContain('"masked":true');
      expect(seen).not.toContain("山田");
    }
  });

  test("leaving the loop closes the runner underneath", async () => {
    let closed = false;
    const runner: StepRunner = {
      async *run() {
        try {
          await Promise.resolve();
          for (;;) yield { type: "text-delta", text: "あ。\n" };
        } finally {
          closed = true;
        }
      },
    };
    for await (const event of maskedRunner(runner, createMasking()).run(source)) {
      expect(event.type).toBe("text-delta");
      break;
    }
    expect(closed).toBe(true);
  });
});
