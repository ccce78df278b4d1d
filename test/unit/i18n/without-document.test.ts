import { createTranslator, errorsWithoutDocument, errorText } from "@genai-office/shared/i18n";
import { genaiErrorCodes } from "@genai-office/shared/vocabulary";

test.each(["ja", "en"] as const)("no error speaks of an unchanged document where none is open: %s", (locale) => {
  const translate = createTranslator(locale, errorsWithoutDocument(locale));
  for (const code of genaiErrorCodes) {
    const text = errorText(translate, code);
    expect(text).not.toMatch(/文書は変わっていません|document is unchanged/iu);
    expect(text).toMatch(/^\S.{8,}[。.)]$/su);
    expect(text).not.toMatch(/ {2}|、。|。。/u);
  }
});

test("the rest of an error stays", () => {
  const ja = createTranslator("ja", errorsWithoutDocument("ja"));
  expect(errorText(ja, "unavailable")).toBe("サービスがいま止まっています。しばらく待って、もう一度試してください。");
  expect(errorText(ja, "model-not-cleared")).toContain("何も送っていません。ほかのモデル");
});

test.each(["ja", "en"] as const)("of a file that cannot be read nobody is told to select or type: %s", (locale) => {
  const translate = createTranslator(locale, errorsWithoutDocument(locale));
  for (const code of ["document-empty", "document-unsupported", "input-too-large", "source-empty"] as const) {
    const text = errorText(translate, code);
    expect(text).not.toMatch(/範囲|入力して|段落|Word で|select|enter some|in Word/iu);
    expect(text).toMatch(locale === "ja" ? /お送りください。$/u : /send it/iu);
  }
});
