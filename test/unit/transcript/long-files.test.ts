import { GenaiError } from "@genai-office/shared/vocabulary";
import { processorTime } from "../../support/processor-time";
import { read } from "./read";

describe("time for long files", () => {
  const size = 300_000;
  const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  const cue = "00:00:01.000 --> 00:00:02.000\n<v 山田>はい、分かりました。それでは次に進みます。</v>\n\n";

  it.each([
    ["one cue of open voices", `WEBVTT\n\n00:01.000 --> 00:02.000\n${fill("<v ")}`],
    ["one cue of open classes", `WEBVTT\n\n00:01.000 --> 00:02.000\n${fill("<v.a")}`],
    ["one cue of ampersands", `WEBVTT\n\n00:01.000 --> 00:02.000\n${fill("&")}`],
    ["one long line", fill("山田：")],
    ["arrows", `WEBVTT\n\n${fill("-->")}`],
    ["short lines", fill("あ：い\n")],
    ["names without end", fill("山田 太郎 0:03\n")],
    ["one speech of many lines", `山田委員：はい。\n${fill("続きます。それから次の論点です。\n")}`],
    ["names above times", fill("田中\n0:03\n")],
    ["opening braces", fill("{")],
    ["opening brackets", fill("[{")],
    ["blanks", `a${fill(" ")}b`],
    ["tags of XML", `<?xml version="1.0"?>${fill("<a ")}`],
  ])("is short for %s", async (_name, content) => {
    const bytes = new TextEncoder().encode(content).subarray(0, size);
    const spent = await processorTime(() => {
      try {
        read(bytes, "a.txt");
      } catch (error) {
        if (!GenaiError.isInstance(error)) throw error;
      }
    });
    // Linear work takes a fraction of a second; quadratic work takes many.
    expect(spent).toBeLessThan(4000);
  });

  it("reads every cue of a long file", () => {
    const many = Math.floor(size / new TextEncoder().encode(cue).length);
    expect(read(`WEBVTT\n\n${cue.repeat(many)}`).utterances.length).toBeGreaterThan(0);
  });
});
