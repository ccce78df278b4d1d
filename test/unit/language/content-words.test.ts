import { contentWords, guessLanguage } from "@genai-office/shared/language";
import { expectLinearTime } from "../../support/processor-time";

test("Japanese: words of meaning, without particles, endings and figures", () => {
  expect(contentWords("デジタル・ガバメント推進標準ガイドラインに基づき、令和７年に調達を検討した。")).toEqual([
    "デジタル",
    "ガバメント",
    "推進",
    "標準",
    "ガイドライン",
    "調達",
    "検討",
  ]);
});

test("English: lower case, singular, without stop words", () => {
  expect(contentWords("The ministries were procuring 7 domestic models.")).toEqual([
    "ministry",
    "procuring",
    "domestic",
    "model",
  ]);
});

test("a long text is segmented sentence by sentence", async () => {
  // 60,000 characters as one string would take the segmenter about ten seconds.
  await expectLinearTime(
    (sentences) => contentWords("行政の進化と革新のための生成ＡＩの調達及び利活用を検討する。".repeat(sentences)),
    500,
  );
});

test("guessLanguage looks at letters, not at spaces", () => {
  expect(guessLanguage("調達仕様書 API Gateway v2")).toBe("ja");
  expect(guessLanguage("The Digital Agency (デジタル庁) runs a large generative AI platform for many officials")).toBe(
    "en",
  );
});
