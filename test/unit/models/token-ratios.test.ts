import { countText, ratioFromTokens, tokensOf } from "@genai-office/shared/language";
import { stepBudget, TokenRatios } from "@genai-office/shared/models";
import { modelCard } from "./cards";

const mixed = countText(
  `${"予算は1,250万円です。".repeat(60)} The budget of the Ministry is ${"to be decided ".repeat(20)}`,
);
const japanese = countText("あ".repeat(1_000));

test("the estimate turned round gives its ratio back, whatever the mixture", () => {
  for (const text of [mixed, japanese, countText("令和8年度 GENAI (源内) 12"), countText("only English words 123")]) {
    for (const ratio of [0.25, 0.35, 0.5, 0.83, 1, 1.2, 2.4]) {
      const exact = text.wide * ratio + text.letters * Math.min(0.35, ratio) + text.signs * Math.min(1, ratio);
      const found = ratioFromTokens(text, exact);
      // Without Japanese the estimate stops rising at 1, and no ratio can be told from it.
      if (text.wide === 0 && ratio >= 1) expect(found ?? 1).toBeCloseTo(1, 6);
      else expect(found).toBeCloseTo(ratio, 6);
    }
  }
  expect(ratioFromTokens(countText(""), 10)).toBeUndefined();
});

test("nothing is corrected before 2,000 characters were seen", () => {
  const ratios = new TokenRatios();
  const card = modelCard("a", { tokensPerCharacter: 1.2, assumed: ["tokensPerCharacter", "region"] });
  ratios.observe("a", japanese, 700);
  expect(ratios.ratioOf(card)).toBe(1.2);
  expect(ratios.corrected(card)).toBe(card);
  ratios.observe("a", japanese, 700);
  expect(ratios.ratioOf(card)).toBeCloseTo(0.7, 6);
  expect(ratios.corrected(card)).toMatchObject({
    tokensPerCharacter: 0.7,
    assumed: ["region"],
    measured: ["tokensPerCharacter"],
  });
  expect(ratios.ratioOf(modelCard("b", { tokensPerCharacter: 0.9 }))).toBe(0.9);
  expect(stepBudget(ratios.corrected(card)).sourceCharacters).toBeGreaterThan(stepBudget(card).sourceCharacters * 1.5);
});

test("nonsense now and then does not move it; what is always true does, within limits", () => {
  const ratios = new TokenRatios();
  for (let call = 0; call < 40; call += 1) {
    ratios.observe("a", mixed, tokensOf(mixed, { tokensPerCharacter: 0.8 }));
    if (call % 5 === 0) ratios.observe("a", japanese, 1_000_000);
    ratios.observe("a", japanese, Number.NaN);
    ratios.observe("a", japanese, 0);
    ratios.observe("a", japanese, -5);
  }
  expect(ratios.ratioOf(modelCard("a"))).toBeCloseTo(0.8, 2);
  const wild = new TokenRatios();
  for (let call = 0; call < 5; call += 1) {
    wild.observe("much", japanese, 90_000);
    wild.observe("little", japanese, 1);
  }
  expect(wild.ratioOf(modelCard("much"))).toBe(3);
  expect(wild.ratioOf(modelCard("little"))).toBe(0.2);
});

test("a model that was changed behind its name is followed; short chats and English tell nothing", () => {
  const ratios = new TokenRatios();
  for (let call = 0; call < 100; call += 1) ratios.observe("a", japanese, 700);
  for (let call = 0; call < 64; call += 1) ratios.observe("a", japanese, 1_100);
  expect(ratios.ratioOf(modelCard("a"))).toBeCloseTo(1.1, 6);
  // The frame of a chat makes ten characters look dear.
  for (let call = 0; call < 40; call += 1) ratios.observe("a", countText("あ".repeat(10)), 30);
  expect(ratios.ratioOf(modelCard("a"))).toBeCloseTo(1.1, 6);
  const english = new TokenRatios();
  for (let call = 0; call < 40; call += 1) english.observe("a", countText("The plan of the office. ".repeat(100)), 500);
  expect(english.ratioOf(modelCard("a", { tokensPerCharacter: 1.2 }))).toBe(1.2);
});
