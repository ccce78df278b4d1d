import { checkPair, type PairLanguage } from "@genai-office/shared/guards";
import { expectLinearTime } from "../../../support/processor-time";

const codesOf = (source: string, from: PairLanguage, target: string, to: PairLanguage): string[] =>
  checkPair(source, from, target, to).map(({ code }) => code);

/** True pairs: nothing may be found, in either direction. */
const truePairs: [string, string][] = [
  ["備蓄は六万三千食を用意した。", "We prepared 63,000 meals as stock."],
  ["金弐百五拾万円を受領した。", "Received the sum of 2,500,000 yen."],
  ["費用は3～5万円である。", "The cost is 30,000 to 50,000 yen."],
  ["対象は10～20％の世帯とする。", "It covers 10 to 20% of households."],
  ["第5条第3項第2号に該当する。", "It falls under Article 5, paragraph (3), item (ii)."],
  ["打率は3割1分2厘であった。", "His batting average was .312."],
  ["支持率は前月から2.4ポイント低下した。", "Support fell 2.4 percentage points from the previous month."],
  ["５０代の職員が対象です。", "It is for officials in their fifties."],
  ["２６（大正１５）年に開校した。", "The school opened in 1926 (Taisho 15)."],
  ["人口は140万人である。", "The population is 14 lakh."],
  ["窓口は24時間対応である。", "The counter works round the clock."],
  ["「単位：百万円」とし、計は2,150である。", "In millions of yen, the total is 2,150."],
  ["有効期間は3年を超えてはならない。", "The validity period must not exceed three years."],
  ["職員40人のうち25人が参加した。", "Of the 40 officials, 25 took part."],
  ["昨年の8トンから6トンに減った。", "It fell to 6 tons from 8 tons last year."],
  ["両者は合意した。", "The two parties agreed."],
  ["走者は二塁に進んだ。", "The runner advanced to 2nd base."],
  ["ナインが集まった。", "The nine players gathered."],
  ["知事は12日、会見を開いた。", "The governor held a press conference on December 12."],
  ["同日の感染者は40人だった。", "There were 40 cases on the 11th."],
  ["クリスマスに点灯式を行う。", "The lighting ceremony is held on December 25."],
  ["15/30の成功率だった。", "He succeeded in 15 of 30 attempts."],
  ["会議は1時間半続いた。", "The meeting went on for an hour and a half."],
  ["会議は10時半に始まる。", "The meeting begins at half past ten."],
  ["制度は1999年に始まった。", "The scheme began in nineteen ninety-nine."],
  ["単価は12.5ユーロである。", "The unit price is twelve point five euros."],
  ["2～3か月後に開始する。", "It begins in a couple of months."],
  ["FW21の新作を公開した。", "The new autumn/winter 2021 items were shown."],
  ["説明会は9日（木）に開く。", "The briefing is on the 9th."],
  ["Windows10に対応する。", "It supports Windows 10."],
  ["採用は事務30人、技術50人の計80人とする。", "We will hire 80 people: 30 clerks and 50 engineers."],
  ["期間は準備2年を含む6年とする。", "The term is six years, including a two-year preparation period."],
  ["住民の3人に1人が高齢者である。", "One in three residents is elderly."],
  ["十数人が参加した。", "A dozen or so people took part."],
  ["委員会は2月、5月、6月及び11月に開く。", "The committee meets in February, May, June and November."],
  ["会議は3月5日（木）10時から12時まで開く。", "The meeting is held from 10 a.m. to noon on Thursday, March 5."],
  ["平成8年生まれの職員が対象です。", "It is for officials born in 1996."],
  ["期限は1週間を超えないものとする。", "The period shall not exceed one week."],
  ["対象は30歳未満の職員とする。", "It covers officials up to 29 years of age."],
  ["購入できるのは18歳以上の者である。", "Those 18 may buy it, and older people."],
  ["申請は1.4倍に増えた。", "Applications increased by 40%."],
  ["発効にはあと3か国足りない。", "It is three states short of entry into force."],
  ["開館は夜12時までとする。", "It stays open until 12 midnight."],
  ["正午に集合する。", "We meet at 12:00 noon."],
  ["荷物は30ポンドまでとする。", "Baggage is limited to 30 lbs."],
  ["賞金は200ポンドである。", "The prize is 200 pounds."],
  ["船は港から8海里の所にいた。", "The ship was 8 nautical miles from the port."],
  ["3期続けて、2四半期ぶりの黒字となった。", "It was the first surplus in two quarters, and the third in a row."],
  ["支出（千円）は540である。", "Spending (thousand yen) is 540."],
  ["参加が15人に満たないときは行わない。", "It will not be held if fewer than 15 people take part."],
  ["震度5弱以上で参集する。", "Staff assemble at a seismic intensity of lower 5 or above."],
];

