import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createMasking, findPersonalData } from "@genai-office/shared/guards";

interface Case {
  text: string;
  spans: { start: number; end: number }[];
  mustKeep: string[];
}

const found = (text: string): string[] => findPersonalData(text).map(({ start, end }) => text.slice(start, end));

test("names that no list holds, before titles, in brackets, behind labels; offices stay", () => {
  const file = join(__dirname, "../../../fixtures/masking/titled.jsonl");
  const cases = readFileSync(file, "utf8").trim().split("\n");
  let spans = 0;
  let whole = 0;
  for (const { text, spans: expected, mustKeep } of cases.map((line) => JSON.parse(line) as Case)) {
    const ours = findPersonalData(text);
    for (const { start, end } of expected) {
      spans += 1;
      const offsets = Array.from({ length: end - start }, (_, index) => start + index);
      if (offsets.every((at) => /\s/.test(text[at]!) || ours.some((one) => one.start <= at && at < one.end)))
        whole += 1;
    }
    const left = ours.reduceRight((rest, { start, end }) => rest.slice(0, start) + "■" + rest.slice(end), text);
    for (const kept of mustKeep) expect(left).toContain(kept);
  }
  expect(whole / spans).toBeGreaterThanOrEqual(0.96);
});

test.each([
  ["昨日、蓼沼課長から連絡があった。", ["蓼沼"]],
  ["総務課鯉沼主任が対応する。", ["鯉沼"]],
  ["渡邉・齋藤両補佐に相談した。", ["渡邉", "齋藤"]],
  ["蓼科（総務課）が同席した。", ["蓼科"]],
  ["担当　鹿島", ["鹿島"]],
  ["鳴瀬さつき様", ["鳴瀬さつき"]],
  ["Nguyen Van An様", ["Nguyen Van An"]],
  ["企画課長、総務課長、財務局長、秘書課長、担当課長、国会議員、大学教授、新聞記者", []],
  ["実施機関（総務課）、提出先（企画課長）", []],
  ["企画、総務両課長", []],
])("%s", (text, names) => {
  expect(found(text)).toEqual(names);
});

test("half-width katakana are names with the offsets of the source, voiced marks and all", () => {
  expect(found("氏名　ｻｲﾄｳ ﾕｳｺ")).toEqual(["ｻｲﾄｳ ﾕｳｺ"]);
  expect(found("受付：①　ﾌﾘｶﾞﾅ：ｶﾄﾞﾜｷ ﾀﾞｲｽｹ、担当：鹿島")).toEqual(["ｶﾄﾞﾜｷ ﾀﾞｲｽｹ", "鹿島"]);
  const masking = createMasking();
  const source = "ﾌﾘｶﾞﾅ：ｶﾄﾞﾜｷ ﾀﾞｲｽｹ（ﾀﾞﾐｰ）";
  expect(masking.restore(masking.mask(source).text).text).toBe(source);
});

test("a building goes with its room", () => {
  expect(found("住所は東京都板橋区常盤台２－３－４　メゾン常盤２０３です。")).toEqual([
    "東京都板橋区常盤台２－３－４　メゾン常盤２０３",
  ]);
});
