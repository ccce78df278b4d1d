import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { markWords } from "../../../../shared/src/guards/confidentiality/mark-words";

const folder = join(__dirname, "../../../fixtures/confidentiality");
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith(".jsonl"))
  .map((name) => readFileSync(join(folder, name), "utf8").normalize("NFKC").replace(/\s/gu, ""))
  .join("");

/** Each way that a pattern with `needs` may be written. */
const samples = [
  ..."部外秘 役所外秘 人事秘 時限秘 庁内秘 府省内限り 各府省内部限り 委員会内限".split(" "),
  ..."関係者限り 配布先限定 職員のみ限 担当者限定 委員以外の閲覧禁止 構成員以外配布不可 出席者以外厳禁".split(" "),
  ..."無断複製を禁ず 転送厳禁 コピー不可 複製及び配布を禁ずる 印刷禁止 禁複製 禁無断転送 口外厳禁 他言無用".split(" "),
  ..."会議後回収 終了後要回収 要回収 暗号化必須 要暗号化 取扱制限あり 会議出席者限り 当該企画班限り".split(" "),
];

const matches = (pattern: RegExp, text: string): string[] => [...text.matchAll(pattern)].map(([whole]) => whole);

test("what a pattern needs stands in everything it finds", () => {
  const looked = markWords.filter(({ needs }) => needs !== undefined);
  expect(looked).toHaveLength(4);
  for (const { pattern, needs } of looked) {
    const found = [...matches(pattern, fixtures), ...samples.flatMap((sample) => matches(pattern, `。${sample}。`))];
    expect(found.length).toBeGreaterThan(3);
    expect(found.filter((words) => !needs!.some((word) => words.includes(word)))).toEqual([]);
  }
});

test("each sample is found by one of them", () => {
  const looked = markWords.filter(({ needs }) => needs !== undefined);
  expect(
    samples.filter((sample) => !looked.some(({ pattern }) => matches(pattern, `。${sample}。`).length > 0)),
  ).toEqual([]);
});
