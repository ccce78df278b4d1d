import { checkLength } from "@genai-office/shared/guards";

describe("length asked for", () => {
  test("ten per cent more or less is what was asked for", () => {
    const asked = { kind: "characters", characters: 100 } as const;
    expect(checkLength("あ".repeat(110), asked)).toEqual([]);
    expect(checkLength("あ".repeat(90), asked)).toEqual([]);
    expect(checkLength("あ".repeat(111), asked)).toMatchObject([
      { code: "length-over", values: { expected: 100, actual: 111, percent: 11 } },
    ]);
    expect(checkLength("あ".repeat(89), asked)).toMatchObject([{ code: "length-under", values: { actual: 89 } }]);
  });

  test("line breaks do not count, characters outside the basic plane count once", () => {
    expect(checkLength("𠮷\n".repeat(100), { kind: "characters", characters: 100 })).toEqual([]);
  });

  test("a page is 1,440 characters", () => {
    expect(checkLength("あ".repeat(1440), { kind: "page" })).toEqual([]);
    expect(checkLength("あ".repeat(400), { kind: "page" })).toMatchObject([{ code: "length-under" }]);
  });

  test("bullets are counted, with marks or one a line", () => {
    const asked = { kind: "bullets", count: 3 } as const;
    expect(checkLength("・一つ目\n・二つ目\n・三つ目", asked)).toEqual([]);
    expect(checkLength("一つ目\n二つ目\n\n三つ目", asked)).toEqual([]);
    expect(checkLength("要点\n① 一つ目\n② 二つ目", asked)).toMatchObject([
      { code: "bullets-under", values: { expected: 3, actual: 2 } },
    ]);
    expect(checkLength("- a\n- b\n- c\n- d", asked)).toMatchObject([{ code: "bullets-over" }]);
  });
});
