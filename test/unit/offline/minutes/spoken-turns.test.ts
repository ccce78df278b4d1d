import { expectLinearTime } from "../../../support/processor-time";
import { take } from "./take";

describe("what becomes of a topic", () => {
  test.each([
    "課長> 名札の様式は次回に持ち越しましょう。",
    "会長> 駐車場の料金については、本日は結論を出さず、次回改めて審議することといたします。",
    "課長> 掲示板の件は時間がないので次回に回します。",
    "Chair> Let's come back to the parking fee at the next meeting.",
  ])("put off is not decided: %s", async (said) => {
    expect((await take("係員> これまでの経緯を説明しました。", said)).decisions).toEqual([]);
  });

  test.each([
    ["係員> 展示は二部屋を使いたいです。", "課長> じゃあ展示の期間は三週間で。"],
    ["係員> 受付の人手が足りません。", "課長> じゃあ、受付は外部の人も入れるってことで。"],
    ["係員> 掲示は赤字だと読みにくいです。", "課長> 掲示の文字は青字に変更で。"],
    ["係員> 鉢植えは誰も水をやりません。", "課長> 鉢植えはやっぱり撤去にしよう。"],
  ])("said in few words it is decided: %s %s", async (...said) => {
    expect((await take(...said)).decisions).toHaveLength(1);
  });
});

describe("who does what by when", () => {
  test.each([
    [
      "the asked one promises",
      ["発注者・梶> 復旧計画を紙でもらえますか。", "業者・椎名> はい。では明後日までにお送りします。"],
      "復旧計画",
      "業者・椎名",
      "明後日",
    ],
    [
      "humble verbs",
      ["委員> 前回の議事録の公開がまだのようですが。", "事務局（榊）> 申し訳ございません。今週中に公開いたします。"],
      "議事録",
      "事務局（榊）",
      "今週中",
    ],
    ["a day alone", ["県・久世> はい、明日、各市に照会の案をお送りします。"], "照会の案", "県・久世", "明日"],
    ["nobody else's word", ["水道局・新見> 消防には私から声をかけておきます。"], "消防", "水道局・新見", "未定"],
    [
      "in colloquial words",
      ["係長> 鍵の保管場所は総務に聞かないとわからないね。", "栗林> じゃあ総務に聞いときます。"],
      "総務",
      "栗林",
      "未定",
    ],
    [
      "within some days",
      ["係長> 議事録は、根津さん、三営業日以内でお願いします。", "根津> はい。"],
      "議事録",
      "根津",
      "三営業日以内",
    ],
    [
      "in English",
      ["Ann> The label is wrong.", "Joe Hale> I'll get the label fixed by the sixth."],
      "label",
      "Joe Hale",
      "sixth",
    ],
    [
      "asked by a first name",
      ["Ann> Could you forward that letter to me, Joe?", "Joe Hale> Will do."],
      "letter",
      "Joe Hale",
      "未定",
    ],
  ])("%s", async (_kind, said, task, owner, due) => {
    const { actions } = await take(...said);
    expect(actions).toHaveLength(1);
    const [what = "", who = "", when = ""] = actions[0]!.split("｜");
    expect(what).toContain(task);
    expect(who).toContain(owner);
    expect(when).toContain(due);
  });

  test("what is only wished, can be or is going on is nobody's task", async () => {
    const { actions } = await take(
      "委員> 本文に書いていただきたいんですが。",
      "事務局> 自治体の負担が大きくなる面もあります。",
      "事務局> 費用は月に二万円ほど下がります。",
      "事務局> 本日は理事に資料をお送りしております。",
      "司会> では連合会の蒲生様からお願いいたします。",
    );
    expect(actions).toEqual([]);
  });
});

test.each(["、", "じゃあ", "までに", "の件、"])("a long run of %s takes linear work", async (words) => {
  await expectLinearTime(
    (length) =>
      take(
        `会長> ${words.repeat(length / words.length)}お願いします。`,
        "島田> はい。資料は私が12月25日までに作ります。",
      ),
    8_000,
  );
});
