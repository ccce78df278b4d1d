import { cleanOutput, OutputCleaner } from "@genai-office/shared/tasks";
import { expectLinearTime } from "../../support/processor-time";

const cases: [string, string][] = [
  ["実施する。[1]次に検討する。[2,3]", "実施する。次に検討する。"],
  ["以下に要約します。\n\n実施する。[1]", "実施する。"],
  ["承知しました。以下は原文の要約です：\n実施する。［１］", "実施する。"],
  ["**要約：**実施する。[1]", "実施する。"],
  ["## 要約\n\n実施する。[1]\n検討する。[2]", "実施する。\n検討する。"],
  ["<output>\n実施する。[1]\n</output>", "実施する。"],
  ["<output>実施する[1]。</output>", "実施する。"],
  ["<think>\nまず[1]を読む。\n\n</think>\n\n実施する。[1]", "実施する。"],
  ["```markdown\n実施する。[1]\n```", "実施する。"],
  [
    "- **一つ目**を行う。[1]\n* 二つ目を行う。[2]\n・三つ目を行う。[3]\n",
    "・一つ目を行う。\n・二つ目を行う。\n・三つ目を行う。",
  ],
  ["## 背景\n\n実施する。[1]\n---\n### 予算\n増やす。[2]", "背景\n実施する。\n予算\n増やす。"],
  [
    "The plan starts in April.[2] Two offices agreed. [1][3] Done.",
    "The plan starts in April. Two offices agreed. Done.",
  ],
  ["One.[1]Two.[2]", "One. Two."],
  ["Here is a summary of the document:\nOne thing.[1]", "One thing."],
  ["要約の対象は3件である。[1]", "要約の対象は3件である。"],
  ["以下の3点を決定した。[1]\n・甲[2]", "以下の3点を決定した。\n・甲"],
  ["a < b かつ 5 * 3 = 15 とする。[1]", "a < b かつ 5 * 3 = 15 とする。"],
  ["【重要】配列[x]と[注]を見る。", "【重要】配列[x]と[注]を見る。"],
  ["実施する。 \n\n　検討する。[", "実施する。\n検討する。["],
  ["", ""],
  ["\n\n```\n```\n", ""],
];

test.each(cases)("%j", (answer, expected) => {
  expect(cleanOutput(answer)).toBe(expected);
});

test.each(cases)("the same however it is cut: %j", (answer, expected) => {
  for (const keepMarks of [false, true]) {
    const whole = cleanOutput(answer, { keepMarks });
    if (!keepMarks) expect(whole).toBe(expected);
    for (let first = 0; first <= answer.length; first += 1) {
      for (const second of [first, first + 1, first + 3, answer.length]) {
        const cleaner = new OutputCleaner({ keepMarks });
        const pieces = [answer.slice(0, first), answer.slice(first, second), answer.slice(second)];
        expect(pieces.map((piece) => cleaner.push(piece)).join("") + cleaner.flush()).toBe(whole);
      }
    }
    const cleaner = new OutputCleaner({ keepMarks });
    expect([...answer].map((character) => cleaner.push(character)).join("") + cleaner.flush()).toBe(whole);
  }
});

test("words are shown before the answer is whole", () => {
  const cleaner = new OutputCleaner();
  expect(cleaner.push("委員会は、来年度の予算を")).toBe("委員会は、来年度の予算を");
  expect(cleaner.push("決定した。[")).toBe("決定した。");
  expect(cleaner.push("1")).toBe("");
  expect(cleaner.push("]また、")).toBe("また、");
});

test("time grows with the length of the stream", () =>
  expectLinearTime((pieces) => {
    const cleaner = new OutputCleaner();
    for (let index = 0; index < pieces; index += 1) cleaner.push("実施する。[1]");
    cleaner.flush();
  }, 12_000));

test("characters that XML forbids do not come through, however the stream cuts them", () => {
  const controls = Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).filter(
    (character) => !"\t\n\r".includes(character),
  );
  const forbidden = [...controls, "\ufffe", "\uffff", "\ud842", "\udfb7"];
  for (const character of forbidden) expect(cleanOutput(`実施${character}する。`)).toBe("実施する。");
  expect(cleanOutput("表\tと𠮷野家。\ud842")).toBe("表\tと𠮷野家。");
  for (const answer of [`𠮷野${forbidden.join("")}家。`, "実施する。\udfb7\ud842𠮷"]) {
    const cleaner = new OutputCleaner();
    const pieces = answer.split("").map((unit) => cleaner.push(unit));
    expect(pieces.join("") + cleaner.flush()).toBe(cleanOutput(answer));
  }
  expect(cleanOutput("実施する。\udfb7\ud842𠮷")).toBe("実施する。𠮷");
});
