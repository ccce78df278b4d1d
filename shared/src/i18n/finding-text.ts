import type { Finding } from "../vocabulary";
import { hasMessage, type MessageKey, type Translator } from "./translator";

/**
 * The sentence shown for a finding. Where the guard knows what the source says instead (`nearest`), a fuller sentence
 * is taken; a `reason` of the evidence guard is said in words. A code without a text is shown as a general remark: a finding is never dropped.
 */
export function findingText(t: Translator, finding: Pick<Finding, "code" | "values">): string {
  const fuller = `finding.${finding.code}.nearest`;
  if (finding.values?.["nearest"] !== undefined && hasMessage(fuller)) return t(fuller, finding.values);
  const { reason } = finding.values ?? {};
  const because = `finding.${finding.code}.because`;
  if (hasMessage(because) && hasMessage(`evidence.${reason}`)) {
    return t(because, { ...finding.values, reason: t(`evidence.${reason}` as MessageKey) });
  }
  const key = `finding.${finding.code}`;
  return hasMessage(key) ? t(key, finding.values) : t("finding.other");
}
