import { foldWidth, normaliseWithOffsets } from "@genai-office/shared/language";

test("foldWidth makes one spelling of digits, letters and signs and keeps offsets", () => {
  const text = "１，２５０万円　（ＡＢ～）−３〜５，￥１００。";
  const folded = foldWidth(text);
  expect(folded).toBe("1,250万円 (AB~)-3~5,¥100。");
  expect(folded).toHaveLength(text.length);
});

test("foldWidth leaves alone what would change the length", () => {
  expect(foldWidth("ｶﾞｽ①㎡")).toBe("ｶﾞｽ①㎡");
});

test("normaliseWithOffsets leads back to the source", () => {
  const source = "料金はｶﾞｽ⑯㎡，か\u3099く𠮷１";
  const normalised = normaliseWithOffsets(source);
  expect(normalised.text).toBe("料金はガス16m2,がく𠮷1");
  for (const [found, original] of [
    ["ガ", "ｶﾞ"],
    ["16", "⑯"],
    ["6m", "⑯㎡"],
    ["が", "か\u3099"],
    ["𠮷", "𠮷"],
    ["1", "⑯"],
    ["𠮷1", "𠮷１"],
  ] as const) {
    const start = normalised.text.indexOf(found);
    const span = [normalised.toSource(start), normalised.toSourceEnd(start + found.length)] as const;
    expect(source.slice(...span)).toBe(original);
  }
  expect(normalised.toSource(normalised.text.length)).toBe(source.length);
});
