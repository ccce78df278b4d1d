import { chooseModel, defaultModelFor, explainModels } from "@genai-office/shared/models";
import { countText } from "@genai-office/shared/language";
import { modelCard } from "./cards";

const night = new Date("2026-10-02T01:30:00+09:00");
const question = { task: "summarize", class: "2", now: night } as const;

test("every card is named with the reason why it cannot be used", () => {
  const cards = [
    modelCard("gone", { retires: "2026-10-01" }),
    modelCard("elsewhere"),
    modelCard("translator", { tasks: ["translate"] }),
    modelCard("uncleared", { clearance: "1" }),
    modelCard("abroad", { region: "other" }),
    modelCard("english", { languages: ["en"] }),
    modelCard("asleep", { hours: { from: "08:00", to: "24:00" } }),
    modelCard("fine"),
  ];
  const explained = explainModels(cards, {
    ...question,
    languages: ["ja"],
    isConnected: ({ id }) => id !== "elsewhere",
  });
  expect(explained.map(({ card, usable, reason }) => [card.id, usable, reason])).toEqual([
    ["gone", false, "retired"],
    ["elsewhere", false, "not-connected"],
    ["translator", false, "not-this-task"],
    ["uncleared", false, "not-cleared"],
    ["abroad", false, "not-cleared"],
    ["english", false, "not-this-language"],
    ["asleep", false, "closed"],
    ["fine", true, undefined],
  ]);
  expect(explained[6]!.opensAt).toEqual(new Date("2026-10-02T08:00:00+09:00"));
  expect(explainModels(cards, { ...question, class: "3" }).filter(({ usable }) => usable)).toEqual([]);
});

test("size: a task that cuts its source tells the steps, one that cannot is too small", () => {
  const cards = [
    modelCard("small", { tasks: ["summarize", "reply"] }),
    modelCard("large", { tasks: ["summarize", "reply"], contextTokens: 200_000 }),
  ];
  const source = countText("あ".repeat(20_000));
  const summaries = explainModels(cards, { ...question, source });
  expect(summaries.map(({ usable, steps }) => [usable, steps])).toEqual([
    [true, 4],
    [true, 1],
  ]);
  const replies = explainModels(cards, { ...question, task: "reply", source });
  expect(replies.map(({ usable, reason, steps }) => [usable, reason, steps])).toEqual([
    [false, "too-small", 4],
    [true, undefined, 1],
  ]);
  expect(explainModels(cards, { ...question, whole: true, source })[0]!.reason).toBe("too-small");
  expect(explainModels(cards, { ...question, source, stepsOf: () => 9 })[0]!.steps).toBe(9);
  expect(explainModels(cards, question)[0]!.steps).toBeUndefined();
});

test("retirement of the model and of its fallbacks is told ahead", () => {
  const cards = [
    modelCard("a", { fallbacks: ["b", "c"], retires: "2026-11-01" }),
    modelCard("b", { retires: "2026-09-01" }),
    modelCard("c", { retires: "2026-12-31" }),
  ];
  expect(explainModels(cards, question)[0]!.warnings.map(({ code, values }) => [code, values])).toEqual([
    ["model-retires-soon", { model: "a", date: "2026-11-01", days: 30 }],
    ["fallback-retired", { model: "b", date: "2026-09-01", days: -31, for: "a" }],
  ]);
});

test("the default by task and class", () => {
  const defaults = { summarize: { "1": "open", "2": "cleared" }, translate: "cleared" } as const;
  expect(defaultModelFor(defaults, "summarize", "none")).toBe("open");
  expect(defaultModelFor(defaults, "summarize", "1")).toBe("open");
  expect(defaultModelFor(defaults, "summarize", "2")).toBe("cleared");
  expect(defaultModelFor(defaults, "summarize", "unknown")).toBe("cleared");
  expect(defaultModelFor(defaults, "summarize", "3")).toBeUndefined();
  expect(defaultModelFor({ summarize: { "2": "cleared" } }, "summarize", "1")).toBe("cleared");
  expect(defaultModelFor({ summarize: { "1": "open" } }, "summarize", "2")).toBeUndefined();
  expect(defaultModelFor(defaults, "translate", "2")).toBe("cleared");
  expect(defaultModelFor(defaults, "reply", "1")).toBeUndefined();
  const cards = [modelCard("first"), modelCard("open", { clearance: "1" }), modelCard("cleared")];
  const wish = { task: "summarize", today: "2026-10-01", defaults } as const;
  expect(chooseModel(cards, { ...wish, class: "1" })?.id).toBe("open");
  expect(chooseModel(cards, { ...wish, class: "2" })?.id).toBe("cleared");
  expect(chooseModel(cards, { ...wish, class: "2", preferred: "first" })?.id).toBe("first");
  expect(chooseModel(cards, { ...wish, class: "2", defaults: { summarize: { "2": "open" } } })?.id).toBe("first");
});
