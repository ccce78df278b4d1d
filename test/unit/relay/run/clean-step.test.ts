import { cleanStep } from "../../../../relay/src/run/clean-step";
import type { Step } from "@genai-office/shared/vocabulary";

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
