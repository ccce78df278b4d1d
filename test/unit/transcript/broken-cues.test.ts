import { buildDocx } from "../../support/docx-builder";
import { read, said, troubles } from "./read";

const vtt = (...blocks: string[]): string => `WEBVTT\n\n${blocks.join("\n\n")}\n`;

describe("lines of times as people and programs break them", () => {
  it.each([
    ["no space beside the arrow", "00:00:01.000-->00:00:02.000", 1, []],
    ["a comma, and settings", "00:00:01,500-->00:00:02,000 align:start position:0%", 1.5, []],
    ["no hours", "00:01.5 --> 00:02.5", 1.5, []],
    ["an hour of one digit", "1:00:01.000 --> 1:00:02.000", 3601, []],
    ["a short arrow", "00:00:01.000 -> 00:00:02.000", 1, []],
    ["no arrow", "00:00:01.000 00:00:02.000", 1, []],
    ["full-width signs", "００：００：０１．０００　－－＞　００：００：０２．０００", 1, []],
    ["an open end", "00:01.000 -->", 1, ["unreadable-time"]],
    ["no beginning", "--> 00:09.000", null, ["unreadable-time"]],
    ["numbers", "1.5 --> 2.5", null, ["unreadable-time"]],
    ["letters", "ab:cd --> ef:gh", null, ["unreadable-time"]],
  ])("are no speech: %s", (_name, line, start, problems) => {
    const transcript = read(vtt(`${line}\n<v 西村>一。</v>`, "7\n02:00:20.000 --> 02:00:21.000\n<v 東>二。"));
    expect(said(transcript)).toEqual([`西村@${start ?? "-"}:一。`, "東@7220:二。"]);
    expect(troubles(transcript)).toEqual(problems);
  });

  it("leave an arrow between words to the words", () => {
    expect(said(read(vtt("00:01.000 --> 00:02.000\n<v 西村>案１ --> 案２\n10:00–11:00 の枠です")))).toEqual([
      "西村@1:案１ --> 案２10:00–11:00 の枠です",
    ]);
  });

  it("let a blank line part neither an open voice nor words from their times", () => {
    const transcript = read(
      vtt(
        "00:01.000 --> 00:05.000\n<v 西村>前半です。",
        "中ほどです。",
        "後半です。</v>",
        "00:06.000 --> 00:07.000",
        "<v 東>はい。",
        "迷子です。",
      ),
    );
    expect(said(transcript)).toEqual(["西村@1:前半です。中ほどです。後半です。", "東@6:はい。", "?@-:迷子です。"]);
    expect(troubles(transcript)).toEqual(["cue-without-time"]);
  });

  it("stand below ids of any kind, of which Webex's name who speaks", () => {
    const transcript = read(
      vtt(
        '1 "Jane Doe" (2437648384)\n00:01.000 --> 00:02.000\nGood morning.',
        '2 "" (0)\n00:03.000 --> 00:04.000\nYes?',
        "12-3\n00:05.000 --> 00:06.000\n<v 西村>はい。",
        "cue-9\n00:07.000 --> 00:08.000\n<v 西村>ええ。",
        "第二部\n00:09.000 --> 00:10.000\n<v 西村>では。",
      ),
    );
    expect(said(transcript)).toEqual([
      "Jane Doe@1:Good morning.",
      "?@3:Yes?",
      "西村@5:はい。",
      "西村@7:ええ。",
      "西村@9:では。",
    ]);
    expect(transcript.surroundings.notes).toEqual(["第二部"]);
  });

  it("know styles with blank lines, regions, comments and a second header", () => {
    const transcript = read(
      vtt(
        "STYLE\n::cue {\n",
        "color: red;\n}",
        "REGION\nid:a",
        "NOTE 一つ目\n続き",
        "00:01.000 --> 00:02.000\n<v 西村>一。",
        "WEBVTT",
        "00:03.000 --> 00:04.000\n<v 東>二。",
      ),
    );
    expect(said(transcript)).toEqual(["西村@1:一。", "東@3:二。"]);
    expect(transcript.problems).toEqual([]);
  });

  it("name what is no JSON in the place of a payload", () => {
    const transcript = read(vtt('00:01.000 --> 00:02.000\n{"speakerName":"西村","spokenText":}'));
    expect(troubles(transcript)).toContain("unreadable-cue");
  });
});

describe("the older download of Teams", () => {
  const expected = ["Maria Rossi@0:Good morning, everyone.", `John "JJ" O'Neil (Guest)@5:Morning.`];
  const lines = ["0:0:0.0 --> 0:0:4.120", "Maria Rossi", "Good morning, everyone.", "0:0:5.0 --> 0:0:7.320"];
  const blocks = [...lines, `John "JJ" O'Neil (Guest)`, "Morning."];
  const escaped = blocks.map((line) => line.replace(">", "&gt;"));

  it("names speakers on lines of their own, in text", () => {
    const text = [...blocks.slice(0, 3), "", ...blocks.slice(3)].join("\r\n");
    expect(said(read(text, "a.txt"))).toEqual(expected);
    expect(said(read(text.replace(/0:0:(\d)/g, "00:00:0$1"), "a.txt"))).toEqual(expected);
    expect(said(read(`WEBVTT\n\n${text}`))).toEqual(expected);
  });

  it("names them in Word, one paragraph a cue or a line", () => {
    const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;
    const whole = [escaped.slice(0, 3), escaped.slice(3)];
    const cues = whole.map((cue) => `<w:p>${cue.map(run).join("<w:r><w:br/></w:r>")}</w:p>`).join("");
    expect(said(read(buildDocx({ body: cues }), "a.docx"))).toEqual(expected);
    const paragraphs = escaped.map((line) => `<w:p>${run(line)}</w:p>`).join("");
    expect(said(read(buildDocx({ body: paragraphs }), "a.docx"))).toEqual(expected);
  });

  it("takes no first line of a subtitle for a name", () => {
    const subtitles = `1\n00:00:01,000 --> 00:00:02,000\nGood morning\neveryone here\n\n2\n00:00:03,000 --> 00:00:04,000\nLet us go\nto the next item\n`;
    expect(said(read(subtitles, "a.srt"))).toEqual([
      "?@1:Good morning everyone here",
      "?@3:Let us go to the next item",
    ]);
  });
});
