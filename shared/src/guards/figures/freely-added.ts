import type { Finding } from "../../vocabulary";
import { isEcho } from "./figure-echoes";
import type { Figure } from "./figure";
import { units } from "./units";

/**
 * 1つ, 1日, "one", "the two countries", 両者: what one language says with a number, the other says with an article, a plural
 * or not at all.
 */
export function isFreelyAdded(
  writtenAt: ReadonlyMap<number, Figure>,
  finding: Finding,
  echoes: ReadonlySet<number>,
  namesWeekday: boolean,
): boolean {
  if (finding.code === "unit-differs") return false;
  const figure = finding.output === undefined ? undefined : writtenAt.get(finding.output.start);
  if (figure === undefined || figure.code !== undefined) return false;
  if (isWeekdayOfDate(figure)) return !namesWeekday;
  if (figure.value === undefined) return false;
  if (isSmallWord(figure) || isEcho(figure, echoes)) return true;
  return isAll(figure) || (figure.value === 1 && !isMeasured(figure));
}

/** 100 % only stresses: 100％満足, "100% Japanese beef". */
export const isAll = ({ value, unit }: Figure): boolean => unit === "ratio" && value === 1;

/** One metre, one dollar: said with its number in every language. */
export function isMeasured({ unit }: Figure): boolean {
  return unit !== undefined && /^(?:length|mass|volume|area|data|power|energy)$/.test(units[unit]?.measures ?? "");
}

/** （木） behind a date: a translation names the day alone. */
export function isWeekdayOfDate({ weekday, text }: Figure): boolean {
  return weekday !== undefined && /^[(（]/.test(text);
}

/** 4品, 2人, "the 3": a small number of things or people goes without saying where the text names them. */
export const isFew = ({ kind, value, unit }: Figure): boolean =>
  kind === "number" &&
  value !== undefined &&
  value <= 4 &&
  (unit === undefined || unit === "thing" || unit === "person");

/** "the two sides", 二人: added freely in a good translation. */
export function isSmallWord(figure: Figure): boolean {
  if (figure.value === undefined || figure.kind === "article" || figure.kind === "ratio" || figure.kind === "amount")
    return false;
  return figure.value === 1 || (figure.value <= 3 && !/[0-9０-９]/.test(figure.text));
}

/** The same for what a translation leaves out; "three years" is said with its number in both languages. */
export function isDroppedFreely(figure: Figure): boolean {
  const isTime = figure.unit !== undefined && /^(?:year|month|week|hour|minute)$/.test(figure.unit);
  return isSmallWord(figure) && (figure.value === 1 || !isTime);
}
