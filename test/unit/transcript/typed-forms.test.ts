import { buildDocx } from "../../support/docx-builder";
import { read, said } from "./read";

const paragraphs = (...texts: string[]): string =>
  texts.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("");

describe("the first words of a file", () => {
  it.each([
    ["A: It's fine\nB: Yes", ["A@-:It's fine", "B@-:Yes"]],
    ["Chair: Welcome\nKen: Thanks\nKen: Two points", ["Chair@-:Welcome", "Ken@-:Thanks", "Ken@-:Two points"]],
    ["会長：開会\n\n西村：はい\n\n西村：報告します", ["会長@-:開会", "西村@-:はい", "西村@-:報告します"]],
    ["A: One\nB: Two\nC: Three\nA: Four", ["A@-:One", "B@-:Two", "C@-:Three", "A@-:Four"]],
    ["西村：東さん\n\n東：はい\n\n西村：では", ["西村@-:東さん", "東@-:はい", "西村@-:では"]],
  ])("are speech: %s", (text, expected) => {
    const transcript = read(text, "a.txt");
    expect(said(transcript)).toEqual(expected);
    expect(transcript.surroundings.preamble).toEqual([]);
  });

  it("are none where the head says who does what", () => {
    const transcript = read(
      "定例会\n日時：五月一日\n司会：西村\n記録：東\n\n西村：始めます\n東：はい\n西村：では",
      "a.txt",
    );
    expect(said(transcript)).toEqual(["西村@-:始めます", "東@-:はい", "西村@-:では"]);
    expect(transcript.surroundings.preamble).toEqual(["定例会", "日時：五月一日", "司会：西村", "記録：東"]);
  });
});

describe("names in every form that people write", () => {
  const plain = ["西村@-:始めます。", "東@-:はい。", "西村@-:では。"];
  const office = ["西村課長@-:始めます。", "東補佐@-:資料は三点です。", "西村課長@-:では。"];
  const timed = ["西村@3:始めます。", "東@10:はい。", "西村@3723:では。"];
  it.each([
    ["in quotation marks", "西村「始めます。」\n東「はい。」\n西村「では。」", plain],
    ["before an angle", "西村＞始めます。\n東＞はい。\n西村＞では。", plain],
    ["in brackets of other forms", "〔西村〕始めます。\n〔東〕はい。\n〔西村〕では。", plain],
    ["before an arrow", "西村→始めます。\n東→はい。\n西村→では。", plain],
    [
      "in parentheses, some in office",
      "（西村課長）始めます。\n（東補佐）資料は三点です。\n（西村課長）では。",
      office,
    ],
    ["between bars", "0:03|西村|始めます。\n0:10|東|はい。\n1:02:03|西村|では。", timed],
    ["before a colon and a time", "西村：（0:03）始めます。\n東：（0:10）はい。\n西村：（1:02:03）では。", timed],
    ["with times behind the words", "西村：始めます。 (0:03)\n東：はい。 (0:10)\n西村：では。 (1:02:03)", timed],
    [
      "before spaces again and again",
      "西村　始めます。\n東　はい。\n西村　では。\n東　以上です。",
      [...plain, "東@-:以上です。"],
    ],
    ["before a bar", "西村｜始めます。\n東｜はい。\n西村｜では。", plain],
    ["on each second line", "西村\n\n始めます。\n\n東\n\nはい。\n\n西村\n\nでは。", plain],
    ["behind numbers and before spaces", "1 西村課長 始めます。\n2 東補佐 資料は三点です。\n3 西村課長 では。", office],
    [
      "in tables of Markdown",
      "| 時刻 | 発言者 | 発言 |\n|---|---|---|\n| 0:03 | 西村 | 始めます。 |\n| 0:10 | 東 | はい。 |\n| 1:02:03 | 西村 | では。 |",
      timed,
    ],
    [
      "behind points, with times in brackets",
      "・西村（0:03）始めます。\n・東（0:10）はい。\n・西村（1:02:03）では。",
      timed,
    ],
    ["behind numbers", "1. 西村：始めます。\n2. 東：はい。\n3. 西村：では。", plain],
    ["below marks", "◆西村\n始めます。\n◆東\nはい。\n◆西村\nでは。", plain],
    ["below a blank line", "西村課長\n始めます。\n\n東補佐\n資料は三点です。\n\n西村課長\nでは。", office],
    ["before a space", "西村課長　始めます。\n東補佐　資料は三点です。\n西村課長　では。", office],
    ["behind times and before a space", "(0:03) 西村 始めます。\n(0:10) 東 はい。\n(1:02:03) 西村 では。", timed],
    ["between tabs", "0:03\t西村\t始めます。\n0:10\t東\tはい。\n1:02:03\t西村\tでは。", timed],
    ["in CSV of any name", "時刻,発言者,発言\n0:03,西村,始めます。\n0:10,東,はい。\n1:02:03,西村,では。", timed],
    ["behind times in words", "0分3秒 西村：始めます。\n0分10秒 東：はい。\n1時間2分3秒 西村：では。", timed],
    [
      "behind full-width times",
      "０：０３　西村：始めます。\n０：１０　東：はい。\n１：０２：０３　西村：では。",
      timed,
    ],
    ["in brackets around times", "西村（0:03）始めます。\n東（0:10）はい。\n西村（1:02:03）では。", timed],
    ["above times", "西村\n0:03\n始めます。\n\n東\n0:10\nはい。\n\n西村\n1:02:03\nでは。", timed],
    [
      "in records",
      "発言者：西村\n時刻：0:03\n発言：始めます。\n\n発言者：東\n時刻：0:10\n発言：はい。\n\n発言者：西村\n時刻：1:02:03\n発言：では。",
      timed,
    ],
    [
      "in chats",
      "10:00:05 From 西村 健 to Everyone:\n\t始めます。\n10:01:10 From 東 花:\n\tはい。",
      ["西村 健@0:始めます。", "東 花@65:はい。"],
    ],
    [
      "with halves of the day",
      "Ken Aoki 11:58 AM\nHello.\nMary Lee 0:02 PM\nHi.",
      ["Ken Aoki@0:Hello.", "Mary Lee@240:Hi."],
    ],
    [
      "with the time of what follows above them",
      "00:00:00\n\n西村: 始めます。\n東: はい。\n\n00:05:12\n\n西村: では。\n会議は 00:10:00 後に終了しました 👋",
      ["西村@0:始めます。", "東@-:はい。", "西村@312:では。"],
    ],
  ])("are found: %s", (_form, text, expected) => {
    expect(said(read(text, "a.txt"))).toEqual(expected);
  });

  it("are found in tables of Word without a head, over merged cells and paragraphs", () => {
    const cell = (text: string, properties = ""): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs(...text.split("|"))}</w:tc>`;
    const row = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`;
    const plainTable = `${paragraphs("記録")}<w:tbl>${row(cell("西村"), cell("始めます。"))}${row(cell("東"), cell("はい。|三点あります。"))}${row(cell("西村"), cell("では。"))}</w:tbl>`;
    expect(said(read(buildDocx({ body: plainTable }), "a.docx"))).toEqual([
      "西村@-:始めます。",
      "東@-:はい。三点あります。",
      "西村@-:では。",
    ]);
    const merged = `<w:tbl>${row(cell("発言者"), cell("発言"))}${row(cell("西村", '<w:vMerge w:val="restart"/>'), cell("始めます。"))}${row(cell("", "<w:vMerge/>"), cell("続きです。"))}${row(cell(""), cell("誰か。"))}</w:tbl>`;
    expect(said(read(buildDocx({ body: merged }), "a.docx"))).toEqual([
      "西村@-:始めます。",
      "西村@-:続きです。",
      "?@-:誰か。",
    ]);
    const layout = `<w:tbl>${row(cell("西村課長　始めます。|東補佐　はい。"))}</w:tbl>`;
    expect(said(read(buildDocx({ body: layout }), "a.docx"))).toEqual(["西村課長@-:始めます。", "東補佐@-:はい。"]);
  });
});

