import { parseStatements } from "@genai-office/shared/tasks";
import { expectLinearTime } from "../../support/processor-time";

const flat = (answer: string, blocks = 9, bullets = false): [string, number[], string][] =>
  parseStatements(answer, blocks, bullets)
    .flat()
    .map(({ text, numbers, layout }) => [text, numbers, layout]);

test("marks after and before the full stop, and at the start of a line", () => {
  expect(flat("甲を行う。[1]乙を行う[2][3]。丙（「丁。」と戊）を行う。【4】\n[5] 己を行う。")).toEqual([
    ["甲を行う。", [1], "sentence"],
    ["乙を行う。", [2, 3], "sentence"],
    ["丙（「丁。」と戊）を行う。", [4], "sentence"],
    ["己を行う。", [5], "sentence"],
  ]);
});

test("numbers that name no block are dropped, doubles counted once", () => {
  expect(flat("甲を行う。[2,0,12,2,1]", 3)).toEqual([["甲を行う。", [1, 2], "sentence"]]);
});

test("an answer without marks still becomes statements", () => {
  expect(flat("甲を行う。乙を行う。")).toEqual([
    ["甲を行う。", [], "sentence"],
    ["乙を行う。", [], "sentence"],
  ]);
});

test("round brackets count only without other marks, at the end of sentences, and when such blocks exist", () => {
  expect(flat("甲（1）を行う。(1,2)乙を行う（3）。")).toEqual([
    ["甲（1）を行う。", [1, 2], "sentence"],
    ["乙を行う。", [3], "sentence"],
  ]);
  expect(flat("甲を行う（2）。[1]")).toEqual([["甲を行う（2）。", [1], "sentence"]]);
  expect(flat("令和７年に行う。（2025）", 9)).toEqual([
    ["令和７年に行う。", [], "sentence"],
    ["（2025）", [], "sentence"],
  ]);
});

test("headings, bullets and paragraphs", () => {
  const paragraphs = parseStatements("## 背景\n甲を行う。[1]乙を行う。[2]\n【予算】\n・丙を行う。丁を行う。[3]", 5);
  expect(paragraphs.map((statements) => statements.map(({ text, layout }) => [text, layout]))).toEqual([
    [["背景", "heading"]],
    [
      ["甲を行う。", "sentence"],
      ["乙を行う。", "sentence"],
    ],
    [["【予算】", "heading"]],
    [["丙を行う。丁を行う。", "bullet"]],
  ]);
});

test("bullets: each line is an item, also numbered or without a mark", () => {
  expect(flat("1. 甲を行う。[1]\n② 乙を行う。[2]\n丙を行う。[3]", 5, true)).toEqual([
    ["甲を行う。", [1], "bullet"],
    ["乙を行う。", [2], "bullet"],
    ["丙を行う。", [3], "bullet"],
  ]);
});

test("English sentences keep their borders when the marks go", () => {
  expect(flat("The plan starts.[1]Two offices agreed. [2,3] Fine [4].")).toEqual([
    ["The plan starts.", [1], "sentence"],
    ["Two offices agreed.", [2, 3], "sentence"],
    ["Fine.", [4], "sentence"],
  ]);
});

test("remarks after the summary are not part of it", () => {
  expect(flat("甲を行う。[1]\n以上が要約です。")).toEqual([["甲を行う。", [1], "sentence"]]);
});

test("an answer without line ends is read in linear time", async () => {
  const sentences = (count: number): string =>
    Array.from({ length: count }, (_, index) => `第${index}回の会議で予算を議論した。[${(index % 5) + 1}]`).join("");
  const paragraphs = parseStatements(sentences(4_000), 5);
  expect(paragraphs).toHaveLength(1);
  expect(paragraphs[0]).toHaveLength(4_000);
  expect(paragraphs[0]![3_999]).toEqual({
    text: "第3999回の会議で予算を議論した。",
    numbers: [5],
    layout: "sentence",
  });
  await expectLinearTime((count) => parseStatements(sentences(count), 5), 2_000);
});
