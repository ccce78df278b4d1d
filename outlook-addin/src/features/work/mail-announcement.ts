import { createTableTranslator, type Translator } from "@genai-office/shared/i18n";
import type { TaskOutput, TaskState } from "@genai-office/shared/pane/task";
import type { SummarySource } from "@genai-office/shared/pane/summary";
import { workTexts } from "./work-texts";

/** What a screen reader is told: beginning, end and actions, never the words as they stream. Errors are alerts of their own. */
export function mailAnnouncement(
  t: Translator,
  {
    work,
    outcome,
    notice,
    failure,
  }: Pick<TaskState<SummarySource, TaskOutput>, "work" | "outcome" | "notice" | "failure">,
): string {
  const texts = createTableTranslator(workTexts, t.locale);
  if (work.phase === "running") return texts("started");
  if (work.phase !== "idle" || failure !== undefined) return "";
  if (notice !== undefined) return t(notice);
  if (outcome === undefined) return "";
  const findings = outcome.result.findings.filter(({ severity }) => severity !== "info").length;
  return texts("finished", { findings });
}
