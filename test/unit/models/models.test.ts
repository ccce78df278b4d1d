import { chooseModel, eligibleModels, isRetired, retirementWarning, stepBudget } from "@genai-office/shared/models";
import { parseCatalogue, readCatalogue } from "@genai-office/shared/models/catalogue";
import type { ModelCard } from "@genai-office/shared/vocabulary";

const card = (changes: Partial<ModelCard> = {}): ModelCard => ({
  id: "one",
  name: { ja: "一号", en: "One" },
  maker: "Maker",
  domestic: true,
  contract: "openai",
  contextTokens: 8192,
  outputTokens: 2048,
  tokensPerCharacter: 1.2,
  clearance: "2",
  region: "jp",
  tasks: ["summarize"],
  languages: ["ja", "en"],
  assumed: ["contextTokens"],
  ...changes,
});

describe("catalogue", () => {
  test("reads cards and defaults", () => {
    const json = { models: [card(), card({ id: "two", retires: "2026-11-30" })], default: { summarize: "two" } };
    expect(readCatalogue(json).default).toEqual({ summarize: "two" });
    expect(parseCatalogue(json)).toEqual(json.models);
  });

  test.each<[string, unknown, RegExp]>([
    ["no object", 3, /the file/],
    ["no models", { models: [] }, /the file: models: must hold a model/],
    ["a wrong clearance", { models: [card({ clearance: "3" as never })] }, /model "one": clearance/],
    ["a misspelt field", { models: [{ ...card(), clearence: "1" }] }, /model "one": clearence/],
    ["a missing name", { models: [card({ name: { ja: "一" } as never })] }, /model "one": name\.en/],
    ["a card without id", { models: [card(), { ...card(), id: "" }] }, /model number 2: id/],
    ["no number of tokens", { models: [card({ contextTokens: 0 })] }, /model "one": contextTokens: must be at least 1/],
    ["an impossible date", { models: [card({ retires: "2026-02-30" })] }, /model "one": retires: must be a date/],
    ["an id twice", { models: [card(), card()] }, /"one" is listed twice/],
    ["more output than context", { models: [card({ outputTokens: 9000 })] }, /outputTokens: must not exceed/],
    ["an unknown assumption", { models: [card({ assumed: ["colour"] })] }, /assumed: there is no field "colour"/],
    [
      "an unknown default",
      { models: [card()], default: { summarize: "x" } },
      /default\.summarize: there is no model "x"/,
    ],
    ["a default for another task", { models: [card()], default: { chat: "one" } }, /does not list that task/],
  ])("%s is named in the error", (_what, json, message) => {
    expect(() => parseCatalogue(json)).toThrow(message);
  });
});

describe("choice", () => {
  const cards = [
    card({ id: "old", retires: "2026-01-01" }),
    card({ id: "open", clearance: "1" }),
    card({ id: "abroad", region: "other" }),
    card({ id: "cleared" }),
    card({ id: "second" }),
  ];
  const wish = { task: "summarize", class: "none", today: "2026-06-01" } as const;

  test("the person's choice, then the default, then the first", () => {
    expect(chooseModel(cards, { ...wish, preferred: "second", defaultModel: "cleared" })?.id).toBe("second");
    expect(chooseModel(cards, { ...wish, preferred: "old", defaultModel: "cleared" })?.id).toBe("cleared");
    expect(chooseModel(cards, wish)?.id).toBe("open");
  });

  test("class 2 and unknown only go to cleared models in Japan; class 3 to none", () => {
    for (const cls of ["2", "unknown"] as const) {
      expect(eligibleModels(cards, { ...wish, class: cls }).map(({ id }) => id)).toEqual(["cleared", "second"]);
      expect(chooseModel(cards, { ...wish, class: cls, preferred: "open" })?.id).toBe("cleared");
    }
    expect(chooseModel(cards, { ...wish, class: "3" })).toBeUndefined();
  });

  test("a task nobody does", () => {
    expect(chooseModel(cards, { ...wish, task: "chat" })).toBeUndefined();
  });
});

describe("retirement", () => {
  test("the last day still counts", () => {
    expect(isRetired(card({ retires: "2026-11-30" }), "2026-11-30")).toBe(false);
    expect(isRetired(card({ retires: "2026-11-30" }), "2026-12-01")).toBe(true);
    expect(isRetired(card(), "2099-01-01")).toBe(false);
  });

  test("warned of 60 days ahead", () => {
    const retiring = card({ retires: "2026-11-30" });
    expect(retirementWarning(retiring, "2026-09-30")).toBeUndefined();
    expect(retirementWarning(retiring, "2026-10-31")).toMatchObject({
      code: "model-retires-soon",
      severity: "warning",
      values: { model: "one", date: "2026-11-30", days: 30 },
    });
    expect(retirementWarning(retiring, "2026-12-01")).toMatchObject({ code: "model-retired", severity: "error" });
    expect(retirementWarning(card(), "2026-12-01")).toBeUndefined();
  });
});

describe("budget of a step", () => {
  test("the planning values of the reference", () => {
    const small = stepBudget(card());
    expect(small.sourceCharacters).toBeGreaterThan(4000);
    expect(small.sourceCharacters).toBeLessThan(4600);
    expect(small.outputCharacters).toBeGreaterThan(1500);
    const middle = stepBudget(card({ contextTokens: 32768, outputTokens: 4096 }));
    expect(middle.sourceCharacters).toBeGreaterThan(21500);
    expect(middle.sourceCharacters).toBeLessThan(22500);
  });

  test("source, answer and prompt fit the context, also where the card claims too much", () => {
    for (const contextTokens of [512, 2048, 4096, 8192, 200_000]) {
      for (const outputTokens of [256, 1024, contextTokens]) {
        const model = card({ contextTokens, outputTokens: Math.min(outputTokens, contextTokens) });
        const { sourceCharacters, outputCharacters } = stepBudget(model);
        expect(sourceCharacters).toBeGreaterThan(0);
        expect(outputCharacters).toBeGreaterThan(0);
        expect((sourceCharacters + outputCharacters) * 1.2).toBeLessThan(contextTokens);
      }
    }
  });
});
