import {
  checkTerms,
  checkWording,
  glossaryTerms,
  glossaryTermsFor,
  termPlaces,
  termsIn,
  travellingTerms,
  withStepTerms,
} from "@genai-office/shared/guards";
import type { Glossary, Step, TermPair } from "@genai-office/shared/vocabulary";
import { expectLinearTime } from "../../../support/processor-time";

function found(text: string, forbidden: string[], preferred: string, sources: string[] = []): string[] {
  const terms = [{ source: preferred, target: preferred, forbidden }];
  return checkWording(text, terms, sources).map(({ output }) => text.slice(output!.start, output!.end));
}

describe("wordings that must not be used", () => {
  test.each<[name: string, text: string, forbidden: string[], preferred: string, expected: string[]]>([
    ["the very word", "看護婦を配置する。", ["看護婦"], "看護師", ["看護婦"]],
    ["full width and half-width katakana", "ＷＥＢｻｰﾊﾞを更新する。", ["サーバ"], "サーバー", ["ｻｰﾊﾞ"]],
    ["in a compound", "メールサーバを更新する。", ["サーバ"], "サーバー", ["サーバ"]],
    [
      "inflected: 行なった",
      "調査を行なった。行なわない。行なえば。",
      ["行なう"],
      "行う",
      ["行なった".slice(0, 3), "行なわ", "行なえ"],
    ],
    ["a verb of one step", "結果を見れた。", ["見れる"], "見られる", ["見れ"]],
    ["an adjective", "新らしく作る。", ["新らしい"], "新しい", ["新らしく"]],
    [
      "capitals and plural",
      "Handicapped Persons and guidances",
      ["handicapped person", "guidance"],
      "x",
      ["Handicapped Persons", "guidances"],
    ],
    ["several, in their order", "子供と婦人", ["婦人", "子供"], "こども", ["子供", "婦人"]],
    ["okurigana that the glossary rules out", "手続きを定める。", ["手続き"], "手続", ["手続き"]],
    ["behind a prefix", "各部落で行う。", ["部落"], "集落", ["部落"]],
    ["an acronym", "本省ではITを使う。", ["IT"], "情報技術", ["IT"]],
  ])("%s", (_name, text, forbidden, preferred, expected) => {
    expect(found(text, forbidden, preferred)).toEqual(expected);
  });

  test.each<[name: string, text: string, forbidden: string[], preferred: string]>([
    ["the preferred spelling holds it", "サーバーを更新する。", ["サーバ"], "サーバー"],
    ["part of another katakana word", "キャンパスとサーバントの話。", ["パス", "サーバ"], "経路"],
    ["halves of two words", "東京都と日本部品協会", ["京都", "本部"], "京都市"],
    ["part of a longer term that may be used", "こども家庭庁", ["家庭"], "こども家庭庁"],
    ["Latin letters inside of a word", "Guidelines and suspicious items", ["guide", "item s"], "guidance"],
    ["a word of a sentence is no acronym", "It is for us.", ["IT", "US"], "x"],
    ["nothing", "", ["x"], "y"],
  ])("no false alarm: %s", (_name, text, forbidden, preferred) => {
    expect(found(text, forbidden, preferred)).toEqual([]);
  });

  test("words quoted from a source, and names that the source writes so, are left alone", () => {
    const source = "「痴呆の症状がある者」と規定する。身体障害者福祉法による。";
    expect(found("規程は「痴呆の症状がある者」としている。", ["痴呆"], "認知症", [source])).toEqual([]);
    expect(found("規程は「痴呆の者」としている。", ["痴呆"], "認知症", [source])).toEqual(["痴呆"]);
    expect(found("身体障害者福祉法による。", ["障害者"], "障がい者", [source])).toEqual([]);
    expect(found("障害者の支援", ["障害者"], "障がい者", [source])).toEqual(["障害者"]);
  });

  test("the finding names both wordings and stands at its place", () => {
    const [finding, ...others] = checkWording("本日、看護婦が来た。", [
      { source: "看護師", target: "看護師", forbidden: ["看護婦"] },
    ]);
    expect(finding).toEqual({
      guard: "terms",
      code: "term-forbidden",
      severity: "warning",
      values: { found: "看護婦", preferred: "看護師" },
      output: { start: 3, end: 6 },
    });
    expect(others).toEqual([]);
  });
});

