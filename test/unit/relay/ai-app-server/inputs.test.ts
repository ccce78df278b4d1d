import { decodeBase64 } from "../../../../relay/src/ai-app-server/inputs/decode-base64";
import { decodeText } from "../../../../relay/src/ai-app-server/inputs/decode-text";
import { readDocx } from "../../../../relay/src/ai-app-server/inputs/read-docx";
import { ZipArchive, ZipProblem } from "../../../../relay/src/ai-app-server/inputs/zip-archive";
import { FilledForm } from "../../../../relay/src/ai-app-server/form/filled-form";
import { aiApps } from "../../../../relay/src/ai-app-server/apps";
import { buildDocx, paragraph } from "../../../support/docx-builder";
import { expectLinearTime } from "../../../support/processor-time";

describe("texts in the encodings of Japanese offices", () => {
  const sentence = "議事録は六月に公開する。";
  const utf16be = (text: string): Buffer => Buffer.from(text, "utf16le").swap16();
  test.each<[string, Buffer, string]>([
    ["UTF-8", Buffer.from(sentence), sentence],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${sentence}`), sentence],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${sentence}`, "utf16le"), sentence],
    ["UTF-16, the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(sentence)]), sentence],
    ["UTF-16 without its mark", Buffer.from(`第1\n${sentence}`, "utf16le"), `第1\n${sentence}`],
    ["UTF-16 without its mark, the other way round", utf16be(`第1\n${sentence}`), `第1\n${sentence}`],
    ["Shift_JIS", Buffer.from("8e4f8c8e82cc975c8e5a", "hex"), "三月の予算"],
    ["Shift_JIS of Windows", Buffer.from("878a87408d82", "hex"), "㈱①高"],
    ["half-width katakana in Shift_JIS", Buffer.from("c3bdc4", "hex"), "ﾃｽﾄ"],
    ["EUC-JP", Buffer.from("bbb0b7eea4cecdbdbbbb", "hex"), "三月の予算"],
    ["ISO-2022-JP", Buffer.from("1b2442" + "3b3037" + "6e" + "1b2842", "hex"), "三月"],
    ["nothing", Buffer.alloc(0), ""],
  ])("%s", (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test("what is none of them is not guessed at", () => {
    expect(decodeText(Buffer.from([0xff, 0xfe, 0x00]))).toBeUndefined();
    expect(decodeText(Buffer.from([0xfd, 0x80, 0xff, 0xa0]))).toBeUndefined();
  });
});

describe("base64", () => {
  test("strict, and its size is known before it is decoded", () => {
    expect(decodeBase64(Buffer.from("予算").toString("base64"), 6)).toEqual(Buffer.from("予算"));
    expect(decodeBase64("5LqI\r\n566X", 6)).toEqual(Buffer.from("予算"));
    for (const broken of ["A", "AA=A", "####", "AAA", "data:text/plain;base64,AAAA"])
      expect(decodeBase64(broken, 100)).toBeUndefined();
    expect(decodeBase64("AAAAAAAA", 5)).toBe("too-large");
    expect(decodeBase64("AAAAAAA=", 5)).toEqual(Buffer.alloc(5));
  });
});

describe("Word documents", () => {
  test("body without deleted text, every header and footer, whatever the parts are called", async () => {
    const bytes = buildDocx({
      mainPart: "document/本文.xml",
      body:
        paragraph("一") +
        "<w:p><w:del><w:r><w:delText>消した</w:delText></w:r></w:del><w:ins><w:r><w:t>足した</w:t></w:r></w:ins></w:p>" +
        paragraph("二"),
      headers: { rId50: paragraph("機密性2情報"), rId51: paragraph("二頁目から") },
      footers: { rId60: paragraph("取扱注意") },
    });
    expect(await readDocx(bytes)).toEqual({
      paragraphs: ["一", "足した", "二"],
      headers: ["機密性2情報", "二頁目から"],
      footers: ["取扱注意"],
      labels: [],
      hidden: [{ text: "消した", reason: "deleted" }],
    });
  });

  test("hidden text is kept back and told", async () => {
    const hidden = (properties: string, text: string): string =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
    const bytes = buildDocx({
      body: `<w:p><w:r><w:t>予算案</w:t></w:r>${hidden("<w:vanish/>", "隠し文字")}${hidden('<w:rStyle w:val="S"/>', "様式で隠す")}</w:p>`,
      styles: '<w:style w:type="character" w:styleId="S"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>',
    });
    expect(await readDocx(bytes)).toMatchObject({
      paragraphs: ["予算案"],
      hidden: [
        { text: "隠し文字", reason: "vanish" },
        { text: "様式で隠す", reason: "color" },
      ],
    });
  });

  test("no Word document, a cut one, two entries of one name", async () => {
    const good = buildDocx({ body: paragraph("一") });
    await expect(readDocx(Buffer.from("本文"))).rejects.toMatchObject({ reason: "not-a-zip" });
    await expect(readDocx(good.subarray(0, good.length - 30))).rejects.toMatchObject({ reason: "broken" });
    // The names of two entries made the same, in the directory and before the entries themselves.
    const twice = buildDocx({ body: paragraph("一"), parts: { "word/document.xmx": "<w:document/>" } });
    const same = Buffer.from(
      Buffer.from(twice).toString("latin1").replaceAll("document.xmx", "document.xml"),
      "latin1",
    );
    await expect(readDocx(same)).rejects.toMatchObject({ reason: "broken" });
    const archive = ZipArchive.open(good, 1_000_000);
    expect(archive.has("word/document.xml")).toBe(true);
    expect(await archive.read("nothing")).toBeUndefined();
    const small = ZipArchive.open(good, 100);
    await expect(small.read("word/document.xml")).rejects.toMatchObject({ reason: "too-large" });
  });
});

describe("hostile Word documents", () => {
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const reasonOf = (bytes: Uint8Array): Promise<unknown> =>
    readDocx(bytes).then(
      () => "read",
      (error: unknown) => (error as ZipProblem).reason,
    );

  test("a directory that names the same bytes again and again is broken", async () => {
    const xml = Buffer.from(`<w:document><w:body>${paragraph("予算案").repeat(1000)}</w:body></w:document>`);
    const alias = aliasedZip(xml, 5_000);
    expect(() => ZipArchive.open(alias, 1_000_000)).toThrow(ZipProblem);
  });

  test("a stored entry that announces no size is broken, and none counts as less than it holds", async () => {
    const archive = ZipArchive.open(aliasedZip(Buffer.alloc(5_000), 1), 1_000_000);
    await expect(archive.read("0.xml")).rejects.toMatchObject({ reason: "broken" });
    const small = ZipArchive.open(aliasedZip(Buffer.alloc(5_000), 1), 4_999);
    await expect(small.read("0.xml")).rejects.toMatchObject({ reason: "too-large" });
  });

  test("relationships that never end, and targets that are no address", async () => {
    await expectLinearTime(async (count) => {
      const parts = { "_rels/.rels": `<Relationships>${"<Relationship ".repeat(count)}` };
      expect(await reasonOf(buildDocx({ body: paragraph("一"), parts }))).toBe("not-a-zip");
    }, 20_000);
    const odd = { "_rels/.rels": `<Relationship Type="${type}/officeDocument" Target="http://["/>` };
    expect(await reasonOf(buildDocx({ body: paragraph("一"), parts: odd }))).toBe("broken");
    const prefixed = { "_rels/.rels": `<p:Relationship Type='${type}/officeDocument' Target='/word/document.xml'/>` };
    expect(await reasonOf(buildDocx({ body: paragraph("一"), parts: prefixed }))).toBe("read");
  });

  test("a header of 200,000 paragraphs is read, and other work goes on meanwhile", async () => {
    const bytes = buildDocx({ body: paragraph("一"), headers: { rId50: paragraph("x").repeat(200_000) } });
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    expect((await readDocx(bytes)).headers).toHaveLength(200_000);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  /** A zip whose directory names one stored entry, announced with size 0, `count` times. */
  function aliasedZip(content: Buffer, count: number): Uint8Array {
    const local = Buffer.alloc(30 + 5);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt16LE(5, 26);
    local.write("0.xml", 30);
    const directory = Array.from({ length: count }, (_, index) => {
      const name = `${index}.xml`;
      const record = Buffer.alloc(46 + name.length);
      record.writeUInt32LE(0x02014b50, 0);
      record.writeUInt32LE(content.length, 20);
      record.writeUInt16LE(name.length, 28);
      record.write(name, 46);
      return record;
    });
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(count, 10);
    end.writeUInt32LE(local.length + content.length, 16);
    return Buffer.concat([local, content, ...directory, end]);
  }
});

describe("the filled form", () => {
  const { form } = aiApps.get("summarize")!;
  const filled = (inputs: Record<string, unknown>): FilledForm => new FilledForm(form, inputs);

  test("choices: the default for what was left alone, numbers for texts, nothing that was not offered", () => {
    expect(filled({}).choice("length")).toBe("300");
    expect(filled({ length: "" }).choice("length")).toBe("300");
    expect(filled({ length: 100 }).choice("length")).toBe("100");
    expect(filled({ length: "page" }).choice("length")).toBe("page");
    for (const length of ["301", 1e6, true, ["100"], { a: 1 }])
      expect(() => filled({ length }).choice("length")).toThrow();
  });

  test("ticks: a value, several joined by commas, a lone box; nothing else is a tick", () => {
    for (const confirmed of ["confirmed", "other,confirmed", "confirmed,other", true])
      expect(filled({ confirmed }).ticked("confirmed")).toBe(true);
    for (const confirmed of [false, "", null, undefined, "false", "confirm", "unconfirmed", 1])
      expect(filled({ confirmed }).ticked("confirmed")).toBe(false);
    expect(filled(JSON.parse('{"__proto__":{"confirmed":true}}') as Record<string, unknown>).ticked("confirmed")).toBe(
      false,
    );
  });

  test("texts have the limit of their field", () => {
    expect(filled({ instruction: 5 }).text("instruction")).toBe("5");
    expect(() => filled({ instruction: "あ".repeat(2_001) }).text("instruction")).toThrow(
      expect.objectContaining({ code: "input-too-large", sentence: expect.stringContaining("2,000字") }),
    );
  });
});
