import { checkPair } from "@genai-office/shared/guards";
import { findUntranslated, parseNumberedBlocks, withoutUntranslated } from "@genai-office/shared/prompts";
import { translate } from "@genai-office/shared/tasks";
import type { GenerateEvent, TranslateOptions, TranslateStep } from "@genai-office/shared/vocabulary";
import { createOfflineEngine } from "../../../relay/src/upstreams/offline";
import { translationData } from "../../../relay/src/upstreams/offline/translate/load-data";
import { stepOf, testCard } from "../../support/test-step";
import { expectLinearTime } from "../../support/processor-time";

const engine = createOfflineEngine();

function step(texts: string[], options: Partial<TranslateOptions> = {}): TranslateStep {
  const base = stepOf("translate");
  return {
    ...base,
    blocks: texts.map((text, index) => ({ id: `b${index}`, kind: "paragraph", text })),
    options: { ...base.options, ...options },
  };
}

async function run(asked: TranslateStep, signal?: AbortSignal): Promise<{ text: string; last: GenerateEvent }> {
  const events: GenerateEvent[] = [];
  for await (const event of engine.run(asked, signal === undefined ? {} : { signal })) events.push(event);
  const text = events.map((event) => (event.type === "text-delta" ? event.text : "")).join("");
  return { text, last: events.at(-1)! };
}

async function translated(texts: string[], options: Partial<TranslateOptions> = {}): Promise<(string | undefined)[]> {
  const { text, last } = await run(step(texts, options));
  expect(last).toEqual({ type: "finished", reason: "stop" });
  return parseNumberedBlocks(text, texts.length).texts;
}

const toJapanese = { from: "en", to: "ja" } as const;

test.each([
  ["デジタル庁", "Digital Agency"],
  ["第１章　総則", "Chapter 1 General Provisions"],
  ["１．調査の目的", "1. Purpose of the survey"],
  ["・今後の課題", "• Future issues"],
  ["表１　予算の概要", "Table 1: Overview of the budget"],
  ["令和７年度予算案の概要", "Overview of the fiscal year 2025 draft budget"],
  ["第３回会議の議事録", "Minutes of the 3rd meeting"],
  ["第３条第２項の規定", "Provisions of Article 3, paragraph (2)"],
  ["システムの運用及び保守", "Operation and maintenance of the system"],
  ["日時：令和７年６月２０日（金）午後１時30分", "Date and time: Friday, June 20, 2025, 1:30 p.m."],
  ["期間：令和７年４月１日～令和８年３月３１日", "Period: April 1, 2025 to March 31, 2026"],
  ["会議は、令和７年６月２０日に開催する。", "The meeting will be held on June 20, 2025."],
  ["予算は１，２５０万円である。", "The budget is 12.5 million yen."],
  [
    "補正予算案の総額は、１兆２，５００億円である。",
    "The total amount of the draft supplementary budget is 1.25 trillion yen.",
  ],
  [
    "申請件数は、前年度から１８％増加した。",
    "The number of applications increased by 18% from the previous fiscal year.",
  ],
  ["資料を７月１日までに提出してください。", "Please submit the materials by July 1."],
  [
    "事業者は、大臣に報告書を提出しなければならない。",
    "The business operators must submit the report to the minister.",
  ],
  [
    "また、個人情報の保護に関する法律を改正する。",
    "In addition, the Act on the Protection of Personal Information will be amended.",
  ],
  [
    "各府省は、情報セキュリティを強化する必要がある。",
    "The ministries and agencies need to strengthen information security.",
  ],
  ["いつもお世話になっております。", "Thank you for your continued support."],
  ["ご確認をお願いいたします。", "Please check this."],
  ["会議を中止します。", "The meeting will be canceled."],
  ["人件費は５億円を超えた。", "The personnel expenses exceeded 500 million yen."],
  ["約３割", "About 30%"],
  ["１，２５０", "1,250"],
])("%s becomes %s", async (source, expected) => {
  expect(await translated([source])).toEqual([expected]);
});

