import { readMeetingForm } from "../../../../teams-bot/src/minutes/read-meeting-form";

describe("what a person writes beside a transcript", () => {
  test("is read by its names, with full-width colons and digits", () => {
    const form = readMeetingForm(
      [
        "議事録をお願いします",
        "会議名：窓口予約システム更新会議",
        "日 時：令和８年７月１５日（水）　14時から15時まで",
        "・場所: 第3会議室",
        "出席者：山田課長、鈴木係長，髙﨑",
        "議題：予約件数；更新の費用",
      ].join("\r\n"),
    );
    expect(form).toEqual({
      meeting: "窓口予約システム更新会議",
      date: "2026-07-15",
      time: "14時から15時まで",
      place: "第3会議室",
      attendees: ["山田課長", "鈴木係長", "髙﨑"],
      agenda: ["予約件数", "更新の費用"],
    });
  });

  test.each([
    ["a time without a date", "日時：14:00〜15:00", { time: "14:00〜15:00" }],
    ["two dates", "日時：2026-07-15、2026-07-16", { time: "2026-07-15、2026-07-16" }],
    ["a clock right behind a date", "日時：2026-07-15 14:00〜15:00", { date: "2026-07-15", time: "14:00〜15:00" }],
    ["only a date", "日付：2026-07-15", { date: "2026-07-15" }],
    ["nothing behind the colon", "場所：", {}],
    ["a sentence with a colon", "山田課長の発言：予算は増やせない", {}],
    ["an address", "https://example.go.jp/", {}],
    ["nothing", "", {}],
  ])("%s", (_name, text, form) => {
    expect(readMeetingForm(text)).toEqual(form);
  });
});
