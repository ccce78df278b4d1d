import { take } from "./take";

describe("asked and promised", () => {
  test.each([
    [
      "somebody is wished for",
      ["室長> 受付は桑名係長に任せたいと思います。", "桑名係長> はい、やります。"],
      "受付",
      "桑名係長",
      "未定",
    ],
    [
      "when it will be complete",
      ["室長> 残りの検査はいつ終わりますか。", "受託者・沖> 三月四日までに完了させます。"],
      "検査",
      "受託者・沖",
      "三月四日",
    ],
    [
      "it would help",
      ["受託者・沖> 設置場所の図面を今月末までにいただけますと助かります。", "主査・畑> 了解しました。"],
      "図面",
      "主査・畑",
      "今月末",
    ],
    [
      "who is it that does it",
      [
        "県・辻> 市町村への依頼はどちらから出していただけるのでしょうか。",
        "内閣官房・堤> 依頼は内閣官房から発出します。",
      ],
      "依頼",
      "内閣官房・堤",
      "未定",
    ],
    ["taken home", ["課長> 共催にするかどうかは、持ち帰って検討します。"], "共催", "課長", "未定"],
    ["let me", ["省・辻> 費用の分担は、いったん持ち帰らせてください。"], "費用", "省・辻", "未定"],
    [
      "by when shall it be done",
      [
        "主査> 通知はいつまでに出せばいいですか。",
        "室長> 二月七日までに各県に送付してください。",
        "主査> 分かりました。",
      ],
      "通知",
      "主査",
      "二月七日",
    ],
    [
      "a name at the end",
      ["甲斐> 看板の文字っていつまでですか", "江藤> えー二月七日までに甲斐さんお願いします"],
      "看板",
      "甲斐",
      "二月七日",
    ],
    [
      "calling a thing difficult is no refusal",
      [
        "甲斐> 名簿は私のほうで今週中に直しておきます。",
        "江藤> 件数は多いですね。",
        "甲斐> そこは難しいところですね。",
      ],
      "名簿",
      "甲斐",
      "今週中",
    ],
    ["in every ministry", ["参事官> 次回までに、各省において件数を洗い出していただきたい。"], "件数", "各省", "次回"],
    ["asked of somebody outside", ["江藤> じゃあ工務店に見積もりお願いしておきますね。"], "見積もり", "江藤", "未定"],
    [
      "until an hour",
      ["主査・畑> 名簿は、本日午後三時までに私から庶務課に提出します。"],
      "名簿",
      "主査・畑",
      "本日午後三時",
    ],
    ["in place of the old", ["主査・畑> では、明日の朝までに図を差し替えておきます。"], "図", "主査・畑", "明日の朝"],
    [
      "a member is asked to",
      ["座長> 執筆は岩瀬委員にお願いしたいと存じます。", "岩瀬委員> お受けいたします。"],
      "執筆",
      "岩瀬委員",
      "未定",
    ],
    [
      "all members are asked to",
      ["事務局> 委員の先生方におかれましては、追加の資料を三月八日までに事務局へお寄せください。"],
      "資料",
      "先生方",
      "三月八日",
    ],
    [
      "may I have you do it",
      ["江藤> 甲斐さんあとで名簿を送ってもらっていいですか", "甲斐> はい送ります"],
      "名簿",
      "甲斐",
      "未定",
    ],
    [
      "called by name and answered",
      ["室長> 文案は畑さんにお願いします。", "畑係員> 承知しました。水曜日までに作成します。"],
      "文案",
      "畑係員",
      "水曜日",
    ],
    [
      "at once",
      [
        "室長> 点検の報告書がまだ届いていません。至急提出してください。",
        "業者・沖> 申し訳ございません。本日中にお送りします。",
      ],
      "報告書",
      "業者・沖",
      "本日中",
    ],
  ])("%s", async (_kind, said, task, owner, due) => {
    const { actions } = await take(...said);
    expect(actions).toHaveLength(1);
    const [what = "", who = "", when = ""] = actions[0]!.split("｜");
    expect(what).toContain(task);
    expect(who).toContain(owner);
    expect(when).toContain(due);
  });

  test("an answer ends where its day was said", async () => {
    const { actions } = await take(
      "参事官> いつ頃御回答いただけますか。",
      "省・辻> 今週中には回答いたします。支所は八つあります。",
    );
    expect(actions.join()).not.toContain("支所");
  });

  test.each([
    ["gives the word", ["室長> 沖さん、進捗をお願いします。"]],
    ["how things are", ["室長> では、照会について、畑主査、現状を報告してください。"]],
    ["an answer in the debate", ["甲斐委員> 制度をどのように変えるのか、御答弁をお願いいたします。"]],
    ["a view in the debate", ["甲斐委員> 開催について、会派としての見解をまず述べさせていただきます。"]],
    ["a question in the debate", ["甲斐委員> 本日は、駐車場の整備の経過についてお伺いいたします。"]],
    ["why in the debate", ["甲斐委員> 措置を行わない理由を、部長、教えてください。"]],
    ["a question in English", ["Kay> Could you tell us a little bit about how you are working with the county?"]],
    ["may I ask", ["Kay> Can I just ask you to introduce your officials for the record, please?"]],
    ["who speaks next", ["会長> 次は岩瀬委員にお願いしたいと思います。"]],
    ["whenever they like", ["事務局> 御不明な点は事務局へお寄せください。"]],
    ["goes on as proposed", ["室長> では、その方向で進めてください。"]],
    ["to be told something", ["室長> もう少し詳しく聞かせてください。"]],
    ["ends by itself", ["室長> 雨はいつ終わりますか。", "主査> 予報では夕方までにやみます。"]],
  ])("nothing to do: %s", async (_kind, said) => {
    expect((await take(...said)).actions).toEqual([]);
  });

  test("who asks that something be completed does not do it", async () => {
    const { actions } = await take("室長> 二月七日までに移設を完了させてください。");
    expect(actions.join()).not.toContain("｜室長｜");
  });

  test("captions of one speaker are sentences of their own", async () => {
    const { decisions, actions } = await take(
      "甲斐> 午前の窓口はかなり混みます じゃあ受付は三人体制にするということで決定します",
      "江藤> 地図は私のほうで今週中に直しときます えー去年は業者がやりました",
    );
    expect(decisions).toEqual(["受付は三人体制にするということで決定します"]);
    expect(actions).toEqual(["地図は私のほうで今週中に直しときます｜江藤｜今週中"]);
  });
});
