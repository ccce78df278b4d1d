import { fileNameOf } from "../../../../word-addin/src/document/file-name";
import { occurrenceAt, occurrences, searchText } from "../../../../word-addin/src/document/find-occurrence";
import { minimalReplacement } from "../../../../word-addin/src/document/minimal-replacement";
import { nextPageSize, replyBytes } from "../../../../word-addin/src/document/paragraph-pages";

const replacement = (before: string, expected: string, text: string) => ({
  type: "replace-span" as const,
  blockId: "block",
  span: { start: before.length, end: before.length + expected.length },
  expected,
  text,
});

describe("minimalReplacement", () => {
  it.each([
    ["委託料は", "月額１０万円とする", "月額２０万円とする", "１", "２"],
    ["", "三か月", "三ヶ月", "か", "ヶ"],
    ["", "申込み", "申込", "み", ""],
    ["", "同じ", "全く別", "同じ", "全く別"],
  ])("%s%s -> %s touches only what differs", (before, expected, text, touched, written) => {
    const minimal = minimalReplacement(replacement(before, expected, text));
    expect([minimal.expected, minimal.text]).toEqual([touched, written]);
    expect((before + expected).slice(minimal.start, minimal.start + touched.length)).toBe(touched);
  });

  it.each([
    ["手続", "手続き"],
    ["手続き", "お手続き"],
    ["𠮷野", "𠮷野家"],
    ["𠮷", "𠮷𠮷"],
    ["ああ", "あああ"],
  ])("an insertion %s -> %s keeps a neighbour to be found by", (expected, text) => {
    const minimal = minimalReplacement(replacement("", expected, text));
    expect(minimal.expected).not.toBe("");
    const rebuilt =
      expected.slice(0, minimal.start) + minimal.text + expected.slice(minimal.start + minimal.expected.length);
    expect(rebuilt).toBe(text);
  });

  it("never cuts a character outside the basic plane in two", () => {
    // 𠮷 and 𠮟 share their first code unit.
    const minimal = minimalReplacement(replacement("", "𠮷田", "𠮟田"));
    expect([minimal.expected, minimal.text]).toEqual(["𠮷", "𠮟"]);
  });
});

describe("occurrences, as Word's search counts them", () => {
  it("does not let hits overlap", () => {
    expect(occurrences("ああああ", "ああ")).toEqual([0, 2]);
    expect(occurrenceAt("ああああ", "ああ", 1)).toBeUndefined();
    expect(occurrenceAt("第1条第1条", "第1条", 3)).toBe(1);
  });

  it("escapes the sign that begins a search code", () => {
    expect(searchText("2^10")).toBe("2^^10");
  });
});

describe("pages of paragraphs", () => {
  it("counts Japanese characters as three bytes", () => {
    expect(replyBytes("a1")).toBe(2);
    expect(replyBytes("情報")).toBe(6);
    expect(replyBytes("é")).toBe(2);
  });

  it("stays below 1 MB however long the paragraphs are", () => {
    for (const characters of [10, 300, 2_000, 9_000]) {
      const bytes = characters * 3;
      const page = nextPageSize({ bytes: bytes * 100, count: 100 }, 1, 100_000);
      expect(page * bytes).toBeLessThan(1_000_000);
      expect(page).toBeGreaterThanOrEqual(20);
    }
  });

  it("takes 1,000 paragraphs of ordinary length at once", () => {
    expect(nextPageSize({ bytes: 30_000, count: 100 }, 1, 0)).toBe(1_000);
  });
});

describe("fileNameOf", () => {
  it.each([
    [
      "https://example.sharepoint.com/sites/x/%E6%A9%9F%E5%AF%86%E6%80%A72_%E5%A0%B1%E5%91%8A.docx?web=1",
      "機密性2_報告.docx",
    ],
    ["C:\\Users\\x\\100%案.docx", "100%案.docx"],
    ["", ""],
    [undefined, ""],
  ])("%s", (url, name) => {
    expect(fileNameOf(url)).toBe(name);
  });
});
