import type { TextTable } from "@genai-office/shared/i18n";
import type { ReplyTone } from "@genai-office/shared/vocabulary";

/** The tones in a word, for the folded options. */
export const toneNames: TextTable<ReplyTone> = {
  ja: { brief: "簡潔", polite: "丁寧", formal: "最も丁寧" },
  en: { brief: "brief", polite: "polite", formal: "most polite" },
};
