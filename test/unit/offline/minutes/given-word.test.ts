import { take } from "./take";

describe("somebody is called", () => {
  test.each([
    [
      "to explain what comes next",
      [
        "会長> 一つ目はここまでとします。電子申請の試行について、島田さん、お願いします。",
        "島田> はい。電子申請の試行について説明します。期間は来年の5月10日から7月30日までを考えています。",
      ],
    ],
    [
      "to report, and speaks at length",
      [
        "会長> 備品の更新の件、西室さんお願いします。",
        "西室> 備品は全部で三百点あり、このうち四十点が更新の時期を迎えております。費用の見込みは資料二のとおりです。",
      ],
    ],
  ])("%s: nothing to do", async (_kind, said) => {
    expect((await take(...said)).actions).toEqual([]);
  });

  test.each([
    [
      "案内図の見直しについて、島田さん、お願いします。",
      "はい、今週中に直します。",
      "案内図の見直しについて、島田さん、お願いします。今週中に直します。｜島田｜今週中",
    ],
    [
      "業者への連絡について、島田さん、お願いします。",
      "承知しました。",
      "業者への連絡について、島田さん、お願いします。｜島田｜未定",
    ],
  ])("to do something: %s", async (asked, answer, action) => {
    const { actions } = await take(`会長> ${asked}`, `島田> ${answer}`);
    expect(actions).toContain(action);
  });
});

test("what is carried out by a day, or by whoever says so, is a thing to do", async () => {
  const { actions } = await take(
    "島田> 受付枠の設定は、私が12月25日までに行います。",
    "会長> 次回の会議は1月20日に行います。これより質疑を行います。",
  );
  expect(actions).toEqual(["受付枠の設定は、私が12月25日までに行います。｜島田｜12月25日"]);
});
