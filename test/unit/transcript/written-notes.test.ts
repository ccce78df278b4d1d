import { read, said } from "./read";

const speakers = (text: string): (string | null)[] => read(text, "a.txt").utterances.map(({ speaker }) => speaker);

describe("labels that are no persons", () => {
  it.each([
    "進捗：順調です。\n課題：足りません。\n進捗：遅れています。\n対応者：未定です。\n進捗：順調です。",
    "日報\n午前：会議に出ました。\n午後：書きました。\n午前：行きました。\n午後：話しました。\n明日：休みます。",
    "月曜：晴れました。\n火曜日：降りました。\n月曜：曇りました。",
    "点検記録\n漏電：ありません。\n騒音対策：要ります。\n漏電：少しあります。\n騒音対策：済みました。",
  ])("name nobody in forms: %s", (text) => {
    expect(new Set(speakers(text))).toEqual(new Set([null]));
  });

  it.each(["TODO", "ToDo", "FYI", "Memo", "進捗", "優先度", "明日", "承認者"])(
    "name nobody among people: %s",
    (label) => {
      const text = `倉田：述べます\n浅野：はい\n${label}：資料を直します\n浅野：直します\n${label}：調べます\n倉田：どうも`;
      expect(speakers(text)).toEqual(["倉田", "浅野", "浅野", "倉田"]);
    },
  );

  it("are those that the list of who is there has not", () => {
    const text =
      "出席者：倉田、浅野（記）\n\n倉田：述べます。\n試験：済みました。\n浅野：はい。\n試験：続けます。\n御子柴：遅れました。\n倉田：どうも。\n御子柴：では。";
    expect(speakers(text)).toEqual(["倉田", "浅野", "倉田"]);
    expect(speakers(text.replace("浅野（記）", "浅野、御子柴"))).toEqual(["倉田", "浅野", "御子柴", "倉田", "御子柴"]);
    // Who is like a person may have come late.
    expect(speakers(text.replaceAll("御子柴", "原口"))).toEqual(["倉田", "浅野", "原口", "倉田", "原口"]);
  });
});

describe("forms of notes", () => {
  it("have names with an honorific before quotation marks", () => {
    expect(said(read("倉田さん「どうですか」\n浅野さん「足りません」\n倉田さん「では」", "a.txt"))).toEqual([
      "倉田さん@-:どうですか",
      "浅野さん@-:足りません",
      "倉田さん@-:では",
    ]);
  });

  it("have half a bracket behind names that stand alone", () => {
    expect(
      said(read("会議メモ\n倉田）\n足りますか。\n\n浅野）\n足りません。\n二割ほどです。\n\n倉田）\nでは。", "a.txt")),
    ).toEqual(["倉田@-:足りますか。", "浅野@-:足りません。二割ほどです。", "倉田@-:では。"]);
  });

  it("have names before wide spaces, of which some come once", () => {
    expect(
      said(
        read(
          "司会　始めます。\n倉田　　よろしくお願いします。\n浅野　こちらこそ。\n司会　では、どうぞ。\n倉田　　はい。予算の件です。",
          "a.txt",
        ),
      ),
    ).toEqual([
      "司会@-:始めます。",
      "倉田@-:よろしくお願いします。",
      "浅野@-:こちらこそ。",
      "司会@-:では、どうぞ。",
      "倉田@-:はい。予算の件です。",
    ]);
  });

  it("have sections, which end what was said; who is to do what says nothing", () => {
    const text =
      "【出席者】倉田、浅野\n【内容】\n倉田：足りますか。\n浅野：足りません。\n倉田：では次。\n【決定事項】\n・補正を組む\n【宿題】\n・浅野：資料作成（9/10まで）\n・倉田：日程調整";
    expect(said(read(text, "a.txt"))).toEqual([
      "倉田@-:足りますか。",
      "浅野@-:足りません。",
      "倉田@-:では次。",
      "?@-:【決定事項】・補正を組む",
      "?@-:【宿題】・浅野：資料作成（9/10まで）・倉田：日程調整",
    ]);
  });

  it("have numbered points within a speech of verbatim minutes", () => {
    const text =
      "○十二番（浅野薫君）　質問いたします。\n　１　財政について\n　（１）基金の残高\n　（２）市債の残高\n　以上、答弁を求めます。\n○市長（倉田進君）　お答えします。";
    expect(said(read(text, "a.txt"))).toEqual([
      "十二番（浅野薫君）@-:質問いたします。１　財政について（１）基金の残高（２）市債の残高以上、答弁を求めます。",
      "市長（倉田進君）@-:お答えします。",
    ]);
  });
});