/** Errors in the target, with the code that must be among the findings. */
const wrongPairs: [string, string, string][] = [
  ["コロナ禍で中止となった。", "It was cancelled because of COVID-29.", "figure-not-in-source"],
  ["Windows10に対応する。", "It supports Windows 1.", "figure-not-in-source"],
  ["10年以上にわたり運営した。", "They ran it for a year and more.", "figure-missing"],
  ["1週間前に発見された。", "It was found a week, or 1 month, ago.", "unit-differs"],
  ["40歳の誕生日を祝った。", "They celebrated the 40 months.", "figure-not-in-source"],
  ["同年の予算は2019年より増えた。", "The budget was larger than in 2018.", "figure-not-in-source"],
  ["知事は12日、会見を開いた。", "The governor held a press conference on December 13.", "figure-not-in-source"],
  ["成功率は15/30だった。", "He succeeded in 15/40.", "figure-not-in-source"],
  ["備蓄は六万三千食を用意した。", "We prepared 36,000 meals as stock.", "figure-not-in-source"],
  ["支持率は2.4ポイント低下した。", "Support fell by 2.4%.", "unit-differs"],
  ["対象は40人以上の企業とする。", "It covers companies with fewer than 40 people.", "figure-limit-differs"],
  ["売上は前年比4.5％減であった。", "Sales were up 4.5% from the previous year.", "figure-limit-differs"],
  ["期限は令和8年2月14日とする。", "The deadline is February 2026.", "figure-missing"],
  ["二つの案がある。", "There are three proposals.", "figure-not-in-source"],
  ["利用者の半数が回答した。", "A third of the users answered.", "figure-not-in-source"],
  ["会議は2027年3月29日に開く。", "The meeting will be held on March 2027, 29.", "figure-not-in-source"],
  ["18日に14の団体が参加した。", "On the 14th, 18 organizations took part.", "unit-differs"],
  ["男性は21.5％、女性は64.0％であった。", "It was 64.0% for men and 21.5% for women.", "figure-swapped"],
  ["開始は2026年、完了は2029年である。", "It starts in 2029 and is completed in 2026.", "figure-swapped"],
  ["職員40人のうち25人が参加した。", "Of the 25 officials, 40 took part.", "figure-swapped"],
  ["応募は90件で、うち34件を採択した。", "There were 34 applications, 90 of which were adopted.", "figure-swapped"],
  [
    "受付は令和8年6月1日（月）から6月19日（金）までとする。",
    "Reception is from Monday, June 1, to Friday, June 19, 2027.",
    "figure-not-in-source",
  ],
  [
    "受付は6月1日（月）から6月19日（金）までとする。",
    "Reception is from Friday, June 1, to Friday, June 19.",
    "figure-not-in-source",
  ],
  ["受付は6月1日から6月19日までとする。", "Reception is from June 19 to June 1.", "figure-limit-differs"],
  ["令和8年4月1日以後の契約に適用する。", "It applies to contracts before April 1, 2026.", "figure-limit-differs"],
  ["気温は氷点下8度まで下がった。", "The temperature fell to 8 degrees.", "figure-limit-differs"],
  ["成長率は▲0.6％であった。", "The growth rate was 0.6%.", "figure-limit-differs"],
  ["風速は毎秒25メートルに達した。", "The wind reached 25 meters per hour.", "unit-differs"],
  ["手当は月額3万円とする。", "The allowance is 30,000 yen per year.", "unit-differs"],
  ["相談は大きく減少した。", "Consultations increased greatly.", "figure-limit-differs"],
  ["利用者は倍増した。", "The number of users tripled.", "figure-not-in-source"],
  ["利用者は半減した。", "The number of users doubled.", "figure-limit-differs"],
  ["前年より5件多い。", "There were 5 more than in the previous month.", "unit-differs"],
  [
    "資料1は公開とし、資料2と資料3は回収する。",
    "Document 2 is public; Documents 2 and 3 are collected.",
    "figure-not-in-source",
  ],
  [
    "参加が15人に満たないときは行わない。",
    "It will not be held if more than 15 people take part.",
    "figure-limit-differs",
  ],
  ["候補を 3 つ以上挙げる。", "Name fewer than three candidates.", "figure-limit-differs"],
  ["開館は夜12時までとする。", "It stays open until 12 noon.", "figure-not-in-source"],
  ["荷物は30キログラムまでとする。", "Baggage is limited to 30 lbs.", "figure-not-in-source"],
  ["船は港から8キロメートルの所にいた。", "The ship was 8 nautical miles from the port.", "figure-not-in-source"],
  ["輸出は▲2.1％、輸入は▲3.4％であった。", "Exports were -2.1% and imports 3.4%.", "figure-limit-differs"],
  ["店は毎晩8時に閉まる。", "The shop closes at 8 a.m. every day.", "figure-not-in-source"],
  ["委員会は2月、5月及び11月に開く。", "The committee meets in May, February and November.", "figure-swapped"],
  ["報告は14日以内に行う。", "The report is made after 14 days.", "figure-limit-differs"],
  [
    "面積は12万平方メートルから15万平方メートルに増えた。",
    "The area grew from 150,000 square meters to 120,000 square meters.",
    "figure-swapped",
  ],
  [
    "輸出は3.2兆円、輸入は4.1兆円だった。",
    "Exports were 4.1 trillion yen and imports 3.2 trillion yen.",
    "figure-swapped",
  ],
];

