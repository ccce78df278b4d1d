import { judgeEvidence } from "@genai-office/shared/guards";

const verdictOf = (line: string, source: string): unknown => judgeEvidence(line, [{ text: source }]).verdict;

describe("who is for and who against", () => {
  test.each([
    ["中井委員は賛成した。", "中井委員　私は反対です。"],
    ["中井委員は賛成した。", "中井委員　この計画に反対します。"],
    ["中井委員は賛成した。", "中井委員　私は反対です。資料がまだ配られていません。"],
    ["中井委員は賛同した。", "中井委員　賛同いたしかねます。"],
    ["中井委員は異議を唱えた。", "中井委員　異議はありません。"],
    ["申請は承認された。", "申請は却下されました。"],
    ["中井委員は反対した。", "原委員は反対し、中井委員は賛成した。"],
  ])("unsupported: %s", (line, source) => {
    expect(verdictOf(line, source)).toBe("unsupported");
  });

  test.each([
    ["中井委員は反対した。", "中井委員　私は反対です。"],
    ["中井委員は反対した。", "私は反対です。資料が一度も配られていません。"],
    ["中井委員は賛同した。", "中井委員　私も賛成です。"],
    ["中井委員は賛成した。", "原委員は反対し、中井委員は賛成した。"],
    ["申請は却下された。", "申請は却下されました。書類がそろっていませんでした。"],
  ])("supported: %s", (line, source) => {
    const judged = judgeEvidence(line, [{ text: source, label: "中井委員" }]);
    expect(judged).toEqual({ verdict: "supported", reasons: [] });
  });
});
