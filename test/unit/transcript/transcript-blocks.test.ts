import { nameOfLabel, timeOfLabel } from "@genai-office/shared/language";
import { transcriptBlocks, type Utterance } from "@genai-office/shared/transcript";

const say = (speaker: string | null, start: number | null, text: string): Utterance => ({
  speaker,
  text,
  start,
  end: start === null ? null : start + 2,
});

describe("blocks of a transcript", () => {
  it("are labelled with who and when", () => {
    const blocks = transcriptBlocks({
      utterances: [
        say("山田 太郎", 725, "はい"),
        say(null, 730, "ええ"),
        say("佐藤", null, "では"),
        say(null, null, "あ"),
        say("A", -5, "い"),
        say("A", 360_005, "う"),
      ],
    });
    expect(blocks.map(({ id, label, kind }) => [id, label, kind])).toEqual([
      ["u1", "山田 太郎 00:12:05", "utterance"],
      ["u2", "00:12:10", "utterance"],
      ["u3", "佐藤", "utterance"],
      ["u4", undefined, "utterance"],
      ["u5", "A -00:00:05", "utterance"],
      ["u6", "A 100:00:05", "utterance"],
    ]);
    expect(blocks.map(({ label }) => nameOfLabel(label))).toEqual(["山田 太郎", "", "佐藤", "", "A", "A"]);
    expect(blocks.map(({ label }) => timeOfLabel(label))).toEqual([
      "00:12:05",
      "00:12:10",
      "",
      "",
      "-00:00:05",
      "100:00:05",
    ]);
  });

  it("keep names with bars and slashes whole", () => {
    const [one, other] = transcriptBlocks({
      utterances: [say("山田 太郎 | 総務課", 1, "あ"), say("山田 太郎 / 財政課", 9, "い")],
    });
    expect(nameOfLabel(one!.label)).toBe("山田 太郎 | 総務課");
    expect(nameOfLabel(other!.label)).toBe("山田 太郎 / 財政課");
  });

  it("put together what one person goes on saying, and nothing of people who are not known", () => {
    const blocks = transcriptBlocks({
      utterances: [
        say("山田", 0, "予算は"),
        say("山田", 3, "一億円です。"),
        say("山田", 15.1, "次に"),
        say(null, 20, "はい"),
        say(null, 22, "はい"),
        say("佐藤", null, "あ"),
        say("佐藤", null, "い"),
      ],
    });
    expect(blocks.map(({ text }) => text)).toEqual(["予算は一億円です。", "次に", "はい", "はい", "あ", "い"]);
  });

  it("cut long speech between sentences and lose nothing of it", () => {
    const text = "予算の執行については、四半期ごとに確認します。".repeat(60);
    const blocks = transcriptBlocks({ utterances: [say("山田", 1, text)] });
    expect(blocks.map((block) => block.text).join("")).toBe(text);
    expect(Math.max(...blocks.map((block) => block.text.length))).toBeLessThanOrEqual(400);
    expect(blocks.every((block) => block.text.endsWith("。") && block.label === "山田 00:00:01")).toBe(true);
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
  });

  it("of captions keep sentences without 。 apart, and English ones from Japanese", () => {
    const blocks = transcriptBlocks({
      utterances: [
        say("甲斐", 0, "地図を直しています"),
        say("甲斐", 3, "来週の"),
        say("甲斐", 6, "月曜に"),
        say("Kay", 9, "It is fine."),
        say("Kay", 12, "はい。"),
        say("Kay", 15, "次へ。"),
      ],
    });
    expect(blocks.map(({ text }) => text)).toEqual(["地図を直しています\n来週の月曜に", "It is fine. はい。次へ。"]);
  });
});
