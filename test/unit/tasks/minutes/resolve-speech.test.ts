import { asMeant, resolveSpeech } from "../../../../shared/src/tasks/minutes/speech/resolve-speech";

const settled = (...said: [string, string][]): string[] =>
  resolveSpeech(said.map(([label, text], index) => ({ id: `u${index}`, kind: "utterance", label, text }))).map(
    (one) => one.settled,
  );

describe("what a speaker takes back or denies in the same breath", () => {
  test.each([
    ["改修費は、えーと、480万円、いや、408万円でした。", "408万円", "480万円"],
    ["入札は7月3日、失礼しました、7月13日に公告します。", "7月13日", "7月3日"],
    ["受付の担当は三宅さん、もとい、中条さんです。", "中条", "三宅"],
    ["駐車場は西側じゃなくて北側に移します。", "北側", "西側"],
    ["残りは、いや失礼、900万円ではなく、870万円です。", "870万円", "900万円"],
    ["委員会は年2回、いや、3回開きます。", "年3回", "2回"],
    ["報告は来月3日、いや、4日に行います。", "来月4日", "3日"],
    ["The printers cost 2,300, no wait, 3,200 dollars.", "3,200", "2,300"],
    ["The contract ends on March 31, not June 30.", "March 31", "June 30"],
  ])("is left out: %s", (text, kept, gone) => {
    expect(asMeant(text)).toContain(kept);
    expect(asMeant(text)).not.toContain(gone);
  });

  test.each([
    "費用だけではなく、期間も見直します。",
    "これは義務ではありません。",
    "昨年は12件、今年は15件でした。",
    "480万円、いや高いですね、と言われました。",
    "This is not only about 12 rooms but 15 rooms.",
  ])("is nothing here: %s", (text) => {
    expect(asMeant(text)).toBe(text);
  });
});

describe("what an utterance holds when the meeting has gone on", () => {
  test("a value is put right where it was said wrong", () => {
    expect(settled(["A", "空調の点検は年2回です。"], ["A", "あ、訂正します。年4回です。"])[0]).toContain("4回");
    expect(settled(["A", "締切は9月10日でしたね。"], ["B", "いえ、9月17日です。"])[0]).toContain("9月17日");
  });

  test("an answer says what it answers, and a declined question stands for nothing", () => {
    const [question, answer] = settled(["A", "海外事例の調査はどうしますか。"], ["B", "それは見送りましょう。"]);
    expect(answer).toContain("海外事例の調査は見送りましょう");
    expect(question).not.toContain("どうしますか");
  });

  test("a decision says what it decides, also where the question had another value", () => {
    const [question, , decision] = settled(
      ["A", "申請の受付は4月からでよろしいですか。"],
      ["B", "いえ、5月からにしましょう。"],
      ["A", "では5月からで決めます。"],
    );
    expect(decision).toContain("申請の受付は5月から");
    expect(question).not.toContain("4月");
  });

  test("other words stay as they were said", () => {
    const said: [string, string][] = [
      ["A", "今年度の予算は300万円です。"],
      ["B", "いや、高いですね。"],
      ["A", "人件費が120万円を占めます。"],
    ];
    expect(settled(...said)).toEqual(said.map(([, text]) => text));
  });
});
