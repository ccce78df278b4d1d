import type { Finding } from "../../vocabulary";
import { squeezed } from "./thread";

/** Days that are told by words. A weekday behind one is left to the check of figures. */
const days =
  /(?:明後日|あさって|明日|あした|翌日|翌週|翌月|再来週|再来月|今週|来週|今月|来月|来年度?|今年度?|本日(?=中|まで|の?午)|今日(?=中|まで|の?午)|年度内|年内|年明け|週明け|月末|年末|月初|近日|数日)(?:の?(?:午前中?|午後|夕方|中|末|半ば|上旬|中旬|下旬|明け|初め|前半|後半))?/gu;
/** Shares of an amount or of people. */
const shares =
  /無料|無償|有料|有償|実費|半額|全額|倍額|(?:[0-9０-９]{1,2}|[一二三四五六七八九])割引?|値引|割引|全員|半数/gu;
const english =
  /\b(?:tomorrow|the day after tomorrow|tonight|(?:next|this|the coming)\s+(?:week|month|year)|by the end of (?:the |this |next )?(?:day|week|month|year)|within (?:a|an|one|two|three) (?:hours?|days?|weeks?|months?)|free of charge|at no (?:cost|charge)|half[- ]price)\b/giu;

/**
 * Days in words (来週, 今月末, tomorrow) and shares of amounts (無料, 半額) of a reply that neither the intention nor the thread says:
 * `figure-not-in-source` { found }, an error.
 */
export function checkMoments(text: string, sources: readonly string[]): Finding[] {
  const known = sources.map(squeezed).join("\n");
  return [days, shares, english]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .filter(([found]) => !known.includes(squeezed(found)))
    .sort((a, b) => a.index - b.index)
    .map(({ 0: found, index }) => ({
      guard: "figures",
      code: "figure-not-in-source",
      severity: "error",
      values: { found },
      output: { start: index, end: index + found.length },
    }));
}
