import { readTranscript } from "@genai-office/shared/transcript";
import { read, said } from "./read";

describe("labels of lists and forms", () => {
  it.each([
    [
      "倉田室長：三点あります。\n観点１：騒音\n観点２：照明\n観点３：動線\n浅野主任：承知です。",
      ["倉田室長@-:三点あります。観点１：騒音観点２：照明観点３：動線", "浅野主任@-:承知です。"],
    ],
    [
      "倉田：伝えます。\n申込期日：十月五日\n提出場所：三階窓口\n浅野：どうも。\n倉田：では。",
      ["倉田@-:伝えます。申込期日：十月五日提出場所：三階窓口", "浅野@-:どうも。", "倉田@-:では。"],
    ],
    [
      "○倉田室長　示します。\n第一案：移転する。\n第二案：残る。\n○浅野主任　第二案です。\n○倉田室長　同感です。",
      ["倉田室長@-:示します。第一案：移転する。第二案：残る。", "浅野主任@-:第二案です。", "倉田室長@-:同感です。"],
    ],
    [
      "倉田：分けます。\n工区１：北側を掘る。\n工区２：南側を掘る。\n浅野：いつですか。\n倉田：来月です。",
      ["倉田@-:分けます。工区１：北側を掘る。工区２：南側を掘る。", "浅野@-:いつですか。", "倉田@-:来月です。"],
    ],
    [
      "倉田室長：二つあります。\n一つ目：単価の欄。二つ目は押印です。\n浅野主任：はい。",
      ["倉田室長@-:二つあります。一つ目：単価の欄。二つ目は押印です。", "浅野主任@-:はい。"],
    ],
    [
      "倉田室長：では。\n一点だけ：日付です。\n浅野主任：はい。",
      ["倉田室長@-:では。一点だけ：日付です。", "浅野主任@-:はい。"],
    ],
    [
      "倉田室長：申します。\n１点目：日付です。\n浅野主任：はい。",
      ["倉田室長@-:申します。１点目：日付です。", "浅野主任@-:はい。"],
    ],
    [
      "倉田室長：順に申します。\n１．騒音\n２．照明\n浅野主任：はい。",
      ["倉田室長@-:順に申します。１．騒音２．照明", "浅野主任@-:はい。"],
    ],
  ])("name nobody: %s", (text, expected) => {
    expect(said(read(text, "a.txt"))).toEqual(expected);
  });

  it.each([
    [
      "司会：どうぞ。\n参加者１：来ました。\n参加者２：私もです。\n司会：始めます。",
      ["司会", "参加者１", "参加者２", "司会"],
    ],
    ["福岡会場：どうも。\nシーゴール：では。\n福岡会場：はい。", ["福岡会場", "シーゴール", "福岡会場"]],
    ["スピーカー1：どうも。\nスピーカー2：では。", ["スピーカー1", "スピーカー2"]],
    ["Ａ委員：どうも。\nＢ委員：では。\nＡ委員：はい。", ["Ａ委員", "Ｂ委員", "Ａ委員"]],
  ])("are none where numbers stand for people: %s", (text, speakers) => {
    expect(read(text, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual(speakers);
  });

  it("leaves headings between speeches to nobody", () => {
    const text = "倉田室長：開きます。\n\n議題１：騒音の件\n\n浅野主任：述べます。\n倉田室長：閉じます。";
    expect(said(read(text, "a.txt"))[1]).toBe("?@-:議題１：騒音の件");
  });
});

test("numbered entries of a head are no speakers; numbered people are", () => {
  const readText = (text: string) => readTranscript({ name: "検討会.txt", bytes: new TextEncoder().encode(text) });
  const speech = "\n\n見本委員：それでは始めます。\n例示委員：資料を説明します。\n見本委員：お願いします。\n";
  const head = "１．日時：令和９年５月１１日（火）\n２．会場：オンライン\n（3）出席者：見本委員、例示委員";
  const { utterances, surroundings } = readText(`${head}${speech}`);
  expect([...new Set(utterances.map(({ speaker }) => speaker))]).toEqual(["見本委員", "例示委員"]);
  expect(surroundings.preamble).toEqual(head.split("\n"));
});
