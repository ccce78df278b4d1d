import { cutText, halvesOf } from "@genai-office/shared/language";
import { checkTranslationLength } from "../../../shared/src/tasks/translate/check-length";
import { EntryStream } from "../../../shared/src/tasks/translate/entry-stream";
import { treatmentOf } from "../../../shared/src/tasks/translate/needs-translation";
import { checkTerms, termsIn } from "@genai-office/shared/guards";
import { coverageOf } from "../../../shared/src/tasks/translate/untranslated";

test("cutting a text loses nothing, splits no character and no sentence that fits", () => {
  const text = `${"短い文である。".repeat(30)}${"読点、だけの、".repeat(60)}終わり。${"😀".repeat(101)}`;
  const pieces = cutText(text, (piece) => piece.length <= 50);
  expect(pieces.join("")).toBe(text);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(50);
    expect(piece).not.toMatch(/\p{Surrogate}/u);
  }
  expect(pieces.slice(0, 4).every((piece) => piece.endsWith("。"))).toBe(true);
  expect(cutText("😀😀", () => false).join("")).toBe("😀😀");
});

test("halves are cut at a sentence, else a clause, else between characters", () => {
  expect(halvesOf("一つ目の文。二つ目の文。")).toEqual(["一つ目の文。", "二つ目の文。"]);
  expect(halvesOf("前の節であり、後の節である")).toEqual(["前の節であり、", "後の節である"]);
  expect(halvesOf("分けられない語")?.join("")).toBe("分けられない語");
  expect(halvesOf("短い")).toBeUndefined();
});

test.each([
  ["１，２５０", "ja", "no-words"],
  ["―", "ja", "no-words"],
  ["https://example.go.jp/日本語", "ja", "no-words"],
  ["Digital Agency", "ja", "other-language"],
  ["ＡＩの利用", "ja", "translate"],
  ["円", "ja", "translate"],
  ["予算の概要", "en", "other-language"],
  ["Budget 予算", "en", "translate"],
  ["1,250 kg", "en", "translate"],
] as const)("%s from %s: %s", (text, from, treatment) => {
  expect(treatmentOf(text, from)).toBe(treatment);
});

test.each([
  ["予算を定める。", "The budget is set.", "en", "whole"],
  ["予算を定める。", "予算を定める。", "en", "none"],
  ["予算を定める。", "予算 を 定める.", "en", "none"],
  ["予算を定める。", "――", "en", "none"],
  ["予算を定める。", "[untranslated: 予算を定める。]", "en", "none"],
  ["重点計画を定める。", "The Priority Plan (重点計画) is set.", "en", "whole"],
  ["予算。会議を開催する予定である。", "Budget. 会議を開催する予定である。", "en", "part"],
  ["The budget is set by law.", "予算は法律で定める。", "ja", "whole"],
  ["The budget is set by law.", "The budget is set by law.", "ja", "none"],
  ["The budget is set by law.", "予算。The budget is still set by the law.", "ja", "part"],
  ["Microsoft Word", "Microsoft Word", "ja", "same"],
  ["Microsoft Word is used.", "Microsoft Word を用いる。", "ja", "whole"],
] as const)("%s -> %s (%s): %s", (source, text, to, coverage) => {
  expect(coverageOf(source, text, to)).toBe(coverage);
});

test("lengths that go together, and some that do not", () => {
  const japanese = "本計画は、行政手続のオンライン化を進めるために策定した。進捗は毎年度公表する。";
  const english =
    "This plan was drawn up to promote online administrative procedures. Progress is published every fiscal year.";
  const codes = (source: string, text: string, to: "ja" | "en"): string[] =>
    checkTranslationLength(source, text, to, "b").map(({ code }) => code);
  expect([codes(japanese, english, "en"), codes(english, japanese, "ja")]).toEqual([[], []]);
  expect(codes(japanese, "Progress is published every fiscal year.", "en")).toEqual(["translation-shorter"]);
  expect(codes(english, "進捗は毎年度公表する。", "ja")).toEqual(["translation-shorter"]);
  expect(codes(japanese, english.repeat(3), "en")).toEqual(["translation-longer"]);
  expect(codes("はい", "Yes", "en")).toEqual([]);
});

test("terms: width, case, plural and spacing do not matter; a part of a longer word is no term", () => {
  const terms = [
    { source: "ＡＩ", target: "AI" },
    { source: "情報システム", target: "information system" },
    { source: "art", target: "芸術" },
  ];
  expect(termsIn("AI を用いる情報システム", terms)).toEqual([terms[1], terms[0]]);
  expect(termsIn("He will start now.", terms)).toEqual([]);
  expect(checkTerms("情報システム", "Information-Systems are new.", terms, "b")).toEqual([]);
  expect(checkTerms("情報システム", "Computers are new.", terms, "b")).toMatchObject([
    { code: "term-not-used", source: [{ blockId: "b", start: 0, end: 6 }] },
  ]);
});

test.each([1, 2, 3, 7, 1000])("a preview in deltas of %i characters shows words and no marks", (size) => {
  const answer =
    "Here is the translation:\n[[1]] One [1] two. [[/]] Three.\n\n**[[2]]** Four (see [[x]).\n［［３］］ Five.";
  const stream = new EntryStream();
  let shown = "";
  for (let start = 0; start < answer.length; start += size) shown += stream.push(answer.slice(start, start + size));
  shown += stream.flush();
  expect(shown).toBe("One [1] two.\nThree.\nFour (see [[x]).\nFive.");
});
