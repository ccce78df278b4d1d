import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { openPackage, PackageError, type PackageLimits } from "../../../../playground/office-host/src/package";
import { createXmldom } from "../../../../playground/office-host/src/package/xmldom";
import { buildDocx, paragraph } from "../../../support/docx-builder";

const dom = createXmldom();

function codeOf(bytes: Uint8Array, limits: Partial<PackageLimits> = {}): string {
  try {
    openPackage(bytes, { dom, limits });
  } catch (error) {
    if (error instanceof PackageError) return error.code;
    throw error;
  }
  return "opened";
}

/** The document, with parts changed or (null) taken away. */
function altered(changes: Record<string, string | null>): Uint8Array {
  const parts = unzipSync(buildDocx({ body: paragraph("本文") }));
  for (const [name, content] of Object.entries(changes)) {
    if (content === null) delete parts[name];
    else parts[name] = strToU8(content);
  }
  return zipSync(parts);
}

describe("openPackage refuses", () => {
  const document = (inner: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inner}</w:body></w:document>`;
  const compoundFile = (text: string) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])]);

  test.each<[string, Uint8Array, string]>([
    ["no bytes", new Uint8Array(0), "empty"],
    ["a zip without entries", zipSync({}), "empty"],
    ["plain text", strToU8("これは文書ではありません".repeat(10)), "not-a-package"],
    ["a zip that is cut off", buildDocx({ body: paragraph("本文") }).slice(0, 400), "broken"],
    ["an encrypted document", compoundFile("....EncryptedPackage"), "encrypted"],
    ["a Word 97 document", compoundFile("....WordDocument"), "not-word"],
    ["a zip of something else", zipSync({ "a.txt": strToU8("a") }), "not-word"],
    [
      "a workbook",
      altered({
        "[Content_Types].xml":
          '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
      }),
      "not-word",
    ],
    ["a document part that is missing", altered({ "word/document.xml": null }), "broken"],
    ["no relationship to a document", altered({ "_rels/.rels": null }), "broken"],
    ["XML that is not well-formed", altered({ "word/document.xml": document("<w:p>") }), "broken"],
    ["an unclosed root", altered({ "word/document.xml": "<w:document" }), "broken"],
    ["an XML part that is empty", altered({ "word/document.xml": "" }), "broken"],
    [
      "a document type with an entity",
      altered({
        "word/document.xml": `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]>${document("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>")}`,
      }),
      "broken",
    ],
    ["a path that leads outside", altered({ "../outside.xml": "<a/>" }), "broken"],
    ["an absolute path", altered({ "/outside.xml": "<a/>" }), "broken"],
  ])("%s", (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  test("what is larger than the limits, before inflating it", () => {
    const bytes = altered({ "word/media/zeros.bin": "\0".repeat(2_000_000) });
    expect(codeOf(bytes, { inflatedBytes: 1_000_000 })).toBe("too-large");
    expect(codeOf(bytes, { entries: 3 })).toBe("too-large");
    expect(codeOf(bytes, { fileBytes: 100 })).toBe("too-large");
    expect(codeOf(bytes, { xmlPartBytes: 100 })).toBe("too-large");
    expect(codeOf(bytes)).toBe("opened");
  });

  test("an entry whose bytes were damaged", () => {
    const bytes = zipSync({ ...unzipSync(altered({})) }, { level: 0 });
    const at = strFromU8(bytes, true).indexOf("<w:body>");
    bytes[at + 3] = 0x63;
    expect(codeOf(bytes)).toBe("broken");
  });

  test("an entry that is encrypted", () => {
    const bytes = altered({});
    const directory = strFromU8(bytes, true).indexOf("PK\x01\x02");
    bytes[directory + 8] = 1;
    expect(codeOf(bytes)).toBe("encrypted");
  });
});

describe("a package", () => {
  test("finds the main part by its relationship, whatever its name", () => {
    const pack = openPackage(buildDocx({ body: paragraph("a"), mainPart: "word/document2.xml" }), { dom });
    expect(pack.mainPart).toBe("word/document2.xml");
  });

  test("saves unchanged parts byte for byte, in stored order", () => {
    const bytes = buildDocx({
      body: paragraph("a"),
      styles: "<w:docDefaults />",
      parts: { "custom/item.bin": "\x01\x02" },
    });
    const pack = openPackage(bytes, { dom });
    pack.xml("word/styles.xml").documentElement.setAttribute("forgotten", "not marked as changed");
    const saved = unzipSync(pack.save());
    const before = unzipSync(bytes);
    expect(Object.keys(saved)).toEqual(Object.keys(before));
    expect(saved).toEqual(before);
  });

  test("serialises a changed part with its declaration, namespaces and spaces", () => {
    const bytes = buildDocx({
      body: '<w:p><w:r><w:t xml:space="preserve"> 空白 &amp; &lt;記号&gt; </w:t></w:r></w:p>',
    });
    const pack = openPackage(bytes, { dom });
    pack.markChanged(pack.mainPart);
    const before = unzipSync(bytes);
    const saved = unzipSync(pack.save());
    expect(strFromU8(saved["word/document.xml"] as Uint8Array)).toBe(
      strFromU8(before["word/document.xml"] as Uint8Array),
    );
  });

  test("adds parts with content type and relationship", () => {
    const pack = openPackage(buildDocx({ body: paragraph("a") }), { dom });
    pack.addPart("word/comments.xml", "application/comments+xml", "<comments/>");
    const id = pack.addRelationship("word/document.xml", "comments", "word/comments.xml");
    const again = openPackage(pack.save(), { dom });
    expect(again.contentType("word/comments.xml")).toBe("application/comments+xml");
    expect(again.relationships("word/document.xml")).toEqual([
      expect.objectContaining({ id, kind: "comments", target: "word/comments.xml", external: false }),
    ]);
    expect(again.related("word/document.xml", "comments")).toBe("word/comments.xml");
  });

  test("reads UTF-16 parts and writes them as UTF-8", () => {
    const parts = unzipSync(buildDocx({ body: paragraph("日本") }));
    const text = strFromU8(parts["word/document.xml"] as Uint8Array).replace("UTF-8", "UTF-16");
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    const pack = openPackage(zipSync({ ...parts, "word/document.xml": utf16 }), { dom });
    pack.markChanged("word/document.xml");
    expect(strFromU8(pack.bytes("word/document.xml"))).toContain("日本");
    expect(strFromU8(pack.bytes("word/document.xml"))).toContain('encoding="UTF-8"');
  });
});
