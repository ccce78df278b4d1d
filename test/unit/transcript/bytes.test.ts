import { transcriptLimits } from "@genai-office/shared/transcript";
import type { GenaiError } from "@genai-office/shared/vocabulary";
import { zipSync } from "fflate";
import iconv from "iconv-lite";
import { buildDocx } from "../../support/docx-builder";
import { iso2022jp } from "../../support/iso-2022-jp";
import { read, said } from "./read";

const text = "WEBVTT\r\n\r\n00:00:01.000 --> 00:00:02.000\r\n<v 髙橋 花子>予算は一億円です。よろしいですか。</v>\r\n";
const expected = ["髙橋 花子@1:予算は一億円です。よろしいですか。"];
const plain = text.replace("髙", "高");
const code = (name: string): GenaiError => expect.objectContaining({ code: name }) as GenaiError;

function wide(words: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\ufeff" : ""), ...words].flatMap((character) =>
    [...character].flatMap((one) => Array.from({ length: one.length }, (_none, index) => one.charCodeAt(index))),
  );
  return Uint8Array.from(units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe("bytes of a transcript", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16 LE", wide(text, true, false)],
    ["UTF-16 LE with a mark", wide(text, true, true)],
    ["UTF-16 BE", wide(text, false, false)],
    ["UTF-16 BE with a mark", wide(text, false, true)],
    ["Shift_JIS", new Uint8Array(iconv.encode(text, "cp932"))],
  ])("are told: %s", (_name, bytes) => {
    const transcript = read(bytes);
    expect(said(transcript)).toEqual(expected);
    expect(transcript.problems).toEqual([]);
  });

  it.each([
    ["EUC-JP", new Uint8Array(iconv.encode(plain, "eucjp"))],
    ["ISO-2022-JP", iso2022jp(plain)],
  ])("are told: %s", (_name, bytes) => {
    expect(said(read(bytes))).toEqual(expected.map((line) => line.replace("髙", "高")));
  });

  it("are UTF-16 also where hardly a character is Latin", () => {
    const words = "○山田委員　それでは始めます。資料を御覧ください。\n○佐藤委員　はい、分かりました。\n";
    for (const little of [true, false])
      expect(said(read(wide(words, little, false), "a.txt"))).toEqual([
        "山田委員@-:それでは始めます。資料を御覧ください。",
        "佐藤委員@-:はい、分かりました。",
      ]);
  });

  it("may be damaged here and there", () => {
    const bytes = new TextEncoder().encode(text.repeat(3));
    bytes[bytes.length - 12] = 0xff;
    const transcript = read(bytes);
    expect(transcript.utterances.length).toBeGreaterThan(0);
    expect(transcript.problems.map(({ kind }) => kind)).toContain("unreadable-bytes");
  });

  it.each([
    ["windows-1252", "Ana: It’s “fine” – 50 €\nBen: Très élevé à Noël\nAna: ok", "win1252"],
    ["windows-1252 of one letter", "Ana: It’s fine\nBen: Yes\nAna: ok", "win1252"],
    ["Shift_JIS with rows of makers", "西村：①㈱東の髙﨑様、№５。\n東：はい。\n西村：Ⅲ期です。", "cp932"],
    ["Shift_JIS with half-width katakana", "西村：ｶﾞｽ代は三万円です。\n東：はい。\n西村：ﾃｽﾄです。", "cp932"],
    ["EUC-JP", "西村：資料を御覧ください。\n東：はい。\n西村：では。", "eucjp"],
  ])("are told where letters decide: %s", (_name, words, charset) => {
    const transcript = read(new Uint8Array(iconv.encode(words, charset)), "a.txt");
    expect(
      transcript.utterances.map(({ speaker, text }) => `${speaker}${words.includes("：") ? "：" : ": "}${text}`),
    ).toEqual(words.split("\n"));
    expect(transcript.problems).toEqual([]);
  });

  it("end their lines as they like", () => {
    for (const end of ["\n", "\r", "\r\n"]) expect(said(read(text.replaceAll("\r\n", end)))).toEqual(expected);
  });
});

describe("what is no transcript", () => {
  it("is refused by name", () => {
    expect(() => read(new Uint8Array())).toThrow(code("document-empty"));
    expect(() => read("  \n ")).toThrow(code("document-empty"));
    expect(() => read("%PDF-1.7 ...")).toThrow(code("document-unsupported"));
    expect(() => read(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]))).toThrow(code("document-protected"));
    expect(() => read(zipSync({ "a.txt": new Uint8Array(3) }), "a.docx")).toThrow(code("document-unsupported"));
    expect(() => read(buildDocx({ body: "<w:p/>" }).subarray(0, 500), "a.docx")).toThrow(code("document-unsupported"));
    expect(() => read(new Uint8Array(transcriptLimits.fileBytes + 1))).toThrow(code("input-too-large"));
  });

  it("may not unfold to more than a transcript has", () => {
    const bomb = zipSync({ "word/document.xml": new Uint8Array(1000) });
    // What the directory of the package says of the part's size (APPNOTE 4.3.12) is all that tells before it is unfolded.
    const entry = Buffer.from(bomb).indexOf("PK\u0001\u0002", 0, "latin1");
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(entry + 24, transcriptLimits.partBytes + 1, true);
    expect(() => read(bomb, "a.docx")).toThrow(code("input-too-large"));
  });

  it("expands no entity of a Word file", () => {
    const parts = {
      "word/document.xml": new TextEncoder().encode(
        '<!DOCTYPE w:document [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document><w:body><w:p><w:r><w:t>山田委員：&b;です。</w:t></w:r></w:p></w:body></w:document>',
      ),
    };
    expect(said(read(zipSync(parts), "a.docx"))).toEqual(["山田委員@-:&b;です。"]);
  });

  it("says when nothing was said", () => {
    expect(read("WEBVTT\n\n").problems).toEqual([{ kind: "no-utterances", at: undefined }]);
  });
});
