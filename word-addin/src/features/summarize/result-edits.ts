import { modelName } from "@genai-office/shared/pane";
import type { Translator } from "@genai-office/shared/i18n";
import type { Edit } from "@genai-office/shared/vocabulary";
import type { ApplyAction, Outcome } from "./summarize-state";

/** First line of everything that enters a document: an AI draft, by which model, and the class it inherits. */
export function draftLabel(t: Translator, { plan, declaredClass }: Outcome): string {
  const model = modelName(t, plan.card);
  return declaredClass === "2"
    ? t("draft.labelClass", { model, class: t("draft.class2") })
    : t("draft.label", { model });
}

/** The result as text, for the clipboard and for comments. */
export function resultText(t: Translator, outcome: Outcome): string {
  return [draftLabel(t, outcome), ...outcome.result.paragraphs].join("\n");
}

/** The edits of an action: below the last block of the source, in its place, or as a comment on it. */
export function resultEdits(t: Translator, outcome: Outcome, action: Exclude<ApplyAction, "undo">): Edit[] {
  const blockIds = outcome.plan.reading.blocks.map((block) => block.id);
  const paragraphs = [draftLabel(t, outcome), ...outcome.result.paragraphs];
  const last = blockIds[blockIds.length - 1];
  if (last === undefined) return [];
  switch (action) {
    case "insert":
      return [{ type: "insert-below", blockId: last, paragraphs }];
    case "replace":
      return [{ type: "replace-blocks", blockIds, paragraphs }];
    case "comment":
      return [{ type: "comment", blockIds, text: resultText(t, outcome) }];
  }
}
