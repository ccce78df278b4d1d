import { findQuestions, isForOthers } from "@genai-office/shared/tasks";

const questionsOf = (text: string): string[] => findQuestions({ id: "m", text }).map((question) => question.text);

test.each([
  ["調査は、１０月１５日（水）の午後１時から可能でしょうか。"],
  ["既存の図面は、電子データでお貸しいただけますでしょうか。"],
  ["休止中の施設は、一覧に含めておられますか。"],
  ["施設の数を御教示ください。"],
  ["本件の担当者をご教示いただけますと幸いです。"],
  ["参加の可否をご回答ください。"],
  ["別添様式により、１１月２１日（金）までに御提出くださいますようお願いいたします。"],
  ["回答期限は１２月５日です。それまでにお返事をお願いします。"],
  ["会場はどこですか？"],
  ["この理解でよろしいでしょうか"],
  ["資料を送ってもらえませんか。"],
  ["Could you confirm the date by Friday?"],
  ["Please let me know how many people will attend."],
])("asks: %s", (text) => {
  expect(questionsOf(text)).toHaveLength(1);
});

test.each([
  ["お世話になっております。"],
  ["どうぞよろしくお願いいたします。"],
  ["御多用のところ恐れ入りますが、何卒よろしくお願い申し上げます。"],
  ["ご不明な点がございましたら、お気軽にお問い合わせください。"],
  ["ご査収くださいますようお願いいたします。"],
  ["あらかじめご了承ください。"],
  ["いかがお過ごしでしょうか。"],
  ["先日は御回答いただき、ありがとうございました。"],
  ["資料を添付します。"],
  ["I hope this mail finds you well."],
  ["If you have any questions, please feel free to let me know."],
  [""],
])("asks nothing: %s", (text) => {
  expect(questionsOf(text)).toEqual([]);
});

test("the sentence that announces questions gives way to them, list marks and line breaks are taken off", () => {
  expect(
    questionsOf(
      "また、次の２点について御教示ください。\n１　施設の数は、令和７年４月１日時点で\n何か所でしょうか。\n（２）休止中の施設は含みますか。\n・図面はありますか。",
    ),
  ).toEqual([
    "施設の数は、令和７年４月１日時点で何か所でしょうか。",
    "休止中の施設は含みますか。",
    "図面はありますか。",
  ]);
  expect(questionsOf("次の点について御教示ください。")).toEqual(["次の点について御教示ください。"]);
});

test("questions of quoted mails are not asked again", () => {
  const mail = [
    "日程の件、承知しました。会場はどちらでしょうか。",
    "",
    "> 資料は届きましたか。",
    "-----Original Message-----",
    "From: 佐藤 <sato@example.jp>",
    "参加人数をご教示ください。",
  ].join("\n");
  expect(questionsOf(mail)).toEqual(["日程の件、承知しました。会場はどちらでしょうか。".split("。")[1] + "。"]);
  expect(
    questionsOf("承知しました。\nOn Mon, Nov 10, 2025 at 9:12 AM Sato <sato@example.jp> wrote:\nCan you come?"),
  ).toEqual([]);
});

test("each question once, and no more than two hundred", () => {
  expect(questionsOf("可能ですか。可能ですか。")).toEqual(["可能ですか。"]);
  expect(questionsOf(Array.from({ length: 230 }, (_one, index) => `案${index}は可能ですか。`).join("")).length).toBe(
    200,
  );
});

test("what stands below a line that calls somebody else is theirs; what all are called for is everybody's", () => {
  const text =
    "森さん\n会場の手配をお願いします。\n\n岸さん\n資料の印刷をお願いします。\n\n両名とも、明日の会議に出席してください。";
  const mine = findQuestions({ id: "m", text }).filter((question) => !isForOthers(question, "森 直子"));
  expect(mine.map((question) => question.text)).toEqual([
    "会場の手配をお願いします。",
    "両名とも、明日の会議に出席してください。",
  ]);
});