describe("terms of a translation", () => {
  const pair = (source: string, target: string): TermPair[] => [{ source, target }];

  test.each<[name: string, source: string, target: string, ja: string, en: string]>([
    [
      "plural",
      "情報システム",
      "information system",
      "情報システムを更新する。",
      "Information systems will be renewed.",
    ],
    [
      "plural inside of a term",
      "独立行政法人",
      "incorporated administrative agency",
      "独立行政法人が行う。",
      "Incorporated administrative agencies do it.",
    ],
    ["British spelling", "組織", "organization", "組織を見直す。", "The organisation is reviewed."],
    ["hyphen", "意思決定", "decision making", "意思決定を支える。", "It supports decision-making."],
    ["width", "ＡＩ", "AI", "AIを使う。", "ＡＩ is used."],
    [
      "okurigana of the source",
      "取扱い",
      "handling",
      "情報の取り扱いを定める。",
      "It sets the handling of information.",
    ],
    ["long vowel of the source", "サーバー", "server", "サーバを更新する。", "Servers are renewed."],
  ])("used: %s", (_name, source, target, ja, en) => {
    expect(termsIn(ja, pair(source, target))).toHaveLength(1);
    expect(checkTerms(ja, en, pair(source, target), "b")).toEqual([]);
  });

  test.each<[name: string, target: string, text: string]>([
    ["long vowel", "サーバー", "メールサーバを更新する。"],
    ["small kana", "ウェブサイト", "ウエブサイトを見る。"],
    ["ヴ", "ヴァイオリン", "バイオリンを弾く。"],
    ["okurigana", "申込み", "申し込みを受ける。"],
    ["okurigana at the end", "手続き", "手続を行う。"],
    ["middle dot", "インターネット・バンキング", "インターネットバンキングを使う。"],
    ["inside of a compound", "データ", "データベースを作る。"],
  ])("used in Japanese: %s", (_name, target, text) => {
    expect(checkTerms("a thing", text, pair("thing", target), "b")).toEqual([]);
  });

  test("a term that is not used points to its place in the source and to the sentence beside it", () => {
    const ja = "予算を定める。情報システムを更新する。";
    const en = "The budget is set. Computers are renewed.";
    expect(checkTerms(ja, en, pair("情報システム", "information system"), "b")).toEqual([
      {
        guard: "terms",
        code: "term-not-used",
        severity: "warning",
        values: { source: "情報システム", target: "information system" },
        source: [{ blockId: "b", start: 7, end: 13 }],
        output: { start: 19, end: 41 },
      },
    ]);
  });

  test("a forbidden wording is one finding, not two", () => {
    const terms = [{ source: "内閣府", target: "Cabinet Office", forbidden: ["Prime Minister's Office"] }];
    expect(checkTerms("内閣府が行う。", "The Prime Minister's Office does it.", terms, "b")).toMatchObject([
      { code: "term-forbidden", values: { found: "Prime Minister's Office" }, output: { start: 4, end: 27 } },
    ]);
  });

  test("a wording with several translations is satisfied by one of them", () => {
    const terms = [...pair("政令", "Cabinet Order"), ...pair("政令", "ordinance")];
    expect(checkTerms("政令で定める。", "It is set by ordinance.", terms, "b")).toEqual([]);
    expect(checkTerms("政令で定める。", "It is set by law.", terms, "b")).toHaveLength(2);
  });

  test("what is part of a longer term counts as that; many places are one term", () => {
    const terms = [...pair("システム", "system"), ...pair("情報システム", "information system")];
    expect(termPlaces("情報システムと情報システム", terms)).toEqual([
      {
        term: terms[1],
        places: [
          { start: 0, end: 6 },
          { start: 7, end: 13 },
        ],
      },
    ]);
    expect(termsIn("システムと情報システム", terms)).toEqual([terms[1], terms[0]]);
  });
});

const glossary: Glossary = {
  id: "test",
  version: "1",
  languages: ["ja", "en"],
  terms: [
    { ja: "認知症", en: "dementia", kind: "term", forbidden: ["痴呆", "senility"] },
    { ja: "内閣府", en: "Cabinet Office", kind: "name" },
    { ja: "", en: "orphan", kind: "term", forbidden: ["waif"] },
  ],
};

describe("a glossary", () => {
  test("becomes rules for a pair of languages", () => {
    expect(glossaryTerms(glossary, "ja", "en")).toEqual([
      { source: "認知症", target: "dementia", forbidden: ["senility"] },
      { source: "内閣府", target: "Cabinet Office" },
    ]);
    expect(glossaryTerms(glossary, "ja", "ja")).toEqual([
      { source: "認知症", target: "認知症", forbidden: ["痴呆", "senility"] },
    ]);
    expect(glossaryTerms(glossary, "en", "en")).toEqual([
      { source: "dementia", target: "dementia", forbidden: ["senility"] },
      { source: "orphan", target: "orphan", forbidden: ["waif"] },
    ]);
    expect(glossaryTerms(glossary, "ja", "en")).toBe(glossaryTerms(glossary, "ja", "en"));
    expect(glossaryTermsFor(glossary, ["認知症の方への支援を行う。"], "en")).toBe(glossaryTerms(glossary, "ja", "en"));
    expect(glossaryTermsFor(undefined, ["x"], "en")).toEqual([]);
  });

  const step = {
    task: "summarize",
    promptVersion: "x",
    model: "m",
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
    blocks: [{ id: "1", text: "痴呆の方への支援", kind: "paragraph" }],
    options: { part: "chunk", length: { kind: "page" }, language: "ja", targetCharacters: 100 },
  } satisfies Step;

  test("travels as far as a step's own texts speak of it, by the wording that must not be used as well", () => {
    const terms = glossaryTerms(glossary, "ja", "ja");
    expect(withStepTerms(step, terms)).toMatchObject({ options: { terms } });
    const other = { ...step, blocks: [{ ...step.blocks[0]!, text: "予算" }] };
    expect(withStepTerms(other, terms)).toEqual(other);
  });

  test("is capped: what is said most often travels", () => {
    const many = Array.from({ length: 500 }, (_one, index) => ({ source: `用語${index}番`, target: `term ${index}` }));
    const text = many.map(({ source }) => source).join("、") + "、用語7番、用語7番";
    const travelling = travellingTerms([text], many);
    expect(travelling.length).toBeLessThanOrEqual(60);
    expect(travelling[0]).toEqual(many[7]);
    expect(travellingTerms([text], many, 50)).toHaveLength(2);
  });

  test("of 5,000 terms is looked up in 300,000 characters in one pass", async () => {
    const terms = Array.from({ length: 5_000 }, (_one, index) => ({
      source: `第${index}号事業計画`,
      target: `plan ${index}`,
    }));
    const words = "第77号事業計画は、令和八年度の予算に基づき、各府省が実施する。";
    await expectLinearTime((count) => expect(termsIn(words.repeat(count), terms)).toEqual([terms[77]]), 2_250);
  });
});
