import { parseCitedAnswer } from "@genai-office/shared/tasks/research";
import { expectLinearTime } from "../../../support/processor-time";

describe("an answer with its sources", () => {
  it("of GENAI's law research: linked marks, references under a heading, quotations and diagrams between", () => {
    const answer = [
      "## 結論",
      "申請は書面等によらず行えます[[1]](https://laws.e-gov.go.jp/law/1)[[3]](https://example.go.jp/a_(b))。",
      "",
      "```mermaid",
      "A[1] --> B[［2］]",
      "```",
      "",
      "## 出典",
      "",
      "[1] 🔗 **[情報通信技術を活用した行政の推進等に関する法律 第6条](https://laws.e-gov.go.jp/law/1)**",
      "　　> 申請等のうち当該申請等に関する…",
      "",
      "[3] **[所管府省の解説](https://example.go.jp/a_(b))**",
    ].join("\n");
    expect(parseCitedAnswer(answer)).toEqual({
      text: ["## 結論", "申請は書面等によらず行えます[1][3]。", "", "```mermaid", "A[1] --> B[［2］]", "```"].join(
        "\n",
      ),
      citations: [
        {
          number: 1,
          title: "情報通信技術を活用した行政の推進等に関する法律 第6条",
          url: "https://laws.e-gov.go.jp/law/1",
        },
        { number: 3, title: "所管府省の解説", url: "https://example.go.jp/a_(b)" },
      ],
    });
  });

  it("of GENAI's search over documents: a section for each source", () => {
    const answer = [
      "回答の本文です。",
      "",
      "回答は必ず確認してください。",
      "",
      "### 参考情報 1",
      "",
      "#### 引用文: ",
      "窓口の手順",
      "#### 引用ファイル: ",
      "- [手引き.pdf](https://files.example.go.jp/1.pdf) | p.12",
      "",
      "### 参考情報 2",
      "#### 引用ファイル: ",
      "- [要綱.docx](https://files.example.go.jp/2)",
    ].join("\n");
    expect(parseCitedAnswer(answer)).toEqual({
      text: "回答の本文です。\n\n回答は必ず確認してください。",
      citations: [
        { number: 1, title: "手引き.pdf p.12", url: "https://files.example.go.jp/1.pdf" },
        { number: 2, title: "要綱.docx", url: "https://files.example.go.jp/2" },
      ],
    });
  });

  it.each([
    [
      "full-width marks",
      "本文［１］です［２、３］。\n\n**参考文献**\n［１］甲　https://a.example/x。\n［２］乙\n［３］丙",
    ],
    ["a numbered list", "本文[1]です[2, 3]。\n\n### 参考資料\n1. 甲 https://a.example/x\n2. 乙\n3. 丙"],
    ["footnotes", "本文[^1]です[^2][^3]。\n\n出典：\n[^1]: 甲 <https://a.example/x>\n[^2]: 乙\n[^3]: 丙"],
    ["bullets", "本文[1]です[2][3]。\n\n■参照元\n- [1] [甲](https://a.example/x)\n- [2] 乙\n- [3] 丙"],
  ])("with %s", (_name, answer) => {
    expect(parseCitedAnswer(answer)).toEqual({
      text: "本文[1]です[2][3]。",
      citations: [
        { number: 1, title: "甲", url: "https://a.example/x" },
        { number: 2, title: "乙" },
        { number: 3, title: "丙" },
      ],
    });
  });

  it("without a heading, when the last lines are all references with addresses", () => {
    expect(parseCitedAnswer("本文[1]。\n\n[1]: https://a.example/x\n[2]: https://b.example/y")).toEqual({
      text: "本文[1]。",
      citations: [
        { number: 1, title: "https://a.example/x", url: "https://a.example/x" },
        { number: 2, title: "https://b.example/y", url: "https://b.example/y" },
      ],
    });
  });

  it("keeps what stands behind the references", () => {
    const { text, citations } = parseCitedAnswer("本文[1]\n\n## 出典\n[1] 甲\n\n## 留意点\n確認してください。");
    expect(text).toBe("本文[1]\n\n## 留意点\n確認してください。");
    expect(citations).toEqual([{ number: 1, title: "甲" }]);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://user:pass@a.example/", "http:x"])(
    "never gives the address %s",
    (address) => {
      const { citations } = parseCitedAnswer(`本文[[1]](${address})\n\n## 出典\n[1] [甲](${address})`);
      expect(citations.every(({ url }) => url === undefined)).toBe(true);
    },
  );

  it.each([
    "引用のない答え",
    "手順：\n1. 申請する\n2. 待つ",
    "配列は `a[1]` と書く。",
    "出典は明らかでない。",
    "## 参考\n詳しくは窓口へ。",
    "",
  ])("leaves %j as it is", (answer) => {
    expect(parseCitedAnswer(answer)).toEqual({ text: answer, citations: [] });
  });

  it.each(["[", "［", "[1](", "[a", "[[1]](", "**", "<", "](", "\\[", "https://", "1. ", "[1] "])(
    "takes time linear in the length of an answer full of %j",
    (piece) =>
      expectLinearTime((length) => {
        const flood = piece.repeat(length);
        const { citations } = parseCitedAnswer(`${flood}\n## 出典\n[1] 甲\n[2] ${flood}`);
        expect(citations[0]).toEqual({ number: 1, title: "甲" });
      }, 5_000),
  );
});
