import type { Translator } from "../../i18n";
import type { ModelCard } from "../../vocabulary";
import { modelName } from "../model-text";

/** 「応答できないときは、A → B の順に切り替えます。」; undefined when the model has no fallback. */
export function fallbackLine(t: Translator, fallbacks: readonly ModelCard[]): string | undefined {
  const names = fallbacks.map((card) => `「${modelName(t, card)}」`);
  if (names.length === 0) return undefined;
  return names.length === 1
    ? t("send.fallback", { name: names.join("") })
    : t("send.fallbacks", { names: names.join(" → ") });
}
