import { inheritedMark, judgePlaces } from "@genai-office/shared/guards";

function markOf(header: string): string {
  const judgement = judgePlaces({ headers: [header], footers: [], firstPage: [], fileName: "" });
  return inheritedMark(judgement.class, judgement.markings);
}

test.each([
  ["機密性２情報", "機密性2情報"],
  ["機密性２情報　関係者限り　複製禁止", "機密性2情報・関係者限り・複製禁止"],
  ["機密性２情報（関係者限り）\n（関係者限り）", "機密性2情報・関係者限り"],
  ["機密性１情報　委員限り", "機密性1情報・委員限り"],
  ["機密性２　取扱注意", "機密性2情報・取扱注意"],
  ["取　扱　注　意", "取扱注意"],
  ["自治体機密性3B", "自治体機密性3B"],
  ["CONFIDENTIAL", "CONFIDENTIAL"],
  ["令和8年度予算", ""],
])("what is made of %s inherits %s", (header, mark) => {
  expect(markOf(header)).toBe(mark);
});

test("the class that a person declared is inherited with the limits that were found", () => {
  expect(inheritedMark("2", [{ text: "関係者限り", reason: "handling-limit", class: "unknown" }])).toBe(
    "機密性2情報・関係者限り",
  );
  expect(inheritedMark("none", [])).toBe("");
  expect(inheritedMark("unknown", [])).toBe("");
});

test("a limit that is a sentence is named, not copied; a mark is one line however many limits there are", () => {
  const sentence = "本メールの関係者以外への転送は、固くお断りいたします。";
  expect(inheritedMark("2", [{ text: sentence, reason: "handling-limit" }])).toBe("機密性2情報・取扱制限あり");
  const many = Array.from({ length: 30 }, (_one, index) => ({ text: `第${index}課限り`, reason: "handling-limit" }));
  expect(inheritedMark("2", many).split("・")).toHaveLength(7);
});
