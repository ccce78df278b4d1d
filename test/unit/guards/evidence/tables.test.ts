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

const rows = ["| 施設 | 令和3年度 | 令和4年度 |", "| 参加者数 | 4,120人 | 5,380人 |", "| うち団体 | 910人 | 760人 |"];
const spans = (...at: number[]) => at.map((one) => ({ text: rows[one]! }));

test.each([
  ["令和4年度の参加者数は5,380人であった。", spans(0, 1), "supported"],
  ["令和3年度の参加者数は5,380人、令和4年度は4,120人であった。", spans(0, 1), "unsupported"],
  ["令和4年度の参加者数は5,380人であった。", spans(1, 0, 2), "supported"],
  ["令和4年度の参加者数は5,380人で、令和3年度の4,120人を上回った。", spans(0, 1), "supported"],
  ["団体の参加者数は、令和3年度に比べて令和4年度の方が多かった。", spans(0, 2), "unsupported"],
  ["参加者数は令和3年度から令和4年度にかけて減少した。", spans(0, 1), "unsupported"],
  ["Participants rose from 4,120 in FY2021 to 5,380 in FY2022.", spans(0, 1), "supported"],
  ["Participants fell from 5,380 in FY2021 to 4,120 in FY2022.", spans(0, 1), "unsupported"],
])("rows cited one by one are read as the table they are of: %s", (line, sources, verdict) => {
  expect(supports(line, sources)).toBe(verdict);
});

test("rows without the head of their table stay as they are", () => {
  expect(supports("参加者数は4,120人であった。", spans(1, 2))).toBe("supported");
});
