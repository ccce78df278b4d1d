import { judgeText } from "@genai-office/shared/guards";
import { expectLinearTime } from "../../../support/processor-time";

const textOf = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

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
  ])("of %j takes no more than in proportion", async (unit) => {
    await expectLinearTime((length) => judgeText(textOf(unit, length), "body"), 5_000, { floorMs: 100 });
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
