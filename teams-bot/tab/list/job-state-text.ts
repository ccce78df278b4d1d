import type { TableTranslator } from "@genai-office/shared/i18n";
import type { JobView } from "@genai-office/shared/relay-client";
import type { TabText } from "../texts/tab-texts";

/** How far a job is, in words: 「作成しています（3/9）」. */
export function jobStateText(t: TableTranslator<TabText>, { state, steps: { done, planned } }: JobView): string {
  if (state !== "running") return t(state);
  return planned > 1 ? t("runningSteps", { done, planned }) : t("running");
}
