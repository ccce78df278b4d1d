import { feedbackReasons } from "@genai-office/shared/vocabulary";
import type { UsageGrouping, UsageReport, UsageRow } from "../../src/admin/shapes";
import { moneyText, numberText, secondsText, shareText } from "../format";
import type { DataRow } from "../parts/DataTable";
import type { PageLocale, Texts } from "../texts";

/** A row's name by what it is grouped by: tasks have names, models and sections their ids. */
export function rowName(name: string, by: UsageGrouping, texts: Texts): string {
  if (by === "section" && name === "") return texts.usage.noSection;
  if (by === "task") return (texts.tasks as Record<string, string | undefined>)[name] ?? name;
  return name;
}

function costText({ costs, costInYen }: UsageRow, texts: Texts, locale: PageLocale): string {
  if (costs.length === 0) return "—";
  const written = costs.map(({ currency, amount }) => moneyText(amount, currency, locale)).join(" + ");
  const isForeign = costs.some(({ currency }) => currency !== "JPY");
  return isForeign ? `${written}（${texts.usage.yen} ${moneyText(costInYen, "JPY", locale)}）` : written;
}

function cellsOf(row: UsageRow, name: string, texts: Texts, locale: PageLocale): string[] {
  const count = (value: number) => numberText(value, locale);
  const edit =
    row.medianEditDistance === undefined
      ? "—"
      : `${texts.usage.characters(count(row.medianEditDistance))}（${shareText(row.medianEditShare, locale)}）`;
  return [
    name,
    count(row.steps),
    count(row.people),
    count(row.refused),
    count(row.failed),
    `${count(row.inputTokens)} / ${count(row.outputTokens)}`,
    costText(row, texts, locale),
    row.decided === 0 ? "—" : `${shareText(row.acceptRate, locale)}（${count(row.decided)}）`,
    edit,
    `${count(row.helpful)} / ${count(row.unhelpful)}`,
    secondsText(row.medianFirstTextMs, locale),
    `${secondsText(row.medianTotalMs, locale)} / ${secondsText(row.p95TotalMs, locale)}`,
  ];
}

/** The report as rows of a table, the sum last. */
export function usageRows({ rows, total, by }: UsageReport, texts: Texts, locale: PageLocale): DataRow[] {
  const written = rows.map((row) => ({
    key: row.name,
    cells: cellsOf(row, rowName(row.name, by, texts), texts, locale),
  }));
  return [...written, { key: "\u0000total", cells: cellsOf(total, texts.usage.total, texts, locale), total: true }];
}

/** Why results were no good, most frequent first. */
export function reasonsOf({ reasons }: UsageRow, texts: Texts): { name: string; count: number }[] {
  return feedbackReasons
    .map((reason) => ({ name: texts.usage.reasonNames[reason], count: reasons[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);
}