test.each([
  ["Digital Agency", "デジタル庁"],
  ["Overview of the budget", "予算の概要"],
  ["The Digital Agency published the report.", "デジタル庁は、報告書を公表した。"],
  ["The meeting will be held on June 20, 2025.", "会議を2025年6月20日に開催する。"],
  ["The budget is 12.5 million yen.", "予算は、1,250万円である。"],
  [
    "The total amount of the draft supplementary budget is 1.25 trillion yen.",
    "補正予算案の総額は、1兆2,500億円である。",
  ],
  [
    "However, the Act on the Protection of Personal Information will be amended.",
    "しかし、個人情報の保護に関する法律を改正する。",
  ],
  ["Please submit the report by July 1.", "報告書を7月1日までに提出してください。"],
  [
    "Local governments need to strengthen information security.",
    "地方公共団体は、情報セキュリティを強化する必要がある。",
  ],
  ["This guideline shall come into force on April 1, 2026.", "本ガイドラインは、2026年4月1日から施行する。"],
  ["Date and time: June 20, 2025, 1:30 p.m.", "日時：2025年6月20日午後1時30分"],
  ["Deadline: March 31, 2026", "期限：2026年3月31日"],
  ["FY2025 budget", "2025年度予算"],
  ["Thank you for your continued support.", "いつもお世話になっております。"],
])("%s becomes %s", async (source, expected) => {
  expect(await translated([source], toJapanese)).toEqual([expected]);
});

test("です・ます is kept apart from である", async () => {
  const source = ["The Ministry of Finance will review the tax system."];
  expect(await translated(source, { ...toJapanese, register: "polite" })).toEqual(["財務省は、税制を見直します。"]);
  expect(await translated(source, { ...toJapanese, register: "plain" })).toEqual(["財務省は、税制を見直す。"]);
});

test("what is not covered is marked, sentence by sentence, and nothing is left out", async () => {
  expect(
    await translated(["報告書を公表した。猫が縁側で昼寝をしている。\n会議を中止します。", "吾輩は猫である。"]),
  ).toEqual([
    "The report was published. [untranslated: 猫が縁側で昼寝をしている。]\nThe meeting will be canceled.",
    "[untranslated: 吾輩は猫である。]",
  ]);
  expect(await translated(["I like cats. The report was published."], toJapanese)).toEqual([
    "〔未訳：I like cats.〕報告書を公表した。",
  ]);
});

test("a name that is not known may stand marked in a sentence; half a sentence may not", async () => {
  expect(await translated(["負傷者は８万人以上に達した。"])).toEqual([
    "[untranslated: 負傷者] reached 80,000 people or more.",
  ]);
  expect(await translated(["Your account is what I need."], toJapanese)).toEqual([
    "〔未訳：Your account is what I need.〕",
  ]);
});

test("the person's own terms come first", async () => {
  const terms = [{ source: "基本方針", target: "Fundamental Principles" }];
  expect(await translated(["デジタル庁は、基本方針を策定した。"], { terms })).toEqual([
    "The Digital Agency formulated Fundamental Principles.",
  ]);
});

test("the data are as large as promised, and hold no entry twice", () => {
  const { terms, patterns, phrases, verbs } = translationData();
  expect(terms.length).toBeGreaterThanOrEqual(400);
  expect(patterns.length).toBeGreaterThanOrEqual(60);
  for (const list of [terms, patterns, phrases, verbs]) {
    const keys = list.map(([japanese]) => japanese);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  }
  for (const [japanese, english] of terms) {
    expect(english).toMatch(/^[\x20-\x7e]+$/);
    expect(japanese).not.toMatch(/\s/);
  }
});

/** Slots filled with words that the data know. */
function filled(template: string, verb: readonly string[], english: boolean): string {
  const nouns: Record<string, [string, string]> = {
    a: ["総務省", "the Ministry of Internal Affairs and Communications"],
    b: ["基本計画", "the basic plan"],
    c: ["報告書", "the report"],
    d: ["令和７年６月２０日", "June 20, 2025"],
    m: ["１，２００人", "1,200 people"],
    n: ["１，５００人", "1,500 people"],
  };
  const forms: Record<string, number> = { V: english ? 1 : 0, "V.past": 2, "V.participle": 3, "V.ing": 4 };
  const text = template.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const form = forms[name];
    if (form !== undefined) return verb[form]!;
    const choice = /^[a-z]\?(.+)\|/.exec(name);
    if (choice !== null) return choice[1]!;
    const variable = /^(?:(?:the|on) )?([a-z])/i.exec(name)![1]!;
    const word = nouns[variable]![english ? 1 : 0]!;
    return /^on /i.test(name) ? `on ${word}` : word;
  });
  return english ? text[0]!.toUpperCase() + text.slice(1) : `${text}。`;
}

