import { judgeEvidence, supports } from "@genai-office/shared/guards";

type Case = [line: string, sources: string[]];

const budget = "改修の費用は百八十万円で、今年度の予備費で対応できます。";
const move = "倉庫の移転は、学校の了解が得られた場合に限り、令和八年度に実施します。";

describe("supports", () => {
  test.each<Case>([
    ["改修の費用は180万円で、今年度の予備費で対応できる。", [budget]],
    [budget, [budget]],
    ["費用は、今年度の予備費で対応できるとの説明があった。", [budget]],
    ["倉庫の移転は、学校の了解が得られた場合に限り、令和8年度に実施する。", [move]],
    ["補助金は増額しない。", ["えーと、補助金については、来年度も増額しません。"]],
    ["補助金の増額は見送る。", ["補助金は増額しないこととします。"]],
    ["動画の作成を検討する。", ["動画の作成については、次回改めて検討します。"]],
    ["住民課と情報政策課で調整する。", ["住民課さんと情報政策課さんで調整をお願いします。"]],
    ["山田課長が資料を修正する。", ["山田さん、資料の修正をお願いします。"]],
    ["ＡＩの利用の手引を改定する。", ["AIの利用の手引を改定します。"]],
    ["回答率は87.3%であった。", ["回答率は８７．３％でした。"]],
    ["The budget was raised to 1.2 million yen.", ["We raised the budget to 1,200,000 yen."]],
    ["担当者は確認しなければならない。", ["担当者が確認しなければなりません。"]],
    ["修正した資料を本年度中に送る。", ["修正した資料を、今年度中にお送りします。"]],
    ["動画については、次回改めて検討することとした。", ["動画については、見積りが出てから、次回改めて検討します。"]],
    ["窓口を一つ残すことに決まった。", ["予約なしの窓口を一つ残すことを決定とします。"]],
    ["例外は認めない。", ["例外については、認めないということです。"]],
    ["回答のない団体を除き、集計した。", ["回答がなかった団体は除いて集計しました。"]],
    ["説明会は開催できない可能性がある。", ["説明会は開催できない可能性があります。"]],
  ])("supported: %s", (line, sources) => {
    expect([line, judgeEvidence(line, asSources(sources))]).toEqual([line, { verdict: "supported", reasons: [] }]);
  });

  test.each<Case>([
    ["改修の費用は810万円である。", [budget]],
    ["会場の使用料は改定された。", [budget]],
    ["補助金を増額する。", ["補助金については、来年度も増額しません。"]],
    ["補助金は増額しない。", ["補助金を増額します。"]],
    ["試行は転入の手続に限らない。", ["試行は転入の手続に限ります。"]],
    ["高齢の方には電話での予約は不要である。", ["高齢の方には電話での予約も必要です。"]],
    ["修正した資料を来週中に送る。", ["修正した資料を、今週中にお送りします。"]],
    ["空き教室を使う案は、教育委員会の了解を得た。", ["空き教室を使う案は、教育委員会の了解が得られていません。"]],
    ["予算が不足しているため、教育委員会の了解が得られていない。", ["教育委員会の了解が得られていません。"]],
    ["空き教室を使うことが決まった。", ["空き教室を使う案は、どうでしょうか。"]],
    ["例外を認める。", ["例外は認めません。"]],
    ["動画を導入する。", ["動画を導入するかどうかは、まだ検討しているところです。"]],
    ["鈴木課長が改修の費用を今年度の予備費で対応する。", [budget]],
    ["財務省が改修の費用を今年度の予備費で対応する。", [budget]],
    ["Contosoが改修の費用を予備費で対応する。", [budget]],
    ["今後も関係者と連携して取り組んでいく。", [budget]],
    ["", [""]],
    ["改修の費用は百八十万円である。", []],
    ["The budget was raised to 2.1 million yen.", ["We raised the budget to 1,200,000 yen."]],
    ["倉庫の移転は、令和八年度に実施する。", [move]],
    ["The cost of the repair is 8.1 million yen.", ["改修の費用は百八十万円です。"]],
    ["Microsoft raised the budget.", ["We raised the budget to 1,200,000 yen."]],
  ])("unsupported: %s", (line, sources) => {
    expect([line, supports(line, asSources(sources))]).toEqual([line, "unsupported"]);
  });

  test.each<Case>([
    ["The cost of the repair is 1.8 million yen.", ["改修の費用は百八十万円です。"]],
    ["改修の費用は180万円である。", ["The cost of the repair is 1.8 million yen."]],
  ])("not told by rules: %s", (line, sources) => {
    expect([line, supports(line, asSources(sources))]).toEqual([line, "unsure"]);
  });

  test("a decision needs words that decide, in its sources or as the assent that follows", () => {
    const proposal = "予約なしの窓口は一つ残すということでよろしいですか。";
    const line = "予約なしの窓口を一つ残す。";
    const decision = (sources: string[], following: string[] = []) =>
      supports(line, asSources(sources), { claim: "decision", following: asSources(following) });
    expect(decision(["予約なしの窓口を一つ残すことを決定とします。"])).toBe("supported");
    expect(decision([proposal], ["異議ありません。"])).toBe("supported");
    expect(decision([proposal, "異議なし。"])).toBe("supported");
    expect(decision(["予約なしの窓口は一つ残すべきだという提案です。"])).toBe("unsupported");
    expect(decision(["予約なしの窓口を一つ残すかどうかは、今日は決めません。"])).toBe("unsupported");
    expect(decision(["予約なしの窓口を一つ残すことは、まだ決定していません。"])).toBe("unsupported");
  });

  test("names of other speakers and dates that were resolved count as known", () => {
    const said = asSources(["来週の金曜日までに資料を提出してください。"]);
    const line = "佐藤課長が2026年7月10日までに資料を提出する。";
    expect(supports(line, said)).toBe("unsupported");
    expect(supports(line, said, { names: ["佐藤課長"], also: ["2026年7月10日"] })).toBe("supported");
  });

  test("a speaker's label is part of what was said", () => {
    expect(
      supports("情報政策課が仕様書の案を作る。", [{ text: "仕様書は、うちで案を作ります。", label: "情報政策課" }]),
    ).toBe("supported");
  });

  test("odd input is judged, never thrown at", () => {
    for (const odd of ["", "　", "。", "\ud800", "（（（", "1", "[1]", "a".repeat(20_000), "漢".repeat(20_000)]) {
      expect(() => judgeEvidence(odd, [{ text: odd }, { text: budget }])).not.toThrow();
    }
  });
});

function asSources(texts: readonly string[]): { text: string }[] {
  return texts.map((text) => ({ text }));
}
