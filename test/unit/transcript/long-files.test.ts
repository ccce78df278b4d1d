import { GenaiError } from "@genai-office/shared/vocabulary";
import { expectLinearTime } from "../../support/processor-time";
import { read } from "./read";

describe("time for long files", () => {
  const fill = (piece: string, size: number): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const cue = (index: number): string => {
    const time = new Date(index * 1_000).toISOString().slice(11, 23);
    return `${time} --> ${time}\n<v ${index % 2 === 0 ? "山田" : "鈴木"}>はい、${index}番に進みます。</v>\n\n`;
  };

  it.each([
    ["one cue of open voices", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v "],
    ["one cue of open classes", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<v.a"],
    ["one cue of ampersands", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "&"],
    ["one long line", "", "山田："],
    ["arrows", "WEBVTT\n\n", "-->"],
    ["short lines", "", "あ：い\n"],
    ["names without end", "", "山田 太郎 0:03\n"],
    ["one speech of many lines", "山田委員：はい。\n", "続きます。それから次の論点です。\n"],
    ["names above times", "", "田中\n0:03\n"],
    ["names below times", "", "00:00:03\n田中 進\nはい。\n"],
    ["names above indented lines", "", "田中\n　　はい。\n山田\n　　では。\n"],
    ["signs of headings", "# ", "#* "],
    ["opening braces", "", "{"],
    ["opening brackets", "", "[{"],
    ["blanks", "a", " "],
    ["tags of XML", '<?xml version="1.0"?>', "<a "],
  ])("is in proportion for %s", async (_name, head, piece) => {
    await expectLinearTime((size) => {
      try {
        read(head + fill(piece, size), "a.txt");
      } catch (error) {
        if (!GenaiError.isInstance(error)) throw error;
      }
    }, 50_000);
  });

  it("reads every cue of a long file", () => {
    expect(
      read(`WEBVTT\n\n${Array.from({ length: 3_000 }, (_one, index) => cue(index)).join("")}`).utterances,
    ).toHaveLength(3_000);
  });
});
