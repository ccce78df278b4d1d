import type { GenaiError } from "@genai-office/shared/vocabulary";
import { read, said, troubles } from "./read";

const account = "0d2c1f6a-1111-4a4a-8b8b-0123456789ab";

describe("transcripts as data", () => {
  it("reads entries as SharePoint keeps them", () => {
    const entries = [
      {
        id: "a/1-0",
        text: "始めます。",
        speakerId: account,
        speakerDisplayName: "髙﨑 太郎",
        startOffset: "00:00:03.1200000",
        endOffset: "00:00:05.9",
      },
      {
        id: "a/2-0",
        text: "はい",
        speakerId: account,
        speakerDisplayName: "",
        startOffset: "00:00:06.5",
        endOffset: "00:00:07",
      },
      { id: "a/3-0", text: " ", speakerId: account, startOffset: "00:00:08", endOffset: "00:00:09" },
    ];
    const transcript = read(JSON.stringify({ version: "1.0.0", type: "Transcript", entries, events: [] }), "a.json");
    expect(transcript.format).toBe("cue-json");
    expect(said(transcript)).toEqual(["髙﨑 太郎@3.12:始めます。", "髙﨑 太郎@6.5:はい"]);
  });

  it.each([
    ["ticks", [31_200_000, 65_000_000, 120_000_000], [3.12, 6.5, 12]],
    ["milliseconds", [3120, 6500, 12_000], [3.12, 6.5, 12]],
    ["seconds", [3.12, 6.5, 12], [3.12, 6.5, 12]],
    ["ISO durations", ["PT3.12S", "PT6.5S", "PT12S"], [3.12, 6.5, 12]],
    ["moments", ["2026-07-01T01:00:00Z", "2026-07-01T01:00:03.5Z", "2026-07-01T10:01:00+09:00"], [0, 3.5, 60]],
    ["clock texts", ["00:00:03.1234567", "00:00:06.5", "1.00:00:12"], [3.1234567, 6.5, 86_412]],
  ])("tells the unit of times: %s", (_unit, offsets, seconds) => {
    const value = (offsets as (string | number)[]).map((offset, index) => ({
      speakerName: "A",
      spokenText: `${index}`,
      startOffset: offset,
    }));
    expect(read(JSON.stringify({ value }), "a.json").utterances.map(({ start }) => start)).toEqual(seconds);
  });

  it("adds durations, and finds the words of nested results", () => {
    const recognizedPhrases = [
      {
        speaker: 1,
        offsetInTicks: 10_000_000,
        durationInTicks: 20_000_000,
        nBest: [{ display: "始めます。", words: [{ word: "始め" }] }],
      },
      { speaker: 2, offsetInTicks: 50_000_000, durationInTicks: 20_000_000, nBest: [{ display: "はい。" }] },
    ];
    const transcript = read(
      JSON.stringify({ combinedRecognizedPhrases: [{ display: "始めます。はい。" }], recognizedPhrases }),
      "a.json",
    );
    expect(said(transcript)).toEqual(["発言者1@1:始めます。", "発言者2@5:はい。"]);
    expect(transcript.utterances[0]!.end).toBe(3);
  });

  it("puts words together that stand one by one, and tells entries from their words", () => {
    const word = (text: string, at: number): unknown => ({
      text,
      start_timestamp: { relative: at },
      end_timestamp: { relative: at + 1 },
    });
    const entries = [
      { participant: { id: 1, name: "西村" }, words: [word("始め", 1), word("ます。", 2)] },
      { participant: { id: 2, name: "東" }, words: [word("はい。", 4)] },
    ];
    expect(said(read(JSON.stringify(entries), "a.json"))).toEqual(["西村@1:始めます。", "東@4:はい。"]);
    const phrases = [1, 2].map((speaker) => ({
      speaker,
      offsetMilliseconds: speaker * 1500,
      durationMilliseconds: 900,
      text: "一つ 二つ 三つ",
      words: [1, 2, 3].map((offset) => ({ text: "つ", offsetMilliseconds: offset * 300, durationMilliseconds: 100 })),
    }));
    expect(said(read(JSON.stringify({ combinedPhrases: [{ text: "全部" }], phrases }), "a.json"))).toEqual([
      "発言者1@1.5:一つ 二つ 三つ",
      "発言者2@3:一つ 二つ 三つ",
    ]);
  });

  it("knows spans, messages of Graph, and who is only a resource", () => {
    const spans = [
      { from: 0, to: 2000, participant: "西村", payload: "始めます" },
      { from: 2500, to: 4000, participant: "東", payload: "はい" },
    ];
    expect(said(read(JSON.stringify({ cues: spans }), "a.json"))).toEqual(["西村@0:始めます", "東@2.5:はい"]);
    const message = {
      from: { user: { displayName: "西村" } },
      createdDateTime: "2026-05-01T01:00:00Z",
      body: { content: "始めます" },
    };
    expect(said(read(JSON.stringify({ value: [message] }), "a.json"))).toEqual(["西村@0:始めます"]);
    const resource = [
      { participant: "conferenceRecords/a/participants/11", text: "はい", startTime: "2026-05-01T01:00:00Z" },
    ];
    expect(said(read(JSON.stringify(resource), "a.json"))).toEqual(["発言者1@0:はい"]);
  });

  it("reads a bare list, JSON Lines, and segments of a recogniser", () => {
    const list = [
      { speaker: "山田", text: "はい" },
      { speaker: { displayName: "佐藤" }, text: "どうぞ" },
      { speaker: null, text: "ええ" },
    ];
    const expected = ["山田@-:はい", "佐藤@-:どうぞ", "?@-:ええ"];
    expect(said(read(JSON.stringify(list), "a.json"))).toEqual(expected);
    const lines = read(list.map((item) => JSON.stringify(item)).join("\n") + '\n{"speaker": "山', "a.jsonl");
    expect(said(lines)).toEqual(expected);
    expect(lines.problems).toEqual([{ kind: "unreadable-cue", at: 4 }]);
    const segments = {
      text: "はい どうぞ",
      segments: [{ id: 0, start: 0, end: 2.5, text: " はい", tokens: [1] }],
      language: "ja",
    };
    expect(said(read(JSON.stringify(segments), "a.json"))).toEqual(["?@0:はい"]);
  });

  it("saves what is whole of a file that ends in the middle", () => {
    const cut = JSON.stringify({
      entries: [
        { speaker: "山田", text: "はい" },
        { speaker: "佐藤", text: "いいえ" },
      ],
    }).slice(0, -12);
    const transcript = read(cut, "a.json");
    expect(said(transcript)).toEqual(["山田@-:はい"]);
    expect(troubles(transcript)).toEqual(["unreadable-cue"]);
  });

  it("refuses data without speech by name", () => {
    for (const text of ['{"a": [1, 2]}', "[]", '{"questions": [{"q": 1}]}']) {
      expect(() => read(text, "a.json")).toThrow(
        expect.objectContaining({ code: "document-unsupported" }) as GenaiError,
      );
    }
  });

  it("reads the Diet's XML, and expands no entity", () => {
    const xml = `<?xml version="1.0"?><!DOCTYPE data [<!ENTITY a "aaaa">]><data><speechRecord><speaker>会議録情報</speaker><speech>令和八年</speech></speechRecord><speechRecord><speaker>山田太郎</speaker><speech>○議長（山田太郎君）　これより会議を開きます。&#xA;&a;&amp;</speech></speechRecord></data>`;
    const transcript = read(xml, "a.xml");
    expect(said(transcript)).toEqual(["山田太郎@-:これより会議を開きます。&a;&"]);
    expect(transcript.surroundings.preamble).toEqual(["令和八年"]);
  });
});
