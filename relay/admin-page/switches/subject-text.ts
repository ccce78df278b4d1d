import type { ModelStatus } from "../../src/admin/shapes";
import type { SwitchSubject } from "../../src/kill-switch/switch";
import type { PageLocale, Texts } from "../texts";

/** What is switched, by the name people know; a model that is no longer listed by its id. */
export function subjectText(
  subject: SwitchSubject,
  models: readonly Pick<ModelStatus, "id" | "name">[],
  texts: Texts,
  locale: PageLocale,
): string {
  switch (subject.scope) {
    case "whole":
      return texts.switches.whole;
    case "task":
      return `${texts.switches.task} ${texts.tasks[subject.task]}`;
    case "model": {
      const name = models.find(({ id }) => id === subject.model)?.name[locale] ?? subject.model;
      return `${texts.switches.model} ${name}`;
    }
  }
}

/** Two subjects are the same thing. */
export function sameSubject(one: SwitchSubject, other: SwitchSubject): boolean {
  return JSON.stringify(keyOf(one)) === JSON.stringify(keyOf(other));
}

function keyOf(subject: SwitchSubject): string[] {
  if (subject.scope === "whole") return ["whole"];
  return subject.scope === "task" ? ["task", subject.task] : ["model", subject.model];
}
