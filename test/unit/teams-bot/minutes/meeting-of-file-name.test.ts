import { meetingOfFileName } from "../../../../teams-bot/src/minutes/meeting-of-file-name";

describe("what the name of a file says about the meeting", () => {
  it.each([
    ["定例会議_20260715.vtt", "定例会議", "2026-07-15"],
    ["令和8年7月15日 企画会議.docx", "企画会議", "2026-07-15"],
    ["令和８年７月１５日（水）企画会議.txt", "企画会議", "2026-07-15"],
    ["令和元年12月1日 引継ぎ.txt", "引継ぎ", "2019-12-01"],
    ["R8.7.15 課内打合せ.txt", "課内打合せ", "2026-07-15"],
    ["R080715_課内打合せ.vtt", "課内打合せ", "2026-07-15"],
    ["2026年7月15日_予算ヒアリング 文字起こし.docx", "予算ヒアリング", "2026-07-15"],
    ["第3回検討会（2026-07-15）.vtt", "第3回検討会", "2026-07-15"],
    // Nobody but a recorder writes four digits for a time.
    ["港湾連絡会_20260715_1003.vtt", "港湾連絡会", "2026-07-15"],
    ["面談の記録.vtt", "面談の記録", undefined],
    ["トランスクリプト.vtt", "トランスクリプト", undefined],
    ["20260715.vtt", "20260715", "2026-07-15"],
    ["資料 20260231.txt", "資料 20260231", undefined],
    ["20260715と20260716の議事.txt", "20260715と20260716の議事", undefined],
    ["電話 03-2026-0715 の件.txt", "電話 03-2026-0715 の件", undefined],
    ["C:\\Users\\x\\会議.v2.vtt", "会議.v2", undefined],
    ["録音.m4a.vtt", "録音.m4a", undefined],
    ["会議", "会議", undefined],
    ["", "", undefined],
  ])("%s", (file, meeting, date) => {
    expect(meetingOfFileName(file)).toEqual({ meeting, date });
  });

  it.each([
    ["Weekly Sync-20260715_1003-Meeting Recording.vtt", "Weekly Sync", "2026-07-15", "10:03"],
    // 23:03 in Greenwich is the next morning in Japan.
    ["定例-20260715_2303UTC-会議の録音.vtt", "定例", "2026-07-16", "08:03"],
    ["定例-20261231_151500Z-Meeting Transcript.vtt", "定例", "2027-01-01", "00:15"],
    ["港湾連絡会-20260715_100300-会議の文字起こし (1).docx", "港湾連絡会", "2026-07-15", "10:03"],
  ])("with the recorder's time: %s", (file, meeting, date, began) => {
    expect(meetingOfFileName(file)).toEqual({ meeting, date, began });
  });
});
