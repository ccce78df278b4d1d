import Papa from "papaparse";
import { csvColumns, csvHeader, csvLine } from "../../../../relay/src/audit/csv";

/** The cells of one entry, by column title, as a CSV reader sees them. */
function read(entry: object): Record<string, string> {
  const content = JSON.stringify(entry);
  const file = csvHeader() + csvLine({ sequence: 7, previous: "a".repeat(64), hash: "b".repeat(64), content });
  expect(file.startsWith("\ufeff")).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(file.slice(1).trimEnd(), { header: true });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(1);
  return data[0]!;
}

describe("an entry of the audit as a line for a spreadsheet", () => {
  test("has its values in columns of their own, and the exact text that was hashed", () => {
    const entry = {
      kind: "ended",
      outcome: "stop",
      cost: { currency: "JPY", amount: 0.18 },
      totalMs: 80,
      at: "2026-06-01T00:00:00.000Z",
    };
    expect(read(entry)).toMatchObject({
      番号: "7",
      種別: "ended",
      結果: "stop",
      費用: "0.18",
      通貨: "JPY",
      "全体（ms）": "80",
      ハッシュ: "b".repeat(64),
      内容: JSON.stringify(entry),
    });
  });

  test.each(["=HYPERLINK(1)", "+1+1", "-1", "@SUM(1)", "\tx", "\rx"])("a text like %j is no formula", (text) => {
    expect(read({ section: text })["課室"]).toBe(`'${text}`);
  });

  test("a quote, a comma or a line end inside a value breaks no line; a negative number stays a number", () => {
    expect(read({ section: '甲"乙,\n丙', totalMs: -1 })).toMatchObject({ 課室: '甲"乙,\n丙', "全体（ms）": "-1" });
  });

  test("no two columns have one title", () => {
    const titles = csvColumns.map(([title]) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });
});
