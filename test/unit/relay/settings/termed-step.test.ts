import type { Glossary, Step } from "@genai-office/shared/vocabulary";
import { termedStep } from "../../../../relay/src/settings/termed-step";
import { stepOf } from "../../../support/test-step";

const glossary: Glossary = {
  id: "g",
  version: "1",
  languages: ["ja", "en"],
  terms: [
    { ja: "取組", en: "initiative", forbidden: ["取り組み"], kind: "term" },
    { ja: "予算", en: "budget", kind: "term" },
  ],
};
const settings = { glossaries: [glossary] };
const blocks: Step["blocks"] = [{ id: "b1", kind: "paragraph", text: "予算の取り組みを進める。" }];
const termsOf = (step: Step) => ("terms" in step.options ? step.options.terms?.map(({ target }) => target) : undefined);

test.each(["summarize", "minutes", "reply", "thread", "answer"] as const)(
  "%s carries what must not be written",
  (task) => {
    expect(termsOf(termedStep({ ...stepOf(task), blocks }, settings))).toEqual(["取組"]);
  },
);

test("a translation carries what its words become", () => {
  const step = { ...stepOf("translate"), blocks };
  expect(termsOf(termedStep(step, settings))?.sort()).toEqual(["budget", "initiative"]);
});

test("what a client brought stays as it is", () => {
  const own = [{ source: "予算", target: "budgetary plan" }];
  const translate = { ...stepOf("translate"), blocks };
  const step = { ...translate, options: { ...translate.options, terms: own } };
  expect(termedStep(step, settings)).toBe(step);
});

test.each(["chat", "research"] as const)("%s is not ours to word", (task) => {
  const step = { ...stepOf(task), blocks };
  expect(termedStep(step, settings)).toBe(step);
});

test("without a glossary, or without its words, nothing is added", () => {
  const step = { ...stepOf("summarize"), blocks };
  expect(termedStep(step, { glossaries: [] })).toBe(step);
  const other: Step["blocks"] = [{ id: "b1", kind: "paragraph", text: "会議を開く。" }];
  expect(termsOf(termedStep({ ...stepOf("summarize"), blocks: other }, settings))).toBeUndefined();
});
