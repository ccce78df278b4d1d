import { buildDocx } from "../../support/docx-builder";
import { read, said } from "./read";

const paragraphs = (...texts: string[]): string =>
  texts.map((text) => `<w:p>${text === "" ? "" : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`}</w:p>`).join("");

describe("Word files and typed text", () => {
  it("reads the download of Teams", () => {
    const body = paragraphs(
      "定例会-20260701_100000-会議の録音",
      "2026年7月1日, 1:00午前",
      "53 分 8 秒",
      "",
      "髙﨑 太郎   0:03",
      "始めます。",
      "資料をご覧ください。",
      "佐藤 花子   1:02:15",
      "はい。",
      "髙﨑 太郎 がトランスクリプトの文字起こしを停止しました",
    );
    const transcript = read(buildDocx({ body, headers: { rId50: paragraphs("機密性２") } }), "会議.docx");
    expect(transcript.format).toBe("docx");
    expect(said(transcript)).toEqual(["髙﨑 太郎@3:始めます。資料をご覧ください。", "佐藤 花子@3735:はい。"]);
    expect(transcript.surroundings.preamble).toHaveLength(3);
  });

  it("reads a name, its time and the words in one paragraph", () => {
    const body = `<w:p><w:r><w:t>山田 太郎</w:t><w:t xml:space="preserve">   0:03</w:t><w:br/><w:t>はい &amp; どうぞ</w:t></w:r></w:p><w:p><w:r><w:t>佐藤 0:09</w:t><w:br/><w:t>ええ</w:t></w:r></w:p>`;
    expect(said(read(buildDocx({ body }), "a.docx"))).toEqual(["山田 太郎@3:はい & どうぞ", "佐藤@9:ええ"]);
  });

  it("reads verbatim minutes", () => {
    const text =
      "第３回窓口部会　議事録\n日時：令和８年７月１日\n場所：第１会議室\n\n○山田部会長　それでは始めます。\n　次に、資料１について説明をお願いします。\n\n議題１　予約制の試行について\n○事務局（佐藤課長）　資料１を御覧ください。効果：大です。\n○髙﨑委員 質問があります。\n（異議なし）\n○山田部会長\n　以上です。\n";
    const transcript = read(text, "議事録.txt");
    expect(transcript.format).toBe("text");
    expect(said(transcript)).toEqual([
      "山田部会長@-:それでは始めます。次に、資料１について説明をお願いします。",
      "?@-:議題１　予約制の試行について",
      "事務局（佐藤課長）@-:資料１を御覧ください。効果：大です。",
      "髙﨑委員@-:質問があります。",
      "?@-:（異議なし）",
      "山田部会長@-:以上です。",
    ]);
    expect(transcript.surroundings.preamble).toEqual([
      "第３回窓口部会　議事録",
      "日時：令和８年７月１日",
      "場所：第１会議室",
    ]);
  });

  it("reads names before a colon of either width", () => {
    const text =
      "定例会\n出席者：山田、佐藤\n\n山田：始めます。\n佐藤: はい。\n続きです。\n理由：単純だから。\n山田：では次です。";
    expect(said(read(text, "a.txt"))).toEqual([
      "山田@-:始めます。",
      "佐藤@-:はい。続きです。理由：単純だから。",
      "山田@-:では次です。",
    ]);
  });

  it("reads times before the lines, with and without names", () => {
    expect(said(read("[00:00:05] 山田：始めます。\n[00:01:10] 佐藤：はい。\n[00:02:00] 以上です。", "a.txt"))).toEqual([
      "山田@5:始めます。",
      "佐藤@70:はい。",
      "?@120:以上です。",
    ]);
    expect(said(read("00:05 山田 太郎\n始めます。\n00:09 佐藤\nはい。\n00:12 山田 太郎\nでは。", "a.txt"))).toEqual([
      "山田 太郎@5:始めます。",
      "佐藤@9:はい。",
      "山田 太郎@12:では。",
    ]);
    expect(said(read("[00:00.000 --> 00:03.000]  それでは\n[00:03.000 --> 00:05.000]  始めます", "a.txt"))).toEqual([
      "?@0:それでは",
      "?@3:始めます",
    ]);
  });

  it("counts times of the day from the first", () => {
    const transcript = read(
      "[山田 太郎] 14:05:33\n始めます。\n[佐藤] 14:05:40\nはい。\n[山田 太郎] 14:06:00\nでは。",
      "a.txt",
    );
    expect(said(transcript)).toEqual(["山田 太郎@0:始めます。", "佐藤@7:はい。", "山田 太郎@27:では。"]);
    expect(transcript.problems).toEqual([{ kind: "clock-times", at: undefined }]);
  });

  it("reads tables with a head, in Word and as CSV", () => {
    const cell = (text: string): string => `<w:tc><w:tcPr/>${paragraphs(text)}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.map(cell).join("")}</w:tr>`;
    const body = `${paragraphs("議事メモ")}<w:tbl>${row("時刻", "発言者", "発言内容")}${row("0:05", "山田委員", "始めます。")}${row("0:09", "佐藤", "はい。")}</w:tbl>`;
    const expected = ["山田委員@5:始めます。", "佐藤@9:はい。"];
    expect(said(read(buildDocx({ body }), "a.docx"))).toEqual(expected);
    expect(said(read('時刻,発言者,発言\n0:05,山田委員,"始めます。"\n0:09,佐藤,はい。\n', "a.csv"))).toEqual(expected);
  });

  it("takes lines of nobody known one by one", () => {
    const transcript = read("それでは始めます。\n\nはい、お願いします。", "a.txt");
    expect(said(transcript)).toEqual(["?@-:それでは始めます。", "?@-:はい、お願いします。"]);
    expect(transcript.problems).toEqual([{ kind: "no-speakers", at: undefined }]);
  });
});

describe("forms of other programs and offices", () => {
  it.each([
    [
      "（上田座長）\n　始めます。\n（事務局）\n　はい。\n（異議なし）\n（上田座長）\n　では。",
      ["上田座長", "事務局", null, "上田座長"],
    ],
    [
      "○委員長（田中君）　開きます。\n○政府参考人（総務局長　山本君）　はい。",
      ["委員長（田中君）", "政府参考人（総務局長　山本君）"],
    ],
    ["木村（10:00:05）：始めます。\n大野（10:00:15）：はい。\n木村（10:01:05）：では。", ["木村", "大野", "木村"]],
    [
      "Jane Smith  0:00\nHello.\n\nBob O'Neil  0:04\nHi. Shall we take the 3:00 pm slot?\n\nJane Smith  0:11\nYes.",
      ["Jane Smith", "Bob O'Neil", "Jane Smith"],
    ],
    ["**木村：** 始めます。\n\n**大野：** はい。\n\n**木村：** では。", ["木村", "大野", "木村"]],
  ])("name who speaks: %s", (text, speakers) => {
    expect(read(text, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual(speakers);
  });

  it("may give the times of a table in milliseconds", () => {
    const table = "start\tend\tspeaker\ttext\n0\t2500\t木村\t始めます\n2600\t4000\t大野\tはい\n";
    expect(said(read(table, "a.tsv"))).toEqual(["木村@0:始めます", "大野@2.6:はい"]);
  });
});
