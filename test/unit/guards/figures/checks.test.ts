import { checkFigures, checkPair, checkStatements } from "@genai-office/shared/guards";
import type { Block, Statement } from "@genai-office/shared/vocabulary";

const block = (id: string, text: string): Block => ({ id, text, kind: "paragraph" });
const statement = (text: string, ...sources: string[]): Statement => ({ text, sources, layout: "sentence" });

describe("figures of an output against its source", () => {
  const source = [
    block("a", "令和7年度の委託費は1,250万円で、前年度から三割増えた。"),
    block("b", "会議は4月1日（火）の午後2時30分から開き、25人が出席した。"),
  ];

  test("the same values in other spellings", () => {
    expect(
      checkFigures(source, "2025年度の委託費は１２，５００，０００円（30％増）。4月1日14時30分に二十五人が出席。"),
    ).toEqual([]);
  });

  test("every wrong figure is told; the one that was meant is sought for the first ones alone", () => {
    const output = Array.from({ length: 260 }, (_, index) => `${3000 + index}万円`).join("、");
    const findings = checkFigures(source, output);
    expect(findings).toHaveLength(260);
    expect(findings[0]!.values!.nearest).toBe("1,250万円");
    expect(findings[259]!.values).toEqual({ found: "3259万円" });
  });

  test("a wrong amount names the figure that was meant, and where it stands", () => {
    const output = "委託費は1,520万円だった。";
    const [finding, ...more] = checkFigures(source, output);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      guard: "figures",
      code: "figure-not-in-source",
      severity: "error",
      values: { found: "1,520万円", nearest: "1,250万円" },
    });
    expect(output.slice(finding!.output!.start, finding!.output!.end)).toBe("1,520万円");
    const [place] = finding!.source!;
    expect(source[0]!.text.slice(place!.start, place!.end)).toBe("1,250万円");
  });

  test.each<[string, string]>([
    ["令和8年度の計画", "figure-not-in-source"],
    ["四割増えた。", "figure-not-in-source"],
    ["4月2日に開いた。", "figure-not-in-source"],
    ["水曜日に開いた。", "figure-not-in-source"],
    ["午後3時30分から開いた。", "figure-not-in-source"],
    ["委託費は1,250万ドルだった。", "unit-differs"],
    ["52人が出席した。", "figure-not-in-source"],
  ])("%s -> %s", (output, code) => {
    expect(checkFigures(source, output).map((finding) => finding.code)).toEqual([code]);
  });

  test("a rounded figure that says so is a warning", () => {
    expect(checkFigures(["予算は1,254万円。"], "予算は約1,250万円。")).toMatchObject([{ severity: "warning" }]);
    expect(checkFigures(["予算は1,254万円。"], "予算は1,250万円。")).toMatchObject([{ severity: "error" }]);
  });

  test("numbers of list items and digits in names raise nothing", () => {
    expect(checkFigures(source, "1. 委託費\n2. 会議\n(3) COVID-19への対応、5G、A4判")).toEqual([]);
  });

  test("full-width amounts are told apart (reference: office pitfalls, comparing Japanese texts)", () => {
    expect(checkFigures(["委託料は月額１０万円とする。"], "委託料は月額２０万円とする。")).toHaveLength(1);
  });
});

describe("statements and the blocks they cite", () => {
  const blocks = [block("a", "予算は300万円である。"), block("b", "参加者は120人であった。")];

  test("a figure of the cited block", () => {
    expect(checkStatements([statement("予算は三百万円。", "a")], blocks)).toEqual([]);
  });

  test("a figure of another block", () => {
    expect(checkStatements([statement("予算は300万円。", "b")], blocks)).toMatchObject([
      { code: "figure-elsewhere", severity: "warning", values: { found: "300万円" }, source: [{ blockId: "a" }] },
    ]);
  });

  test("a figure of no block, in the second statement", () => {
    const statements = [statement("予算は300万円。", "a"), statement("参加者は210人。", "b")];
    const [finding] = checkStatements(statements, blocks);
    const joined = statements.map(({ text }) => text).join("\n");
    expect(finding).toMatchObject({ code: "figure-not-in-source", severity: "error", values: { nearest: "120人" } });
    expect(joined.slice(finding!.output!.start, finding!.output!.end)).toBe("210人");
  });

  test("no source at all", () => {
    expect(checkStatements([statement("参加者は120人。")], blocks).map(({ code }) => code)).toEqual([
      "statement-without-source",
    ]);
    expect(checkStatements([{ text: "概要", sources: [], layout: "heading" }], blocks)).toEqual([]);
  });
});

describe("translation pairs", () => {
  const codes = (ja: string, en: string): string[] => checkPair(ja, "ja", en, "en").map(({ code }) => code);

  test.each([
    ["予算は1億2,500万円です。", "The budget is 125 million yen."],
    ["会議は7月3日（木）午後1時に始まります。", "The meeting starts at 1 p.m. on Thursday, July 3."],
    [
      "令和5年度は前年度比5.2％減の約3万人でした。",
      "In FY2023 there were about 30,000 people, down 5.2% from the previous year.",
    ],
    ["第12条第3項を改正する。", "Article 12, paragraph 3 is amended."],
    ["参加者の3分の2が賛成した。", "Two-thirds of the participants agreed."],
    ["両国は半年以内に協議する。", "The two countries will hold talks within six months."],
    ["24時間年中無休", "Open 24/7"],
    ["届出は不要です。", "No notification is required."],
    ["２２年冬までに終える。", "It will end by the winter of 2022."],
  ])("%s = %s", (ja, en) => {
    expect(codes(ja, en)).toEqual([]);
    expect(checkPair(en, "en", ja, "ja")).toEqual([]);
  });

  test.each([
    ["予算は1億2,500万円です。", "The budget is 125 billion yen.", "figure-not-in-source"],
    ["予算は1億2,500万円です。", "The budget is 125 million dollars.", "unit-differs"],
    ["会議は7月3日（木）です。", "The meeting is on Friday, July 3.", "figure-not-in-source"],
    ["会議は7月3日です。", "The meeting is on June 3.", "figure-not-in-source"],
    ["平成30年に始まった。", "It began in 2019.", "figure-not-in-source"],
    ["5件が採択された。", "Fifteen were adopted.", "figure-not-in-source"],
    ["G7外相会合", "A meeting of the G8 foreign ministers", "figure-not-in-source"],
    ["費用は500円で、送料は200円です。", "The fee is 200 yen and shipping is 500 yen.", "figure-swapped"],
    ["予算は500万円で、9月に決まる。", "The budget will be decided in September.", "figure-missing"],
    ["この手続は必要ありません。", "This procedure is required.", "negation-lost"],
    ["この手続は必要です。", "This procedure is not required.", "negation-added"],
  ])("%s / %s: %s", (ja, en, code) => {
    expect(codes(ja, en)).toContain(code);
  });
});
