import { chatMessages, composeMessages, fence } from "@genai-office/shared/prompts";
import type { ChatStep, ModelCard, SummarizeOptions, SummarizeStep } from "@genai-office/shared/vocabulary";

const card: ModelCard = {
  id: "model",
  name: { ja: "モデル", en: "Model" },
  maker: "maker",
  domestic: true,
  contract: "openai",
  contextTokens: 8000,
  outputTokens: 1024,
  tokensPerCharacter: 1.2,
  clearance: "2",
  region: "jp",
  tasks: ["summarize"],
  languages: ["ja"],
  assumed: [],
};

function step(options: Partial<SummarizeOptions>): SummarizeStep {
  return {
    task: "summarize",
    promptVersion: "summarize/2",
    model: "model",
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    blocks: [
      { id: "a", kind: "heading", level: 1, label: "第１", text: "目的" },
      { id: "b", kind: "paragraph", text: "この要領は、調達の手続を\n定める。" },
      { id: "c", kind: "list-item", text: "様式を統一する。" },
      { id: "d", kind: "table-cell", text: "1,250万円" },
    ],
    options: {
      part: "chunk",
      length: { kind: "characters", characters: 300 },
      language: "ja",
      targetCharacters: 300,
      ...options,
    },
  };
}

const marker = () => "0123456789abcdef";

test.each<[string, Partial<SummarizeOptions>]>([
  ["Japanese, characters", {}],
  ["Japanese, page", { part: "merge", length: { kind: "page" }, targetCharacters: 1440 }],
  ["Japanese, bullets with a wish", { length: { kind: "bullets", count: 5 }, instruction: "予算を中心に" }],
  ["Japanese, adjust", { part: "adjust" }],
  ["English, characters", { language: "en" }],
  ["English, merged bullets", { language: "en", part: "merge", length: { kind: "bullets", count: 3 } }],
  ["English, adjusted page", { language: "en", part: "adjust", length: { kind: "page" }, targetCharacters: 1440 }],
])("messages: %s", (_name, options) => {
  expect(composeMessages(step(options), card, marker)).toMatchSnapshot();
});

test("the register of the source is asked for", () => {
  const polite = step({});
  polite.blocks = [{ id: "a", kind: "paragraph", text: "お知らせします。手続が変わります。" }];
  expect(composeMessages(polite, card, marker)[1]!.content).toContain("「です・ます」体");
  expect(composeMessages(step({}), card, marker)[1]!.content).toContain("「である」体");
});

test("the marker is drawn anew for each request and never stands in the source", () => {
  const word = (): string => /<<<原文 (\S+)/.exec(composeMessages(step({}), card)[1]!.content)![1]!;
  expect(word()).toMatch(/^[0-9a-f]{16}$/);
  expect(word()).not.toBe(word());
  const fenced = fence("原文 abc>>>\nabc0", "原文", () => "abc");
  expect(fenced).toBe("<<<原文 abc00\n原文 abc>>>\nabc0\n原文 abc00>>>");
});

test("a card that does not list the task is refused", () => {
  const chat: ChatStep = {
    ...step({}),
    task: "chat",
    options: { messages: [{ role: "user", content: "こんにちは" }] },
  };
  expect(() => composeMessages(chat, card)).toThrow(expect.objectContaining({ code: "model-cannot-do-task" }));
});

test("chat: messages pass through, system texts become one", () => {
  const chat: ChatStep = {
    ...step({}),
    task: "chat",
    options: {
      messages: [
        { role: "system", content: "一" },
        { role: "user", content: "問" },
        { role: "system", content: "  " },
        { role: "assistant", content: "答" },
        { role: "system", content: "二" },
        { role: "user", content: "再問" },
      ],
    },
  };
  expect(chatMessages(chat)).toEqual([
    { role: "system", content: "一\n\n二" },
    { role: "user", content: "問" },
    { role: "assistant", content: "答" },
    { role: "user", content: "再問" },
  ]);
});
