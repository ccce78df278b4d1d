import { createMasking, textsOfStep } from "@genai-office/shared/guards";
import { maskedStep } from "@genai-office/shared/tasks";
import type { Step, TaskName } from "@genai-office/shared/vocabulary";
import { parseStep, stepSchema } from "../../../../relay/src/routes/step-schema";
import { cleanStep } from "../../../../relay/src/run/clean-step";
import { filledStep } from "../../../support/filled-step";

/** Names, not texts: they are looked up, or say what the step is; none of them is written into a prompt. */
const names = /^(?:promptVersion|model|blocks\.0\.(?:id|style)|options\.(?:app|ticket)|options\.inputs\.files\..*)$/;

const tasks = stepSchema.options.map(({ entries }) => entries.task.literal);

function placesOf(task: TaskName, textAt: (count: number) => string) {
  const { step, texts } = filledStep(task, textAt);
  // The schema takes what was made of it, and nothing of it is dropped.
  expect(parseStep(step)).toEqual(step);
  return { step, texts: texts.filter(({ place }) => !names.test(place)) };
}

describe("every text that the contract of a task knows", () => {
  test.each(tasks.filter((task) => task !== "research"))("is cleaned: %s", (task) => {
    const { step, texts } = placesOf(task, (count) => `語\u200b${count}\u{e0041}番`);
    expect(texts.length).toBeGreaterThan(3);
    const clean = JSON.stringify(cleanStep(step));
    const dirty = texts.filter(({ text }) => clean.includes(text)).map(({ place }) => place);
    expect(dirty).toEqual([]);
    for (const { text } of texts) expect(clean).toContain(text.replace(/\u200b|\u{e0041}/gu, ""));
  });

  test.each(tasks)("is judged by the gate and masked: %s", (task) => {
    const { step, texts } = placesOf(task, (count) => `連絡先は a${count}@example.go.jp です。`);
    const judged = textsOfStep(step).join("\n");
    const unjudged = texts.filter(({ text }) => !judged.includes(text)).map(({ place }) => place);
    expect(unjudged).toEqual([]);
    const masked = JSON.stringify(maskedStep(step, createMasking()));
    const unmasked = texts.filter(({ text }) => masked.includes(/a\d+@/.exec(text)![0])).map(({ place }) => place);
    expect(unmasked).toEqual([]);
  });
});

const base = {
  promptVersion: "x/1",
  model: "m",
  declaredClass: "1",
  confirmed: false,
  documentHash: "",
  blocks: [{ id: "a", text: "予\u200b算", kind: "paragraph" }],
} as const;

test("what nobody sees is taken out of blocks and messages", () => {
  const chat = {
    ...base,
    task: "chat",
    options: { messages: [{ role: "user", content: `要約\u{e0041}して` }] },
  } as unknown as Step;
  expect(cleanStep(chat)).toMatchObject({
    blocks: [{ id: "a", text: "予算" }],
    options: { messages: [{ role: "user", content: "要約して" }] },
  });
});

test("the form of an AI app stays as it was filled in", () => {
  const research = {
    ...base,
    task: "research",
    blocks: [],
    options: { app: "a", inputs: { q: "予\u200b算" }, sessionId: "s" },
  } as unknown as Step;
  expect(cleanStep(research)).toBe(research);
});
