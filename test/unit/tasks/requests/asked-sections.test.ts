import { findRequests } from "@genai-office/shared/tasks";

const asked = (text: string) =>
  findRequests({ id: "m", text }, "2026-03-09").map(({ text: words, due }) => [words, due?.words, due?.date]);

test("items below 「照会事項」 are what is asked, each by the day of the section below", () => {
  const mail = [
    "各課庶務担当者　各位",
    "",
    "標記について、下記のとおり照会しますので、期限までに回答願います。",
    "",
    "記",
    "１　照会事項",
    "　(1) 令和７年度末の職員数（会計年度任用職員を除く。）",
    "　(2) うち、時差出勤をした者の数",
    "　(3) 実施できない理由",
    "２　回答期限　令和８年３月２３日（月）１７時【厳守】",
    "３　回答方法　別添様式に記入",
    "",
    "（担当）原　内線1234",
  ].join("\n");
  const day = ["令和８年３月２３日（月）１７時", "2026-03-23"];
  expect(asked(mail)).toEqual([
    ["令和７年度末の職員数（会計年度任用職員を除く。）", ...day],
    ["うち、時差出勤をした者の数", ...day],
    ["実施できない理由", ...day],
  ]);
});

test.each([
  ["以上３点、今週木曜までにお知らせください。", ["今週木曜", "2026-03-12"]],
  ["上記について御回答ください。", [undefined, undefined]],
])("items above 「%s」 are what is asked", (sentence, due) => {
  const mail = `会場は大講堂に決まりました。\n1. 当日の進行役はどなたになりますか？\n2. 講師の謝金の支払方法（現金／振込）\n3. 配布資料の部数\n${sentence}\n`;
  expect(asked(mail)).toEqual([
    ["当日の進行役はどなたになりますか？", ...due],
    ["講師の謝金の支払方法（現金／振込）", ...due],
    ["配布資料の部数", ...due],
  ]);
});

test("a count takes no more items than it says", () => {
  expect(
    asked("・会場は決まりました。\n・謝金の支払方法\n・資料の部数\n以上２点を御教示ください。\n").map(
      ([words]) => words,
    ),
  ).toEqual(["謝金の支払方法", "資料の部数"]);
});

test("a heading of its own ends what is asked", () => {
  const mail =
    "下記につき御回答願います。\n\n１　質問事項\n　ア　台数\n　イ　置き場所\n２　回答期限\n　３月２３日（月）\n３　その他\n　別紙は参考です。\n";
  expect(asked(mail)).toEqual([
    ["台数", "３月２３日（月）", "2026-03-23"],
    ["置き場所", "３月２３日（月）", "2026-03-23"],
  ]);
});

test("an answer that repeats what was asked asks nothing", () => {
  expect(
    asked("下記のとおり回答します。\n\n１　照会事項\n　(1) 職員数\n　(2) 理由\n２　回答\n　別紙のとおりです。\n"),
  ).toEqual([]);
});

test.each<[string, unknown[]]>([
  ["I'd be grateful for the revised agenda EOD Friday.", ["EOD Friday", "2026-03-13"]],
  ["Please send me the form no later than 20/03.", ["20/03", "2026-03-20"]],
  // Nobody can tell the fourth of May from the fifth of April.
  ["Please send me the form by 04/05.", ["04/05", undefined]],
])("%s", (sentence, due) => {
  expect(asked(`Hi Haruka,\n\n${sentence}\n\nCheers`)).toEqual([[sentence, ...due]]);
});

test("thanks are no request", () => {
  expect(asked("Hi Haruka,\n\nWe are grateful for the warm welcome.\n\nCheers")).toEqual([]);
});
