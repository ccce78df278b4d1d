import { findCitations, formatCitation, openCitationStart } from "@genai-office/shared/prompts";

test.each<[string, number[][]]>([
  ["実施する。[1,3]", [[1, 3]]],
  ["実施する。［１，３］", [[1, 3]]],
  ["実施する[1][3]。", [[1], [3]]],
  ["実施する。【2】", [[2]]],
  ["実施する。【4†source】", [[4]]],
  ["実施する。[段落1、段落3]", [[1, 3]]],
  ["実施する。[出典: 2-4]", [[2, 3, 4]]],
  ["Done. [1, 2]", [[1, 2]]],
  ["Done. [Source 1; 2]", [[1, 2]]],
  ["【概要】実施する。", []],
  ["[注1]を見る。", []],
  ["配列[]と[9-1]", []],
  ["(1) 目的", []],
])("%j", (text, numbers) => {
  expect(findCitations(text).map((mark) => mark.numbers)).toEqual(numbers);
});

test("round brackets only when asked for, and a space before a mark belongs to it", () => {
  expect(findCitations("実施する（1、3）。", true)).toEqual([{ start: 4, end: 9, numbers: [1, 3] }]);
  expect(findCitations("Done. [2] Next.")).toEqual([{ start: 5, end: 9, numbers: [2] }]);
});

test("what is written is read back", () => {
  expect(findCitations(`文。${formatCitation([1, 12])}`)[0]!.numbers).toEqual([1, 12]);
});

test.each<[string, number]>([
  ["実施する。[1,", 5],
  ["実施する。［", 5],
  ["実施する。【概要", 8],
  ["実施する。[1]", 8],
  ["Done. ", 5],
  ["Done. [1", 5],
])("the end of %j may begin a mark at %i", (text, start) => {
  expect(openCitationStart(text)).toBe(start);
});
