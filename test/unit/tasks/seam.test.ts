import { overlapLength } from "../../../shared/src/tasks/machinery/overlap";
import { Seam } from "../../../shared/src/tasks/machinery/seam";

/** The rest as it is joined, however the stream is cut. */
function join(before: string, rest: string): string {
  const results = [1, 3, 7, rest.length || 1].map((size) => {
    const seam = new Seam(before);
    let text = "";
    for (let start = 0; start < rest.length; start += size) text += seam.push(rest.slice(start, start + size));
    text += seam.flush();
    return seam.beganAgain ? "<again>" : before + text;
  });
  expect(new Set(results).size).toBe(1);
  return results[0]!;
}

const first = "第１号の事業は、令和７年度に1,250万円で実施する。[1]";

test.each<[string, string, string, string]>([
  ["goes on in the middle of a word", "予算は増", "額する。", "予算は増額する。"],
  ["repeats the sentence", `${first}第２号は廃`, "第２号は廃止する。[2]", `${first}第２号は廃止する。[2]`],
  ["repeats everything", `${first}第２号は廃`, `${first}第２号は廃止する。[2]`, `${first}第２号は廃止する。[2]`],
  ["begins a figure anew", "総額は1,2", "1,250万円とする。", "総額は1,250万円とする。"],
  ["begins an English word anew", "The budget of the minis", "ministry grew.", "The budget of the ministry grew."],
  ["begins a Chinese word anew", "この要領は、実施", "実施する。", "この要領は、実施する。"],
  ["a figure that goes on with the same digit", "総額は1", "1億円とする。", "総額は11億円とする。"],
  ["chance of a few characters", "検討する。する", "するめを買う。", "検討する。するするめを買う。"],
  ["a row of the same character", "あ".repeat(40), `${"あ".repeat(40)}。`, `${"あ".repeat(80)}。`],
  ["a mark cut in two", "実施する。[1,", "3]廃止する。[4]", "実施する。[1,3]廃止する。[4]"],
  ["a bullet without its line end", "・甲を行う。[1]", "・乙を行う。[2]", "・甲を行う。[1]\n・乙を行う。[2]"],
  ["a heading's text keeps its line end", "概要。\n## 背景", "\n事業を行う。[1]", "概要。\n## 背景\n事業を行う。[1]"],
  ["a line end inside a sentence goes", "事業を実", "\n\n施する。[1]", "事業を実施する。[1]"],
  [
    "a new line of an answer in lines",
    "決定：甲を行う\n宿題：乙を",
    "\n期限：四月",
    "決定：甲を行う\n宿題：乙を\n期限：四月",
  ],
  ["a space between English words stays", "The plan", " starts in April.", "The plan starts in April."],
  ["preface", "事業を実", "はい、承知しました。以下は直前の出力の続きです。\n\n施する。", "事業を実施する。"],
  ["short preface", "事業を実", "続き：施する。", "事業を実施する。"],
  [
    "English preface",
    "The plan st",
    "Sure, here is the rest of the summary:\narts in April.",
    "The plan starts in April.",
  ],
  ["no preface", "この事業は、", "引き続き実施する。", "この事業は、引き続き実施する。"],
  ["no preface either", "この事業は、", "続きを担う者が実施する。", "この事業は、続きを担う者が実施する。"],
  ["thoughts", "事業を実", "<think>続きは何か。\n</think>\n\n施する。", "事業を実施する。"],
  ["thoughts only", "事業を実", "<think>続きは何か。", "事業を実"],
  ["a wrapper and dots", "事業を実", "<output>…施する。", "事業を実施する。"],
  ["nothing", "事業を実", "", "事業を実"],
  [
    "ends a sentence as another one ended",
    "甲課は、令和８年度に実施することとしている。[1]乙課は、",
    "令和８年度に実施することとしている。[2]",
    "甲課は、令和８年度に実施することとしている。[1]乙課は、令和８年度に実施することとしている。[2]",
  ],
  ["begins over again", `${first}第２号は廃`, `${first}別の文を書き始める。${"い".repeat(60)}`, "<again>"],
  ["says a sentence of the middle again", `${first}第２号は廃止する。`, first, "<again>"],
])("%s", (_name, before, rest, expected) => {
  expect(join(before, rest)).toBe(expected);
});

test("long repetitions are found in linear time", () => {
  const text = "あいうえおかきくけこ".repeat(20_000);
  const started = performance.now();
  expect(overlapLength(text, `${text}さ`)).toBe(text.length);
  expect(overlapLength(`${"あ".repeat(100_000)}い`, "あ".repeat(100_000))).toBe(0);
  expect(performance.now() - started).toBeLessThan(500);
});
