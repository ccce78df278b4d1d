import { mayReceive } from "@genai-office/shared/guards";
import { defaultSettings } from "../../../../relay/src/settings/default-settings";
import { effectiveCatalogue, sectionCatalogue } from "../../../../relay/src/settings/effective-catalogue";
import type { MinistrySettings } from "../../../../relay/src/settings/ministry-settings";
import { testCard } from "../../../support/test-step";

const catalogue = {
  models: [
    testCard({ id: "a", clearance: "1", fallbacks: ["b", "c"] }),
    testCard({ id: "b", clearance: "2" }),
    testCard({ id: "c", clearance: "1", region: "other" }),
  ],
  default: { summarize: "b", reply: { "1": "a", "2": "b" } },
};

function settingsWith(models: Partial<MinistrySettings["models"]>): MinistrySettings {
  return { ...defaultSettings, models: { ...defaultSettings.models, ...models } };
}

test("a model that is switched off is neither offered nor a default nor a fallback", () => {
  const { models, default: defaults } = effectiveCatalogue(
    catalogue,
    settingsWith({ cards: { b: { enabled: false } } }),
    undefined,
  );
  expect(models.map(({ id, fallbacks }) => [id, fallbacks])).toEqual([
    ["a", ["c"]],
    ["c", undefined],
  ]);
  expect(defaults).toEqual({ reply: { "1": "a" } });
});

test("clearances go up and down, and class 2 still goes nowhere but Japan", () => {
  const cards = {
    a: { enabled: true, clearance: "2" },
    b: { enabled: true, clearance: "1" },
    c: { enabled: true, clearance: "2" },
  } as const;
  const { models } = effectiveCatalogue(catalogue, settingsWith({ cards }), undefined);
  expect(models.map((card) => [card.id, card.clearance, mayReceive(card, "2")])).toEqual([
    ["a", "2", true],
    ["b", "1", false],
    ["c", "2", false],
  ]);
});

test("a model of some sections is there for them only", () => {
  const settings = settingsWith({ cards: { a: { enabled: true, sections: ["x"] } } });
  const idsOf = (section?: string) => effectiveCatalogue(catalogue, settings, section).models.map(({ id }) => id);
  expect(idsOf("x")).toEqual(["a", "b", "c"]);
  expect(idsOf("y")).toEqual(["b", "c"]);
  expect(idsOf()).toEqual(["b", "c"]);
});

test("names of objects' own fields are no settings", () => {
  const odd = { models: [testCard({ id: "constructor" }), testCard({ id: "toString" })], default: {} };
  expect(effectiveCatalogue(odd, defaultSettings, undefined).models).toHaveLength(2);
});

test("defaults of the settings come before the catalogue's, task by task; made anew when the settings change", () => {
  let settings = settingsWith({ default: { summarize: { "1": "c" } } });
  const of = sectionCatalogue(catalogue, () => settings);
  expect(of(undefined).default).toEqual({ summarize: { "1": "c" }, reply: { "1": "a", "2": "b" } });
  expect(of(undefined)).toBe(of(undefined));
  settings = settingsWith({ default: { summarize: "a" } });
  expect(of(undefined).default.summarize).toBe("a");
});
