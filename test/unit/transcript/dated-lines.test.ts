import { read, said } from "./read";

describe("lines that begin with a date and a time", () => {
  it.each([
    "2026-10-05T14:05:00+09:00 倉田 進: 述べます\n2026-10-05T14:05:30+09:00 浅野 薫: はい\n2026-10-05T14:07:00+09:00 倉田 進: では",
    "2026/10/05 14:05:00 倉田 進: 述べます\n2026/10/05 14:05:30 浅野 薫: はい\n2026/10/05 14:07:00 倉田 進: では",
    "[2026-10-05 14:05:00] 倉田 進：述べます\n[2026-10-05 14:05:30] 浅野 薫：はい\n[2026-10-05 14:07:00] 倉田 進：では",
    "2026/10/05 14:05:00 | 倉田 進 | 述べます\n2026/10/05 14:05:30 | 浅野 薫 | はい\n2026/10/05 14:07:00 | 倉田 進 | では",
    "2026年10月5日(月) 14:05:00　倉田 進：述べます\n2026年10月5日(月) 14:05:30　浅野 薫：はい\n2026年10月5日(月) 14:07:00　倉田 進：では",
  ])("are read by the time: %s", (text) => {
    const transcript = read(text, "a.txt");
    expect(said(transcript)).toEqual(["倉田 進@0:述べます", "浅野 薫@30:はい", "倉田 進@120:では"]);
    expect(transcript.problems.map(({ kind }) => kind)).toEqual(["clock-times"]);
    expect(transcript.surroundings.preamble).toEqual([expect.stringMatching(/^2026.10.0?5/)]);
  });

  it("are those of a chat copied from Teams", () => {
    const text = "[10/5 14:05] 倉田 進\n述べます\n\n[10/5 14:06] 浅野 薫\nはい\n[10/5 14:09] 倉田 進\nでは";
    expect(said(read(text, "a.txt"))).toEqual(["倉田 進@0:述べます", "浅野 薫@60:はい", "倉田 進@240:では"]);
  });

  it("stay as they are where days change", () => {
    const text = "2026/10/05 23:59:00 倉田：述べます\n2026/10/06 00:01:00 浅野：はい\n2026/10/06 00:02:00 倉田：では";
    expect(read(text, "a.txt").utterances.map(({ text: words }) => words.slice(-2))).toEqual(["ます", "はい", "では"]);
  });
});

describe("heads of minutes", () => {
  it("list who is there, also in the form of what they say", () => {
    const text =
      "委員会 会議録\n開催日時　令和8年10月5日\n出席委員　倉田委員長、浅野委員\n事務局　　三枝課長、大槻係長\n\n1 開会\n2 議事\n\n事務局　資料を説明する。\n倉田委員長　質問はあるか。\n浅野委員　割合はどの程度か。\n事務局　七割である。";
    const transcript = read(text, "a.txt");
    expect(said(transcript)).toEqual([
      "事務局@-:資料を説明する。",
      "倉田委員長@-:質問はあるか。",
      "浅野委員@-:割合はどの程度か。",
      "事務局@-:七割である。",
    ]);
    expect(transcript.surroundings.preamble).toHaveLength(6);
  });

  it("are what stands before the first time", () => {
    const text =
      "録音元: meeting_1005.m4a\n作成: 機械による書き起こし\n\n【話者A】(00:00:02)\nはじめます。\n【話者B】(00:00:10)\nどうぞ。\n【話者A】(00:01:00)\nでは。";
    expect(said(read(text, "a.txt"))).toEqual(["話者A@2:はじめます。", "話者B@10:どうぞ。", "話者A@60:では。"]);
  });
});

test("points with numbers in circles are nobody", () => {
  const text =
    "倉田：三つです。\n①予算：浅野さんから\n②人事：西さんから\n③その他\n浅野：では①から。\n西：どうも。\n倉田：はい。";
  expect(said(read(text, "a.txt"))[0]).toBe("倉田@-:三つです。①予算：浅野さんから②人事：西さんから③その他");
  expect(read(text, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual(["倉田", "浅野", "西", "倉田"]);
});
