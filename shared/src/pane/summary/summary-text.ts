import { modelName } from "../model-text";
import type { Translator } from "../../i18n";
import type { SummaryOutcome } from "./summary-state";

/** First line of everything that leaves the pane: an AI draft, by which model, and the class it inherits. */
export function draftLabel(t: Translator, { plan, declaredClass }: SummaryOutcome): string {
  const model = modelName(t, plan.card);
  return declaredClass === "2"
    ? t("draft.labelClass", { model, class: t("draft.class2") })
    : t("draft.label", { model });
}

/** The result as text, for the clipboard. */
export function summaryResultText(t: Translator, outcome: SummaryOutcome): string {
  return [draftLabel(t, outcome), ...outcome.result.paragraphs].join("\n");
}
