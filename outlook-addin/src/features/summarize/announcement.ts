import type { Translator } from "@genai-office/shared/i18n";
import { countCharacters } from "@genai-office/shared/language";
import { noticeText } from "./notice-text";
import type { MailState } from "./mail-state";

/** What a screen reader is told: beginning, end and actions, never the words as they stream. Errors are alerts of their own. */
export function announcement(t: Translator, state: MailState): string {
  const { work, outcome, failure } = state;
  if (work.phase === "running") return t("preview.started");
  if (work.phase !== "idle" || failure !== undefined) return "";
  const notice = noticeText(t, state);
  if (notice !== undefined) return notice;
  if (outcome === undefined) return "";
  const findings = outcome.result.findings.filter((finding) => finding.severity !== "info").length;
  return t("preview.finished", { characters: countCharacters(outcome.result.text), findings });
}
