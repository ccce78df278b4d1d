import { isAnsweredBy } from "@genai-office/shared/tasks";

test.each([
  ["発電機の直近の試験の実施日を御教示ください。", "資料は来週送ります。"],
  ["前日18時までに3階の受付へお届けください。", "議事録については修正意見がある。"],
  ["庁舎の図面をお送りください。", "鍵は受付に返した"],
])("what speaks of something else answers nothing: %s %s", (question, intention) => {
  expect(isAnsweredBy(intention, question, 1)).toBe(false);
});

test.each([
  ["出欠をお知らせください。", "会議は欠席します"],
  ["出欠をお知らせください。", "私は行きます"],
  ["いつ頃になりますか。", "見積は3月10日に出します"],
  ["何名でいらっしゃいますか。", "3名"],
  ["御意見をお聞かせください。", "当課は異議ありません"],
  ["進めてよろしいですか。", "承知した"],
  ["御都合はいかがですか。", "来週なら伺えます。資料は後で送ります。"],
])("a short answer to the only question stays one: %s %s", (question, intention) => {
  expect(isAnsweredBy(intention, question, 1)).toBe(true);
});
