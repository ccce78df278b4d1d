import { read, said } from "./read";

describe("names before half of a bracket", () => {
  it("are those of speakers when nearly all lines have one and they come back", () => {
    expect(
      said(
        read("打合せ\n\n土屋）始めます。\n陣内）はい。\n土屋）中止です。\n　→ 決定：中止\n陣内）了解（笑）", "a.txt"),
      ),
    ).toEqual(["土屋@-:始めます。", "陣内@-:はい。", "土屋@-:中止です。→ 決定：中止", "陣内@-:了解（笑）"]);
  });

  it.each([
    "あ）一つ目\nい）二つ目\nう）三つ目",
    "A) One thing.\nB) Another thing.\nA) The first again.",
    "1) 始めます。\n2) はい。",
  ])("are none in lists: %s", (text) => {
    expect(read(text, "a.txt").utterances.every(({ speaker }) => speaker === null)).toBe(true);
  });
});

describe("labels that come back", () => {
  it.each([
    "URL: https://example.jp/a",
    "リンク：https://example.jp/a",
    "掲示先：www.example.jp",
    "控え：報告書_v2.xlsx",
    "連絡：soumu@example.jp",
    "見込：９月３０日（水）",
    "工程：基本設計",
  ])("are nobody: %s", (line) => {
    const text = `倉田：述べます。\n${line}\n浅野：分かりました。\n倉田：もう一つです。\n${line}\n浅野：はい。`;
    const { utterances } = read(text, "a.txt");
    expect(utterances.map(({ speaker }) => speaker)).toEqual(["倉田", "浅野", "倉田", "浅野"]);
    expect(utterances[0]!.text).toBe(`述べます。${line}`);
  });

  it("do not take those who answer in a word for labels", () => {
    const text = "倉田：よいですか。\n浅野：了解\n倉田：次もですか。\n浅野：賛成\n西：反対\n西：異議あり\n倉田：はい。";
    expect(read(text, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual([
      "倉田",
      "浅野",
      "倉田",
      "浅野",
      "西",
      "西",
      "倉田",
    ]);
  });

  it("are no speakers among lines of a chat", () => {
    const text =
      "14:05:33 From 倉田 to Everyone:\n\t資料です\n14:06:02 From 浅野 to 倉田(Direct Message):\n\tどうも\n14:07:40 From 倉田 to Everyone:\n\tURL: https://example.jp/a";
    expect(said(read(text, "a.txt"))).toEqual([
      "倉田@0:資料です",
      "浅野@29:どうも",
      "倉田@127:URL: https://example.jp/a",
    ]);
  });
});

describe("what programs write below the last words", () => {
  it.each([
    "clovanote.line.me",
    "00:07:12 に会議が終了しました",
    "00:41:13 の後に文字起こしが終了しました",
    "会議は 00:41:13 後に終了しました 👋",
    "Meeting ended after 00:41:13 👋",
    "Transcription ended after 00:41:13",
    "この編集可能な文字起こしは、コンピュータによって生成されたものであり、誤りが含まれる可能性があります。",
    "This editable transcript was computer generated and might contain errors. People can also change the text after it was created.",
    "Transcribed by https://otter.ai",
    "この文字起こしは AI により自動生成されました。",
    "https://app.example.com/share/abc",
  ])("is in nobody's mouth: %s", (line) => {
    const transcript = read(`倉田 00:03\n述べます。\n\n浅野 00:09\nはい。\n\n${line}\n`, "a.txt");
    expect(said(transcript)).toEqual(["倉田@3:述べます。", "浅野@9:はい。"]);
    expect(transcript.surroundings.notes).toEqual([line]);
  });
});

describe("times and names on a line", () => {
  it.each([
    ["午後2時05分　倉田：述べます。\n午後2時06分　浅野：はい。\n午後２時３５分　倉田：では。", [0, 60, 1800]],
    ["14時05分 倉田 述べます。\n14時06分 浅野 はい。\n14時35分 倉田 では。", [0, 60, 1800]],
    ["【午前9時58分】倉田：述べます。\n【午前10時】浅野：はい。\n【午後1時2分3秒】倉田：では。", [0, 120, 11_043]],
  ])("are told apart in words: %s", (text, starts) => {
    const transcript = read(text, "a.txt");
    expect(transcript.utterances.map(({ speaker }) => speaker)).toEqual(["倉田", "浅野", "倉田"]);
    expect(transcript.utterances.map(({ start }) => start)).toEqual(starts);
    expect(transcript.problems.map(({ kind }) => kind)).toEqual(["clock-times"]);
  });

  it("are no name with a colon or a date in it", () => {
    const text = "倉田: 前回は済みましたか\n浅野: はい\n倉田: 次回は 6/24 14:05 からです\n浅野: 了解です";
    expect(said(read(text, "a.txt"))).toEqual([
      "倉田@-:前回は済みましたか",
      "浅野@-:はい",
      "倉田@-:次回は 6/24 14:05 からです",
      "浅野@-:了解です",
    ]);
  });
});

test.each(["－ 1 －", "- 12 -", "― ３ ―", "12 / 30 ページ", "Page 3 of 9", "－３－"])(
  "pages have numbers, which nobody says: %s",
  (page) => {
    const transcript = read(
      `○倉田会長\n　述べ\n${page}\nます。\n○浅野委員\n　はい。\n${page}\n○倉田会長\n　では。`,
      "a.txt",
    );
    expect(said(transcript)).toEqual(["倉田会長@-:述べます。", "浅野委員@-:はい。", "倉田会長@-:では。"]);
    expect(transcript.surroundings.notes).toEqual([page, page]);
  },
);

test("cells of Markdown may have line breaks, and a line of dashes behind a time is nobody's", () => {
  const table = "| 発言者 | 発言 |\n|---|---|\n| 倉田 | 述べます。<br>続けます。 |\n| 浅野 | はい。<br/>では。 |";
  expect(said(read(table, "a.md"))).toEqual(["倉田@-:述べます。続けます。", "浅野@-:はい。では。"]);
  expect(said(read("[00:01:00] 倉田：はい。\n[00:02:00] ──\n[00:03:00] 浅野：では。", "a.txt"))).toEqual([
    "倉田@60:はい。",
    "浅野@180:では。",
  ]);
});

test.each(["npm run build", "Order of delivery", "user->>server", "a = b", "Terms of payment (net)"])(
  "what is no name of a person is no speaker, however often it comes back: %s",
  (label) => {
    const text = `倉田：述べます\n${label}: first and last.\n浅野：はい\n${label}: once more.\n倉田：どうも`;
    expect(read(text, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual(["倉田", "浅野", "倉田"]);
  },
);

test.each(["john smith", "Ludwig van Beethoven", "Maria de la Cruz", "iPhone", "Ken (sales)", "SPEAKER_00"])(
  "names of persons and devices are: %s",
  (name) => {
    const text = `倉田：述べます\n${name}: Yes.\n浅野：はい\n${name}: Once more.\n倉田：どうも`;
    expect(read(text, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual(["倉田", name, "浅野", name, "倉田"]);
  },
);
