import { read, troubles } from "./read";

const body = (count: number): string =>
  Array.from({ length: count }, (_none, index) => `第${index}文を述べる。`).join("\n");

describe("files that are no transcripts", () => {
  it.each([
    [
      "a report whose labels come back",
      `設備調査報告\n${body(4)}\n確認証拠：写真三枚\n${body(5)}\n確認証拠：測定表\n${body(3)}\n確認証拠：聞き取り`,
    ],
    ["a label that nobody knows", `調査報告\n${body(6)}\nほげ算：三枚を添える。\n${body(6)}\nほげ算：測定表を添える。`],
    [
      "two kinds of labels",
      `調査報告\n${body(4)}\n実施計画：春に行う。\n測定頻度：毎週行う。\n${body(5)}\n実施計画：秋に行う。\n測定頻度：毎月行う。`,
    ],
    ["a form", "氏名：\n所属：\n申請区分：新規\n連絡先：内線三番\n申請理由：更新のため"],
    ["a form of words", "品番号：甲種\n色：白\n柄：無地\n納入：済\n棚：東側"],
    ["fields to fill in", "[Street] [Town]\n[Employer] [Town]\nText.\n[Street] [Town]\n[Employer] [Town]\nMore text."],
    [
      "phrases",
      "Tick as many boxes as apply: tea\nTick as many boxes as apply: milk\nTick as many boxes as apply: juice",
    ],
    ["an article of rules", "会則\n（執行部）\n第一条　会を置く。\n第二条　長を置く。\n第三条　庶務を置く。"],
  ])("have no speakers: %s", (_kind, text) => {
    const transcript = read(text, "a.txt");
    expect(transcript.utterances.map(({ speaker }) => speaker)).not.toContainEqual(expect.anything());
    expect(troubles(transcript)).toContain("no-speakers");
  });

  it.each([
    ["one who speaks all the time", "谷口：述べます。\n谷口：続けます。", ["谷口", "谷口"]],
    ["one in office among long speeches", `○谷口会長　述べます。\n${body(30)}`, ["谷口会長"]],
    [
      "few names among long speeches",
      `谷口：述べます。\n${body(9)}\n原口：はい。\n${body(9)}\n谷口：では。\n原口：ええ。`,
      ["谷口", "原口", "谷口", "原口"],
    ],
    [
      "names with particles",
      "Maria de la Cruz van den Berg: Hello.\nKen: Hi.\nKen: Bye.",
      ["Maria de la Cruz van den Berg", "Ken", "Ken"],
    ],
    [
      "a round of opinions",
      "谷口：賛成です。\n原口：反対です。\n水口：賛成です。\n山口：棄権します。",
      ["谷口", "原口", "水口", "山口"],
    ],
  ])("are not taken for such: %s", (_kind, text, speakers) => {
    expect(read(text, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual(speakers);
  });
});
