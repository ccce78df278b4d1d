import { inheritedMark } from "@genai-office/shared/guards";
import { createTableTranslator, type Translator } from "@genai-office/shared/i18n";
import { answeredBy } from "@genai-office/shared/pane/summary";
import type { TaskOutcome, TaskOutput } from "@genai-office/shared/pane/task";
import type { MailSource } from "../parts/mail-source";
import { workTexts } from "./work-texts";

/** First line of everything that leaves the pane: an AI draft, of what kind, by which model, and the mark it inherits. */
export function draftHeading(
  t: Translator,
  kind: "thread" | "reply" | "translate",
  outcome: TaskOutcome<MailSource, TaskOutput>,
): string {
  const texts = createTableTranslator(workTexts, t.locale);
  const mark = inheritedMark(outcome.declaredClass, outcome.plan.judgement.markings);
  const model = answeredBy(t, outcome).join("・");
  return texts(`heading.${kind}`, { model: mark === "" ? model : `${model}・${mark}` });
}
