import { countCharacters, estimateTokens } from "@genai-office/shared/language";

test.each([
  ["", 0],
  ["要約する。", 5],
  ["一行目　 \r\n二行目", 6],
  ["　字下げ", 4],
  ["𠮷野家で😀", 5],
  ["か\u3099", 1],
  ["葛\u{e0100}城", 2],
])("%j has %i characters", (text, expected) => {
  expect(countCharacters(text)).toBe(expected);
});

test("tokens follow the card for Japanese and stay below it for English", () => {
  const card = { tokensPerCharacter: 1.2 };
  expect(estimateTokens("要約".repeat(50), card)).toBe(120);
  const english = "The committee agreed on the budget. ";
  expect(estimateTokens(english, card)).toBeLessThan(english.length / 2);
  expect(estimateTokens("", card)).toBe(0);
  // Japanese without a single space is not one word.
  expect(estimateTokens("あ".repeat(65000), card)).toBe(78000);
});
