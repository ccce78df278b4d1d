import type { SummaryLength } from "../vocabulary";
import type { Translator } from "../i18n";

/** The lengths offered by name. */
export const lengthChoices = ["100", "300", "page", "bullets"] as const;

export type LengthChoice = (typeof lengthChoices)[number];

/** What a person may set: one length for everything, or the pane's own proposal for each source. */
export const lengthSettings = ["automatic", ...lengthChoices] as const;

export type LengthSetting = (typeof lengthSettings)[number];

/** A selection with fewer characters is shorter than twice the usual summary: that would be nearly all of it. */
const shortSelection = 600;

/**
 * The length offered as long as the person has not chosen one: 100字 for a short selection, else 300字.
 * Takes the characters of the selection; undefined when nothing is selected, or when they are not known.
 */
export function proposedLength(selectionCharacters: number | undefined): LengthChoice {
  return selectionCharacters !== undefined && selectionCharacters < shortSelection ? "100" : "300";
}

/** Bullets asked for: as many as fit on the pane without scrolling. */
const bulletCount = 5;

/** What a task is asked for. */
export function summaryLength(choice: LengthChoice): SummaryLength {
  if (choice === "page") return { kind: "page" };
  if (choice === "bullets") return { kind: "bullets", count: bulletCount };
  return { kind: "characters", characters: Number(choice) };
}

/** Name of a length: 300字, 1枚, 箇条書き. */
export function lengthName(t: Translator, choice: LengthSetting): string {
  if (choice === "automatic") return t("length.automatic");
  if (choice === "page") return t("length.page");
  if (choice === "bullets") return t("length.bullets");
  return t("length.characters", { characters: Number(choice) });
}

/** When to take which length. */
export function lengthHint(t: Translator, choice: LengthSetting): string {
  if (choice === "automatic") return t("length.hintAutomatic");
  if (choice === "page") return t("length.hintPage");
  if (choice === "bullets") return t("length.hintBullets", { count: bulletCount });
  return t(choice === "100" ? "length.hint100" : "length.hint300");
}
