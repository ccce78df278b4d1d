import { sentencesOf, splitSentences } from "@genai-office/shared/language";
import { expectLinearTime } from "../../support/processor-time";

const cases: [string, string[]][] = [
  ["今日は晴れ。明日は雨！　本当か？はい。", ["今日は晴れ。", "明日は雨！", "本当か？", "はい。"]],
  ["「行きます。」と述べた。次へ。", ["「行きます。」と述べた。", "次へ。"]],
  ["「行きます。」「わかりました。」議長が閉じた。", ["「行きます。」", "「わかりました。」", "議長が閉じた。"]],
  [
    "個人情報（生存する者に限る。以下「情報」という。）は、保護する。",
    ["個人情報（生存する者に限る。以下「情報」という。）は、保護する。"],
  ],
  ["（なお、詳細は別紙のとおり。）本件は終わる。", ["（なお、詳細は別紙のとおり。）", "本件は終わる。"]],
  ["円周率は3.14、割合は１２．５％である。次へ。", ["円周率は3.14、割合は１２．５％である。", "次へ。"]],
  [
    "Costs fell, e.g. in 2024. See No. 5 and Fig. 2. Dr. J. Smith left.",
    ["Costs fell, e.g. in 2024.", "See No. 5 and Fig. 2.", "Dr. J. Smith left."],
  ],
  [
    "He met U.S. officials at 5 p.m. on Monday. They agreed.",
    ["He met U.S. officials at 5 p.m. on Monday.", "They agreed."],
  ],
  [
    "Reply by 5:00 p.m. JST on Friday. It ends at 6 p.m. (CET) there. We met at 5 p.m. Fridays were free. At 5 p.m. Friday it ends.",
    [
      "Reply by 5:00 p.m. JST on Friday.",
      "It ends at 6 p.m. (CET) there.",
      "We met at 5 p.m.",
      "Fridays were free.",
      "At 5 p.m. Friday it ends.",
    ],
  ],
  ['He said "Stop. Go." and left. “Fine.” She agreed.', ['He said "Stop. Go." and left.', "“Fine.”", "She agreed."]],
  [
    "第１　目的\n１．趣旨\nこの規程は、次を定める。\nア　方法\n・様式",
    ["第１　目的", "１．趣旨", "この規程は、次を定める。", "ア　方法", "・様式"],
  ],
  ["この規程は、\n次を定める。", ["この規程は、\n次を定める。"]],
  ["The committee\nagreed on it.", ["The committee\nagreed on it."]],
  ["なぜ？という声もある。Yahoo!ニュースを見た。", ["なぜ？という声もある。", "Yahoo!ニュースを見た。"]],
  ["閉じない「かぎ。次の文。", ["閉じない「かぎ。", "次の文。"]],
  ["１）はじめに。２）おわりに。", ["１）はじめに。", "２）おわりに。"]],
  ["施行した．次の文．平成２９．３．１まで．", ["施行した．", "次の文．", "平成２９．３．１まで．"]],
  [
    "Use the Home tab. You can also type. No. That is art. See Art. 3.",
    ["Use the Home tab.", "You can also type.", "No.", "That is art.", "See Art. 3."],
  ],
  ["報告書.docxを開く.次に保存する.", ["報告書.docxを開く.", "次に保存する."]],
  ["どうする！？そうか。。。はい", ["どうする！？", "そうか。。。", "はい"]],
];

test.each(cases)("%j", (text, expected) => {
  expect(sentencesOf(text)).toEqual(expected);
});

const materials = [...cases.map(([text]) => text), "", "   ", "\n\n", "。", "a。\n \n", "「」「」。", "\ud83d", "１．"];

test.each(materials)("spans of %j follow each other and cover the text", (text) => {
  const spans = splitSentences(text);
  let position = 0;
  for (const span of spans) {
    expect(span.start).toBe(position);
    expect(span.end).toBeGreaterThan(span.start);
    position = span.end;
  }
  expect(position).toBe(text.length);
});

test("a quotation too long for one sentence is cut inside", () => {
  const quotation = "「" + "これは長い引用である。".repeat(60) + "」";
  expect(splitSentences(quotation).length).toBeGreaterThanOrEqual(60);
});

test("time grows with the length, not with its square", async () => {
  const unit = "政府は、令和七年度において「行政（デジタル）」を進める。また、（１）次の．事項「あ";
  await expectLinearTime((count) => splitSentences(unit.repeat(count)), 4_000);
});
