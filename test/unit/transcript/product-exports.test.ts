import { read, said } from "./read";

describe("what products export as text", () => {
  it("has the councillors' own mark before their numbers and names", () => {
    const text =
      "○議長（原口進君）　開きます。\n　次、７番、桐山なつ君。\n◆７番（桐山なつ君）　二つ伺います。\n　◆印の資料です。\n◎市長（渋井　守君）　お答えします。\n◆７番（桐山なつ君）　では、次を。\n◇渋井副市長　補足します。\n○議長（原口進君）　終わります。";
    expect(said(read(text, "a.txt"))).toEqual([
      "議長（原口進君）@-:開きます。次、７番、桐山なつ君。",
      "７番（桐山なつ君）@-:二つ伺います。◆印の資料です。",
      "市長（渋井　守君）@-:お答えします。",
      "７番（桐山なつ君）@-:では、次を。",
      "渋井副市長@-:補足します。",
      "議長（原口進君）@-:終わります。",
    ]);
    const business = read("○議長（原口進君）　開きます。\n△日程第１　一般質問\n○議長（原口進君）　続けます。", "a.txt");
    expect(said(business)[1]).toBe("?@-:△日程第１　一般質問");
  });

  it("has a time above every few minutes of speech, and an end that nobody says (Google Meet)", () => {
    const lines = [1, 2, 3, 4, 5, 6].flatMap((turn) => [`野口 早紀: ${turn}つ目です。`, `Rob Hale: はい、${turn}番。`]);
    const text = [
      "定例 (2026-10-05 14:00 GMT+9) - 文字起こし\n参加者\n野口 早紀, Rob Hale\n文字起こし\n00:00:00\n",
      ...lines,
      "00:05:00\n\n野口 早紀: 次へ。",
      "会議は 00:06:10 に終了しました 👋\nこの編集可能な文字起こしテキストは、コンピュータによって生成されたものです。",
    ].join("\n");
    const transcript = read(text, "a.txt");
    expect(said(transcript)[0]).toBe("野口 早紀@0:1つ目です。");
    expect(said(transcript).slice(-2)).toEqual(["Rob Hale@-:はい、6番。", "野口 早紀@300:次へ。"]);
    expect(transcript.surroundings.notes).toHaveLength(2);
  });

  it("has notes before the words, in Markdown (Gemini)", () => {
    const text =
      "# 📝 メモ\n\n## 予算の打合せ\n\n### 概要\n\n* **採用**：野口さんが二名と述べました。\n* **契約**：来月まで。\n* **庁舎**：調査中。\n\n# 📖 文字起こし\n\n### 00:00:00 {#00:00:00}\n\n**野口 早紀:** 二名です。\n\n**Rob Hale:** 足りますか。\n\n### 00:03:20 {#00:03:20}\n\n**野口 早紀:** はい。\n\n### Transcription ended after 00:04:02\n\n*This editable transcript was computer generated and might contain errors.*\n";
    const transcript = read(text, "a.md");
    expect(said(transcript)).toEqual(["野口 早紀@0:二名です。", "Rob Hale@-:足りますか。", "野口 早紀@200:はい。"]);
    expect(transcript.surroundings.preamble).toContain("* **契約**：来月まで。");
  });

  it("has heads of tables in the words of many programs", () => {
    const head = (columns: string): string =>
      `${columns}\n1,00:00:03,00:00:05,原口,はい。\n2,00:00:09,00:00:12,桐山,では。\n`;
    for (const columns of [
      "No.,発話開始時刻,発話終了時刻,発話者,認識結果",
      "番号,開始日時,終了日時,話者ラベル,認識テキスト",
      "#,Start Time,End Time,Speaker Label,Transcription",
      "ID,開始,終了,話し手,書き起こし",
    ])
      expect(said(read(head(columns), "a.csv"))).toEqual(["原口@3:はい。", "桐山@9:では。"]);
  });

  it("has names alone above indented words (court records)", () => {
    const text =
      "尋問調書\n期日　令和８年\n\n裁判長\n　　宣誓を。\n　　どうぞ。\n被告代理人（桐山）\n　　どこにいましたか\n証人\n　　倉庫です。\n被告代理人（桐山）\n　　一人で？\n証人\n　　二人です。";
    expect(said(read(text, "a.txt"))).toEqual([
      "裁判長@-:宣誓を。どうぞ。",
      "被告代理人（桐山）@-:どこにいましたか",
      "証人@-:倉庫です。",
      "被告代理人（桐山）@-:一人で？",
      "証人@-:二人です。",
    ]);
    // Chapters have such a form too, and do not come back.
    const report = "目的\n　　調べます。\n方法\n　　数えます。\n結果\n　　三件です。\n目標\n　　ゼロです。";
    expect(read(report, "a.txt").utterances.every(({ speaker }) => speaker === null)).toBe(true);
  });

  it("has given names that end as particles do", () => {
    const text = "10:02:13 尾崎 まこと\n始めます。\n10:02:20 川村 たけし\nはい。\n10:03:13 尾崎 まこと\nでは。\n";
    expect(said(read(text, "a.txt"))).toEqual([
      "尾崎 まこと@0:始めます。",
      "川村 たけし@7:はい。",
      "尾崎 まこと@60:では。",
    ]);
  });

  it("has a time, a name and the words below each other", () => {
    const text =
      "00:00:05\n原口 進\n始めます。\n続けて二点。\n\n00:00:12\nMia Torres\nYes.\n\n00:01:20\n原口 進\nでは。\n";
    expect(said(read(text, "a.txt"))).toEqual([
      "原口 進@5:始めます。続けて二点。",
      "Mia Torres@12:Yes.",
      "原口 進@80:では。",
    ]);
    // Short answers below times are no names.
    const answers = "00:00:05\nはい\n\n00:00:12\n予算\n\n00:01:20\nはい\n";
    expect(read(answers, "a.txt").utterances.every(({ speaker }) => speaker === null)).toBe(true);
    const spoken = "00:00:05\n了解\n次の議題です。\n\n00:00:12\n承知\n進めます。\n\n00:01:20\n賛成\n決めます。\n";
    expect(read(spoken, "a.txt").utterances.every(({ speaker }) => speaker === null)).toBe(true);
  });

  it("has signs before names that are none of them", () => {
    const dashes =
      "[00:00:05.12] - 原口\n始めます。\n\n[00:00:09.80] - Speaker 2\nはい。\n\n[00:01:09.00] - 原口\nでは。\n";
    expect(said(read(dashes, "a.txt"))).toEqual(["原口@5.12:始めます。", "Speaker 2@9.8:はい。", "原口@69:では。"]);
    const arrows =
      "事務局：資料１です。\nＡ委員：声は聞いたか。\n→事務局：聞いた。\nＢ委員：減らさないで。\n⇒ 事務局：検討する。";
    expect(read(arrows, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual([
      "事務局",
      "Ａ委員",
      "事務局",
      "Ｂ委員",
      "事務局",
    ]);
    const quoted =
      "## 会話\n\n> **原口 進** (0:03)\n> 始めます。\n\n> **Mia Torres** (0:09)\n> はい。\n> 二点です。\n\n> **原口 進** (1:03)\n> では。\n";
    expect(said(read(quoted, "a.md"))).toEqual([
      "原口 進@3:始めます。",
      "Mia Torres@9:はい。二点です。",
      "原口 進@63:では。",
    ]);
  });

  it("has the number of each speech and the name above it (records of the Diet)", () => {
    const text =
      "001 会議録情報\n令和八年十月五日（月曜日）\n\n002 原口進\n○原口委員長　開きます。\n\n003 桐山なつ\n○桐山参考人　はい。\n\n004 原口進\n○原口委員長　では。\n";
    expect(said(read(text, "a.txt"))).toEqual([
      "原口委員長@-:開きます。",
      "桐山参考人@-:はい。",
      "原口委員長@-:では。",
    ]);
  });

  it("has callers without a name, whose words are not those of who spoke before", () => {
    const text =
      "原口 進   0:03\n始めます。\n+81 90-****-12   0:12\nはい。\n原口 進   0:20\nでは、次。\n@#1 *   0:30\n聞こえません。\n原口 進   0:40\n開始は 10:30 です。\n";
    expect(said(read(text, "a.txt"))).toEqual([
      "原口 進@3:始めます。",
      "+81 90-****-12@12:はい。",
      "原口 進@20:では、次。",
      "?@30:聞こえません。",
      "原口 進@40:開始は 10:30 です。",
    ]);
    // What ends with a time may be said.
    const said1 =
      "原口 進   0:03\n始めます。\n次の会議は   14:00\n場所は二階で   15:30\n遅れないで。\nMia Torres   0:12\nはい。\n原口 進   0:20\n終わります。\n";
    const transcript = read(said1, "a.txt");
    expect(said(transcript)).toEqual([
      "原口 進@3:始めます。次の会議は   14:00場所は二階で   15:30遅れないで。",
      "Mia Torres@12:はい。",
      "原口 進@20:終わります。",
    ]);
  });

  it("has offices and a space before what is said, also of who speaks once", () => {
    const text =
      "原口座長　　始めます。\n　　　　　議題は二つです。\n桐山委員　一つ目の資料は。\n事務局　　資料１です。\n原口座長　　よろしいですか。\n桐山委員　はい。\n原口座長　　次に移ります。\n";
    expect(said(read(text, "a.txt"))[2]).toBe("事務局@-:資料１です。");
  });

  it("has names twice with times in words, as the pane of Teams is copied", () => {
    const japanese =
      "原口 進\n0 分 3 秒0:03\n原口 進 0 分 3 秒\n始めます。\n桐山 なつ\n0 分 11 秒0:11\n桐山 なつ 0 分 11 秒\nはい。\n二点です。\n原口 進\n1 時間 1 分 5 秒1:01:05\n原口 進 1 時間 1 分 5 秒\nでは。\n";
    expect(said(read(japanese, "a.txt"))).toEqual([
      "原口 進@3:始めます。",
      "桐山 なつ@11:はい。二点です。",
      "原口 進@3665:では。",
    ]);
    const english =
      "Rob Hale\n3 seconds0:03\nRob Hale 3 seconds\nMorning.\nMia Torres\n0 minutes 7 seconds0:07\nMia Torres 0 minutes 7 seconds\nHi Rob.\nRob Hale\n1 minute 2 seconds1:02\nRob Hale 1 minute 2 seconds\nSo.\n";
    expect(said(read(english, "a.txt"))).toEqual(["Rob Hale@3:Morning.", "Mia Torres@7:Hi Rob.", "Rob Hale@62:So."]);
  });

  it("has surnames in capitals before a full stop (hearings)", () => {
    const text =
      "HEARING\n\nThe CHAIR. We begin.\n  Two witnesses.\nMr. ALDERMAN. Thank you.\nThe CHAIR. Go on.\nMs. VOSS. May I?\nMr. ALDERMAN. Mr. Voss spoke of cost.";
    expect(said(read(text, "a.txt"))).toEqual([
      "The CHAIR@-:We begin. Two witnesses.",
      "Mr. ALDERMAN@-:Thank you.",
      "The CHAIR@-:Go on.",
      "Ms. VOSS@-:May I?",
      "Mr. ALDERMAN@-:Mr. Voss spoke of cost.",
    ]);
  });

  it("has units in brackets behind names", () => {
    const timed = "原口 進 (企画課)   0:03\n始めます\nMia Torres   0:11\nYes\n原口 進 (企画課)   1:05\nでは\n";
    expect(said(read(timed, "a.txt"))).toEqual([
      "原口 進 (企画課)@3:始めます",
      "Mia Torres@11:Yes",
      "原口 進 (企画課)@65:では",
    ]);
    const colons = "原口（企画課）： 予算\n桐山（総務課）： 人事\n原口（企画課）： 契約です。\n桐山（総務課）： はい。";
    expect(read(colons, "a.txt").utterances).toHaveLength(4);
  });

  it("has the span of time behind names (Webex)", () => {
    const text = "原口 進 0:05 - 0:08\n始めます。\n\nMia Torres 0:08 - 0:10\nYes.\n\n原口 進 0:10 – 0:13\nでは。\n";
    expect(read(text, "a.txt").utterances).toEqual([
      { speaker: "原口 進", start: 5, end: 8, text: "始めます。" },
      { speaker: "Mia Torres", start: 8, end: 10, text: "Yes." },
      { speaker: "原口 進", start: 10, end: 13, text: "では。" },
    ]);
  });

  it("has offices within a head that stand like speakers but indented", () => {
    const text =
      "審議会　会議録\n１　出席者　　（委員）原口会長、桐山委員\n　　　　　　　（事務局）水道局長　渋井、料金課長　牧野\n２　議　題　　料金\n\n（事務局）　開会します。\n（会長）　説明を。\n（事務局）　三案あります。\n（桐山委員）　根拠は。\n（会長）　第二案とします。\n";
    const transcript = read(text, "a.txt");
    expect(transcript.utterances).toHaveLength(5);
    expect(said(transcript)[0]).toBe("事務局@-:開会します。");
    expect(transcript.surroundings.preamble).toHaveLength(4);
  });

  it("has offices with names in brackets and no mark (councils of towns)", () => {
    const text =
      "出席者\n町長（渋井　守）　副町長（牧野　悟）\n総務課長（久保　恵）　説明員\n\n議長（原口　進）　開きます。\n　次、３番、桐山なつ君。\n３番（桐山なつ）　備蓄を伺います。\n町長（渋井　守） お答えします。\n　町民（約三千人）　の三日分です。\n３番（桐山なつ）　増やしますか。\n総務課長（久保　恵）　検討中です。";
    const transcript = read(text, "a.txt");
    expect(said(transcript)).toEqual([
      "議長（原口　進）@-:開きます。次、３番、桐山なつ君。",
      "３番（桐山なつ）@-:備蓄を伺います。",
      "町長（渋井　守）@-:お答えします。町民（約三千人）　の三日分です。",
      "３番（桐山なつ）@-:増やしますか。",
      "総務課長（久保　恵）@-:検討中です。",
    ]);
    expect(transcript.surroundings.preamble).toHaveLength(3);
    const report =
      "課題（その一）　遅れています。\n対策（案）　増員します。\n効果（見込み）　三割です。\n対策（案）　続けます。";
    expect(read(report, "a.txt").utterances.every(({ speaker }) => speaker === null)).toBe(true);
  });

  it("has heads of pages with who speaks there", () => {
    const text =
      "P.5 議長（原口進君）\n○議長（原口進君） 開きます。\n二件です。\nP.9 11番（桐山なつ君）\n◆11番（桐山なつ君） 伺います。\nP.10 総務部長（渋井守君）\n◎総務部長（渋井守君） はい。\n";
    const transcript = read(text, "a.txt");
    expect(said(transcript)).toEqual([
      "議長（原口進君）@-:開きます。二件です。",
      "11番（桐山なつ君）@-:伺います。",
      "総務部長（渋井守君）@-:はい。",
    ]);
    expect(transcript.surroundings.notes).toHaveLength(3);
  });

  it("has sounds in brackets, which are nobody", () => {
    const cue = (second: number, text: string): string => `00:00:0${second}.000 --> 00:00:0${second}.900\n${text}\n\n`;
    const said1 = [
      "[chuckles] Well.",
      "So far.",
      "[sighs] Long.",
      "[chuckles] Yes.",
      "And now?",
      "[door opens] Hello.",
    ];
    const vtt = `WEBVTT\n\n${said1.map((text, index) => cue(index + 1, text)).join("")}`;
    expect(read(vtt).utterances.every(({ speaker }) => speaker === null)).toBe(true);
    const japanese = [
      "[ため息] ええと。",
      "はい。",
      "[咳払い] では。",
      "[ため息] 次。",
      "[拍手] 以上。",
      "【チャイム】 休憩。",
    ];
    const captions = `WEBVTT\n\n${japanese.map((text, index) => cue(index + 1, text)).join("")}`;
    expect(read(captions).utterances.every(({ speaker }) => speaker === null)).toBe(true);
    // Nicknames are written small too, where nearly every line has one.
    const chat = "[mia] hello\n[rob] hi there\n[mia] shall we start?\n[rob] yes";
    expect(read(chat, "a.txt").utterances.map(({ speaker }) => speaker)).toEqual(["mia", "rob", "mia", "rob"]);
  });

  it("has the end of the transcription right below the last words", () => {
    const text =
      "00:00:00\n原口 進: 始めます。\nMia Torres: はい。\n00:05:01\n原口 進: では。\n00:06:44 に文字起こしが終了しました\nこの編集可能な文字起こしはコンピュータによって生成されたものです。";
    const transcript = read(text, "a.txt");
    expect(said(transcript).at(-1)).toBe("原口 進@301:では。");
    expect(transcript.surroundings.notes).toHaveLength(2);
  });
});

describe("what services give as data", () => {
  it("has times in pairs (whisper.cpp), and where words begin by other names (Google's second API)", () => {
    const entry = (from: string, to: string, at: number, text: string): unknown => ({
      timestamps: { from, to },
      offsets: { from: at, to: at + 4000 },
      text,
    });
    const transcription = [
      entry("00:00:00,000", "00:00:04,000", 0, " はい。"),
      entry("00:01:04,200", "00:01:08,200", 64200, " 次。"),
    ];
    const { utterances } = read(JSON.stringify({ params: { language: "ja" }, transcription }), "a.json");
    expect(utterances.map(({ start, end }) => [start, end])).toEqual([
      [0, 4],
      [64.2, 68.2],
    ]);
    const word = (text: string, at: number, speakerLabel: string): unknown => ({
      startOffset: `${at}s`,
      endOffset: `${at + 0.5}s`,
      word: text,
      speakerLabel,
    });
    const words = [word("開き", 0.5, "1"), word("ます", 1, "1"), word("はい", 2, "2")];
    const results = [{ alternatives: [{ transcript: "開きますはい", words }], resultEndOffset: "2.5s" }];
    expect(said(read(JSON.stringify({ results }), "a.json"))).toEqual(["発言者1@0.5:開きます", "発言者2@2:はい"]);
  });

  it("has rows without names of fields, and entries by their number", () => {
    const rows = [
      ["00:00:05", "原口", "始めます。"],
      ["00:00:09", "桐山", "はい。"],
      ["00:01:05", "原口", "では。"],
    ];
    const expected = ["原口@5:始めます。", "桐山@9:はい。", "原口@65:では。"];
    expect(said(read(JSON.stringify(rows), "a.json"))).toEqual(expected);
    expect(read(JSON.stringify(rows), "a.json").format).toBe("cue-json");
    const entries = rows.map(([t, speaker, text], index) => [String(index + 1), { t, speaker, text }]);
    expect(said(read(JSON.stringify({ title: "定例", utterances: Object.fromEntries(entries) }), "a.json"))).toEqual(
      expected,
    );
  });

  it("has messages in HTML, and moments as seconds since 1970", () => {
    const message = (displayName: string, minute: number, content: string): unknown => ({
      messageType: "message",
      createdDateTime: `2026-10-05T01:0${minute}:13Z`,
      from: { user: { id: displayName, displayName } },
      body: { contentType: "html", content },
    });
    const system = { messageType: "systemEventMessage", createdDateTime: "2026-10-05T01:03:00Z", from: null };
    const value = [
      message("原口 進", 1, "<p>資料&nbsp;です</p>"),
      message("桐山 なつ", 2, "<p>はい<br>どうぞ &lt;1&gt;</p>"),
      { ...system, body: { contentType: "html", content: "<systemEventMessage/>" } },
    ];
    expect(said(read(JSON.stringify({ value }), "a.json"))).toEqual([
      "原口 進@0:資料 です",
      "桐山 なつ@60:はいどうぞ <1>",
    ]);
    const slack = (user: string, name: string, ts: string, text: string): unknown => ({
      type: "message",
      user,
      user_profile: { real_name: name },
      ts,
      text,
    });
    const messages = [
      slack("U1", "原口 進", "1781053333.000100", "始めます"),
      slack("U2", "桐山 なつ", "1781053343.500100", "はい"),
    ];
    expect(said(read(JSON.stringify(messages), "a.json"))).toEqual(["原口 進@0:始めます", "桐山 なつ@10.5:はい"]);
    const milliseconds = [
      { speaker: "原口", start: 1781053333000, text: "始めます" },
      { speaker: "桐山", start: 1781053343500, text: "はい" },
    ];
    expect(said(read(JSON.stringify(milliseconds), "a.json"))).toEqual(["原口@0:始めます", "桐山@10.5:はい"]);
  });

  it("has offices in the words of committees of the Diet, whose speakers are told by name", () => {
    const record = (speechOrder: number, speaker: string, speech: string): unknown => ({
      speechOrder,
      speaker,
      speech,
    });
    const speechRecord = [
      record(1, "原口進", "○原口委員長　開きます。\r\n　次に、桐山君。"),
      record(2, "桐山なつ", "○桐山（な）委員　はい。"),
      record(3, "林守", "○林国務大臣　お答えします。"),
      record(4, "渋井恵", "○政府参考人（渋井恵君）　○印の資料　です。"),
    ];
    expect(said(read(JSON.stringify({ meetingRecord: [{ speechRecord }] }), "a.json"))).toEqual([
      "原口進@-:開きます。次に、桐山君。",
      "桐山なつ@-:はい。",
      "林守@-:お答えします。",
      "渋井恵@-:○印の資料　です。",
    ]);
  });

  it("has tags of voices within its words", () => {
    const cues = [
      { startTime: 1.2, endTime: 3, payload: "<v 原口 進>始めます。</v>" },
      { startTime: 3.5, endTime: 5, payload: "<v.loud 桐山 なつ>はい&amp;どうぞ。</v> <v 原口 進>では。</v>" },
      { startTime: 6, endTime: 7, payload: "a <vが 小さい" },
    ];
    expect(said(read(JSON.stringify({ cues }), "a.json"))).toEqual([
      "原口 進@1.2:始めます。",
      "桐山 なつ@3.5:はい&どうぞ。",
      "原口 進@3.5:では。",
      "?@6:a <vが 小さい",
    ]);
  });

  it("has speakers above sentences (Deepgram)", () => {
    const paragraph = (speaker: number, start: number, ...sentences: string[]): unknown => ({
      sentences: sentences.map((text, index) => ({ text, start: start + index, end: start + index + 1 })),
      speaker,
      num_words: 2,
      start,
      end: start + sentences.length,
    });
    const paragraphs = [
      paragraph(0, 1, "始めます。", "二点です。"),
      paragraph(1, 4, "はい。"),
      paragraph(0, 6, "では。"),
    ];
    const words = [{ word: "始め", start: 1, end: 2, speaker: 0 }];
    const alternative = {
      transcript: "始めます。二点です。はい。では。",
      words,
      paragraphs: { transcript: "…", paragraphs },
    };
    const results = { channels: [{ alternatives: [alternative] }] };
    expect(said(read(JSON.stringify({ results }), "a.json"))).toEqual([
      "発言者1@1:始めます。二点です。",
      "発言者2@4:はい。",
      "発言者1@6:では。",
    ]);
  });

  it("has names in a list of their own, and times within instances (Azure Video Indexer)", () => {
    const entry = (id: number, speakerId: number, text: string, start: string): unknown => ({
      id,
      text,
      confidence: 0.9,
      speakerId,
      language: "ja-JP",
      instances: [{ adjustedStart: start, adjustedEnd: start, start, end: start }],
    });
    const insights = {
      transcript: [
        entry(1, 1, "開きます。", "0:00:01.2"),
        entry(2, 2, "はい。", "0:00:04"),
        entry(3, 1, "次。", "0:01:04"),
      ],
      speakers: [
        { id: 1, name: "野口 早紀", instances: [{ start: "0:00:01.2", end: "0:00:03" }] },
        { id: 2, name: "Speaker #2", instances: [] },
      ],
    };
    expect(said(read(JSON.stringify({ videos: [{ insights }] }), "a.json"))).toEqual([
      "野口 早紀@1.2:開きます。",
      "Speaker #2@4:はい。",
      "野口 早紀@64:次。",
    ]);
    // A list that has not everybody's id counts something else.
    const other = { ...insights, speakers: [{ id: 7, name: "野口 早紀" }] };
    expect(read(JSON.stringify(other), "a.json").utterances[0]!.speaker).toBe("発言者1");
  });

  describe("AWS Transcribe", () => {
    const word = (content: string, at: number, speaker?: string): object => ({
      type: "pronunciation",
      alternatives: [{ confidence: "0.9", content }],
      start_time: `${at}.0`,
      end_time: `${at}.9`,
      ...(speaker === undefined ? {} : { speaker_label: speaker }),
    });
    const mark = (content: string): object => ({ type: "punctuation", alternatives: [{ confidence: "0.0", content }] });
    const transcripts = [{ transcript: "開きます。はい。次。" }];

    it("is read by its segments", () => {
      const segment = (id: number, transcript: string, at: number, speaker: string): unknown => ({
        id,
        transcript,
        start_time: `${at}.5`,
        end_time: `${at}.9`,
        speaker_label: speaker,
        items: [],
      });
      const items = [
        word("開き", 1, "spk_0"),
        word("ます", 2, "spk_0"),
        mark("。"),
        word("はい", 3, "spk_1"),
        mark("。"),
      ];
      const results = {
        transcripts,
        items,
        audio_segments: [segment(0, "開きます。", 1, "spk_0"), segment(1, "はい。", 3, "spk_1")],
      };
      expect(said(read(JSON.stringify({ results }), "a.json"))).toEqual(["spk_0@1.5:開きます。", "spk_1@3.5:はい。"]);
    });

    it("is read by its words, whose speakers stand at them or in a list beside", () => {
      const items = [
        word("開き", 1),
        word("ます", 2),
        mark("。"),
        word("はい", 3),
        mark("。"),
        word("次", 5),
        mark("。"),
      ];
      const of = (speaker: string, ...starts: number[]): unknown => ({
        speaker_label: speaker,
        start_time: `${starts[0]}.0`,
        items: starts.map((at) => ({ speaker_label: speaker, start_time: `${at}.0`, end_time: `${at}.9` })),
      });
      const beside = { speakers: 2, segments: [of("spk_0", 1, 2), of("spk_1", 3), of("spk_0", 5)] };
      const expected = ["spk_0@1:開きます。", "spk_1@3:はい。", "spk_0@5:次。"];
      expect(said(read(JSON.stringify({ results: { transcripts, items, speaker_labels: beside } }), "a.json"))).toEqual(
        expected,
      );
      const labels = ["spk_0", "spk_0", "spk_0", "spk_1", "spk_1", "spk_0", "spk_0"];
      const labelled = items.map((item, index) => ({ ...item, speaker_label: labels[index] }));
      expect(said(read(JSON.stringify({ results: { transcripts, items: labelled } }), "a.json"))).toEqual(expected);
      expect(said(read(JSON.stringify({ results: { transcripts, items } }), "a.json"))).toEqual([
        "?@1:開きます。",
        "?@3:はい。",
        "?@5:次。",
      ]);
    });
  });

  it("says everything once more with speakers at the end (Google)", () => {
    const word = (text: string, at: number, speakerTag?: number): unknown => ({
      word: text,
      startTime: `${at}s`,
      endTime: `${at + 0.5}s`,
      ...(speakerTag === undefined ? {} : { speakerTag }),
    });
    const results = [
      { alternatives: [{ transcript: "good morning", words: [word("good", 1), word("morning", 2)] }] },
      { alternatives: [{ transcript: " thank you", words: [word("thank", 4), word("you", 5)] }] },
      {
        alternatives: [{ words: [word("good", 1, 1), word("morning", 2, 1), word("thank", 4, 2), word("you", 5, 2)] }],
      },
    ];
    expect(said(read(JSON.stringify({ results }), "a.json"))).toEqual([
      "発言者1@1:good morning",
      "発言者2@4:thank you",
    ]);
  });
});
