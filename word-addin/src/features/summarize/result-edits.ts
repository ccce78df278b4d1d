import type { Translator } from "@genai-office/shared/i18n";
import {
  draftLabel,
  leavingParagraphs,
  summaryResultText,
  type SummaryOutcome,
} from "@genai-office/shared/pane/summary";
import type { Edit } from "@genai-office/shared/vocabulary";
import type { ApplyAction } from "./summarize-state";

/** The edits of an action: below the last block of the source, in its place, or as a comment on it; what is 未確認 says so there too. */
export function resultEdits(t: Translator, outcome: SummaryOutcome, action: ApplyAction): Edit[] {
  const blockIds = outcome.plan.source.blocks.map((block) => block.id);
  const paragraphs = [draftLabel(t, outcome), ...leavingParagraphs(t, outcome.result)];
  const last = blockIds[blockIds.length - 1];
  if (last === undefined) return [];
  switch (action) {
    case "insert":
      return [{ type: "insert-below", blockId: last, paragraphs }];
    case "replace":
      return [{ type: "replace-blocks", blockIds, paragraphs }];
    case "comment":
      return [{ type: "comment", blockIds, text: summaryResultText(t, outcome) }];
  }
}
