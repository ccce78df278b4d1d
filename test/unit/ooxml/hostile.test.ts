import { attributesOf, decodeEntities, hasTrackedDeletions, paragraphTexts } from "@genai-office/shared/ooxml";
import { expectLinearTime } from "../../support/processor-time";

const fill = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length));
const wordArt = '<v:textpath string="x"/>';
const hostile: [string, (length: number) => string][] = [
  ["<", (length) => fill("<", length)],
  ['a="', (length) => fill('a="', length)],
  ["&", (length) => fill("&", length)],
  ["&#", (length) => fill("&#", length)],
  ["unclosed tags", (length) => fill("<w:p ", length)],
  ["paragraphs without an end", (length) => fill("<w:p>", length)],
  ["letters in WordArt", (length) => `<w:p><v:textpath ${fill("a", length)} string="x"/></w:p>`],
  ["spaces in WordArt", (length) => `<w:p><v:textpath ${fill("a ", length)}= string="x"/></w:p>`],
  ["equals signs in WordArt", (length) => `<w:p><v:textpath ${fill("a=", length)} string="x"/></w:p>`],
  ["much WordArt", (length) => `<w:p><mc:AlternateContent><mc:Fallback>${fill(wordArt, length)}</mc:Fallback>`],
  [
    "WordArt after many paragraphs",
    (length) => `<mc:AlternateContent>${fill("<w:p/>", length)}<mc:Fallback>${fill(wordArt, length)}`,
  ],
  ["comments", (length) => fill("<!--", length)],
];

describe("what is no document is read in time in proportion to its length, up to a megabyte", () => {
  test.each(hostile)("%s", async (_name, xmlOf) => {
    await expectLinearTime((length) => {
      const xml = xmlOf(length);
      paragraphTexts(xml);
      hasTrackedDeletions(xml);
      decodeEntities(xml);
      Array.from(attributesOf(xml));
    }, 250_000);
  });
});

describe("attributes of a tag", () => {
  test.each<[string, [string, string][]]>([
    [
      '<a b="1" c=\'2\' d = "&lt;3"/>',
      [
        ["b", "1"],
        ["c", "2"],
        ["d", "<3"],
      ],
    ],
    [
      '<a b="x=1>" 格付="機密性3"/>',
      [
        ["b", "x=1>"],
        ["格付", "機密性3"],
      ],
    ],
    ["<a b=1 c/>", []],
    ['<a b="open', []],
  ])("%s", (tag, attributes) => {
    expect([...attributesOf(tag)]).toEqual(attributes);
  });
});
