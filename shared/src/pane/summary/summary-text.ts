import type { SummarizeResult } from "../../tasks";
import type { ModelCard } from "../../vocabulary";
import { inheritedMark } from "../../guards";
import { draftSource, modelName } from "../model-text";
import type { Translator } from "../../i18n";
import { countCharacters } from "../../language";
import { switchText } from "../models/switch-text";
import { isUnconfirmedFinding } from "../statement-layout";
import type { ModelSwitch } from "../models/switch-text";
import type { TaskOutcome, TaskOutput } from "../task/task-state";
import type { SummarySource } from "./summary-engine";
import type { SendPlan, SummaryOutcome, SummaryState } from "./summary-state";

/** A finished result of any task. */
type Answered = Pick<TaskOutcome<SummarySource, TaskOutput>, "plan" | "result">;

/** Names of the models that answered, in the order they did; the model that was asked when the task does not tell. */
export function answeredBy(t: Translator, { plan, result }: Answered): string[] {
  return answeringCards({ plan, result }).map((card) => modelName(t, card));
}

/** The cards behind the ids that the task tells; the model that was asked when it tells none, or one nobody knows. */
function answeringCards({ plan, result }: Answered): ModelCard[] {
  if (result.models.length === 0) return [plan.card];
  return result.models.map((id) => cardOf(plan, id));
}

function cardOf(plan: SendPlan, id: string | undefined): ModelCard {
  return [plan.card, ...(plan.models ?? [])].find((one) => one.id === id) ?? plan.card;
}

/**
 * The label every output carries: who wrote it, and that it is a draft; while it streams, the model that was asked, or the
 * one that was asked in its place last.
 */
export function answerLabel(
  t: Translator,
  plan: SendPlan,
  outcome: Answered | undefined,
  switches: readonly ModelSwitch[],
): string {
  if (outcome === undefined) return draftSource(t, cardOf(plan, switches.at(-1)?.to));
  const cards = answeringCards(outcome);
  if (cards.every((card) => card.contract === "offline")) return draftSource(t, cards[0] ?? plan.card);
  return t("preview.label", { model: answeredBy(t, outcome).join("・") });
}

/** First line of everything that leaves the pane: an AI draft, by which model, and the mark it inherits. */
export function draftLabel(t: Translator, outcome: SummaryOutcome): string {
  const model = answeredBy(t, outcome).join("・");
  const mark = inheritedMark(outcome.declaredClass, outcome.plan.judgement.markings);
  return mark === "" ? t("draft.label", { model }) : t("draft.labelClass", { model, class: mark });
}

/**
 * The paragraphs as they leave the pane: 【未確認】 stands behind every statement that its sources do not bear out, once. Outside
 * of the pane there is no badge, and the remarks stay behind.
 */
export function leavingParagraphs(
  t: Translator,
  { paragraphs, findings }: Pick<SummarizeResult, "paragraphs" | "findings">,
): string[] {
  const mark = `【${t("preview.unconfirmed")}】`;
  const ends = findings.flatMap((finding) => (isUnconfirmedFinding(finding) ? (finding.output?.end ?? []) : []));
  const descending = [...new Set(ends)].sort((one, other) => other - one);
  // Spans are offsets in the text, which is the paragraphs, one a line.
  let start = 0;
  return paragraphs.map((paragraph) => {
    const from = start;
    start += paragraph.length + 1;
    return descending
      .map((end) => end - from)
      .filter((at) => at > 0 && at <= paragraph.length)
      .reduce((marked, at) => marked.slice(0, at) + mark + marked.slice(at), paragraph);
  });
}

/** The result as text, for the clipboard and for comments. */
export function summaryResultText(t: Translator, outcome: SummaryOutcome): string {
  return [draftLabel(t, outcome), ...leavingParagraphs(t, outcome.result)].join("\n");
}

/** What a screen reader is told: beginning, end and actions, never the words as they stream. Errors are alerts of their own. */
export function announcement(t: Translator, { work, outcome, notice, failure }: SummaryState): string {
  if (work.phase === "running") {
    const last = work.switches?.at(-1);
    return last === undefined ? t("preview.started") : switchText(t, last, work.plan.models ?? [], false);
  }
  if (work.phase !== "idle" || failure !== undefined) return "";
  if (notice !== undefined) return t(notice);
  if (outcome === undefined) return "";
  const findings = outcome.result.findings.filter((finding) => finding.severity !== "info").length;
  return t("preview.finished", { characters: countCharacters(outcome.result.text), findings });
}
