import type { Wording } from "@genai-office/shared/i18n";
import { en } from "./en";
import { ja } from "./ja";

/** The pane's own words, by language. */
export const mailWording: Record<"ja" | "en", Wording> = { ja, en };