describe("what is no name", () => {
  it.each([
    ["labels of figures", "窓口の件数は次のとおり。\n受付：120件\n処理：118件\n人員を増やす。"],
    ["times within sentences", "始めます。\n次は 10:30 から、場所：会議室です。\n以上のとおりです。"],
    ["one line with a colon", "The plan is as follows.\nWe start in May.\nThree parts: design, build and test."],
    ["labels of words", "注意\n録音は禁止です。\n質問は最後に受けます。\n連絡先：総務課\n締切：五月末"],
    ["headings", "目的\n窓口を改善する。\n\n効果\n待ち時間が減る。"],
    ["words in quotation marks", "これは「案」です。\n資料には「素案」とあります。\n以上のとおりです。"],
    ["a table of other things", "項目\t内容\n場所\t会議室を使います。\n費用\t三万円です。"],
  ])("stays what it is: %s", (_kind, text) => {
    expect(read(text, "a.txt").utterances.map(({ speaker }) => speaker)).not.toContainEqual(expect.anything());
  });

  it("is what programs write above, between and below speeches", () => {
    const text =
      "Weekly\nMay 20, 2026, 1:00AM\n45m 10s\n\nKen Aoki   0:03\nHello.\n\nMary Lee   0:10\nHi.\n\nTranscribed by https://otter.ai";
    const transcript = read(text, "a.txt");
    expect(said(transcript)).toEqual(["Ken Aoki@3:Hello.", "Mary Lee@10:Hi."]);
    expect(transcript.surroundings.notes).toEqual(["Transcribed by https://otter.ai"]);
    expect(said(read("○西村会長　開きます。\n○東委員　はい。\n――了――", "a.txt"))[1]).toBe("東委員@-:はい。");
  });
});
