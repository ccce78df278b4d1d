import { read, said } from "./read";

describe("forms that are hardly met", () => {
  it("has offices before names in brackets", () => {
    const text =
      "（倉田会長）\n始めます。\n（浅野委員）\n広すぎませんか。\n（事務局　三枝）\n三案あります。\n（総務課 大槻 進）\n補足します。\n（異議なし）\n（倉田会長）\nでは。";
    expect(said(read(text, "a.txt"))).toEqual([
      "倉田会長@-:始めます。",
      "浅野委員@-:広すぎませんか。",
      "事務局　三枝@-:三案あります。",
      "総務課 大槻 進@-:補足します。",
      "?@-:（異議なし）",
      "倉田会長@-:では。",
    ]);
  });

  it("has what is heard side by side, and music", () => {
    const diet = read(
      "○倉田議長　開きます。（拍手）（発言する者あり）静粛に。（議場騒然）\n○浅野薫君　はい。",
      "a.txt",
    );
    expect(said(diet)).toEqual(["倉田議長@-:開きます。静粛に。", "浅野薫君@-:はい。"]);
    expect([...diet.surroundings.notes].sort()).toEqual(["（拍手）", "（発言する者あり）", "（議場騒然）"].sort());
    const cues =
      "1\n00:00:01,000 --> 00:00:02,000\n♪～\n\n2\n00:00:03,000 --> 00:00:04,000\n♪ 春が来た ♪\n\n3\n00:00:05,000 --> 00:00:06,000\n♪♪\n";
    expect(said(read(cues, "a.srt"))).toEqual(["?@3:♪ 春が来た ♪"]);
  });

  it("has fields with short and with Japanese names", () => {
    const short = [
      { ts: "00:00:02.5", spk: "倉田", text: "一つ目。" },
      { ts: "00:00:09", spk: "浅野", text: "二つ目。" },
    ];
    expect(said(read(JSON.stringify(short), "a.json"))).toEqual(["倉田@2.5:一つ目。", "浅野@9:二つ目。"]);
    const japanese = [
      { 発言者: "倉田", 開始時刻: "00:00:02", 発言内容: "一つ目。" },
      { 発言者: "浅野", 開始時刻: "00:00:09", 発言内容: "二つ目。" },
    ];
    expect(said(read(JSON.stringify({ 発言: japanese }), "a.json"))).toEqual(["倉田@2:一つ目。", "浅野@9:二つ目。"]);
  });

  it("has names before signs behind times, and says when the recording began and ended", () => {
    const text =
      "[録音開始 14:00:00]\n[14:00:07] 倉田くみ > 聞こえますか\n[14:00:12] 浅野薫 > 聞こえます\n[14:03:30] 倉田くみ > 場所: 二階です\n[14:59:59] 録音終了";
    const transcript = read(text, "a.txt");
    expect(said(transcript)).toEqual(["倉田くみ@0:聞こえますか", "浅野薫@5:聞こえます", "倉田くみ@203:場所: 二階です"]);
    expect(transcript.surroundings.notes).toEqual(["録音終了"]);
  });
});

describe("labels among speeches", () => {
  it("are those that are indented, where speakers are not", () => {
    const text =
      "倉田：いつ\n　　　始まりますか。\n浅野：来春です。\n　　　金額：三億\n　　　工期：半年\n古澤：よいですか。\n全員：はい。\n倉田：では。";
    expect(said(read(text, "a.txt"))).toEqual([
      "倉田@-:いつ始まりますか。",
      "浅野@-:来春です。金額：三億工期：半年",
      "古澤@-:よいですか。",
      "全員@-:はい。",
      "倉田@-:では。",
    ]);
    // Where all are indented, or this one is not always, they are speakers.
    const indented = "　倉田：はい。\n　浅野：では。\n　倉田：どうも。";
    expect(read(indented, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual(["倉田", "浅野", "倉田"]);
  });

  it("are those of a head that has two on a line", () => {
    const text =
      "面談記録\n面談者：倉田　相手：浅野様\n倉田＞お困りは？\n浅野様＞家賃です。\n倉田＞いつからですか\n浅野様＞四月です。";
    const transcript = read(text, "a.txt");
    expect(transcript.utterances.map(({ speaker }) => speaker)).toEqual(["倉田", "浅野様", "倉田", "浅野様"]);
    expect(transcript.surroundings.preamble).toEqual(["面談記録", "面談者：倉田　相手：浅野様"]);
  });

  it("are the business of the day", () => {
    const text = "○議長（倉田進君）　開きます。\n　　　　日程第１　一般質問\n○議長（倉田進君）　日程第一を行います。";
    expect(said(read(text, "a.txt"))[1]).toBe("?@-:日程第１　一般質問");
  });
});

test("speeches may stand below each other in the cells of a table", () => {
  const table =
    "| 議題 | 内容 |\n|---|---|\n| 1. 予算 | 倉田：足りますか。<br>浅野：足りません。<br>倉田：では。 |\n| 2. 人事 | 浅野：増やしたい。<br>倉田：はい。 |";
  const spoken = read(table, "a.md").utterances.filter(({ speaker }) => speaker !== null);
  expect(spoken.map(({ speaker, text }) => `${speaker}:${text}`)).toEqual([
    "倉田:足りますか。",
    "浅野:足りません。",
    "倉田:では。",
    "浅野:増やしたい。",
    "倉田:はい。",
  ]);
});
