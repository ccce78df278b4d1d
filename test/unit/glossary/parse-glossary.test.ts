import { mergeGlossaries, parseGlossaryCsv, parseGlossaryTbx } from "@genai-office/shared/glossary";

const name = { id: "common", version: "3" };

describe("CSV", () => {
  test("Japanese header, quotes, line ends in cells, several forbidden wordings, kinds", () => {
    const text =
      "\ufeff日本語,英語,禁止表記,備考,種別\r\n" +
      '認知症,dementia,痴呆、痴ほう,"医療\r\n福祉",用語\r\n' +
      "内閣府,Cabinet Office,,,組織名\r\n" +
      "\r\n" +
      'デジタル庁設置法,"Act for Establishment of the Digital Agency, ""DA Act""",,,法令\r\n';
    expect(parseGlossaryCsv(text, name)).toEqual({
      glossary: {
        id: "common",
        version: "3",
        languages: ["ja", "en"],
        terms: [
          { ja: "認知症", en: "dementia", kind: "term", forbidden: ["痴呆", "痴ほう"], note: "医療 福祉" },
          { ja: "内閣府", en: "Cabinet Office", kind: "name" },
          { ja: "デジタル庁設置法", en: 'Act for Establishment of the Digital Agency, "DA Act"', kind: "law" },
        ],
      },
      problems: [],
    });
  });

  test.each([
    ["English header in another order", "Notes,Target,Source\nx,server,サーバー\n"],
    ["full-width header and tabs", "備考\t訳語\t用　語\nx\tserver\tサーバー\n"],
    ["semicolons", "注;ＥＮ;ＪＡ\nx;server;サーバー"],
    ["old line ends and white space", "備考,英 語,日本語\r x , server　, サーバー \r"],
  ])("%s", (_name, text) => {
    const { glossary, problems } = parseGlossaryCsv(text, name);
    expect(glossary.terms).toEqual([{ ja: "サーバー", en: "server", kind: "term", note: "x" }]);
    expect(problems).toEqual([]);
  });

  test("forbidden wordings in one language are enough", () => {
    const { glossary, problems } = parseGlossaryCsv("用語,禁止表記\n行う,行なう\n", name);
    expect(glossary).toMatchObject({ languages: ["ja"], terms: [{ ja: "行う", en: "", forbidden: ["行なう"] }] });
    expect(problems).toEqual([]);
  });

  test("every row that cannot be read as it stands is a problem with its number; the others are read", () => {
    const text = [
      "日本語,英語,禁止表記,種別",
      "甲,a,,",
      ",,乙,",
      "丙,c,,,余り",
      "丁,d,,まちがい",
      "戊,e,戊,",
      `己,${"f".repeat(201)},,`,
      "庚",
      "辛,h,,",
    ].join("\n");
    const { glossary, problems } = parseGlossaryCsv(text, name);
    expect(glossary.terms.map(({ ja }) => ja)).toEqual(["甲", "丁", "戊", "辛"]);
    expect(problems).toEqual([
      { code: "no-term", row: 3, dropped: true },
      { code: "too-many-cells", row: 4, dropped: true },
      { code: "unknown-kind", row: 5, dropped: false },
      { code: "forbidden-is-preferred", row: 6, dropped: false },
      { code: "too-long", row: 7, dropped: true },
      { code: "too-few-cells", row: 8, dropped: true },
    ]);
  });

  test("a quotation mark that nothing closes costs its own line, not those below", () => {
    const { glossary, problems } = parseGlossaryCsv('日本語,英語\n甲,a\n"乙,b\n丙,c\n丁,"d\n戊,e\n', name);
    expect(glossary.terms.map(({ ja }) => ja)).toContain("甲");
    expect(glossary.terms.map(({ ja }) => ja)).toContain("戊");
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every(({ code }) => code === "broken-quotes")).toBe(true);
  });

  test("without a header the first columns are Japanese and English, and that is said", () => {
    const { glossary, problems } = parseGlossaryCsv("甲,a\n乙,b\n", name);
    expect(glossary.terms).toHaveLength(2);
    expect(problems).toEqual([{ code: "no-header", row: 1, dropped: false }]);
    expect(parseGlossaryCsv("", name)).toMatchObject({ glossary: { terms: [] }, problems: [{ code: "no-header" }] });
  });

  test("two rows on one pair of wordings are one term", () => {
    const { glossary } = parseGlossaryCsv("日本語,英語,禁止表記\n甲,a,イ\n甲,a,ロ\n", name);
    expect(glossary.terms).toEqual([{ ja: "甲", en: "a", kind: "term", forbidden: ["イ", "ロ"] }]);
  });
});

const dca = `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="ja" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>
<text><body><conceptEntry id="c1"><descrip type="definition">病名</descrip>
<langSec xml:lang="ja"><termSec><term>認知症</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec>
<termSec><term>痴呆</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termSec></langSec>
<langSec xml:lang="en-US"><termSec><term>demen<hi>tia</hi></term><termNote type="partOfSpeech">noun</termNote></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>démence</term></termSec></langSec></conceptEntry></body></text></tbx>`;

