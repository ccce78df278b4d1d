import { askingOf } from "../../../../shared/src/tasks/requests/asks";
import { findRequests } from "@genai-office/shared/tasks";

const found = (text: string) =>
  findRequests({ id: "m", text }, "2026-11-02").map(({ text: words, due, addressee }) => [
    words,
    due?.words,
    addressee,
  ]);

describe("what asks nothing of the reader", () => {
  test.each([
    "各支所には、11月20日までに点検票を送るよう依頼しています。",
    "委託業者へは写真の差し替えをお願いしております。",
    "印刷は昨日、業務課に手配をお願いしました。",
    "住民の方から「看板を早く直してほしい」との声が届いています。",
    "会合では「議事録を公開してください」といった意見が出されました。",
    "利用者から、開館を早めてほしいという要望が寄せられています。",
    "監査室から11月12日までに帳簿を出すよう求められています。",
    "原本を郵送していただく必要はございません。",
    "お返事をいただかなくても構いません。",
    "御来庁いただくには及びません。",
    "押印いただく必要はありませんので、御安心ください。",
  ])("%s", (sentence) => {
    expect(askingOf(sentence)).toBeUndefined();
  });

  test.each([
    "押印は必要ありませんので、様式を電子メールでお送りください。",
    "住民の方から「看板を早く直してほしい」との声が届いていますので、修繕の予定を教えてください。",
    "原本を郵送する必要はありますか。",
    "11月20日までには点検票の提出をお願いしております。",
    "皆様には、名札の着用をお願いしています。",
    "先方には、当課から伝える必要はありませんか。",
    "監査室から帳簿を出すよう求められていますので、写しを御提出願います。",
  ])("but: %s", (sentence) => {
    expect(askingOf(sentence)).toBe("asks");
  });

  test("what is entrusted to somebody is asked of that one; where answers go, nobody else is asked", () => {
    expect(found("司会は三浦主任にお願いします。")).toEqual([
      ["司会は三浦主任にお願いします。", undefined, "三浦主任"],
    ]);
    expect(found("当日の誘導については管理係に対応をお願いします。")[0]![2]).toBe("管理係");
    expect(found("申込みは11月9日までに管理係にお願いします。")[0]![2]).toBeUndefined();
  });
});

describe("an inquiry and the list below it", () => {
  const inquiry = "標題の件、下記のとおり照会しますので、御報告くださいますようお願い申し上げます。";

  test("stands with its deadline where the list only adds what some are asked", () => {
    expect(
      found(
        `${inquiry}\n\n記\n\n１　報告期限　令和８年１１月１３日（金）正午\n２　提出先　防災課\n３　備考　対象の施設がない場合は、その旨を御報告ください。`,
      ),
    ).toEqual([
      [inquiry, "令和８年１１月１３日（金）正午", undefined],
      ["備考　対象の施設がない場合は、その旨を御報告ください。", "令和８年１１月１３日（金）正午", undefined],
    ]);
  });

  test("labels say what, where and by when", () => {
    expect(
      found(
        "以下について御登録をお願いいたします。\n\n・対象：公用車の台数\n・締切：11月20日（金）15:00【時間厳守】\n・送付先：管財係",
      ),
    ).toEqual([["以下について御登録をお願いいたします。", "11月20日（金）15:00", undefined]]);
    expect(
      found("以下のとおり調書の作成をお願いします。\n提出方法：共有フォルダに格納してください。\n提出期限：11月20日"),
    ).toEqual([["以下のとおり調書の作成をお願いします。", "11月20日", undefined]]);
  });

  test("points that are asked stand for the sentence that announces them", () => {
    expect(
      found(
        "以下の点を11月20日までに御教示ください。\n・公用車の台数\n・更新の予定年度\n・備考：不明な場合は空欄で結構です",
      ),
    ).toEqual([
      ["公用車の台数", "11月20日", undefined],
      ["更新の予定年度", "11月20日", undefined],
    ]);
  });
});

describe("deadlines", () => {
  test.each([
    ["台帳の提出期限を11月27日に変更いたします。\n改めた期限までに御提出をお願いします。", "11月27日"],
    ["11月20日としておりました報告の締切を、11月27日へ延期します。\n御報告をお願いします。", "11月27日"],
    ["回答期限：11月20日\n回答期限を11月20日から11月27日に延長しました。\n調書の御回答をお願いします。", "11月27日"],
    ["期限は11月20日から変更ありません。調書の御回答をお願いします。", "11月20日"],
    ["当日の昼までに鍵を返してください。", "当日の昼"],
    ["前々日の１５時までに人数を知らせてください。", "前々日の１５時"],
  ])("%s: %s", (text, due) => {
    expect(found(text).at(-1)![1]).toBe(due);
  });

  test("the day before something has no date", () => {
    const [request] = findRequests({ id: "m", text: "前日の夕方までに名簿を送ってください。" }, "2026-11-02");
    expect(request!.due!.words).toBe("前日の夕方");
    expect(request!.due!.date).toBeUndefined();
  });
});
