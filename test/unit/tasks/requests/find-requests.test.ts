import { findDues, findRequests } from "@genai-office/shared/tasks";
import { resolveDay } from "../../../../shared/src/tasks/requests/resolve-day";

const found = (text: string, written = "2026-11-04") =>
  findRequests({ id: "m", text }, written).map(({ text: words, due, addressee }) => [words, due?.date, addressee]);

describe("requests of a mail", () => {
  test("own deadline, deadline of the answer as a whole, none", () => {
    expect(
      found(
        "出席者名を１１月９日（月）までに登録してください。\n会議室の定員は何名ですか。\n13日までに御回答願います。",
      ),
    ).toEqual([
      ["出席者名を１１月９日（月）までに登録してください。", "2026-11-09", undefined],
      ["会議室の定員は何名ですか。", "2026-11-13", undefined],
    ]);
  });

  test("a deadline of the answer that stands alone is the request", () => {
    expect(found("標記の件、11/10までに御回答ください。")).toEqual([
      ["標記の件、11/10までに御回答ください。", "2026-11-10", undefined],
    ]);
  });

  test("a line 回答期限 is that of every request; a deadline behind one request on its line is that one's", () => {
    expect(found("別添に対する御意見を照会します。\n１　回答期限　令和８年１１月１０日（火）１７時")).toEqual([
      ["別添に対する御意見を照会します。", "2026-11-10", undefined],
    ]);
    expect(found("日程を確認してもらえますか。\n想定問答の更新をお願いします。期限は１１月６日です。")).toEqual([
      ["日程を確認してもらえますか。", undefined, undefined],
      ["想定問答の更新をお願いします。", "2026-11-06", undefined],
    ]);
  });

  test("items of an announced list are asked, each with the list's deadline", () => {
    expect(found("次の点を11月10日までに教えてください。\nア　年２回とした場合の単価\nイ　休日の割増しの有無")).toEqual(
      [
        ["年２回とした場合の単価", "2026-11-10", undefined],
        ["休日の割増しの有無", "2026-11-10", undefined],
      ],
    );
  });

  test("duties in a list below the words that announce it are asked, each of whom it names", () => {
    expect(
      found(
        "以下の分担で準備をお願いします。\n\n・森主査：会場図の作成（6日正午まで）\n・岸係長：名簿の更新\n\n完了しましたら御一報ください。",
      ),
    ).toEqual([
      ["森主査：会場図の作成（6日正午まで）", "2026-11-06", "森主査"],
      ["岸係長：名簿の更新", undefined, "岸係長"],
      ["完了しましたら御一報ください。", undefined, undefined],
    ]);
    expect(found("以下の様式で名簿を提出してください。\n様式：別紙１\n提出先：総務課")).toHaveLength(1);
  });

  test("a sentence that wishes for an answer by a day sets the deadline of what else is asked", () => {
    expect(found("名簿を追加で送ってください。\n本日中にいただければ、明日の会議に間に合います。")).toEqual([
      ["名簿を追加で送ってください。", "2026-11-04", undefined],
    ]);
  });

  test("what is to be handed in stands in a line of its own below 「下記により」, with the deadline for all", () => {
    expect(
      found(
        "下記により御対応方よろしくお願いいたします。\n\n１．提出物　別紙１（調査票）\n２．提出期限　11月10日（火）17時\n３．提出先　総務課",
      ),
    ).toEqual([["提出物　別紙１（調査票）", "2026-11-10", undefined]]);
    expect(found("下記のとおり説明会を開催します。\n提出物　なし")).toEqual([]);
  });

  test.each([
    ["御回答は今月20日頃までに頂戴できましたら幸甚に存じます。", "2026-11-20"],
    ["We also need the list of names by November 10.", "2026-11-10"],
    ["A short abstract would be helpful by 30 November.", "2026-11-30"],
    ["We would also like to know whether you can join.", undefined],
  ])("asks: %s", (text, day) => {
    expect(found(text)).toEqual([[text, day, undefined]]);
  });

  test.each(["集計結果は添付のとおりですので、参考としてください。", "I will need to check this by Friday."])(
    "asks nothing: %s",
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );

  test("this evening is a deadline", () => {
    const dues = findDues("修文を今晩22時までに、名簿を今夜中にお願いします。").map(({ words }) => words);
    expect(dues).toEqual(["今晩22時", "今夜中"]);
  });

  test("what a courtesy is for may be asked", () => {
    expect(found("駐車場の御利用の有無も、併せてお知らせください。")).toHaveLength(1);
    expect(found("会議室は御自由に御利用ください。")).toEqual([]);
  });

  test("courtesies, what the writer has done or will do, and quoted mails ask nothing", () => {
    for (const text of [
      "よろしくお願いいたします。",
      "資料を御送付いただき、ありがとうございました。",
      "後日、こちらから連絡させていただきます。",
      "不明な点がございましたら、お気軽に御連絡ください。",
      "いましばらくお時間をください。",
      "Please do not hesitate to contact me if anything is unclear.",
      "Please find attached the minutes.",
      "承知しました。\n> 名簿を送ってください。",
    ])
      expect([text, found(text)]).toEqual([text, []]);
  });

  test.each([
    ["佐野さんは、人数を明日までに知らせてください。", "佐野さん"],
    ["施設課におかれましては、意見を提出してください。", "施設課"],
    ["久保さんには、想定問答の更新をお願いします。", "久保さん"],
    ["岡さん：英語版の作成をお願いできますか。", "岡さん"],
    ["問３は久保さん（CC）にお願いします。", "久保さん"],
    ["Ken, could you check the rate?", "Ken"],
    ["@Daichi - can you join the call?", "Daichi"],
    ["施設課に確認していただけますか。", undefined],
    ["会議室は使えますか。", undefined],
  ])("%s asks %s", (text, addressee) => {
    expect(found(text)[0]![2]).toBe(addressee);
  });
});

