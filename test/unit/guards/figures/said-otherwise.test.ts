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
  ["The rate was cut by a quarter point to 3.5 percent.", "金利は0.25ポイント引き下げられ、3.5％となった。"],
  ["Lengths over 90 cm are prohibited.", "長さが90センチを超えてはならない。"],
  ["目標を1.8ポイント下回った。", "目標より1.8ポイント低い。"],
  ["Costs were 12% below the 1985 level.", "Costs were 12 percent lower than in 1985."],
  ["Of 88 wells, 5 exceeded the limit of 0.02 mg.", "Five of the 88 wells were above the 0.02 mg limit."],
  ["The owner must reply no later than 20 days after notice.", "The owner has 20 days from notice to reply."],
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
  ["The tank holds 240 cubic metres.", "貯水槽の容量は240リットルである。", "figure-not-in-source"],
  ["濃度は1キログラム当たり60ベクレルであった。", "It was 60 becquerels per gram.", "unit-differs"],
  ["児童720人の9校を対象とした。", "It covered 720 schools with 9 pupils.", "unit-differs"],
  ["Pay EUR 400 or 5%, whichever is lower.", "400ユーロ又は5％のいずれか高い額を支払う。", "figure-limit-differs"],
  ["Open from 8:30 to 11:45 a.m.", "午後8時30分から11時45分まで開く。", "figure-not-in-source"],
  ["図面は4枚以上を添える。", "Fewer than 4 drawings are attached.", "figure-limit-differs"],
  ["Finish by the end of June.", "Finish after the end of June.", "figure-limit-differs"],
  [
    "審査は午後2時に再開し、午後5時に閉会した。",
    "The review resumed at 5 p.m. and adjourned at 2 p.m.",
    "figure-swapped",
  ],
  ["ただし、離島はこの限りでない。", "However, this applies to remote islands.", "exclusion-differs"],
  ["市民のみならず、誰でも使える。", "Only citizens may use it.", "exclusion-differs"],
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
