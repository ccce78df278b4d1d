import { attributesOf, decodeEntities, hasTrackedDeletions, paragraphTexts } from "@genai-office/shared/ooxml";
import { processorTime } from "../../support/processor-time";

const million = 1_000_000;
const fill = (unit: string): string => unit.repeat(Math.ceil(million / unit.length));
const hostile: [string, string][] = [
  ["<", fill("<")],
  ['a="', fill('a="')],
  ["&", fill("&")],
  ["&#", fill("&#")],
  ["unclosed tags", fill("<w:p ")],
  ["paragraphs without an end", fill("<w:p>")],
  ["letters in WordArt", `<w:p><v:textpath ${fill("a")} string="x"/></w:p>`],
  ["spaces in WordArt", `<w:p><v:textpath ${fill("a ")}= string="x"/></w:p>`],
  ["equals signs in WordArt", `<w:p><v:textpath ${fill("a=")} string="x"/></w:p>`],
  ["much WordArt", `<w:p><mc:AlternateContent><mc:Fallback>${fill('<v:textpath string="x"/>')}</mc:Fallback>`],
  [
    "WordArt after many paragraphs",
    `<mc:AlternateContent>${fill("<w:p/>")}<mc:Fallback>${fill('<v:textpath string="x"/>')}`,
  ],
  ["comments", fill("<!--")],
];

describe("a megabyte that is no document is read in time", () => {
  test.each(hostile)("%s", async (_name, xml) => {
    const taken = await processorTime(() => {
      paragraphTexts(xml);
      hasTrackedDeletions(xml);
      decodeEntities(xml);
      Array.from(attributesOf(xml));
    });
    expect(taken).toBeLessThan((900 * xml.length) / million);
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
