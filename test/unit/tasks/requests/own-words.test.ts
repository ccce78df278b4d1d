import { inlineAnswers, newestWords, ownWords } from "../../../../shared/src/tasks/requests/own-words";

const answered = [
  "以下、回答します。",
  "",
  "2026年11月17日(火) 15:20 森 直子 <mori@sample.go.jp>:",
  "> いつもお世話になっております。",
  "> １　参加人数を教えてください。",
  "８名です。",
  "> ２　資料は前日に送ります。",
  "承知しました。",
  "> ３　昼食の要否を、",
  "> 御回答ください。",
  "不要です。",
  "",
  "-- ",
  "岸 透",
].join("\n");

test("own words are without history and signature; a quoted question stays where it is answered right below", () => {
  expect(newestWords(answered)).toBe("以下、回答します。\n\n８名です。\n承知しました。\n不要です。");
  expect(ownWords(answered)).toBe(
    "以下、回答します。\n\n> １　参加人数を教えてください。\n８名です。\n承知しました。\n> ３　昼食の要否を、\n> 御回答ください。\n不要です。",
  );
  expect(inlineAnswers(ownWords(answered))).toEqual([
    { quoted: "参加人数を教えてください。", answer: "８名です。\n承知しました。" },
    { quoted: "昼食の要否を、御回答ください。", answer: "不要です。" },
  ]);
});

test.each([
  "各位\n\n2026年12月3日（木）の説明会について：\n\n参加人数を御連絡願います。",
  "各位\n\nFrom: 東京駅\n\n出欠を回答してください。",
  "Dear all,\n\nOn Monday the minister wrote:\nwe shall see.\n\nPlease send the form.",
  "各位\n\n____________\n\n出欠を回答してください。",
  "各位\n\n> 0.5 の場合は黄色です。\n\n出欠を回答してください。",
])("a line that looks like the head of a mail takes nothing off: %j", (text) => {
  expect(ownWords(text)).toBe(text);
});

test("own words of own words are the same", () => {
  const once = ownWords(answered);
  expect(ownWords(once)).toBe(once);
});
