import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { strFromU8, unzipSync, unzlibSync } from "fflate";
import { sampleDocuments, writeSamples } from "../../../playground/src/samples";

const word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

function parse(xml: string): Document {
  return new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  }).parseFromString(xml, "text/xml");
}

function elements(document: Document, name: string): Element[] {
  return Array.from(document.getElementsByTagNameNS(word, name));
}

const children = (element: Element): string[] =>
  Array.from(element.childNodes, (child) => (child as Element).localName ?? "").filter((name) => name !== "");

/** Order of the children as ECMA-376 part 1 has it; only what the samples use. Word refuses a file that breaks it. */
const order: Record<string, readonly string[]> = {
  pPr: [
    "pStyle",
    "keepNext",
    "keepLines",
    "pageBreakBefore",
    "widowControl",
    "numPr",
    "tabs",
    "snapToGrid",
    "spacing",
    "ind",
    "jc",
    "outlineLvl",
  ],
  rPr: ["rStyle", "rFonts", "b", "bCs", "color", "kern", "sz", "szCs", "u", "vertAlign", "lang"],
  tblPr: ["tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblDescription"],
  tcPr: ["tcW", "gridSpan", "vMerge", "shd", "vAlign"],
  trPr: ["cantSplit", "tblHeader"],
  sectPr: ["headerReference", "footerReference", "pgSz", "pgMar", "cols", "docGrid"],
  lvl: ["start", "numFmt", "pStyle", "suff", "lvlText", "lvlJc", "pPr"],
};

describe.each(sampleDocuments)("sample $file", ({ build }) => {
  const files = unzipSync(build());
  const part = (name: string) => strFromU8(files[name]!);

  test("is the same at every build", () => {
    expect(Buffer.from(build()).equals(Buffer.from(build()))).toBe(true);
  });

  test("consists of well-formed parts, each with a content type", () => {
    const types = part("[Content_Types].xml");
    for (const name of Object.keys(files)) {
      if (name.endsWith(".png")) continue;
      parse(part(name));
      if (name.endsWith(".rels") || name === "[Content_Types].xml") continue;
      expect(types).toContain(`PartName="/${name}"`);
    }
  });

  test("has a target for every relationship, and a relationship for every reference", () => {
    const relationships = Array.from(
      parse(part("word/_rels/document.xml.rels")).documentElement!.childNodes,
    ) as Element[];
    for (const relationship of relationships)
      if (relationship.getAttribute("TargetMode") !== "External")
        expect(files[`word/${relationship.getAttribute("Target")}`]).toBeDefined();
    const ids = relationships.map((relationship) => relationship.getAttribute("Id"));
    for (const [, id] of part("word/document.xml").matchAll(/r:(?:id|embed)="([^"]+)"/g)) expect(ids).toContain(id);
  });

  test("keeps the order of elements that Word insists on", () => {
    for (const name of Object.keys(files).filter((name) => /^word\/[a-z0-9]+\.xml$/i.test(name))) {
      const document = parse(part(name));
      for (const [parent, sequence] of Object.entries(order))
        for (const element of elements(document, parent)) {
          const positions = children(element).map((child) => sequence.indexOf(child));
          expect(positions).not.toContain(-1);
          expect(positions).toEqual([...positions].sort((one, other) => one - other));
        }
    }
  });

  test("gives every paragraph its own w14:paraId, over all parts", () => {
    const ids = Object.keys(files)
      .filter((name) => name.startsWith("word/") && name.endsWith(".xml"))
      .flatMap((name) => elements(parse(part(name)), "p").map((p) => p.getAttribute("w14:paraId")));
    expect(ids.every((id) => /^[0-7][0-9A-F]{7}$/.test(id ?? ""))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("the ministry report", () => {
  const files = unzipSync(sampleDocuments[0]!.build());
  const body = parse(strFromU8(files["word/document.xml"]!));
  const text = elements(body, "t")
    .map((t) => t.textContent)
    .join("");

  test("brings what makes real reports hard", () => {
    for (const name of [
      "gridSpan",
      "vMerge",
      "footnoteReference",
      "hyperlink",
      "commentReference",
      "drawing",
      "instrText",
      "color",
      "bookmarkStart",
    ])
      expect(elements(body, name).length).toBeGreaterThan(0);
    expect(strFromU8(files["word/header1.xml"]!)).toContain("機密性2情報");
    expect(strFromU8(files["word/footer1.xml"]!)).toContain(" PAGE ");
    expect(elements(body, "ins").length + elements(body, "del").length).toBe(0);
  });

  test("states figures that agree with one another", () => {
    const shares: readonly (readonly [part: number, whole: number, percent: string])[] = [
      [1512, 1741, "86.8"],
      [495, 1512, "32.7"],
      [683, 1512, "45.2"],
      [402, 495, "81.2"],
      [361, 495, "72.9"],
      [1089, 1512, "72.0"],
      [937, 1512, "62.0"],
      [900, 1741, "51.7"],
      [2407.5, 6420, "37.5"],
      [22.82, 61.5, "37.1"],
    ];
    for (const [some, whole, percent] of shares) {
      expect(((some / whole) * 100).toFixed(1)).toBe(percent);
      expect(text).toContain(`${percent}％`);
    }
  });

  test("has a figure whose picture is a whole PNG", () => {
    const png = files["word/media/image1.png"]!;
    const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    let at = 8;
    const types: string[] = [];
    let pixels = new Uint8Array(0);
    while (at < png.length) {
      const length = view.getUint32(at);
      const type = strFromU8(png.subarray(at + 4, at + 8));
      types.push(type);
      if (type === "IDAT") pixels = new Uint8Array(unzlibSync(png.subarray(at + 8, at + 8 + length)));
      at += 12 + length;
    }
    expect(types).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
    expect(pixels.length).toBe(height * (width + 1));
  });
});

test("writeSamples writes every sample and the list for the menu", () => {
  const directory = mkdtempSync(join(tmpdir(), "samples-"));
  try {
    writeSamples(directory);
    const list = JSON.parse(readFileSync(join(directory, "index.json"), "utf8")) as { file: string; title: string }[];
    expect(list.map(({ file }) => file)).toEqual(sampleDocuments.map(({ file }) => file));
    expect(readdirSync(directory).sort()).toEqual([...list.map(({ file }) => file), "index.json"].sort());
  } finally {
    rmSync(directory, { recursive: true });
  }
});
