import { readTranscript } from "@genai-office/shared/transcript";
import { meetingOfTranscript } from "../../../../teams-bot/src/minutes/meeting-of-transcript";

const speech = "\n\n○見本委員　それでは始めます。\n○例示委員　資料を説明します。\n○見本委員　ありがとうございます。\n";
const stated = (head: string) =>
  meetingOfTranscript(readTranscript({ name: "会議.txt", bytes: new TextEncoder().encode(`${head}${speech}`) }));

test.each<[string, object]>([
  [
    "備品管理部会（第４回）\n日時　令和八年五月十二日（火）午前十時～正午\n場所　第一庁舎　二階会議室",
    { date: "2026-05-12", time: "午前十時～正午", place: "第一庁舎　二階会議室" },
  ],
  [
    "１．日時：令和８年５月１２日（火） 10:00～12:00\n２．会場：オンライン\n３．出席者：見本委員、例示委員，架空課長",
    { date: "2026-05-12", time: "10:00～12:00", place: "オンライン", attendees: ["見本委員", "例示委員", "架空課長"] },
  ],
  ["出席：見本委員、例示委員、傍聴２名", { attendees: ["見本委員", "例示委員", "傍聴２名"] }],
  ["出席委員　見本委員、例示委員", { attendees: ["見本委員", "例示委員"] }],
  ["【開催日時】 2026年5月12日\n【開催場所】 大会議室", { date: "2026-05-12", place: "大会議室" }],
  ["Date: 12 May 2026, 10:00\nVenue: Room 3", { date: "2026-05-12", time: "10:00", place: "Room 3" }],
  // The year is not said: nothing is guessed, and the words are kept.
  ["日時：５月１２日（火）10時から", { time: "５月１２日（火）10時から" }],
  ["日時：令和8年5月12日及び令和8年5月19日", { time: "令和8年5月12日及び令和8年5月19日" }],
  ["日時：令和8年2月31日 10時", { time: "令和8年2月31日 10時" }],
  ["日時\n場所", {}],
  [`場所：${"長".repeat(300)}`, {}],
])("what a transcript says of its meeting: %s", (head, expected) => {
  expect(stated(head)).toEqual(expected);
});

test("words of speech are no entries of a form", () => {
  expect(stated("場所取りについて\n出席の取り方\n日時計の修理\nPresent status of the works")).toEqual({});
});
