import { figuresIn, type Figure } from "@genai-office/shared/guards";
import { expectLinearTime } from "../../../support/processor-time";

/** A figure as one short word: what it is worth, not how it is written. */
function shown({ value, date, minutes, weekday, code, name, unit, weak }: Figure): string {
  const what =
    date !== undefined
      ? [date.year, date.month, date.day].map((part) => part ?? "-").join("/")
      : minutes !== undefined
        ? `${minutes.join("|")}min`
        : weekday !== undefined
          ? `weekday${weekday}`
          : code !== undefined
            ? name === true
              ? `name ${code}`
              : `code ${code}`
            : String(Math.round(value! * 1e6) / 1e6);
  return `${what}${unit === undefined ? "" : ` ${unit}`}${weak && name !== true ? " weak" : ""}`;
}

describe("figures as values", () => {
  test.each<[string, string[]]>([
    ["1,250万円、12,500,000円、１２５０万円", ["12500000 yen", "12500000 yen", "12500000 yen"]],
    ["3億8598万7000円", ["385987000 yen"]],
    ["二千五百人と二〇二五年", ["2500 person", "2025/-/-"]],
    ["30％、三割、２割５分、3分の1", ["0.3 ratio", "0.3 ratio", "0.25 ratio", "0.333333 ratio"]],
    ["two-thirds, a quarter, 25 percent", ["0.666667 ratio", "0.25 ratio weak", "0.25 ratio"]],
    ["令和7年4月1日（火）午後2時30分", ["2025/4/1", "weekday2", "870min"]],
    ["令和元年度、R7.4.1、2025/04/01、2025-04-01", ["2019/-/-", "2025/4/1", "2025/4/1", "2025/4/1"]],
    ["明治２３（１８９０）年、2025年（令和7年）", ["1890/-/-", "2025/-/-"]],
    ["April 1, 2025 at 2:30 p.m.; 3 March; in May", ["2025/4/1", "870min", "-/3/3", "-/5/-"]],
    [
      "3.5 million yen, $1.2 billion, €50m, ￥50,000",
      ["3500000 yen", "1200000000 dollar", "50000000 euro", "50000 yen"],
    ],
    ["twenty-five people, a hundred and six, two and a half hours", ["25 person", "106", "2.5 hour"]],
    ["3か月間、2週間、5営業日、1年半", ["3 month", "2 week", "5 day", "1.5 year"]],
    ["第3条第2項第1号", ["3 article", "2 paragraph", "1 item"]],
    ["Article 3, paragraph 2", ["3 article", "2 paragraph"]],
    ["△3.1％、マイナス5度", ["-0.031 ratio", "-5"]],
    ["電話は03-1234-5678", ["code 0312345678"]],
    ["２・５キロと二五％", ["2.5", "0.25 ratio"]],
    ["50 億円", ["5000000000 yen"]],
  ])("%s", (text, expected) => {
    expect(figuresIn(text).map(shown)).toEqual(expected);
  });

  test.each([
    "一般に統一した方法を一緒に検討し、十分に万全を期す。",
    "千葉県、三重県、四国、九州、八王子市、六本木",
    "二酸化炭素、四半期、七夕、五輪、百貨店",
    "You may march with us; the sun sat low.",
    "参加者は参考資料を参照した。",
  ])("no figure in: %s", (text) => {
    expect(figuresIn(text).filter(({ weak }) => !weak)).toEqual([]);
  });

  test.each([
    "1. 概要\n(2) 経緯\n③ 課題",
    "COVID-19、5G、A4、iPhone7s、H2O",
    "数十人、数１０億、三、四人",
    "one of them, once, both",
    "https://example.jp/2024/05 を参照",
    "第1　総則",
  ])("nothing to report in: %s", (text) => {
    expect(figuresIn(text).filter(({ weak }) => !weak)).toEqual([]);
  });

  test("spans are those of the source, also where normalisation changes lengths", () => {
    const text = "㈱甲は⑯番、面積は１５㎡、㍻30年に１２５０万円。";
    for (const { span, text: written } of figuresIn(text)) expect(text.slice(span.start, span.end)).toBe(written);
    expect(figuresIn(text).map(({ text: written }) => written)).toContain("１２５０万円");
  });

  test.each(["", "\ud800", "９", "一", "1,", "((((", "第", "-"])(
    "odd text %j does not throw and takes time in proportion",
    async (text) => {
      await expectLinearTime((count) => figuresIn(text.repeat(count)), 1_500, { floorMs: 400 });
    },
  );

  test("time grows with the length, not with its square", async () => {
    const sentence = "令和7年度の予算額は1,250万円で、前年度比5.2％増となり、参加者は320人であった。";
    await expectLinearTime((count) => figuresIn(sentence.repeat(count)), 800);
  });
});
