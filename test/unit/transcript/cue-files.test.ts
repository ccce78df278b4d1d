import { read, said, troubles } from "./read";

const first = "0d2c1f6a-1111-4a4a-8b8b-0123456789ab";
const second = "7e5d4c3b-2222-4b4b-9c9c-ba9876543210";

describe("WebVTT as Teams writes it", () => {
  it("reads voices, ids, settings, comments and entities", () => {
    const transcript = read(
      `\ufeffWEBVTT\r\n\r\nNOTE 機密性２\r\n\r\n${first}/12-0\r\n00:00:03.120 --> 00:00:07.480 align:start\r\n<v 髙﨑 太郎 (企画課)>予算は R&amp;D 費です。&lt;速報&gt;</v>\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n00:00:08.000 --> 00:00:09.000\r\n<v.loud 山田>はい、\r\nお願いします。</v>\r\n`,
    );
    expect(said(transcript)).toEqual([
      "髙﨑 太郎 (企画課)@3.12:予算は R&D 費です。<速報>",
      "山田@8:はい、お願いします。",
    ]);
    expect(transcript.surroundings.notes).toEqual(["機密性２"]);
    expect(transcript.problems).toEqual([]);
    expect(transcript.utterances[0]!.end).toBe(7.48);
  });

  it("parts several voices of a cue, closed or not, and what stands outside of them", () => {
    const transcript = read(
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 田中>始めます<v 佐藤>はい\n\n00:03.000 --> 00:04.000\n<v 田中>どうぞ</v> どうも\n\n00:05.000 --> 00:06.000\n<v>ええ</v>\n",
    );
    expect(said(transcript)).toEqual(["田中@1:始めます", "佐藤@1:はい", "田中@3:どうぞ", "?@3:どうも", "?@5:ええ"]);
  });

  it("tells accounts apart and names them only when the file tells no name", () => {
    const transcript = read(
      `WEBVTT\n\n00:01.000 --> 00:02.000\n<v 8:orgid:${first}>あ</v>\n\n00:03.000 --> 00:04.000\n<v ${second}@${first}>い</v>\n\n00:05.000 --> 00:06.000\n<v ${first}>う</v>\n\n00:07.000 --> 00:08.000\n<v 発言者2>え</v>\n`,
    );
    expect(said(transcript)).toEqual(["発言者1@1:あ", "発言者3@3:い", "発言者1@5:う", "発言者2@7:え"]);
  });

  it("reads times of any width: short, negative, over 99 hours, with a comma", () => {
    const transcript = read(
      "WEBVTT\n\n0:0:5.320 --> 0:0:6.80\n<v A>b\n\n-0:0:5.500 --> 0:0:1.0\n<v A>a\n\n100:00:05.1234567 --> 100:00:06\n<v A>d\n\n00:10:00,250 --> 00:10:01,000\n<v A>c\n",
    );
    expect(said(transcript)).toEqual(["A@-5.5:a", "A@5.32:b", "A@600.25:c", "A@360005.1234567:d"]);
    // A file without leading zeros counts milliseconds behind the point.
    expect(transcript.utterances[1]!.end).toBe(6.08);
  });

  it("reads payloads of metadataContent, and keeps one that is broken as words", () => {
    const payload = JSON.stringify({
      startDateTime: "2026-07-01T01:00:03.00Z",
      endDateTime: "2026-07-01T01:00:05.00Z",
      speakerName: "山田 太郎",
      spokenText: "始めます。\n次に",
      spokenLanguage: "ja-jp",
    });
    const transcript = read(
      `WEBVTT\n\n00:00:03.000 --> 00:00:05.000\n${payload}\n\n00:00:06.000 --> 00:00:07.000\n{"speakerName":"山田 太郎","spokenText":\n`,
    );
    expect(said(transcript)).toEqual(["山田 太郎@3:始めます。次に", '?@6:{"speakerName":"山田 太郎","spokenText":']);
  });

  it("keeps words whose time is broken or missing, and says so", () => {
    const transcript = read(
      "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v A>一\n\n00:99:01.000 --> 00:00:0x\n<v B>二\n\n迷子の言葉\n\n00:00:03.000 --> 00:00:04.000\n<v A>三\n\n00:00:05.000 --> 00:00:06.000\n\n17\n",
    );
    expect(said(transcript)).toEqual(["A@1:一", "B@-:二", "?@-:迷子の言葉", "A@3:三"]);
    expect(transcript.problems).toEqual([
      { kind: "unreadable-time", at: 6 },
      { kind: "cue-without-time", at: 9 },
      { kind: "unreadable-cue", at: 16 },
    ]);
  });

  it("reads cues that no blank line parts", () => {
    const transcript = read(
      "WEBVTT\n00:01.000 --> 00:02.000\n<v A>一\n2\n00:03.000 --> 00:04.000\n<v B>二\n00:05.000 --> 00:06.000\n<v A>三",
    );
    expect(said(transcript)).toEqual(["A@1:一", "B@3:二", "A@5:三"]);
  });

  it("keeps signs of comparison, and drops tags of looks", () => {
    const transcript = read("WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>x < 5 なら <b>増額</b>、y > 3 は<i.c>不要</i>\n");
    expect(said(transcript)).toEqual(["A@1:x < 5 なら 増額、y > 3 は不要"]);
  });
});