describe("deadlines", () => {
  test.each([
    ["７月３日（金）17:00までに提出", "2026-07-03"],
    ["〆切：7/3", "2026-07-03"],
    ["令和８年７月３日（金）正午必着", "2026-07-03"],
    ["来週の金曜日までに", "2026-07-10"],
    ["本日中に", "2026-07-01"],
    ["7月6日（月）終業までに", "2026-07-06"],
    ["7/10(金)COBまでに", "2026-07-10"],
    ["7月3日の朝一で", "2026-07-03"],
    ["令和8年7月3日(金)12:00【期限厳守】までに", "2026-07-03"],
    ["今月末までに", "2026-07-31"],
    ["15日までに", "2026-07-15"],
    ["5日以内に", "2026-07-06"],
    ["７月末までに", "2026-07-31"],
    ["by Friday, 3 July", "2026-07-03"],
    ["no later than July 3", "2026-07-03"],
    ["by the end of this month", "2026-07-31"],
    ["before 3rd of July 2026", "2026-07-03"],
  ])("%s", (text, date) => {
    expect(findDues(text, "2026-07-01").map((due) => due.date)).toEqual([date]);
  });

  test("a date of something else is no deadline; what cannot be told has words and no day", () => {
    expect(findDues("会議は７月３日（金）に開催します。受付は７日から１０日までの間です。", "2026-07-01")).toEqual([]);
    expect(findDues("The report was published on 3 July.", "2026-07-01")).toEqual([]);
    expect(findDues("ヒアリングの前日までに", "2026-07-01")).toMatchObject([{ words: "ヒアリングの前日" }]);
    expect(findDues("ヒアリングの前日までに", "2026-07-01")[0]).not.toHaveProperty("date");
  });

  test("a day without a year is the next one, over the end of the year as well; impossible days are none", () => {
    expect(resolveDay("1月15日", "2026-12-20")).toBe("2027-01-15");
    expect(resolveDay("12月25日", "2027-01-05")).toBe("2026-12-25");
    expect(resolveDay("2月30日", "2026-01-05")).toBeUndefined();
    expect(resolveDay("3日", "2026-12-20")).toBe("2027-01-03");
  });
});

test.each([
  ["Please send the list by COB Friday.", "COB Friday", "2026-11-06"],
  ["Please send the list by close of business on 12 November.", "close of business on 12 November", "2026-11-12"],
  ["We need the list EOD tomorrow.", "EOD tomorrow", "2026-11-05"],
  ["Please send the list before EOD.\nThe hall is closed on Friday.", undefined, undefined],
])("the end of business stays with its day: %j", (text, words, date) => {
  expect(findDues(text, "2026-11-04").map((due) => [due.words, due.date])).toEqual(
    words === undefined ? [] : [[words, date]],
  );
});
