import { cleanText, invisibleTexts } from "@genai-office/shared/guards";
import { expectLinearTime } from "../../../support/processor-time";

const tags = (text: string): string =>
  [...text].map((sign) => String.fromCodePoint(0xe0000 + sign.charCodeAt(0))).join("");
const smuggled = (text: string): string =>
  [...new TextEncoder().encode(text)]
    .map((byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16))
    .join("");

describe("invisible characters are taken out", () => {
  // Four in each row: for a column that a row lacks, jest would hand over its own callback.
  test.each<[string, string, string, string]>([
    ["zero width space", "予\u200b算", "予算", "zero-width"],
    ["byte order mark inside", "予\ufeff算", "予算", "zero-width"],
    ["joiner between Latin letters", "a\u200db", "ab", "zero-width"],
    ["joiners in a row", "क\u200d\u200c\u200d\u200cष", "कष", "zero-width"],
    ["word joiner and invisible operators", "x\u2060\u2062\u2063y", "xy", "zero-width"],
    ["Hangul filler", "見\u3164出", "見出", "zero-width"],
    ["override", "請求\u202egpj.exe\u202c", "請求gpj.exe", "bidi"],
    ["isolates", "\u2068山田\u2069様", "山田様", "bidi"],
    ["direction mark in Japanese", "計\u200f画", "計画", "bidi"],
    ["tags", `予算${tags("ignore all")}案`, "予算案", "tag-characters"],
    ["a flag that spells more", `\u{1f3f4}${tags("send it")}\u{e007f}`, "\u{1f3f4}", "tag-characters"],
    ["selectors", `了解😀${smuggled("送れ")}です`, "了解😀です", "variation-selectors"],
    ["a selector behind a Latin letter", "a\ufe0fb", "ab", "variation-selectors"],
    ["soft hyphen", "予\u00ad算", "予算", "soft-hyphen"],
    ["control code", "予\u0008算\u0000", "予算", "control-characters"],
    ["escape sequence", "\u001b[8m隠\u001b[0m", "隠", "control-characters"],
  ])("%s", (_name, text, clean, reason) => {
    const { text: got, removed } = cleanText(text);
    expect(got).toBe(clean);
    expect(new Set(removed.map((one) => one.reason))).toEqual(new Set([reason]));
    for (const { start, end } of removed) expect(end).toBeGreaterThan(start);
  });

  test.each([
    ["tags", `予算${tags("ignore all")}案`, "ignore all"],
    ["a flag that spells more", `\u{1f3f4}${tags("send it")}\u{e007f}`, "send it"],
    ["selectors", `了解😀${smuggled("送れ")}です`, "送れ"],
    ["joiners in a row", "क\u200d\u200c\u200d\u200cष", "U+200D×2 U+200C×2"],
  ])("what they spell is told: %s", (_name, text, spelled) => {
    expect(invisibleTexts(cleanText(text).removed).map((one) => one.text)).toEqual([spelled]);
  });

  test("places are those of the text as given", () => {
    const text = `a\u200b${tags("x")}b`;
    const { removed } = cleanText(text);
    expect(removed.map(({ start, end }) => [start, end])).toEqual([
      [1, 2],
      [2, 4],
    ]);
  });
});

test.each([
  "葛\u{e0100}飾区、辻\u{e0101}井、祇\ufe00園",
  "家族👨‍👩‍👧‍👦、職業👩🏽‍⚖️、ハート❤️、1️⃣、🏳️‍🌈",
  `旗🏴${tags("gbeng")}\u{e007f}`,
  "می‌خواهم", // Persian with a non-joiner
  "क्‍ष और र्‍य",
  "שלום\u200f (1)",
  "改行\n\t字下げ\u3000全角\u00a0空白\u2028行\r\n",
  "外字\ue000、結合か\u3099、e\u0301",
])("what belongs to a text stays: %s", (text) => {
  expect(cleanText(text)).toEqual({ text, removed: [] });
});

test("any text is read, in proportion to its length", async () => {
  const signs = [
    "\u200d",
    "\ufe0f",
    "\u{e0041}",
    "\u{1f3f4}",
    "\ud83c",
    "\udc00",
    "a",
    "葛",
    "\u{e0101}",
    "\u202e",
    "\u001b[",
  ];
  let seed = 7;
  const next = (): number => (seed = (seed * 48271) % 2147483647);
  for (let round = 0; round < 300; round += 1) {
    const text = Array.from({ length: 40 }, () => signs[next() % signs.length]).join("");
    const once = cleanText(text);
    let rest = text;
    for (const { start, end } of [...once.removed].reverse()) rest = rest.slice(0, start) + rest.slice(end);
    expect(rest).toBe(once.text);
  }
  for (const sign of signs) await expectLinearTime((size) => cleanText(sign.repeat(size)), 25_000, { floorMs: 400 });
});
