import { checkPair, type PairLanguage } from "@genai-office/shared/guards";

const codesOf = (source: string, from: PairLanguage, target: string, to: PairLanguage): string[] =>
  checkPair(source, from, target, to).map(({ code }) => code);

describe("negation of a translation pair", () => {
  test.each([
    ["記録を保存しなければならない。", "Records must be kept."],
    ["中止せざるを得ない。", "There is no choice but to cancel."],
    ["御検討いただけませんか。", "Could you consider it?"],
    ["影響は少なくない。", "The effects are considerable."],
    ["費用だけでなく時間もかかる。", "It takes not only money but also time."],
    ["国内でしか使えない。", "It can be used only in Japan."],
    ["手数料は免除とする。", "No fee is charged."],
    ["届出をしない者は対象外とする。", "Those who do not notify are not covered."],
    ["原因は不明である。", "The cause is not known."],
    ["許可なく立ち入ってはならない。", "Entry without permission is prohibited."],
    ["委員を除く者は入れない。", "No one except members may enter."],
    ["よくないから直す。", "It is not good, so we fix it."],
    ["確認できず、延期した。", "It could not be confirmed and was postponed."],
    ["忘れずに提出すること。", "Do not forget to submit it."],
    ["申請者は書類を提出する。", "The applicant submits the documents."],
    ["手数料は無料とし、事前の予約なしとする。", "There is no fee and no advance booking."],
    ["本人の同意なく公開しない。", "It is not disclosed without the consent of the person."],
    ["会員だけが出席でき、代理は認めない。", "Only members may attend; proxies are not permitted."],
    ["前条の規定は、この限りでない。", "The preceding article does not apply."],
    ["期間は6月を超えない範囲とする。", "The period does not exceed six months."],
  ])("%s = %s", (ja, en) => {
    expect(codesOf(ja, "ja", en, "en")).toEqual([]);
    expect(codesOf(en, "en", ja, "ja")).toEqual([]);
  });

  test.each([
    ["委員会は案を承認しなかった。", "The committee approved the plan.", "negation-lost"],
    ["委員会は案を承認した。", "The committee did not approve the plan.", "negation-added"],
    ["期限後の申請は受理しない。", "Applications after the deadline are accepted.", "negation-lost"],
    ["入所者を除く住民を対象とする。", "It covers residents including those in facilities.", "exclusion-differs"],
    ["入所者を含む住民を対象とする。", "It covers residents excluding those in facilities.", "exclusion-differs"],
    ["登録者のみ閲覧を認める。", "Registered persons are granted access.", "exclusion-differs"],
    [
      "未登録者を除き、手続は要しない。",
      "Except for unregistered persons, the procedure is required.",
      "negation-lost",
    ],
    ["届出をしなければならない。", "Notification must not be made.", "negation-added"],
    ["職員以外の者は入室できない。", "Persons other than staff may enter.", "negation-lost"],
    ["私用は禁じられている。", "Private use is allowed.", "negation-lost"],
    ["手数料を徴収する。", "No fee is charged.", "negation-added"],
    [
      "総会は過半数の出席がなければ開けない。",
      "The meeting may not open even with a majority present.",
      "negation-lost",
    ],
    ["理由のいかんにかかわらず返金しない。", "For that reason no refund is made.", "exclusion-differs"],
    ["一度も利用したことがある。", "It has never been used.", "negation-added"],
    ["いいえ、重くないです。", "No, it is heavy.", "negation-lost"],
    ["目的以外に利用しないでください。", "Please use it for purposes other than this one.", "negation-lost"],
    ["動作には問題ありません。", "It poses problems in operation.", "negation-lost"],
    ["届けも出さずに帰った。", "He left after giving notice.", "negation-lost"],
    ["彼は会議が嫌いです。", "He likes meetings.", "negation-lost"],
    ["予算案は否決された。", "The budget bill was passed.", "negation-lost"],
    ["予算案は可決された。", "The budget bill was rejected.", "negation-added"],
    ["委員の多くが反対した。", "Many of the members agreed.", "negation-lost"],
    [
      "緊急を要する場合を除き、口頭での申出は受け付けない。",
      "In urgent cases, oral requests are not accepted.",
      "exclusion-differs",
    ],
    [
      "緊急のときは、口頭での申出は受け付けない。",
      "Oral requests are not accepted except in cases of urgency.",
      "exclusion-differs",
    ],
    ["試験は不合格だった。", "She passed the examination.", "negation-lost"],
  ])("%s / %s: %s", (ja, en, code) => {
    expect(codesOf(ja, "ja", en, "en")).toContain(code);
  });

  test("a sentence is named where the texts have as many", () => {
    const ja = "計画は公表した。費用は公表しなかった。期限は定めた。";
    const en = "The plan was published. The cost was published. A date was set.";
    const [finding] = checkPair(ja, "ja", en, "en");
    expect(finding!.code).toBe("negation-lost");
    const [place] = finding!.source!;
    expect(ja.slice(place!.start, place!.end)).toBe("費用は公表しなかった。");
    expect(en.slice(finding!.output!.start, finding!.output!.end).trim()).toBe("The cost was published.");
  });

  test("a rewording that turns the sense round is found", () => {
    expect(codesOf("本件には適用しない。", "ja", "本件に適用する。", "ja")).toEqual(["negation-lost"]);
    expect(codesOf("It will be renewed.", "en", "It won't be renewed.", "en")).toEqual(["negation-added"]);
  });

  test.each([
    ["価格は870円（税抜）である。", "The price is 870 yen (tax not included)."],
    ["価格は870円（税抜）である。", "The price is 870 yen (excluding tax)."],
    ["それについては、まだです。", "Not yet, as to that."],
    ["急ぎなさい、そうしないと遅れる。", "Hurry up, or you will be late."],
    ["高価すぎて購入できない。", "It is too expensive for us to buy."],
    ["名刺も追加しないとね。", "We should add the cards as well."],
    ["いいえ、重くないです。", "No, it is not heavy."],
    ["いいえ、平気です。", "No, I am fine."],
    ["目的以外に利用しないでください。", "Please do not use it for purposes other than this one."],
    ["動作には問題ありません。", "It poses no problems in operation."],
    ["届けも出さずに帰った。", "He left without giving notice."],
    ["手を洗ってから入室する。", "Wash your hands before entering the room."],
    ["彼は会議が嫌いです。", "He does not like meetings."],
    ["緊急を要する場合を除き、口頭での申出は受け付けない。", "Oral requests are not accepted unless they are urgent."],
    ["予算案は否決された。", "The budget bill was not passed."],
  ])("nothing is found in %s / %s", (ja, en) => {
    expect(codesOf(ja, "ja", en, "en")).toEqual([]);
    expect(codesOf(en, "en", ja, "ja")).toEqual([]);
  });

  test("what is left of a set phrase without its negation is found", () => {
    expect(codesOf("It must be submitted.", "en", "提出しなければなります。", "ja")).toEqual(["negation-lost"]);
    expect(codesOf("It may be late.", "en", "遅れるかもしれます。", "ja")).toEqual(["negation-lost"]);
  });
});
