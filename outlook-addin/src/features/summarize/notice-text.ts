import type { Translator } from "@genai-office/shared/i18n";
import type { MailState } from "./mail-state";

/** A short word on what was done last; undefined when there is nothing to say. */
export function noticeText(t: Translator, { notice, switched }: MailState): string | undefined {
  switch (notice) {
    case "cancelled":
      return t("summarize.cancelled");
    case "copied":
      return t("action.copied");
    case "copyFailed":
      return t("action.copyFailed");
    default:
      return switched ? t("mail.switched") : undefined;
  }
}