test("every pattern and every verb works in both directions, with its figures and negations", async () => {
  const { patterns, verbs } = translationData();
  const pairs = patterns.flatMap((pattern, index) => {
    const verb = verbs[index % verbs.length]!;
    return [pattern[0], pattern[1]].map(
      (japanese) => [filled(japanese, verb, false), filled(pattern[2], verb, true)] as const,
    );
  });
  pairs.push(
    ...verbs.map(
      (verb) => [filled("{b}を{V}した", verb, false), filled("{The b} was {V.participle}.", verb, true)] as const,
    ),
  );
  const english = await translated(pairs.map(([japanese]) => japanese));
  const japanese = await translated(
    pairs.map(([, source]) => source),
    toJapanese,
  );
  pairs.forEach(([source, target], index) => {
    expect([source, withoutUntranslated(english[index]!)]).toEqual([source, english[index]]);
    expect([target, withoutUntranslated(japanese[index]!)]).toEqual([target, japanese[index]]);
    const findings = [
      ...checkPair(source, "ja", english[index]!, "en"),
      ...checkPair(target, "en", japanese[index]!, "ja"),
    ];
    expect([source, findings]).toEqual([source, []]);
  });
});

test("every term is found in both directions", async () => {
  const { terms } = translationData();
  const english = await translated(terms.map(([japanese]) => japanese));
  const japanese = await translated(
    terms.map(([, word]) => word),
    toJapanese,
  );
  terms.forEach(([source], index) => {
    expect([source, findUntranslated(english[index]!)]).toEqual([source, []]);
    expect([source, findUntranslated(japanese[index]!)]).toEqual([source, []]);
  });
});

test.each([
  ["令和元年５月１日", "May 1, 2019"],
  ["平成３１年４月", "April 2019"],
  ["昭和６４年１月７日", "January 7, 1989"],
  ["２０２５年度", "Fiscal year 2025"],
  ["３億円", "300 million yen"],
  ["１２万３，４５６円", "123,456 yen"],
  ["１，２５０千円", "1.25 million yen"],
  ["１２５百万円", "125 million yen"],
  ["三十人", "30 people"],
  ["１人", "1 person"],
  ["１２．５％", "12.5%"],
  ["５割", "50%"],
  ["４２件以上", "42 cases or more"],
  ["午前９時～午後５時30分", "9:00 a.m. to 5:30 p.m."],
  ["第１２回", "12th"],
])("figure %s is %s", async (source, expected) => {
  const [text] = await translated([`${source}`]);
  expect(text!.toLowerCase()).toBe(expected.toLowerCase());
});

test("the same words for the same step; an abort ends it; hostile text does not hold it", async () => {
  const asked = step(["会議を中止します。", "これは訳せない。"]);
  expect((await run(asked)).text).toBe((await run(asked)).text);
  expect((await run(asked, AbortSignal.abort())).last.type).toBe("aborted");
  await expectLinearTime(async (count) => {
    await run(
      step(["予算及び".repeat(4 * count), "報告書の".repeat(70), "は、を".repeat(90), "A of B ".repeat(6 * count)]),
    );
    await run(
      step(["the report of ".repeat(8), "and the plan ".repeat(count), "The budget is ".repeat(20)], toJapanese),
    );
  }, 1_250);
});

test("the task over the engine: covered blocks are translated, others are error findings without a text", async () => {
  const request = {
    blocks: step(["報告書を公表した。", "吾輩は猫である。", "予算は１，２５０万円である。猫もいる。"]).blocks,
    from: "ja",
    to: "en",
    card: testCard({ contract: "offline" }),
    declaredClass: "none",
    confirmed: false,
    documentHash: "0".repeat(64),
  } as const;
  const events = [];
  for await (const event of translate(request, engine)) events.push(event);
  const last = events.at(-1)!;
  if (last.type !== "completed") throw new Error(last.type);
  expect(last.result.blocks.map(({ text }) => text)).toEqual([
    "The report was published.",
    "",
    "The budget is 12.5 million yen. [untranslated: 猫もいる。]",
  ]);
  expect(last.result.findings.map(({ code }) => code)).toEqual(["block-untranslated", "block-partly-untranslated"]);
  expect(events.filter(({ type }) => type === "progress")).toHaveLength(1);
});
