import type { SummaryLength } from "../vocabulary";
import type { Translator } from "../i18n";

/** The lengths offered by name. */
export const lengthChoices = ["100", "300", "page", "bullets"] as const;

export type LengthChoice = (typeof lengthChoices)[number];

/** Bullets asked for: as many as fit on the pane without scrolling. */
const bulletCount = 5;

/** What a task is asked for. */
export function summaryLength(choice: LengthChoice): SummaryLength {
  if (choice === "page") return { kind: "page" };
  if (choice === "bullets") return { kind: "bullets", count: bulletCount };
  return { kind: "characters", characters: Number(choice) };
}

/** Name of a length: 300字, 1枚, 箇条書き. */
export function lengthName(t: Translator, choice: LengthChoice): string {
  if (choice === "page") return t("length.page");
  if (choice === "bullets") return t("length.bullets");
  return t("length.characters", { characters: Number(choice) });
}

/** When to take which length. */
export function lengthHint(t: Translator, choice: LengthChoice): string {
  if (choice === "page") return t("length.hintPage");
  if (choice === "bullets") return t("length.hintBullets", { count: bulletCount });
  return t(choice === "100" ? "length.hint100" : "length.hint300");
}
