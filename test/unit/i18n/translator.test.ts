import { createTranslator, errorText, findingText, hasMessage, localeOf } from "@genai-office/shared/i18n";

describe("translator", () => {
  it("fills places and writes numbers with separators", () => {
    const t = createTranslator("ja");
    expect(t("scope.selection", { paragraphs: 12, characters: 12345 })).toBe("選択範囲：12段落・12,345字");
  });

  it("chooses the word by the number in English", () => {
    const t = createTranslator("en");
    expect(t("scope.selection", { paragraphs: 1, characters: 312 })).toBe("Selection: 1 paragraph, 312 characters");
    expect(t("scope.selection", { paragraphs: 2, characters: 312 })).toBe("Selection: 2 paragraphs, 312 characters");
  });

  it("leaves a place without a value visible", () => {
    expect(createTranslator("ja")("length.characters")).toBe("{characters}字");
  });

  it("does not read a value as a pattern", () => {
    expect(createTranslator("ja")("preview.label", { model: "{characters}$&" })).toBe("AIによる下書き・{characters}$&");
  });

  it("marks every text of the pseudo-locale and makes it longer", () => {
    const text = createTranslator("pseudo")("length.characters", { characters: 300 });
    expect(text).toMatch(/^［300字～+］$/);
  });

  it("takes Japanese unless the tag is English", () => {
    expect([localeOf("en-GB"), localeOf("ja-JP"), localeOf("fr-FR"), localeOf(undefined)]).toEqual([
      "en",
      "ja",
      "ja",
      "ja",
    ]);
  });

  it("knows which keys exist", () => {
    expect([hasMessage("pane.cancel"), hasMessage("pane.nothing"), hasMessage("toString")]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe("texts put together from a code", () => {
  const t = createTranslator("ja");

  it("says what an error code means", () => {
    expect(errorText(t, "connection-lost")).toContain("通信が途中で切れました");
  });

  it("says what the source has instead, where the guard knows it", () => {
    const values = { found: "1,520万円" };
    expect(findingText(t, { code: "figure-not-in-source", values })).toBe("「1,520万円」は原文にありません。");
    expect(findingText(t, { code: "figure-not-in-source", values: { ...values, nearest: "1,250万円" } })).toBe(
      "原文は「1,250万円」、出力は「1,520万円」です。",
    );
  });

  it("never drops a finding whose code it does not know", () => {
    expect(findingText(t, { code: "something-new" })).toBe("確認が必要な点があります。");
  });
});
