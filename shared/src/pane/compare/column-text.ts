import { errorCause, type TableTranslator, type Translator } from "../../i18n";
import type { CompareKey } from "../../i18n/compare-texts";
import { countCharacters } from "../../language";
import type { CompareColumn } from "./compare-state";

/** Findings that a person has to look at. */
export function checksOf({ ended }: CompareColumn): number {
  return (ended?.findings ?? []).filter((finding) => finding.severity !== "info").length;
}

/** One line on how a model is doing. */
export function columnStatus(t: Translator, tc: TableTranslator<CompareKey>, column: CompareColumn): string {
  const { ended, started, stopped, done, total } = column;
  if (stopped === true || ended?.error?.code === "aborted") return tc("cancelled");
  if (ended?.error !== undefined) return tc("failed", { cause: errorCause(t, ended.error.code) });
  if (ended !== undefined) {
    return [
      tc("characters", { characters: countCharacters(ended.text) }),
      tc("checks", { findings: checksOf(column) }),
    ].join("・");
  }
  if (!started) return tc("waiting");
  return total !== undefined && total > 1 ? `${tc("writing")} ${tc("progress", { done, total })}` : tc("writing");
}

/** Time, amount processed and cost of a model that has ended; only what is known. */
export function columnFacts(tc: TableTranslator<CompareKey>, { ended }: CompareColumn, locale: string): string[] {
  if (ended === undefined) return [];
  const { milliseconds, usage, cost } = ended;
  const seconds = Math.round(milliseconds / 100) / 10;
  return [
    tc("seconds", { seconds }),
    ...(usage === undefined ? [] : [tc("units", { input: usage.inputTokens, output: usage.outputTokens })]),
    ...(cost === undefined ? [] : [tc("cost", { amount: money(cost.amount, cost.currency, locale) })]),
  ];
}

/** Small amounts keep two digits that say something. */
function money(amount: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale === "en" ? "en" : "ja", {
    style: "currency",
    currency,
    currencyDisplay: "name",
    ...(amount < 1 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 1, minimumFractionDigits: 0 }),
  }).format(amount);
}
