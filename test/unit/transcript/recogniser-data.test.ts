import { read, said } from "./read";

describe("data of recognisers that tell speakers by the word", () => {
  it("reads AmiVoice: labels stand at the tokens, and one result may hold two people", () => {
    const token = (written: string, starttime: number, label: string): unknown => ({
      written,
      confidence: 0.9,
      starttime,
      endtime: starttime + 300,
      spoken: "_",
      label,
    });
    const segment = (tokens: unknown[], starttime: number, text: string): unknown => ({
      results: [{ tokens, confidence: 0.9, starttime, endtime: starttime + 2000, tags: [], rulename: "", text }],
      utteranceid: "u",
      text,
      code: "",
    });
    const data = {
      status: "completed",
      segments: [
        segment(
          [token("始め", 500, "speaker0"), token("ます", 900, "speaker0"), token("。", 1200, "speaker0")],
          250,
          "始めます。",
        ),
        segment(
          [token("次", 4500, "speaker0"), token("です。", 4900, "speaker0"), token("はい。", 5600, "speaker1")],
          4250,
          "次です。はい。",
        ),
      ],
      text: "始めます。次です。はい。",
    };
    expect(said(read(JSON.stringify(data), "a.json"))).toEqual([
      "speaker0@0.25:始めます。",
      "speaker0@4.25:次です。",
      "speaker1@5.6:はい。",
    ]);
  });

  it("reads Google and Deepgram: numbers at the words", () => {
    const word = (text: string, at: number, speakerTag: number): unknown => ({
      word: text,
      startTime: `${at}s`,
      endTime: `${at + 0.5}s`,
      speakerTag,
    });
    const google = {
      results: [
        {
          alternatives: [
            { transcript: "始めますはい", words: [word("始め", 1, 1), word("ます", 1.5, 1), word("はい", 3, 2)] },
          ],
        },
      ],
    };
    expect(said(read(JSON.stringify(google), "a.json"))).toEqual(["発言者1@1:始めます", "発言者2@3:はい"]);
  });

  it("leaves names of entries above those of their words, and words without one where they stand", () => {
    const words = [
      { word: "始め", start: 1, end: 1.5, speaker: "SPEAKER_01" },
      { word: "ます", start: 1.5, end: 2 },
      { word: "はい", start: 3, end: 4, speaker: "SPEAKER_00" },
    ];
    const named = { segments: [{ start: 1, end: 4, text: "始めます はい", words, speaker: "SPEAKER_01" }] };
    expect(said(read(JSON.stringify(named), "a.json"))).toEqual(["SPEAKER_01@1:始めます はい"]);
    const bare = { segments: [{ start: 1, end: 4, text: "始めます はい", words }] };
    expect(said(read(JSON.stringify(bare), "a.json"))).toEqual(["SPEAKER_01@1:始めます", "SPEAKER_00@3:はい"]);
  });

  it("keeps labels that people read, and tells accounts without a name apart", () => {
    const entries = [
      { DisplayText: "はい。", SpeakerId: "Guest-1", Offset: 7_000_000, Duration: 12_000_000 },
      { DisplayText: "では。", SpeakerId: "spk_0", Offset: 32_000_000, Duration: 12_000_000 },
    ];
    expect(said(read(JSON.stringify(entries), "a.json"))).toEqual(["Guest-1@0.7:はい。", "spk_0@3.2:では。"]);
    const account = (userId: string): unknown => ({ displayName: null, userId });
    const value = ["u-1", "u-2", "u-1"].map((id) => ({ speaker: account(id), text: "はい" }));
    expect(read(JSON.stringify({ value }), "a.json").utterances.map(({ speaker }) => speaker)).toEqual([
      "発言者1",
      "発言者2",
      "発言者1",
    ]);
  });
});
