import { meetingOfOpening } from "../../../../teams-bot/src/minutes/meeting-of-opening";

const said = (...utterances: (readonly [speaker: string | null, text: string])[]) =>
  meetingOfOpening(utterances.map(([speaker, text]) => ({ speaker, text, start: null, end: null })));

describe("what who opens a meeting says of its day and place", () => {
  test.each<[string, object]>([
    ["本日は十月六日、場所は第二会議室です。", { day: "十月六日", place: "第二会議室" }],
    [
      "それでは、第4回の港湾連絡会を始めます。本日は令和8年10月6日、会場は本庁舎三階の大会議室です。",
      { date: "2026-10-06", place: "本庁舎三階の大会議室" },
    ],
    ["ただいまから、令和８年10月６日の第４回港湾連絡会を開会します。", { date: "2026-10-06" }],
    ["これより令和八年十月六日の第四回港湾連絡会を開会いたします。", { date: "2026-10-06" }],
    ["本日は、第二会議室において第４回港湾連絡会を開催いたします。", { place: "第二会議室" }],
    ["本日はオンラインで開催します。", { place: "オンライン" }],
    [
      "本日は2026年10月6日火曜日です。本日の会場は市民センターとなっております。",
      { date: "2026-10-06", place: "市民センター" },
    ],
    ["本日はお集まりいただきありがとうございます。場所は第二会議室です。", { place: "第二会議室" }],
  ])("is taken where it is said plainly: %s", (text, expected) => {
    expect(said(["議長", text], ["浜田", "はい。"])).toEqual(expected);
  });

  test.each([
    ["another day", "次回は令和8年10月20日、場所は第二会議室です。"],
    ["what is put right", "本日は令和8年10月6日です。失礼、7日です。"],
    ["the place of something else", "本日は第二会議室で起きた漏水についての会議を始めます。"],
    ["the place of a fault", "本日の議題は水漏れで、場所は三号岸壁です。"],
    ["a deadline", "本日は10月6日締切の意見について話します。"],
    ["the day of an event", "これより、10月6日の事故の検証会を開催します。"],
    ["two days", "本日は10月6日、7日の二日間の日程で進めます。"],
    ["two places", "本日の会場は第二会議室です。本日の会場は第三会議室です。"],
    ["something else that is held", "今日は防災訓練を市民ホールで実施します。"],
    ["the place of what is told", "本日は事故の報告です。場所は二階の会議室です。"],
    ["a question", "本日の会場は第二会議室ですか。"],
    ["an announcement", "本日はお知らせがあります。10月20日に市民センターで説明会を開催します。"],
    ["what was planned", "当初、本日の会場は第二会議室でした。"],
    ["a day that was decided", "本日は、令和8年9月30日に決定した方針を説明します。"],
    ["what cannot be", "本日は令和8年2月31日です。"],
    ["a place that is denied", "本日の場所は第二会議室ではなく第三会議室です。"],
  ])("is left to be filled in: %s", (_name, text) => {
    expect(said(["議長", text], ["浜田", "はい。"])).toEqual({});
  });

  test("counts only from who speaks first, in the first utterances", () => {
    const words = "本日は令和8年10月6日、場所は第二会議室です。";
    expect(said(["浜田", "おはようございます。"], ["議長", words])).toEqual({});
    expect(said(["議長", "始めます。"], ["議長", words])).toEqual({ date: "2026-10-06", place: "第二会議室" });
    expect(said([null, words])).toEqual({});
    expect(said(["議長", `${"港湾の整備を進めます。".repeat(60)}${words}`])).toEqual({});
    const long = "始めます。".padStart(600 - "会場は第二会議室".length, "あ");
    expect(said(["議長", `${long}会場は第二会議室ではありません。`])).toEqual({});
    expect(said(["議長", words], ["浜田", "議長、本日は7日です。"])).toEqual({});
    expect(said()).toEqual({});
  });
});
