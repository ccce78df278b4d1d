import { layOutStatements } from "@genai-office/shared/pane";
import type { Finding, Statement } from "@genai-office/shared/vocabulary";

const sentence = (text: string): Statement => ({ text, sources: ["p1"], layout: "sentence" });
const bullet = (text: string): Statement => ({ text, sources: ["p1"], layout: "bullet" });
const finding = (start: number, end: number): Finding => ({
  guard: "figures",
  code: "figure-not-in-source",
  severity: "error",
  output: { start, end },
});

describe("layOutStatements", () => {
  it("keeps sentences of one paragraph together and starts a group at each line", () => {
    const text = "甲は増えた。乙は減った。\n丙は同じ。";
    const { groups } = layOutStatements(
      text,
      [sentence("甲は増えた。"), sentence("乙は減った。"), sentence("丙は同じ。")],
      [],
    );
    expect(groups.map((group) => group.statements.map((placed) => placed.statement.text))).toEqual([
      ["甲は増えた。", "乙は減った。"],
      ["丙は同じ。"],
    ]);
  });

  it("gives every bullet a group of its own, with the mark of the text left out", () => {
    const { groups } = layOutStatements("・甲\n・乙", [bullet("甲"), bullet("乙")], []);
    expect(groups).toHaveLength(2);
    expect(groups[0]!.statements[0]!.pieces).toEqual([{ text: "甲" }]);
  });

  it("cuts a sentence where a finding begins and ends, and shows the finding with its group once", () => {
    const mark = finding(10, 13);
    const text = "件数は増えた。待ち時18分だ。";
    const { groups, elsewhere } = layOutStatements(
      text,
      [sentence("件数は増えた。"), sentence("待ち時18分だ。")],
      [mark],
    );
    expect(groups).toHaveLength(1);
    expect(groups[0]!.findings).toEqual([mark]);
    expect(groups[0]!.statements[1]!.pieces).toEqual([
      { text: "待ち時" },
      { text: "18分", finding: mark },
      { text: "だ。" },
    ]);
    expect(elsewhere).toEqual([]);
  });

  it("does not lose a finding without a place, or one that points nowhere", () => {
    const homeless: Finding = { guard: "length", code: "length-over", severity: "warning" };
    const outside = finding(100, 110);
    const { elsewhere } = layOutStatements("甲は増えた。", [sentence("甲は増えた。")], [homeless, outside]);
    expect(elsewhere).toEqual([homeless, outside]);
  });

  it("marks overlapping findings without losing or doubling a character", () => {
    const text = "予算は1,250万円である。";
    const { groups } = layOutStatements(text, [sentence(text)], [finding(3, 10), finding(5, 12)]);
    expect(groups[0]!.statements[0]!.pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(groups[0]!.findings).toHaveLength(2);
  });

  it("shows a sentence that is not found in the text", () => {
    const { groups } = layOutStatements("別の文。", [sentence("ない文。")], []);
    expect(groups[0]!.statements[0]!.pieces).toEqual([{ text: "ない文。" }]);
  });

  it("tells two equal sentences apart", () => {
    const text = "該当なし。\n該当なし。";
    const mark = finding(6, 8);
    const { groups } = layOutStatements(text, [sentence("該当なし。"), sentence("該当なし。")], [mark]);
    expect(groups.map((group) => group.findings)).toEqual([[], [mark]]);
  });
});
