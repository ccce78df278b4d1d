import {
  chooseModel,
  defaultsAmong,
  eligibleModels,
  isRetired,
  retirementWarning,
  stepBudget,
} from "@genai-office/shared/models";
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
    [
      "a default by class that may not receive it",
      { models: [card({ clearance: "1" })], default: { summarize: { "1": "one", "2": "one" } } },
      /default\.summarize\.2: "one" may not receive class 2/,
    ],
    [
      "a default abroad for class 2",
      { models: [card({ region: "other" })], default: { summarize: { "2": "one" } } },
      /may not receive class 2/,
    ],
    ["a default for class 3", { models: [card()], default: { summarize: { "3": "one" } } }, /the file: default/],
    [
      "a fallback nobody is",
      { models: [card({ fallbacks: ["two"] })] },
      /model "one": fallbacks: there is no model "two"/,
    ],
    ["a fallback that is itself", { models: [card({ fallbacks: ["one"] })] }, /cannot stand in for itself/],
    [
      "a fallback twice",
      { models: [card({ fallbacks: ["two", "two"] }), card({ id: "two" })] },
      /fallbacks: "two" is named twice/,
    ],
    [
      "a fallback for other tasks",
      { models: [card({ fallbacks: ["two"] }), card({ id: "two", tasks: ["chat"] })] },
      /"two" does none of its tasks/,
    ],
    [
      "a circle that retires as a whole",
      {
        models: [
          card({ fallbacks: ["two"], retires: "2026-11-30" }),
          card({ id: "two", fallbacks: ["one"], retires: "2026-11-30" }),
        ],
      },
      /model "one": fallbacks: they lead in a circle/,
    ],
    ["an AI app that summarizes", { models: [card({ contract: "exapps" })] }, /contract exapps does only research/],
    [
      "an AI app with chat",
      { models: [card({ contract: "ai-app", tasks: ["research", "chat"] })] },
      /does only research/,
    ],
    ["a model that researches", { models: [card({ tasks: ["summarize", "research"] })] }, /so no research/],
    ["a translator that summarizes", { models: [card({ contract: "plamo-translate" })] }, /does only translate/],
    [
      "a translator of other languages",
      { models: [card({ contract: "plamo-translate", tasks: ["translate"], languages: ["ja", "fr"] })] },
      /plamo-translate knows ja and en/,
    ],
    [
      "a server that claims to be local",
      { models: [card({ region: "local" })] },
      /local is the region of the contract offline/,
    ],
    ["hours of nothing", { models: [card({ hours: { from: "08:00", to: "08:00" } })] }, /from and to are the same/],
    [
      "hours from midnight's end",
      { models: [card({ hours: { from: "24:00", to: "08:00" } })] },
      /must be before 24:00/,
    ],
    ["an impossible time", { models: [card({ hours: { from: "8:00", to: "24:00" } })] }, /hours\.from: must be a time/],
    [
      "a field that is documented and assumed",
      { models: [card({ assumed: ["region"], sources: { region: "somewhere" } })] },
      /"region" cannot be documented and assumed/,
    ],
    [
      "a source of no field",
      { models: [card({ sources: { colour: "somewhere" } })] },
      /sources: there is no field "colour"/,
    ],
    [
      "what only a relay measures",
      { models: [{ ...card(), measured: ["tokensPerCharacter"] }] },
      /model "one": measured/,
    ],
  ])("%s is named in the error", (_what, json, message) => {
    expect(() => parseCatalogue(json)).toThrow(message);
  });
});

test("circles are fine as long as somebody stays", () => {
  const models = [
    card({ fallbacks: ["two"], retires: "2026-11-30" }),
    card({ id: "two", fallbacks: ["one"], retires: "2027-11-30" }),
  ];
  expect(readCatalogue({ models }).models).toHaveLength(2);
  const by = { models: [card()], default: { summarize: { "1": "one", "2": "one" } } };
  expect(readCatalogue(by).default).toEqual(by.default);
});

test("the defaults that are left when models are not offered", () => {
  const defaults = { summarize: { "1": "a", "2": "b" }, translate: "b", chat: { "2": "b" } } as const;
  expect(defaultsAmong(defaults, new Set(["a"]))).toEqual({ summarize: { "1": "a" } });
  expect(defaultsAmong(defaults, new Set(["a", "b"]))).toEqual(defaults);
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
