import { findRequests } from "@genai-office/shared/tasks";

const asked = (text: string) =>
  findRequests({ id: "m", text }, "2026-11-04").map(({ text: words, addressee, due }) => [words, addressee, due?.date]);

describe("days for each group of readers below the words that announce them", () => {
  test("each group is asked for what the sentence asks, by its day; an office by its name", () => {
    const asks = "原稿について、下記により登録をお願いします。";
    expect(
      asked(`${asks}\n\n委員の皆様：11月10日（火）まで\n専門委員　：11月12日（木）正午まで\n防災課：11月13日\n`),
    ).toEqual([
      [`委員の皆様：${asks}`, undefined, "2026-11-10"],
      [`専門委員：${asks}`, undefined, "2026-11-12"],
      [`防災課：${asks}`, "防災課", "2026-11-13"],
    ]);
    expect(
      findRequests({ id: "m", text: `${asks}\n・委員：11月10日まで\n・事務局：11月12日まで` }).map(
        ({ sentence }) => sentence,
      ),
    ).toEqual(["委員：11月10日まで", "事務局：11月12日まで"]);
  });

  test.each([
    "原稿を下記により提出してください。\n日時：11月10日\n場所：大講堂",
    "原稿を以下により提出してください。\n委員の皆様は別添を御覧ください。\n事務局：11月12日着",
    "原稿を11月9日までに、以下のとおり提出してください。\n公開の場：11月10日\n会議の場：11月12日",
  ])("%j asks once", (text) => {
    expect(asked(text)).toHaveLength(1);
  });
});

describe("action items, each with who does it", () => {
  test("are asked of whom they name", () => {
    expect(
      asked(
        "Hi all,\n\nAction points from this morning:\n- Rena: draft the agenda by Monday 9 November, 4pm\n- Owen: book the hall (deadline: 12 Nov)\n- Everyone: return edits before the end of the month\n- Me: tell the press office by Friday\n\nThanks\n",
      ),
    ).toEqual([
      ["Rena: draft the agenda by Monday 9 November, 4pm", "Rena", "2026-11-09"],
      ["Owen: book the hall (deadline: 12 Nov)", "Owen", "2026-11-12"],
      ["Everyone: return edits before the end of the month", undefined, "2026-11-30"],
    ]);
    expect(asked("本日の宿題\n・森：会場図の作成（11/10まで）\n・岸課長：名簿の更新\n・当方：掲示物の印刷\n")).toEqual([
      ["森：会場図の作成（11/10まで）", "森", "2026-11-10"],
      ["岸課長：名簿の更新", "岸課長", undefined],
    ]);
  });

  test("a sentence may head them", () => {
    expect(
      asked("会議のToDoは以下のとおりです。\n・森さん：委員への照会（11/10まで）\n・事務局：町長への説明\n").map(
        ([, name]) => name,
      ),
    ).toEqual(["森さん", "事務局"]);
  });

  test.each([
    "Notes from this morning:\n- Rena: the agenda is ready\n- Owen: he liked the hall",
    "Next steps:\n- Rena: nothing left\n",
    "Next steps:\nWe will write to you again.",
  ])("%j asks nothing", (text) => {
    expect(asked(text)).toEqual([]);
  });
});

describe("items with a day behind them", () => {
  test("a deed has that day; a meeting is on it", () => {
    expect(
      asked(
        "以下の対応をお願いします。\n・原稿の確認　　：11月10日（火）12時\n・様式の作成→11月13日中\n・説明会への参加：11月17日（火）14時",
      ),
    ).toEqual([
      ["原稿の確認　　：11月10日（火）12時", undefined, "2026-11-10"],
      ["様式の作成→11月13日中", undefined, "2026-11-13"],
      ["説明会への参加：11月17日（火）14時", undefined, undefined],
    ]);
  });
});

test("「下記の照会がありましたので」 announces nothing that the sentence asks", () => {
  expect(
    asked("下記の照会が届いておりますので、御対応をお願いします。\n回答案を11月9日までに送ってください。").map(
      ([words]) => words,
    ),
  ).toEqual(["下記の照会が届いておりますので、御対応をお願いします。", "回答案を11月9日までに送ってください。"]);
});

test.each(["Otherwise", "Alternatively", "Meanwhile", "Lastly", "Separately", "Tomorrow", "Unfortunately"])(
  "%s, at the beginning, is nobody",
  (word) => {
    expect(asked(`${word}, please send the list to us.`)).toEqual([
      [`${word}, please send the list to us.`, undefined, undefined],
    ]);
  },
);
