import { tellCharset } from "../../../shared/src/charsets";
import iconv from "iconv-lite";
import { read, said } from "./read";

const encoded = (text: string, charset: string): Uint8Array => new Uint8Array(iconv.encode(text, charset));
const kana = "ｶﾄｳ：ｵﾊﾖｳｺﾞｻﾞｲﾏｽ｡\r\nｵｵﾀ：ﾃﾞﾊ､ﾊｼﾞﾒﾏｽ｡\r\nｶﾄｳ：ｱﾘｶﾞﾄｳｺﾞｻﾞｲﾏｽ｡\r\n";

describe("half-width katakana in one byte each", () => {
  it.each([
    ["with full-width signs", kana],
    ["with ASCII alone", kana.replaceAll("：", ":")],
  ])("are told: %s", (_kind, text) => {
    expect(said(read(encoded(text, "cp932"), "a.txt")).map((line) => line.replace(/@.*/, ""))).toEqual([
      "ｶﾄｳ",
      "ｵｵﾀ",
      "ｶﾄｳ",
    ]);
  });

  it.each([
    ["French", "windows-1252", "DÉJÀ VU, ÇA ET LÀ : « ÎLE », ÂGÉ, ÔTÉ, ŒUVRE, NOËL, AÏE"],
    ["Greek", "iso-8859-7", "ΚΑΛΗΜΕΡΑ ΣΑΣ ΟΛΟΥΣ ΚΑΙ ΕΥΧΑΡΙΣΤΩ ΠΟΛΥ"],
    ["Russian", "windows-1251", "ДОБРОЕ УТРО ВСЕМ УЧАСТНИКАМ СОВЕЩАНИЯ"],
    ["Thai", "windows-874", "สวัสดีครับ ขอบคุณมากครับ ยินดีต้อนรับ"],
    ["EUC-JP", "eucjp", "そのとおりだと思います。では次の議題に移ります。"],
    ["Chinese", "gbk", "大家好，现在开始开会。请看第一份材料。"],
    ["Korean", "euc-kr", "안녕하세요. 회의를 시작하겠습니다. 자료를 봐 주십시오."],
  ])("are not seen in %s", (_language, charset, text) => {
    expect(tellCharset(encoded(text, charset), charset)).not.toBe("shift_jis");
    expect(tellCharset(encoded(text, charset))).not.toBe("shift_jis");
  });
});

test("bytes of no text are refused also where they might be UTF-16", () => {
  let state = 7;
  const bytes = Uint8Array.from({ length: 6000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state >> 16) & 255;
  });
  expect(() => read(bytes, "a.txt")).toThrow(expect.objectContaining({ code: "document-unsupported" }) as Error);
});
