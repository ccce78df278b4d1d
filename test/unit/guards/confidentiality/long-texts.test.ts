import { judgeText } from "@genai-office/shared/guards";

const length = 200_000;
const textOf = (unit: string): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/**
 * Milliseconds of the processor: what the work takes, not what others on the machine do. Tried up to three times, as the
 * first run also compiles.
 */
function timeOf(work: () => void, limit: number): number {
  let least = Infinity;
  for (let attempt = 0; attempt < 3 && least >= limit; attempt += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

describe("200,000 characters", () => {
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
  ])("of %j are judged in less than 400 ms", (unit) => {
    const text = textOf(unit);
    expect(timeOf(() => judgeText(text, "body"), 400)).toBeLessThan(400);
  });

  test.each([["■秘\n"], ["本日は□秘\n"]])("of %j, forms without end, are judged in less than 800 ms", (unit) => {
    const text = textOf(unit);
    expect(timeOf(() => judgeText(text, "body"), 800)).toBeLessThan(800);
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
