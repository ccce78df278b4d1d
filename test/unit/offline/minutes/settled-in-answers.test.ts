import { take } from "./take";

describe("decided in the answer", () => {
  test.each([
    [
      "what was thought of is fine",
      [
        "主査> 講師は大学の方を考えておりますが、いかがでしょうか。",
        "室長> 大学の方で結構です。それで進めてください。",
      ],
      "大学の方",
    ],
    [
      "how about not doing it",
      ["主査> 名簿は紙で配らず、掲示だけにしてはどうでしょう。", "室長> そうですね、紙で配るのはやめましょう。"],
      "やめましょう",
    ],
    [
      "as before",
      ["主査> 講師の旅費ですが、前例どおりでよろしいでしょうか。", "室長> 前例どおりで構いません。"],
      "旅費",
    ],
    [
      "whether all agree",
      [
        "座長（岩瀬教授）> 第四章は削除するということで、皆様よろしいでしょうか。",
        "甲斐委員> 結構です。",
        "座長（岩瀬教授）> では、第四章は削除いたします。",
      ],
      "第四章",
    ],
    ["as it is", ["室長> 受付の机は動かさなくていいです。現状のままにします。"], "机"],
    ["this is what is decided", ["室長> 展示は有料にしない方針です。これは当室としての決定です。"], "展示"],
    ["so many", ["甲斐> のぼりは二十本で行きましょう"], "二十本"],
    ["somebody is named", ["会長> 小委員会の委員長には岩瀬委員を指名いたします。"], "岩瀬委員"],
  ])("%s", async (_kind, said, what) => {
    const { decisions, actions } = await take(...said);
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toContain(what);
    expect(actions).toEqual([]);
  });

  test.each([
    ["who may speak", ["会長> 岩瀬委員を指名いたします。"]],
    ["left for the future", ["会長> 有料化については、今後の課題といたします。"]],
    [
      "when it is fine",
      ["主査> 面談の経緯を先に説明しました。", "主査> 面談は金曜でよろしいでしょうか。", "室長> 金曜で構いません。"],
    ],
    ["how to get there", ["甲斐> 会場までは車で行きましょう"]],
    ["what was decided earlier", ["Kay> We agreed to close the branch at the last meeting."]],
    ["it is fine to be heard", ["主査> 声の大きさはいかがでしょうか。", "室長> はい、結構です。"]],
  ])("no decision: %s", async (_kind, said) => {
    expect((await take(...said)).decisions).toEqual([]);
  });
});
