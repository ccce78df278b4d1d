import { modelName } from "../model-text";
import type { Translator } from "../../i18n";
import { countCharacters } from "../../language";
import type { SummaryOutcome, SummaryState } from "./summary-state";

/** First line of everything that leaves the pane: an AI draft, by which model, and the class it inherits. */
export function draftLabel(t: Translator, { plan, declaredClass }: SummaryOutcome): string {
  const model = modelName(t, plan.card);
  return declaredClass === "2"
    ? t("draft.labelClass", { model, class: t("draft.class2") })
    : t("draft.label", { model });
}

/** The result as text, for the clipboard and for comments. */
export function summaryResultText(t: Translator, outcome: SummaryOutcome): string {
  return [draftLabel(t, outcome), ...outcome.result.paragraphs].join("\n");
}

/** What a screen reader is told: beginning, end and actions, never the words as they stream. Errors are alerts of their own. */
export function announcement(t: Translator, { work, outcome, notice, failure }: SummaryState): string {
  if (work.phase === "running") return t("preview.started");
  if (work.phase !== "idle" || failure !== undefined) return "";
  if (notice !== undefined) return t(notice);
  if (outcome === undefined) return "";
  const findings = outcome.result.findings.filter((finding) => finding.severity !== "info").length;
  return t("preview.finished", { characters: countCharacters(outcome.result.text), findings });
}
