import { findQuestions, findRequests, isForOthers } from "@genai-office/shared/tasks";

const found = (text: string) =>
  findRequests({ id: "m", text }, "2026-11-04").map(({ text: words, addressee, due }) => [addressee, words, due?.date]);

describe("one sentence that asks each of several people for something", () => {
  test("each is asked for their own, with the verb at the end and the words before them", () => {
    expect(found("説明会に向け、森様は会場図（案）を、岸様は名簿を御用意ください。")).toEqual([
      ["森様", "説明会に向け、森様は会場図（案）を御用意ください。", undefined],
      ["岸様", "説明会に向け、岸様は名簿を御用意ください。", undefined],
    ]);
    expect(found("森さんには司会を、岸さんには記録を、大野さんには受付をお願いします。").map(([name]) => name)).toEqual(
      ["森さん", "岸さん", "大野さん"],
    );
  });

  test("each has the day that stands with it, or the one for all", () => {
    expect(found("防災課は様式１を11月10日までに、施設課は様式２を11月13日までに提出してください。")).toEqual([
      ["防災課", "防災課は様式１を11月10日までに提出してください。", "2026-11-10"],
      ["施設課", "施設課は様式２を11月13日までに提出してください。", "2026-11-13"],
    ]);
    expect(found("森様は図を、岸様は表を11月10日までに作成してください。").map(([, , day]) => day)).toEqual([
      "2026-11-10",
      "2026-11-10",
    ]);
    expect(found("図は森さんが10日までに、表は岸さんが12日までに作成してください。").map(([, , day]) => day)).toEqual([
      "2026-11-10",
      "2026-11-12",
    ]);
  });

  test("a share with a verb of its own stays as it is", () => {
    expect(found("森様は原稿を確認いただき、岸様は印刷を手配してください。")).toEqual([
      ["森様", "森様は原稿を確認いただき", undefined],
      ["岸様", "岸様は印刷を手配してください。", undefined],
    ]);
  });

  test("things without a particle have that of the last", () => {
    expect(found("森様は第１章、岸様は第２章を御確認いただき、11月10日までに御意見をください。")).toEqual([
      ["森様", "森様は第１章を御確認いただき、11月10日までに御意見をください。", "2026-11-10"],
      ["岸様", "岸様は第２章を御確認いただき、11月10日までに御意見をください。", "2026-11-10"],
    ]);
    expect(found("森様は不在、岸様は出張の予定を教えてください。")).toHaveLength(1);
    expect(found("森様は出席の予定です、岸様は名簿を御確認ください。")).toHaveLength(1);
  });

  test("all who are named for the same are asked together; whom the sentence only tells of is not asked", () => {
    expect(found("森様、岸様は、資料を御確認ください。").map(([name]) => name)).toEqual(["森様、岸様"]);
    expect(found("森様には御連絡済みですが、岸様は資料を御確認ください。").map(([name]) => name)).toEqual(["岸様"]);
  });

  test("a reply answers the sentence where it names whoever answers", () => {
    const [question, ...more] = findQuestions({ id: "m", text: "森様は図を、岸様は表を作成してください。" });
    expect(more).toEqual([]);
    expect(question!.text).toBe("森様は図を、岸様は表を作成してください。");
    expect(isForOthers(question!, "岸 透")).toBe(false);
    expect(isForOthers(question!, "大野 進")).toBe(true);
  });
});

describe("one sentence that asks for one thing by each of several days", () => {
  test("each is asked by its day, under its condition", () => {
    const text =
      "希望の有無を11月6日（金）終業までに、希望がある課にあっては様式を11月10日までに、それぞれ登録願います。";
    expect(found(text)).toEqual([
      [undefined, "希望の有無を11月6日（金）終業までに登録願います。", "2026-11-06"],
      [undefined, "希望がある課にあっては様式を11月10日までに登録願います。", "2026-11-10"],
    ]);
    expect(findRequests({ id: "m", text }).map(({ condition }) => condition)).toEqual([undefined, "希望がある課"]);
    expect(findQuestions({ id: "m", text }).map((question) => question.text)).toEqual([text]);
  });

  test.each([
    "名簿を明日までに、課内で確認の上、提出してください。",
    "原稿を10日までに受け取り、印刷を12日までに終える予定ですので、御確認ください。",
  ])("%s is one", (text) => {
    expect(found(text)).toHaveLength(1);
  });
});

describe("one sentence that asks for several deeds, each by its day", () => {
  test("in Japanese, the first with a linking verb", () => {
    expect(found("原稿を11月10日までに御確認いただき、修正の上、11月13日（金）までに印刷所へ御提出ください。")).toEqual(
      [
        [undefined, "原稿を11月10日までに御確認いただき", "2026-11-10"],
        [undefined, "修正の上、11月13日（金）までに印刷所へ御提出ください。", "2026-11-13"],
      ],
    );
    expect(
      found("各係の意見を11月10日までに集約し、11月12日までに当課へ提出してください。").map(([, , day]) => day),
    ).toEqual(["2026-11-10", "2026-11-12"]);
  });

  test("what is sent with it, and a condition of the second, change nothing", () => {
    const text =
      "案を送付しますので、11月10日までに要否を御回答いただき、必要な場合は11月12日までに様式を御提出願います。";
    expect(findRequests({ id: "m", text }).map(({ due, condition }) => [due?.words, condition])).toEqual([
      ["11月10日", undefined],
      ["11月12日", "必要な場合"],
    ]);
  });

  test("two nouns, each behind its day, with one verb", () => {
    expect(found("原稿の件ですが、本日中に仮回答、11月12日までに本回答をいただけますと幸いです。")).toEqual([
      [undefined, "原稿の件ですが、本日中に仮回答をいただけますと幸いです。", "2026-11-04"],
      [undefined, "11月12日までに本回答をいただけますと幸いです。", "2026-11-12"],
    ]);
  });

  test("in English, with the words of asking before each", () => {
    expect(found("Please book the hall by 10 November and send us the menu by 13 November.")).toEqual([
      [undefined, "Please book the hall by 10 November.", "2026-11-10"],
      [undefined, "Please send us the menu by 13 November.", "2026-11-13"],
    ]);
    expect(found("Could you send me the report by 10 November, and the annex no later than 13 November?")).toEqual([
      [undefined, "Could you send me the report by 10 November?", "2026-11-10"],
      [undefined, "Could you send me the annex no later than 13 November?", "2026-11-13"],
    ]);
  });

  test.each([
    "森から11月10日までに意見が届き、11月12日までに取りまとめる予定ですので、御確認ください。",
    "当方が案を11月10日までに作成し、11月12日までにお送りしますので、御確認ください。",
    "Please read the paper by 10 November and tell us what you think.",
    "Please come if you can book the hall by 10 November and we hear from you by 13 November.",
  ])("%s is one", (text) => {
    expect(found(text)).toHaveLength(1);
  });
});
