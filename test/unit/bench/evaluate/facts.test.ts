import { saysFact, saysWords } from "../../../bench/evaluate/facts";

describe("what an answer says", () => {
  it.each([
    ["回答率は８７．３％でした。", "回答率は87.3%"],
    ["委託料は1250万円です。", "1,250万円"],
    ["The fee is 12.5 million yen.", "1,250万円"],
    ["改修に百八十万円を要する。", "180万円"],
    ["期限は令和7年12月24日とする。", "12月24日"],
    ["It ends on 14 November 2025.", "14 November"],
    ["ＰＤＦで　お貸し　します", "pdfでお貸しします"],
    ["「予約なし」の窓口", "予約なしの窓口"],
    ["費用は四万二千円、水は十二万六千リットル", "費用は42,000円、水は126,000リットル"],
  ])("%s says %s", (text, words) => expect(saysWords(text, words)).toBe(true));

  it.each([
    ["回答率は８７．５％でした。", "回答率は87.3%"],
    ["委託料は1,520万円です。", "1,250万円"],
    ["改修に百八十万円を要する。", "180人"],
    ["屋上には上がれません", "屋上に上がることができます"],
    ["", "要確認"],
    ["回答率は187.3％でした。", "87.3%"],
    ["市区町村は11,741団体です。", "1,741"],
    ["費用は1,250万円です。", "250万円"],
    ["期間は13か月です。", "3か月"],
    ["倉庫は十六か所です。", "六か所"],
    ["費用は250万円です。", "250"],
    ["割合は12.5％です。", "2.5％"],
    ["割合は40.05％です。", "40.0"],
    ["有効求人倍率は3.78倍で、全職種の1.34倍を上回る。", "有効求人倍率は1.34倍"],
    ["令和７年１月に始め、3月に終える。", "3月に始め"],
  ])("%s does not say %s", (text, words) => expect(saysWords(text, words)).toBe(false));

  it("asks for all of a list, and for one of several", () => {
    const text = "健全度IIIの40橋で修繕に着手する。";
    expect(saysFact(text, ["健全度Ⅲ", "40橋"])).toBe(true);
    expect(saysFact(text, ["健全度Ⅲ", "36橋"])).toBe(false);
    expect(saysFact(text, { any: ["36橋", ["健全度Ⅲ", "40橋"]] })).toBe(true);
    expect(saysFact(text, { any: ["36橋", "70橋"] })).toBe(false);
  });
});
