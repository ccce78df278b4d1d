import type { Wording } from "@genai-office/shared/i18n";
import { retryable } from "@genai-office/shared/pane";

/** The pane's own words in Japanese. */
export { ja as japaneseWording } from "./ja";

/** The pane's own words in English; few people of this pane need them, so they come when they do. */
export const loadEnglishWording: () => Promise<Wording> = retryable(
  async () => (await import(/* webpackChunkName: "mail-english" */ "./en")).en,
);
