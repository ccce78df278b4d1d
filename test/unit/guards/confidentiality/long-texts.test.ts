import { judgeText } from "@genai-office/shared/guards";

/** Long enough that work in the square of the length shows, short enough to be tried on many texts. */
const short = 5_000;
const long = 20_000;
const textOf = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Milliseconds of the processor: what the work takes, not what others on the machine do. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000;
}

/** The least of some attempts, as the first run also compiles; no more attempts than it takes to be below `enough`. */
function leastTime(work: () => void, enough: number): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least >= enough; attempt += 1) least = Math.min(least, timeOf(work));
  return least;
}

/** A text four times as long takes about four times as long; one that is judged in the square of its length, sixteen. */
const tolerated = 10;
/** Below this a time is mostly the clock's own grain. Milliseconds. */
const grainMs = 10;

describe("a text four times as long", () => {
  test.each([
    ["秘"],
    ["機 密 "],
    ["取扱注意"],
    ["（"],
    ["機密性"],
    [" "],
    ["　"],
    ["極　秘\n"],
    ["秘・"],
    ["（秘"],
    ["「秘」"],
    ["・秘\n"],
    ["機密性3"],
    ["秘指定解除\n"],
    ["件名：秘\n"],
    ["会議の資料を配布した。"],
    ["■秘\n"],
    ["本日は□秘\n"],
    ["極秘,"],
    ["人事案,極秘\n"],
    ["一、極秘\n"],
    ["一、極秘 "],
    ["（１）機密性３情報\n"],
    ["機密性３情報\nは、"],
    ["機密性３情報、\n"],
    ["次の語\n極秘\n秘\n"],
    ["指定解除\n旧秘\n"],
    ["秘密区分：秘\n"],
    ["本書の指定解除"],
  ])("of %j takes no more than in proportion", (unit) => {
    const small = Math.max(
      grainMs,
      leastTime(() => judgeText(textOf(unit, short), "body"), grainMs),
    );
    const most = tolerated * small;
    expect(leastTime(() => judgeText(textOf(unit, long), "body"), most)).toBeLessThan(most);
  });
});

describe("far more marks than any paper has", () => {
  test("a person is asked about what was not looked at", () => {
    const judgement = judgeText("秘".repeat(20_000), "body");
    expect(judgement).toMatchObject({ class: "unknown", decision: "ask", reason: "incomplete" });
    expect(judgement.markings.filter(({ text }) => text === "秘")).toHaveLength(1);
    expect(judgeText("> 件名：会議\n".repeat(2_000), "body").decision).toBe("ask");
  });

  test("what was found before stays", () => {
    expect(judgeText("極秘\n".repeat(20_000), "body")).toMatchObject({ class: "3", decision: "block" });
  });

  test("a rule that names classes three thousand times is read to its end", () => {
    const rule = "機密性3情報の取扱いに関し、必要な事項を定める。\n".repeat(3_000);
    expect(judgeText(rule, "body").decision).toBe("allow");
    expect(judgeText(`${rule}機密性3情報`, "body").decision).toBe("block");
  });
});
