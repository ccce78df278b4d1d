import type { Translator } from "@genai-office/shared/i18n";
import { countCharacters } from "@genai-office/shared/language";
import { noticeKeys } from "./ResultActions";
import type { SummarizeState } from "./summarize-state";

/** What a screen reader is told: beginning, end and actions, never the words as they stream. Errors are alerts of their own. */
export function announcement(t: Translator, { work, outcome, notice, failure }: SummarizeState): string {
  if (work.phase === "running") return t("preview.started");
  if (work.phase === "applying") return t("action.applying");
  if (work.phase !== "idle" || failure !== undefined) return "";
  if (notice !== undefined) return t(noticeKeys[notice]);
  if (outcome === undefined) return "";
  const findings = outcome.result.findings.filter((finding) => finding.severity !== "info").length;
  return t("preview.finished", { characters: countCharacters(outcome.result.text), findings });
}
