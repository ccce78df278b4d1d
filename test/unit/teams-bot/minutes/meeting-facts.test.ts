import { readTranscript } from "@genai-office/shared/transcript";
import { meetingFacts } from "../../../../teams-bot/src/minutes/meeting-facts";
import type { MinutesInput } from "../../../../teams-bot/src/minutes/minutes-input";

const facts = (content: string, input: Partial<MinutesInput> & { file: string }, language: "ja" | "en" = "ja") =>
  meetingFacts(
    input as MinutesInput,
    readTranscript({ name: input.file, bytes: new TextEncoder().encode(content) }),
    language,
  );

/** As the Word file of Teams has its speech. */
const speech = `
倉橋 美帆   0:04
岸壁の点検について始めます。

浜田 修   0:15
三号岸壁に亀裂がありました。

倉橋 美帆   0:31
補修を急ぎます。
`;
const record = (start: string, end: string | undefined, spokenText: string) => ({
  startDateTime: start,
  ...(end === undefined ? {} : { endDateTime: end }),
  speakerName: "倉橋 美帆",
  spokenText,
});

describe("what the head of the minutes says of the meeting", () => {
  test.each<[string, string, object]>([
    [
      "Teams' name and date above its speeches",
      "港湾連絡会-20260902_153005-会議の文字起こし\n2026年9月2日, 6:30午前\n32 分 10 秒\n",
      { meeting: "港湾連絡会", date: "2026-09-02", time: "15:30から（文字起こしの開始時刻）" },
    ],
    [
      "the same in English",
      "Port meeting-20260902_153005-Meeting Transcript\nSeptember 2, 2026, 6:30AM\n32m 10s\n",
      { meeting: "Port meeting", date: "2026-09-02", time: "15:30から（文字起こしの開始時刻）" },
    ],
    [
      // By the organiser's clock it is the 2nd, by Greenwich's the 1st.
      "a line of another zone below the name",
      "港湾連絡会-20260902_083005-会議の文字起こし\n2026年9月1日, 11:30午後\n",
      { meeting: "港湾連絡会", date: "2026-09-02", time: "08:30から（文字起こしの開始時刻）" },
    ],
    ["the line of Teams alone, in the morning", "2026年9月2日, 6:30午前\n", { meeting: "名前", date: "2026-09-02" }],
    ["the line of Teams alone, late: of which day, is not known", "2026年9月1日, 11:30午後\n", { meeting: "名前" }],
    ["a date", "港湾連絡会\n令和八年九月二日（水）\n", { meeting: "名前", date: "2026-09-02" }],
    [
      "a date with its time",
      "令和８年９月２日（水）１４時～１６時\n",
      { meeting: "名前", date: "2026-09-02", time: "１４時～１６時" },
    ],
    ["when it was written down", "令和8年9月9日 作成\n", { meeting: "名前" }],
    ["two dates", "令和8年9月2日\n令和8年9月9日\n", { meeting: "名前" }],
    [
      "labels above all",
      "日時：令和8年9月3日 10時\n場所：第2会議室\n港湾連絡会-20260902_153005-会議の文字起こし\n",
      { meeting: "港湾連絡会", date: "2026-09-03", time: "10時", place: "第2会議室" },
    ],
  ])("%s", (_name, head, expected) => {
    expect(facts(head + speech, { file: "名前.txt" })).toEqual(expected);
  });

  test("the person's words stand above the file's, and a time goes with its own day only", () => {
    const head = "港湾連絡会-20260902_153005-会議の文字起こし\n";
    expect(facts(head + speech, { file: "名前.txt", date: "2026-09-05", meeting: "部会" })).toEqual({
      meeting: "部会",
      date: "2026-09-05",
    });
    expect(facts(head + speech, { file: "名前.txt", time: "午後3時から" })).toMatchObject({ time: "午後3時から" });
  });

  test.each<[string, unknown, object]>([
    [
      "moments with Japan's offset",
      [
        record("2026-09-02T15:30:05+09:00", "2026-09-02T15:30:11+09:00", "始めます。"),
        record("2026-09-02T16:02:00+09:00", "2026-09-02T16:02:15+09:00", "終わります。"),
      ],
      { date: "2026-09-02", time: "15:30から16:02まで（文字起こしの時刻）" },
    ],
    [
      "moments of Greenwich, of the day before",
      {
        entries: [
          record("2026-09-01T23:30:05.1234567Z", undefined, "始めます。"),
          record("2026-09-01T23:31:00Z", undefined, "はい。"),
        ],
      },
      { date: "2026-09-02", time: "08:30から（文字起こしの開始時刻）" },
    ],
    [
      "a moment of the whole beside distances",
      {
        meeting: { subject: "港湾連絡会", startDateTime: "2026-09-02T06:30:00+00:00" },
        entries: [{ startOffset: "00:00:05", speaker: "倉橋", text: "始めます。" }],
      },
      { date: "2026-09-02", time: "15:30から（文字起こしの開始時刻）" },
    ],
    ["moments without a zone", [record("2026-09-02T15:30:05", undefined, "始めます。")], {}],
    [
      "two days",
      [
        record("2026-09-02T15:30:05Z", undefined, "始めます。"),
        record("2026-09-09T15:30:05Z", undefined, "始めます。"),
      ],
      {},
    ],
    ["no moments", [{ start: 1.5, speaker: "倉橋", text: "始めます。" }], {}],
  ])("%s", (_name, data, expected) => {
    expect(facts(JSON.stringify(data), { file: "名前.json" })).toEqual({ meeting: "名前", ...expected });
  });

  test("the opening fills what nothing else tells, and says so", () => {
    const opened =
      "倉橋：本日は十月六日、場所は第二会議室です。\n浜田：はい。\n倉橋：始めます。\n浜田：亀裂があります。";
    expect(facts(opened, { file: "名前.txt" })).toEqual({
      meeting: "名前",
      time: "十月六日（冒頭の発言による）",
      place: "第二会議室（冒頭の発言による）",
    });
    expect(facts(opened, { file: "名前_20261006.txt", place: "大会議室" })).toEqual({
      meeting: "名前",
      date: "2026-10-06",
      place: "大会議室",
    });
    const dated =
      "倉橋：ただいまから令和8年10月6日の第4回連絡会を開会します。\n浜田：はい。\n倉橋：始めます。\n浜田：亀裂があります。";
    expect(facts(dated, { file: "名前.txt" })).toEqual({ meeting: "名前", date: "2026-10-06" });
  });

  test("moments in the cues of Graph's metadataContent; in English where the minutes are", () => {
    const cues = `WEBVTT\n\n00:00:00.000 --> 00:00:06.000\n${JSON.stringify(record("2026-09-02T06:30:05Z", "2026-09-02T06:30:11Z", "始めます。"))}\n`;
    expect(facts(cues, { file: "名前.vtt" }, "en")).toMatchObject({
      date: "2026-09-02",
      time: "from 15:30 (beginning of the transcript)",
    });
  });
});
