import { checkPair, type PairLanguage } from "@genai-office/shared/guards";

const languageOf = (text: string): PairLanguage => (/[ぁ-んァ-ヶ一-龠]/.test(text) ? "ja" : "en");
const codesOf = (source: string, target: string): string[] =>
  checkPair(source, languageOf(source), target, languageOf(target)).map(({ code }) => code);

/** The same figure said in another way: nothing may be found, in either direction. */
const truePairs: [string, string][] = [
  ["貸付の上限は25万ドルである。", "Loans are limited to a quarter of a million dollars."],
  ["負担金は売上高の0.5%とする。", "The contribution is half of one percent of sales."],
  ["The fee is three quarters of one percent.", "The fee is 0.75%."],
  ["利用者は50万人に達した。", "The number of users reached half a million people."],
  ["先発の11人が発表された。", "The starting XI was announced."],
  ["点検年数二十六年の橋を架け替える。", "Bridges inspected for 26 years will be replaced."],
  ["標準的な審査期間は2か月とする。", "通常、審査には約2か月かかります。"],
  [
    "In the first half of 2025, 18 schools were closed, a quarter more than in the first half of 2024.",
    "In the first six months of 2025, 18 schools were closed, a quarter more than a year earlier.",
  ],
  ["Visitors must not carry more than 20 litres.", "Visitors are limited to no more than 20 litres."],
  ["Fines range from $200 up to $900.", "Fines are $200 to $900."],
  ["回答が早かったです。", "The answer did not take long."],
  ["海抜12メートルの高台に建つ。", "It stands on a hill 12 meters above sea level."],
];

/** Errors in the target, with the code that must be among the findings. */
const wrongPairs: [string, string, string][] = [
  ["貸付の上限は25万ドルである。", "Loans are limited to half a million dollars.", "figure-not-in-source"],
  ["The fee is three quarters of one percent.", "The fee is 7.5%.", "figure-not-in-source"],
  ["海抜12メートルの高台に建つ。", "It stands in a hollow 12 meters below sea level.", "figure-limit-differs"],
  ["委員は6名とし、年に5回開催する。", "There are five members, and they meet six times a year.", "unit-differs"],
  ["Send answers to question 9 by 21:00.", "問9の回答は午前9時までに送付してください。", "figure-not-in-source"],
  ["Section 8(2) does not apply.", "第2条第8項の規定は、適用しない。", "figure-swapped"],
  ["第4条第1項の規定による。", "This is under paragraph 4 of Article 1.", "figure-swapped"],
  ["1,800通を発送し、1,260通を回収した。", "発送は1,260通、うち1,800通の回収に至った。", "figure-swapped"],
  ["前期は700票配布、560票回収であった。", "前期は560票を配布し、700票を回収した。", "figure-swapped"],
  [
    "The first reading was on 3 March and the second on 5 June.",
    "The first reading was on June 5, and the second was on March 3.",
    "figure-swapped",
  ],
  ["Goods must be declared, except books.", "物品は、書籍を含め、届け出なければならない。", "exclusion-differs"],
  ["Visitors must not carry more than 20 litres.", "Visitors must carry at least 20 litres.", "figure-limit-differs"],
];

describe("figures said in another way", () => {
  test.each(truePairs)("%s = %s", (one, other) => {
    expect(codesOf(one, other)).toEqual([]);
    expect(codesOf(other, one)).toEqual([]);
  });

  test.each(wrongPairs)("%s ≠ %s", (source, target, code) => {
    expect(codesOf(source, target)).toContain(code);
  });
});