const dct = `<tbx type="TBX-Basic" style="dct" xml:lang="ja" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><basic:definition>病名</basic:definition><langSec xml:lang="ja"><termSec><term>痴呆</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>認知症</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
<langSec xml:lang="en"><termSec><term>dementia</term></termSec></langSec></conceptEntry></body></text></tbx>`;

const martif = `<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body><termEntry id="1"><descrip type="definition">病名</descrip>
<langSet xml:lang="ja"><ntig><termGrp><term>認知症</term><termNote type="administrativeStatus">preferred</termNote></termGrp></ntig>
<tig><term>痴呆</term><termNote type="normativeAuthorization">deprecatedTerm</termNote></tig></langSet>
<langSet xml:lang="EN"><tig><term>dementia</term></tig></langSet></termEntry></body></text></martif>`;

describe("TBX", () => {
  test.each([
    ["v3, DCA", dca],
    ["v3, DCT", dct],
    ["v2", martif],
  ])("%s", (_name, text) => {
    expect(parseGlossaryTbx(text, name)).toEqual({
      glossary: {
        id: "common",
        version: "3",
        languages: ["ja", "en"],
        terms: [{ ja: "認知症", en: "dementia", kind: "term", forbidden: ["痴呆"], note: "病名" }],
      },
      problems: [],
    });
  });

  const entry = (words: string): string => `<conceptEntry>${words}</conceptEntry>`;
  const language = (code: string, ...terms: string[]): string =>
    `<langSec xml:lang="${code}">${terms.map((term) => `<termSec>${term}</termSec>`).join("")}</langSec>`;
  const file = (...entries: string[]): string => `<tbx><text><body>${entries.join("")}</body></text></tbx>`;

  test("admitted wordings are further ones of the same translation; a proper noun is a name", () => {
    const text = file(
      entry(
        language("ja", "<term>内閣府</term><termNote type='partOfSpeech'>properNoun</termNote>", "<term>閣府</term>") +
          language("en", "<term>Cabinet Office</term>"),
      ),
    );
    expect(parseGlossaryTbx(text, name).glossary.terms).toEqual([
      { ja: "内閣府", en: "Cabinet Office", kind: "name" },
      { ja: "閣府", en: "Cabinet Office", kind: "name" },
    ]);
  });

  test("entries that say nothing here are problems with their numbers", () => {
    const deprecated = "<term>x</term><termNote type='administrativeStatus'>deprecatedTerm-admn-sts</termNote>";
    const text = file(
      entry(language("fr", "<term>x</term>")),
      entry(language("ja", "<term>甲</term>")),
      entry(language("ja", deprecated)),
      entry(""),
    );
    expect(parseGlossaryTbx(text, name)).toMatchObject({
      glossary: { terms: [{ ja: "甲" }] },
      problems: [
        { code: "no-known-language", row: 1 },
        { code: "only-forbidden", row: 3 },
        { code: "no-term", row: 4 },
      ],
    });
  });

  test("a file that breaks off keeps what was read and says where it broke", () => {
    const text = file(entry(language("ja", "<term>甲</term>")), entry(language("ja", "<term>乙</term>"))).slice(0, -60);
    expect(parseGlossaryTbx(text, name)).toMatchObject({
      glossary: { terms: [{ ja: "甲" }] },
      problems: [{ code: "broken-xml", row: 2 }],
    });
  });

  test("entities are refused, not expanded; other XML is no termbase; nesting has an end", () => {
    const bomb = `<!DOCTYPE tbx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${file(entry(language("ja", "<term>&b;</term>")))}`;
    expect(parseGlossaryTbx(bomb, name)).toMatchObject({
      glossary: { terms: [] },
      problems: [{ code: "entities-not-allowed", row: 0 }],
    });
    const unknown = file(entry(language("ja", "<term>&unknown;</term>")));
    expect(parseGlossaryTbx(unknown, name)).toMatchObject({
      glossary: { terms: [] },
      problems: [{ code: "broken-xml" }],
    });
    expect(parseGlossaryTbx("<html><body/></html>", name).problems).toEqual([
      { code: "not-tbx", row: 0, dropped: true },
    ]);
    expect(parseGlossaryTbx("<tbx>" + "<a>".repeat(100_000), name).problems).toMatchObject([{ code: "broken-xml" }]);
    expect(parseGlossaryTbx("no xml", name).problems).toMatchObject([{ code: "broken-xml" }]);
  });
});

test("several glossaries become one; the earlier one has the word", () => {
  const one = parseGlossaryCsv("日本語,英語,禁止表記\n甲,a,イ\n", name).glossary;
  const two = parseGlossaryCsv("日本語,英語,禁止表記\n甲,a,ロ\n乙,b,\n", { id: "own", version: "9" }).glossary;
  expect(mergeGlossaries([one, two])).toMatchObject({
    id: "common+own",
    version: "3+9",
    terms: [{ ja: "甲", forbidden: ["イ"] }, { ja: "乙" }],
  });
  expect(mergeGlossaries([])).toBeUndefined();
  expect(mergeGlossaries([one])).toBe(one);
});
