import { supports } from "@genai-office/shared/guards";

interface Said {
  text: string;
  label: string;
}

const said = (...texts: string[]): Said[] => texts.map((text, index) => ({ text, label: `話者${"甲乙丙"[index]}` }));

describe("minutes of what was said in talk", () => {
  test.each([
    ["当課において様式を作成する。", ["うちで様式を作ります。"]],
    ["道路の崩落により県道が不通となっている。", ["県道は道路の崩落で通れません。"]],
    ["添付の上限は20MBである。", ["添付の上限は２０メガです。"]],
    ["17時まで開庁する。", ["窓口は１７時まで開けています。"]],
    ["機器の提供の要請があり、対応する。", ["機器を貸してほしいと頼まれています。対応します。"]],
    ["3路線は通行止めである。", ["３本は通れません。"]],
    ["西口は変更せず、東口のみ変更する。", ["西口は変わりません。東口だけ変わります。"]],
  ])("stays: %s", (line, texts) => {
    expect(supports(line, said(...texts))).not.toBe("unsupported");
  });

  test("what one speaks of and another one answers is told as the answer of the second", () => {
    const sources = [
      { label: "浜口課長", text: "受付の時間ですが、９時から１５時に短くできないかという話が来ています。" },
      { label: "手島補佐", text: "私は賛成です。１５時以降に来る人はほとんどいません。" },
    ];
    const line = "受付時間の短縮について、手島補佐は15時以降の来庁者が少ないことを理由に賛成した。";
    expect(supports(line, sources)).toBe("supported");
    expect(supports(line.replace("賛成", "反対"), sources)).toBe("unsupported");
  });

  test("what was asked for by its noun alone is its making in a list of what is to do", () => {
    expect(supports("名簿の作成", said("名簿は、いつもどおりお願いします。"))).toBe("supported");
    expect(supports("名簿の廃棄と会場の予約", said("いつもどおりお願いします。"))).toBe("unsupported");
  });
});

describe("what was said, turned into something else", () => {
  test.each([
    ["配布先は412か所、説明員は36人である。", ["配布先は３６か所で、説明員は４１２人です。"]],
    ["業者はトラック4台を出せる。", ["業者からトラックを４台出せますか。", "４台は難しいですが、３台なら出せます。"]],
    ["対象は4月以前に採用した者である。", ["対象は４月以降に採用した人です。"]],
    ["最後の3年で整備する。", ["初めの３年で整備します。"]],
    ["事前に説明する必要はない。", ["事前に説明した方がいいと思います。"]],
    ["市西部で停電している。", ["市の東部で停電しています。"]],
    ["15号は明日通行を再開する。", ["１２号は明日通れるようになりますが、１５号はめどが立っていません。"]],
    ["説明を急いで行うべきとの意見があった。", ["説明は急がなくていいと思います。"]],
    ["柵を鉄製から木製に変更する。", ["柵は、木から鉄に変えます。"]],
    ["最も高い案は年120万円である。", ["一番安い案で年に１２０万円、高い案で３００万円です。"]],
    ["利用は既に6割を超えている。", ["来月には６割を超えると思います。"]],
    ["事故の原因は入力の誤りであるとの説明があった。", ["事故の原因は調べています。"]],
    [
      "問合せは、料金に関するものが最多である。",
      ["手続が分からないというのが一番多いです。その次が料金の問い合わせです。"],
    ],
  ])("goes: %s", (line, texts) => {
    expect(supports(line, said(...texts))).toBe("unsupported");
  });

  test.each([
    ["配布先は36か所、説明員は412名である。", ["配布先は３６か所で、説明員は４１２人です。"]],
    [
      "業者はトラック3台であれば出せるとし、4台は困難とした。",
      ["業者からトラックを４台出せますか。", "４台は難しいですが、３台なら出せます。"],
    ],
    ["初めの3年で整備する。", ["最初の３年で整備します。"]],
    ["事前に説明する必要はない。", ["事前の説明はいらないと思います。"]],
    ["柵を木製から鉄製に変更する。", ["柵は、木から鉄に変えます。"]],
    ["最も安い案は年120万円である。", ["一番安い案で年に１２０万円、高い案で３００万円です。"]],
    ["利用者は月40人に満たない。", ["使う人は月に４０人もいません。"]],
    ["12号は明日通行を再開する。", ["１２号は明日通れるようになりますが、１５号はめどが立っていません。"]],
  ])("stays: %s", (line, texts) => {
    expect(supports(line, said(...texts))).not.toBe("unsupported");
  });

  test("a wish that is granted, and what is agreed to in a word, is decided", () => {
    const decided = (line: string, ...texts: string[]): string => supports(line, said(...texts), { claim: "decision" });
    expect(decided("机を修理する。", "机は直した方がいいと思います。", "そうですね、直しましょう。")).toBe("supported");
    expect(decided("机を買い替える。", "机を買い替えたいんです。", "いいですよ。")).toBe("supported");
    expect(decided("机を買い替える。", "机を買い替えたいんです。", "それは高いですね。")).toBe("unsupported");
  });

  test("what is told to be done, and taken up, is settled; what is only to be looked into is not", () => {
    const decided = (line: string, ...texts: string[]): string => supports(line, said(...texts), { claim: "decision" });
    expect(decided("配布は窓口を優先する。", "配布は窓口を優先してください。", "承知しました。")).toBe("supported");
    expect(decided("配布は窓口を優先する。", "配布は窓口を優先してください。", "それはどうでしょうか。")).toBe(
      "unsupported",
    );
    expect(decided("窓口の配布を廃止する。", "窓口の配布の廃止を検討してください。", "承知しました。")).toBe(
      "unsupported",
    );
  });
});
