import type { Translator } from "@genai-office/shared/i18n";
import type { ScopeSummary } from "./document/document-port";

/** 「選択範囲：2段落・312字」 or 「文書全体」; counts only where they are known. */
export function scopeText(t: Translator, summary: ScopeSummary): string {
  const { scope, paragraphs, characters } = summary;
  if (paragraphs === undefined || characters === undefined)
    return t(scope === "selection" ? "scope.selectionUncounted" : "scope.documentUncounted");
  return t(scope === "selection" ? "scope.selection" : "scope.document", { paragraphs, characters });
}

/** Characters of the selection; undefined when nothing is selected, or when they are not known. */
export function selectionCharacters(summary: ScopeSummary | undefined): number | undefined {
  return summary?.scope === "selection" ? summary.characters : undefined;
}
