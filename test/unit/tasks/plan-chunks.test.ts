import type { Block } from "@genai-office/shared/vocabulary";
import { blockCost, planChunks } from "../../../shared/src/tasks/summarize/plan-chunks";

const card = { tokensPerCharacter: 1 };
const source = (blocks: Block[]) => blocks.map((block) => ({ block, sources: [block.id] }));
const paragraph = (id: string, text: string): Block => ({ id, kind: "paragraph", text });
const heading = (id: string, text = "見出し"): Block => ({ id, kind: "heading", level: 1, text });
const ids = (chunks: ReturnType<typeof planChunks>) => chunks.map((chunk) => chunk.map((item) => item.block.id));
const cost = (chunk: { block: Block }[]) => chunk.reduce((sum, item) => sum + blockCost(item.block, card), 0);

test("one chunk when all fits", () => {
  expect(ids(planChunks(source([heading("h"), paragraph("a", "文。".repeat(40))]), 200, card))).toEqual([["h", "a"]]);
});

test("chunks are even, as few as the budget allows, and lose nothing", () => {
  const blocks = Array.from({ length: 50 }, (_, index) => paragraph(`p${index}`, "あ".repeat(93)));
  const chunks = planChunks(source(blocks), 1200, card);
  expect(chunks).toHaveLength(5);
  for (const chunk of chunks) expect(cost(chunk)).toBeLessThanOrEqual(1200);
  expect(Math.min(...chunks.map(cost))).toBeGreaterThan(800);
  expect(ids(chunks).flat()).toEqual(blocks.map((block) => block.id));
});

test("a heading stays with what follows it", () => {
  const blocks = [paragraph("a", "あ".repeat(60)), heading("h1"), heading("h2"), paragraph("b", "い".repeat(60))];
  expect(ids(planChunks(source(blocks), 95, card))).toEqual([["a"], ["h1", "h2", "b"]]);
});

test("a block over the budget is cut at sentence ends and keeps its source", () => {
  const sentence = "委員会は「次の事項を行う。」と定めた。";
  const text = sentence.repeat(20);
  const chunks = planChunks(source([paragraph("a", text), paragraph("b", "終わる。")]), 100, card);
  const pieces = chunks.flat();
  expect(
    pieces
      .filter((item) => item.sources[0] === "a")
      .map((item) => item.block.text)
      .join(""),
  ).toBe(text);
  expect(new Set(pieces.map((item) => item.block.id)).size).toBe(pieces.length);
  for (const chunk of chunks) expect(cost(chunk)).toBeLessThanOrEqual(100);
  for (const item of pieces) expect(item.block.text.endsWith("。")).toBe(true);
});

test("a sentence over the budget is cut after 、 or hard, never inside a surrogate pair", () => {
  const listed = "第一の項目、第二の項目、第三の項目、".repeat(30);
  const pieces = planChunks(source([paragraph("a", listed)]), 60, card).flat();
  for (const item of pieces) expect(item.block.text.endsWith("、")).toBe(true);
  const hard = "𠮷".repeat(100);
  const parts = planChunks(source([paragraph("b", hard)]), 40, card).flat();
  expect(parts.map((item) => item.block.text).join("")).toBe(hard);
  for (const item of parts) expect(item.block.text).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
});
