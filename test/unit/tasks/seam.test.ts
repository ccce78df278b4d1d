import { foldText } from "../../../shared/src/tasks/machinery/folded-text";
import { overlapLength } from "../../../shared/src/tasks/machinery/overlap";
import { wholeClauses } from "../../../shared/src/tasks/machinery/resume-point";
import { Seam } from "../../../shared/src/tasks/machinery/seam";
import { expectLinearTime } from "../../support/processor-time";

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
  ["says it again in other widths", `${first}第２号は廃止する。`, first.normalize("NFKC"), "<again>"],
  ...[
    "（続き）",
    "(続き)\n",
    "【続き】\n",
    "**続き**\n\n",
    "## 続き\n",
    "＜続き＞",
    "「事業を実」の続き：",
    "---\n",
  ].map((preface): [string, string, string, string] => [
    `preface ${preface}`,
    "事業を実",
    `${preface}施する。`,
    "事業を実施する。",
  ]),
  ...["「事業を実」の続きは以下のとおりです。\n\n", "承知しました。\n\n**続き：**\n", "続き\n\n"].map(
    (preface): [string, string, string, string] => [
      `preface ${preface}`,
      "事業を実",
      `${preface}施する。`,
      "事業を実施する。",
    ],
  ),
  ["preface (continued)", "The plan st", "(continued) arts in April.", "The plan starts in April."],
  ["no English preface", "The plan: ", "Continued support of schools.", "The plan: Continued support of schools."],
  ["a word in brackets", "右上の", "「続き」を押す。", "右上の「続き」を押す。"],
  ["a fence around the rest", "事業を実", "```\n施する。[1]\n```", "事業を実施する。[1]"],
  [
    "a fence with a language, and words behind",
    "事業を実",
    "```text\n施する。\n```\n第２号は廃止する。\n",
    "事業を実施する。\n第２号は廃止する。\n",
  ],
  ["a tag around the rest", "事業を実", "<output>\n施する。\n</output>\n", "事業を実施する。\n"],
  [
    "a fence that was open before closes",
    "例：\n```\n一行目\n",
    "```\n以上である。",
    "例：\n```\n一行目\n```\n以上である。",
  ],
  [
    "a repetition in other widths",
    "事業は、令和７年度に１，２５０万円で実施し、",
    "令和7年度に1,250万円で実施し、翌年に終える。",
    "事業は、令和７年度に１，２５０万円で実施し、翌年に終える。",
  ],
  [
    "a repetition with other marks and spaces",
    "計画は、四月に開始し、五月に終える。",
    "四月に開始し， 五月に終える．六月に報告する。",
    "計画は、四月に開始し、五月に終える。六月に報告する。",
  ],
  ["half-width katakana", "経費は、データベースの", "ﾃﾞｰﾀﾍﾞｰｽの更新に充てる。", "経費は、データベースの更新に充てる。"],
  ["a short repetition of the last clause", "事業を実施し、", "施し、報告する。", "事業を実施し、報告する。"],
  ["the last mark again", "実施する。[1]", "[1]廃止する。[2]", "実施する。[1]廃止する。[2]"],
  ["the comma again", "この事業は、", "、引き続き実施する。", "この事業は、引き続き実施する。"],
  ["a sentence without its space", "The plan starts.", "It ends in May.", "The plan starts. It ends in May."],
  ["half a character", "人数は", "\ude00三人である。", "人数は三人である。"],
])("%s", (_name, before, rest, expected) => {
  expect(join(before, rest)).toBe(expected);
});

describe("where an answer is gone on with", () => {
  const long = "あ".repeat(130);
  test.each<[string, string, string]>([
    ["a sentence", "事業を実施する。第２号は廃", "事業を実施する。"],
    ["a clause", "事業を実施し、総額は１，２５０", "事業を実施し、"],
    ["a citation", "事業を実施する[1]第２号", "事業を実施する[1]"],
    ["half a citation", "事業を実施する。[1,", "事業を実施する。"],
    ["a line", "## 背景\n・甲を", "## 背景\n"],
    ["nothing broken off", "事業を実施する。[1]", "事業を実施する。[1]"],
    ["a full-width comma in a figure is no boundary", "事業を実施し、１，２", "事業を実施し、"],
    ["nor is a row of numerals", "事業を実施し、二、三", "事業を実施し、"],
    ["English", "The plan starts, and costs 1,2", "The plan starts, "],
    ["no boundary near, in a word", `${long}事業`, `${long}事業`],
    ["no boundary near, in a figure", `${long}１，２５`, long],
    ["no boundary near, in a number of kanji", `${long}一億二千万`, long],
    ["half a character", `${long}\ud83d`, long],
    ["half a character in bytes", `${long}\ufffd`, long],
    ["only a figure", "１，２", ""],
    ["blank lines before the first words", "\n\n予算は増", "\n\n予算は増"],
  ])("%s", (_name, text, kept) => {
    expect(wholeClauses(text)).toBe(kept);
  });
});

test("long repetitions are found in linear time", () =>
  expectLinearTime((length) => {
    const text = "あいうえおかきくけこ".repeat(length / 10);
    expect(overlapLength(text, `${text}さ`)).toBe(text.length);
    expect(overlapLength(`${"あ".repeat(length)}い`, "あ".repeat(length))).toBe(0);
  }, 50_000));

test("folding keeps the places of the original", () => {
  const original = "１，２ ㈱ﾃﾞｰﾀ か\u3099る。A";
  const { text, starts, ends } = foldText(original);
  expect(text).toBe("1,2(株)データがる.A");
  expect([starts.length, ends.length]).toEqual([text.length, text.length]);
  const at = text.indexOf("デ");
  expect(original.slice(starts[at], ends[at])).toBe("ﾃﾞ");
  const ga = text.indexOf("が");
  expect(original.slice(starts[ga], ends[ga])).toBe("か\u3099");
  expect(original.slice(starts.at(-1), ends.at(-1))).toBe("A");
});