describe("other programs' captions", () => {
  it("takes names before a colon (Zoom), but not words that end with one", () => {
    const transcript = read(
      "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\n山田 太郎: 始めます。\n\n2\n00:00:03.000 --> 00:00:04.000\nSato Hanako: 効果：大きい\n\n3\n00:00:05.000 --> 00:00:06.000\n続きです\n",
    );
    expect(said(transcript)).toEqual(["山田 太郎@1:始めます。", "Sato Hanako@3:効果：大きい", "?@5:続きです"]);
  });

  it("takes names above times, and names before each line of a cue", () => {
    const ids =
      "西村 健\n00:01.000 --> 00:02.000\n始めます\n\n東 花\n00:03.000 --> 00:04.000\nはい\n\n西村 健\n00:05.000 --> 00:06.000\nでは";
    expect(said(read(`WEBVTT\n\n${ids}`))).toEqual(["西村 健@1:始めます", "東 花@3:はい", "西村 健@5:では"]);
    const lines =
      "1\n00:00:01,000 --> 00:00:02,000\n西村：始めます\n東：はい\n\n2\n00:00:03,000 --> 00:00:04,000\n西村：では\n";
    expect(said(read(lines, "a.srt"))).toEqual(["西村@1:始めます", "東@1:はい", "西村@3:では"]);
  });

  it("takes diarisation labels and SubRip", () => {
    const transcript = read(
      "1\n00:00:01,000 --> 00:00:02,500\n[SPEAKER_00]: はい\n\n2\n00:00:03,000 --> 00:00:04,000\n[SPEAKER_01]: <i>どうぞ</i>\n",
      "会議.srt",
    );
    expect(transcript.format).toBe("srt");
    expect(said(transcript)).toEqual(["SPEAKER_00@1:はい", "SPEAKER_01@3:どうぞ"]);
  });

  it("names nobody where nobody is named (Whisper)", () => {
    const transcript = read(
      "WEBVTT\n\n00:00.000 --> 00:02.000\nそれでは始めます。\n\n00:02.000 --> 00:04.000\n結論：賛成です。\n",
    );
    expect(said(transcript)).toEqual(["?@0:それでは始めます。", "?@2:結論：賛成です。"]);
    expect(troubles(transcript)).toEqual(["no-speakers"]);
  });

  it("keeps rolling captions once (YouTube)", () => {
    const lines = ["今日は予算の話です", "来年度は二億円です", "質問はありますか", "では次に進みます"];
    const cues = lines.flatMap((line, index) => {
      const at = (seconds: number): string => `00:00:${seconds.toFixed(3).padStart(6, "0")}`;
      const before = index === 0 ? " " : lines[index - 1]!;
      return [
        `${at(index * 2)} --> ${at(index * 2 + 1.99)} align:start\n${before}\n${line.slice(0, 3)}<${at(index * 2 + 0.5)}><c>${line.slice(3)}</c>`,
        `${at(index * 2 + 1.99)} --> ${at(index * 2 + 2)} align:start\n${line}\n `,
      ];
    });
    const transcript = read(`WEBVTT\nKind: captions\nLanguage: ja\n\n${cues.join("\n\n")}\n`);
    expect(transcript.utterances.map(({ text }) => text)).toEqual(lines);
    expect(troubles(transcript)).toContain("repeated-cues");
  });

  it("keeps a recogniser's loop once, but not words that people say twice", () => {
    const cue = (second: number, words: string): string =>
      `00:00:${String(second).padStart(2, "0")}.000 --> 00:00:${String(second + 1).padStart(2, "0")}.000\n${words}`;
    const loop = read(
      `WEBVTT\n\n${[cue(1, "はい"), ...[2, 3, 4, 5, 6].map((second) => cue(second, "ご視聴ありがとうございました"))].join("\n\n")}`,
    );
    expect(loop.utterances.map(({ text }) => text)).toEqual(["はい", "ご視聴ありがとうございました"]);
    expect(loop.utterances[1]!.end).toBe(7);
    const twice = read(
      `WEBVTT\n\n${[cue(1, "<v A>はい"), cue(2, "<v B>はい"), cue(3, "<v A>はい"), cue(4, "<v A>はい")].join("\n\n")}`,
    );
    expect(twice.utterances).toHaveLength(4);
  });

  it("takes times parted by a comma (SBV)", () => {
    const text =
      "0:00:01.000,0:00:03.500\n西村: 始めます\n\n0:00:04.000,0:00:06.000\n東: はい\nどうぞ\n\n0:01:07.000,0:01:08.000\n西村: では\n";
    expect(said(read(text, "a.sbv"))).toEqual(["西村@1:始めます", "東@4:はいどうぞ", "西村@67:では"]);
  });
});
