import { parseThread } from "@genai-office/shared/tasks";
import type { Block } from "@genai-office/shared/vocabulary";

const blocks = ["m1", "m2", "m3"].map((id) => ({
  block: { id, text: id, kind: "message" } satisfies Block,
  sources: [id],
}));
const parse = (answer: string) => parseThread(answer, blocks);

const request = { text: "名簿の提出", of: "総務課", due: "7月3日（金）", sources: ["m2"] };

describe("answers of models", () => {
  test.each([
    ["as asked for", "依頼：名簿の提出｜誰に：総務課｜期限：7月3日（金） [2]"],
    ["half-width bars and spaces", "依頼: 名簿の提出 | 誰に: 総務課 | 期限: 7月3日（金） [2]"],
    ["brackets", "・【依頼】名簿の提出（誰に：総務課、期限：7月3日（金））［２］"],
    ["numbered below a heading", "## 依頼事項\n1. 名簿の提出｜誰に：総務課｜期限：7月3日（金） 【2】"],
    ["bold", "**依頼**：名簿の提出｜**誰に**：総務課｜**期限**：7月3日（金）[2]"],
    ["fields first", "依頼：誰に：総務課／期限：7月3日（金）／名簿の提出 [2]"],
    ["a table", "| 依頼事項 | 相手 | 期限 | 根拠 |\n|---|---|---|---|\n| 名簿の提出 | 総務課 | 7月3日（金） | 2 |"],
    [
      "with a preface and a thought",
      "<think>依頼は一つ。</think>以下に整理します。\n依頼：名簿の提出｜誰に：総務課｜期限：7月3日（金） [2]\n以上です。",
    ],
  ])("%s", (_name, answer) => {
    expect(parse(answer)).toEqual({ requests: [request], decisions: [], open: [] });
  });

  test("decisions and open points, in sections and with labels, in both languages", () => {
    const expected = {
      requests: [],
      decisions: [{ text: "開始は14時とする", sources: ["m1", "m3"] }],
      open: [{ text: "会場は調整中", sources: ["m3"] }],
    };
    expect(parse("決定：開始は14時とする [1,3]\n未解決：会場は調整中 [3]")).toEqual(expected);
    expect(parse("【決定事項】\n・開始は14時とする[1][3]\n【未解決の点】\n・会場は調整中[3]")).toEqual(expected);
    expect(parse("Decision: 開始は14時とする [1, 3]\nOpen points:\n- 会場は調整中 [3]")).toEqual(expected);
  });

  test("English fields; a comma inside a date parts nothing", () => {
    expect(parse("Request: send slides (Of: Ken, Due: Friday, 3 July) [1]").requests).toEqual([
      { text: "send slides", of: "Ken", due: "Friday, 3 July", sources: ["m1"] },
    ]);
  });

  test("unset fields are empty, numbers of no mail are dropped, なし is no line", () => {
    expect(parse("依頼：名簿の提出｜誰に：未定｜期限：なし [9]\n決定：なし\n未解決：特になし")).toEqual({
      requests: [{ text: "名簿の提出", of: "", due: "", sources: [] }],
      decisions: [],
      open: [],
    });
  });

  test("half an answer gives what is whole; talk gives nothing", () => {
    expect(
      parse("依頼：名簿の提出｜誰に：総務課｜期限：7月3日（金） [2]\n依頼：会議室の｜誰に：").requests,
    ).toHaveLength(2);
    expect(parse("依頼：｜誰に：｜期限：").requests).toEqual([]);
    expect(parse("このメールは名簿についてのやり取りです。")).toEqual({ requests: [], decisions: [], open: [] });
    expect(parse("")).toEqual({ requests: [], decisions: [], open: [] });
  });
});
