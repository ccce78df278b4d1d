import { supports } from "@genai-office/shared/guards";

const counts = "年度｜相談件数｜解決件数\n令和5年度｜120｜85\n令和6年度｜150｜97";
const people = "表3 人口（単位：千人）\n地区｜2022年｜2023年\n東地区｜310｜298\n西地区｜205｜221";

test.each([
  [counts, "令和6年度の解決件数は97である。", "supported"],
  [counts, "2024年度の相談件数は150である。", "supported"],
  [counts, "令和6年度の相談件数は97である。", "unsupported"],
  [counts, "令和5年度の解決件数は97である。", "unsupported"],
  [people, "西地区は2022年の205千人から2023年の221千人に増えた。", "supported"],
  [people, "東地区は2023年に221千人となった。", "unsupported"],
  ["| 区分 | 4月 |\n|---|---|\n| 窓口 | 12件 |\n| 電話 | 30件 |", "4月の窓口は12件であった。", "supported"],
])("rows and columns of a table: %s -> %s", (source, line, verdict) => {
  expect(supports(line, [{ text: source }])).toBe(verdict);
});

test("a line with one bar in it is no table", () => {
  expect(supports("窓口は9時に開く。", [{ text: "案内｜窓口は9時に開く。" }])).toBe("supported");
});