describe("figures of a translation pair", () => {
  test.each(truePairs)("%s = %s", (ja, en) => {
    expect(codesOf(ja, "ja", en, "en")).toEqual([]);
    expect(codesOf(en, "en", ja, "ja")).toEqual([]);
  });

  test.each(wrongPairs)("%s / %s: %s", (ja, en, code) => {
    expect(codesOf(ja, "ja", en, "en")).toContain(code);
  });

  test.each<[PairLanguage, string, string]>([
    ["ja", "東館は180席、西館は95席である。", "席数は、西館が95席、東館が180席。"],
    ["ja", "上限を30万円、下限を4万円とする。", "下限は4万円、上限は30万円である。"],
    ["en", "Nagoya has 310 seats and Sendai 120.", "There are 120 seats in Sendai and 310 in Nagoya."],
    ["ja", "申請は約400件あった。", "およそ400件の申請があった。"],
  ])("a rewording that turns the clauses round (%s): %s = %s", (language, source, target) => {
    expect(codesOf(source, language, target, language)).toEqual([]);
  });

  test.each<[PairLanguage, string, string, string]>([
    ["ja", "東館は180席、西館は95席である。", "席数は、西館が180席、東館が95席。", "figure-swapped"],
    [
      "en",
      "Exports grew by 7.2% while imports shrank by 1.8%.",
      "Imports declined 7.2% and exports increased 1.8%.",
      "figure-limit-differs",
    ],
    ["ja", "申請は約400件あった。", "申請は400件あった。", "figure-limit-differs"],
    ["ja", "対象は従業員50人以上とする。", "従業員50人未満を対象とする。", "figure-limit-differs"],
  ])("a wrong rewording (%s): %s / %s", (language, source, target, code) => {
    expect(codesOf(source, language, target, language)).toContain(code);
  });

  test("numbers of a table that changed rows are found, and those of another scale are not", () => {
    const ja = "| 区分 | 利用者 |\n| --- | --- |\n| 本館 | 4,120 |\n| 分館 | 930 |";
    const table = (...cells: string[]): string =>
      `| Building | Users |\n| --- | --- |\n| Main | ${cells[0]} |\n| Branch | ${cells[1]} |`;
    expect(codesOf(ja, "ja", table("4,120", "930"), "en")).toEqual([]);
    const english = table("930", "4120");
    const [finding] = checkPair(ja, "ja", english, "en");
    expect(finding!.code).toBe("figure-swapped");
    expect(finding!.source!.map(({ start, end }) => ja.slice(start, end))).toEqual(["4,120", "930"]);
    expect(english.slice(finding!.output!.start, finding!.output!.end)).toBe("930 |\n| Branch | 4120");
  });

  test("spans of exchanged figures point at the figures", () => {
    const ja = "輸出は3.2兆円、輸入は4.1兆円だった。";
    const en = "Exports were 4.1 trillion yen and imports 3.2 trillion yen.";
    const [finding] = checkPair(ja, "ja", en, "en");
    const sources = finding!.source!.map(({ start, end }) => ja.slice(start, end));
    expect(sources).toEqual(["3.2兆円", "4.1兆円"]);
    expect(en.slice(finding!.output!.start, finding!.output!.end)).toBe(
      "4.1 trillion yen and imports 3.2 trillion yen",
    );
  });

  test("time grows with the text, not with its square, also where every figure is wrong", async () => {
    const text = (sentences: number, first: number): string =>
      Array.from(
        { length: sentences },
        (_, i) => `第${i + 1}号は${first + i * 37}万円、人数は${first + i * 53}人。`,
      ).join("");
    await expectLinearTime(
      (sentences) => {
        const findings = checkPair(text(sentences, 11), "ja", text(sentences, 700_000), "ja");
        expect(findings.length).toBeGreaterThan(sentences);
      },
      400,
      { floorMs: 200 },
    );
  });
});
